# A text without a letter of its own begins with a mark, so that it runs from the right also within others.
time-brief = ‏{ $day }، { $time }
time-date = ‏{ $day } { $month } { $year }
time-date-short = ‏{ $day } { $month }
# A weekday and a time-date.
time-day = ‏{ $weekday }، { $date }
time-day-short = ‏{ $weekday } { $date }
time-hours = ‏{ $from }–{ $until }
# Lists from January and from Monday, with plain commas and no spaces.
time-months = يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر
time-months-short = يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر
time-weekdays = الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد
time-weekdays-short = الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد
# "Madrid time (UTC+1)"
time-zone = بتوقيت { $place } ({ $offset })
