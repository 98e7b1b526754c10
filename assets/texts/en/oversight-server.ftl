oversight-accepted = Accepted
oversight-answer-time = Time to answer
oversight-answered-in = { $count ->
    [one] Median { $median }, 90th percentile { $ninetieth }, of { $count } answer.
   *[other] Median { $median }, 90th percentile { $ninetieth }, of { $count } answers.
}
oversight-answered-otherwise = Answered otherwise
oversight-answers = Answers
oversight-answers-by-hours = Answers, by the hours that they took
oversight-became = { $count ->
    [one] Of { $count } request, { $made } became appointments.
   *[other] Of { $count } requests, { $made } became appointments.
}
oversight-busiest = Busiest hours
oversight-busiest-what = When people ask to come, in the clinic’s own time. Most often: { $hour }.
oversight-by-month = By month.
oversight-by-week = By week.
oversight-cancelled = Cancelled
oversight-clock = { $place } time
oversight-column-month = A column for each month, of what was accepted, answered otherwise and not answered.
oversight-column-wait = A column for each length of time, of how many answers took it.
oversight-column-week = A column for each week, of what was accepted, answered otherwise and not answered.
oversight-count = Number
oversight-count-requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
oversight-days = Days
oversight-declined = Declined
oversight-download = Download as CSV
oversight-expired = Expired
oversight-expired-unanswered = { $count ->
    [one] One request expired without an answer.
   *[other] { $count } requests expired without an answer.
}
oversight-field-hour = A field for each hour of the week, the stronger the more requests.
oversight-first-ahead = Choose a first day that is not in the future.
oversight-first-day = First day
oversight-from-to = { $from } to { $to }
oversight-hour = Hour
oversight-hour-of-week = { $weekday } { $time }
oversight-hour-words = { $count ->
    [one] { $hour }: { $count } request
   *[other] { $hour }: { $count } requests
}
oversight-hours = { $hours } h
oversight-hours-minutes = { $hours } h { $minutes } min
oversight-how-long = How long answers took
oversight-labelled = { $label }: { $figure }
oversight-last-30 = Last 30 days
oversight-last-90 = Last 90 days
oversight-last-before-first = The last day must not be before the first one.
oversight-last-day = Last day
oversight-last-year = Last 12 months
oversight-lasting-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
oversight-lasting-days-hours = { $days ->
    [one] { $days } day { $hours } h
   *[other] { $days } days { $hours } h
}
oversight-lede = How your requests go. Nobody’s name and nothing about anybody’s health is in these figures.
oversight-median = Median time to answer
oversight-median-answer = Median answer
oversight-method = How this is counted
oversight-method-answered = “Accepted”, “other time”, “referred” and “declined” are shares of the requests that you answered. “Expired” is the share that nobody answered in time.
oversight-method-days = All figures are about the requests that came in on these days, referrals and moved appointments included. A day begins at midnight in { $place }, where your first clinic is.
oversight-method-hours = Hours are those on the wall of the clinic, by when the appointment begins.
oversight-method-made = “Cancelled” is the share of the appointments made that either side called off; one that was moved to another time is not among them. “No-show” is the share of the visits whose time has come.
oversight-method-time = The time to answer runs from the request to your first answer: accepting, declining, referring, or suggesting another time. Requests that expired or were withdrawn before have none. Half of your answers took no longer than the median.
oversight-minutes = { $minutes } min
oversight-month = { $month } { $year }
oversight-most-asked-for = Most asked for
oversight-most-came = Most came from { $period }: { $count }.
oversight-need-day = Enter a day of the calendar as year, month and day, like 2026-11-05.
oversight-newcomer = Nobody has asked you yet
oversight-newcomer-go = Look at your hours
oversight-newcomer-what = Once requests come in, you will see here how many there are, how long your answers take, how requests end, and which hours people ask for.
oversight-nine-in-ten = Nine in ten
oversight-nine-in-ten-within = nine in ten within { $time }
oversight-no-show = No-show
oversight-none-waits = none waits for you
oversight-not-answered = Not answered
oversight-not-answered-yet = You have not answered any of these requests yet.
oversight-nothing = No requests came in on these days
oversight-nothing-go = The last 12 months
oversight-nothing-what = Choose others, or look at a longer time.
oversight-number = { $number }
oversight-of = Of
oversight-of-answered = { $count } answered
oversight-of-answered-or-expired = { $count } answered or expired
oversight-of-answers = { $of ->
    [one] { $count } of { $of } answer
   *[other] { $count } of { $of } answers
}
oversight-of-made = { $count } made
oversight-of-visits = { $of ->
    [one] { $count } of { $of } visit
   *[other] { $count } of { $of } visits
}
oversight-of-visits-all = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
oversight-other-time = Other time
oversight-over-time = Requests over time
oversight-own = Own days
oversight-own-days = Your own days
oversight-percent = { $number }%
oversight-period-day = { $date } { $year }
oversight-period-in-month = { $from } to { $to } { $year }
oversight-period-in-months = { $from } to { $to } { $year }
oversight-period-words = { $count ->
    [one] { $period }: { $count } request, { $accepted } accepted
   *[other] { $period }: { $count } requests, { $accepted } accepted
}
oversight-rates = How requests go
oversight-rates-table = How requests go, as shares
oversight-referred = Referred
oversight-requests = Requests
oversight-requests-by-hour = Requests by hour and weekday
oversight-requests-by-month = Requests by month
oversight-requests-by-week = Requests by week
oversight-share = Share
oversight-share-of = { $percent } · { $count } of { $of }
oversight-show = Show these days
oversight-table = The figures as a table
oversight-three-years = Choose at most three years at once.
oversight-title = Reports
oversight-title-error = Error: Reports
oversight-too-early = Choose a day of the year { $year } or later.
oversight-too-many = More than { $most } requests came in on these days. Choose fewer days.
oversight-under-a-minute = under a minute
oversight-unknown-length = Choose one of the lengths above, or your own days.
oversight-wait-between = { $from } to { $until } hours
oversight-wait-hour = under an hour
oversight-wait-over = { $from } hours or more
oversight-wait-under = under { $until } hours
oversight-wait-words = { $count ->
    [one] { $wait }: { $count } answer
   *[other] { $wait }: { $count } answers
}
oversight-waiting = Waiting
oversight-waiting-for-you = { $count ->
    [one] { $count } of them waits for you
   *[other] { $count } of them wait for you
}
oversight-what-happened = What happened
oversight-withdrawn = Withdrawn
