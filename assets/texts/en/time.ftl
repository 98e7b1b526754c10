time-brief = { $day }, { $time }
time-date = { $day } { $month } { $year }
time-date-short = { $day } { $month }
# A weekday and a time-date.
time-day = { $weekday } { $date }
time-day-short = { $weekday } { $date }
time-hours = { $from }–{ $until }
# Lists from January and from Monday, with plain commas and no spaces.
time-months = January,February,March,April,May,June,July,August,September,October,November,December
time-months-short = Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec
time-weekdays = Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday
time-weekdays-short = Mon,Tue,Wed,Thu,Fri,Sat,Sun
# "Madrid time (UTC+1)"
time-zone = { $place } time ({ $offset })
