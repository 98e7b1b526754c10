time-date = { $day } { $month } { $year }
time-date-short = { $day } { $month }
# A weekday and a time-date.
time-day = { $weekday }، { $date }
time-day-short = { $weekday } { $date }
# The mark at its head keeps the order of reading: the earlier time stands on the right.
time-hours = ‏{ $from }–{ $until }
# Lists from January and from Monday, with plain commas and no spaces.
time-months = يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر
time-months-short = يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر
time-weekdays = الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد
time-weekdays-short = الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد
# "Madrid time (UTC+1)"
time-zone = بتوقيت { $place } ({ $offset })
