time-brief = { $day }, { $time }
time-date = { $day } de { $month } de { $year }
time-date-short = { $day } { $month }
# A weekday and a time-date.
time-day = { $weekday }, { $date }
time-day-short = { $weekday } { $date }
time-hours = { $from }–{ $until }
# Lists from January and from Monday, with plain commas and no spaces.
time-months = enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre
time-months-short = ene,feb,mar,abr,may,jun,jul,ago,sept,oct,nov,dic
time-weekdays = lunes,martes,miércoles,jueves,viernes,sábado,domingo
time-weekdays-short = lun,mar,mié,jue,vie,sáb,dom
# "Madrid time (UTC+1)"
time-zone = hora de { $place } ({ $offset })
