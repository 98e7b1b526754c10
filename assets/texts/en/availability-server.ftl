availability-bad-days = Days must be a number from 1 to { $most }.
availability-bad-from = From must be a date, like 2026-12-24.
availability-changed-meanwhile = Your hours were changed meanwhile, maybe in another tab. Load this page again, and change them there.
availability-clinic-changed = This clinic was changed meanwhile, maybe in another tab. Load this page again, and change or remove it there.
availability-clinic-in-use = { $count ->
    [one] There is an open appointment at this clinic. Move or cancel what is open there first.
   *[other] There are { $count } open appointments at this clinic. Move or cancel what is open there first.
}
availability-clinics-most = { $count ->
    [one] You have { $count } clinic, which is as many as there may be. Remove one that you don’t need any more.
   *[other] You have { $count } clinics, which is as many as there may be. Remove one that you don’t need any more.
}
availability-degrees = Enter degrees between -{ $most } and { $most }, for example 40.4168.
availability-does-not-fit = An appointment of this length does not fit into these hours.
availability-earlier = Earlier days
availability-end-too-soon = The end must be later than the start.
availability-free = Free times
availability-last-before-first = The last day must not be before the first.
availability-last-too-far = Enter a last day within a year of the first.
availability-later = Later days, from { $weekday } { $date }
availability-latitude-too = Enter the latitude too, or leave both empty.
availability-left = { $count ->
    [one] These hours leave out 1 appointment: { $list }. It stays until you move or cancel. Tick the box to save all the same.
   *[other] These hours leave out { $count } appointments: { $list }. They stay until you move or cancel. Tick the box to save all the same.
}
availability-left-more = { $list }; and { $count } more
availability-left-next = { $list }; { $next }
availability-left-one = { $name }, { $day }, { $hours }
availability-longitude-too = Enter the longitude too, or leave both empty.
availability-map-of = Map of { $name }, { $address }
availability-map-too-long = Use at most { $most } characters.
availability-need-address = Enter the clinic’s address.
availability-need-buffer = Enter a whole number of minutes, at most { $most }.
availability-need-cap = Enter a whole number of appointments, at most { $most }.
availability-need-date = Enter a date, like 2026-12-24.
availability-need-horizon = Enter a whole number of days, from 1 to 365.
availability-need-kind = Choose “closed” or “extra”.
availability-need-length = Enter a whole number of minutes, from 10 to 120.
availability-need-name = Enter the clinic’s name.
availability-need-notice = Enter a whole number of minutes, at most a week (10080).
availability-need-own-clinic = Choose one of your clinics.
availability-need-point = Say where: a latitude and a longitude.
availability-need-time = Enter a time of day, like 09:00.
availability-need-visit = Choose a kind of visit from the list.
availability-need-visit-minutes = Enter how many minutes it takes.
availability-need-visit-name = Enter a name, like “First visit”.
availability-need-weekday = Choose a day of the week, 1 (Monday) to 7 (Sunday).
availability-need-weekly = Say your weekly hours; an empty list if there are none.
availability-need-zone = Choose the clinic’s time zone.
availability-need-zoom = Say how close: 0 to { $most }.
availability-no-such-zone = Choose a time zone from the list, like Europe/Madrid.
availability-none-after = No free time after this
availability-none-after-why = From { $date } on everything that can be asked for is taken or closed.
availability-none-until = No free time until { $weekday } { $date }
availability-other-days = Other days
availability-overlap = These hours overlap with those from { $from } to { $to } on the same day.
availability-own-clock = below each time, what your own clock shows then
availability-too-long = Enter at most { $most } characters.
availability-too-many-days = Enter at most { $most } exceptions.
availability-too-many-visits = Enter at most { $most } kinds of visits.
availability-too-many-weekly = Enter at most { $most } rows of weekly hours.
availability-unshowable = Remove the character that can’t be shown.
availability-visit-kind = Kind of visit
availability-visit-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
availability-visit-name-taken = Another kind of visit has this name.
availability-visit-not-yours = This is none of your kinds of visits, or it is named twice.
