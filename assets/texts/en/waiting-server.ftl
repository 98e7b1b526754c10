waiting-about = When a time is free that fits, it is held for you for a while. Nobody else can take it meanwhile.
waiting-accept = Accept
waiting-accept-asks = Accepting asks { $doctor } for this time. It stays held for you until they answer.
waiting-accepted-already = You have accepted this time already.
waiting-afternoon = afternoon
waiting-afternoon-hours = Afternoon, 12:00 to 17:00
waiting-any-day = Any day
waiting-any-time = any time
waiting-back = Your appointments
waiting-bad-date = Enter a date, with day, month and year.
waiting-bad-days = Choose days from Monday, 1, to Sunday, 7.
waiting-bad-doctor = Choose a doctor.
waiting-bad-specialty = Choose a specialty from the list.
waiting-bad-times = Choose morning, afternoon or evening.
waiting-date-before-first = Choose a date that is not before the first one.
waiting-date-passed = Choose a date that has not passed.
waiting-date-too-far = { $count ->
    [one] Choose a date within the next { $count } day: times are not given further ahead.
   *[other] Choose a date within the next { $count } days: times are not given further ahead.
}
waiting-dates = { $from } to { $until }
waiting-days = Days
waiting-days-hint = Tick none for any day
waiting-decline = Decline
waiting-declined-already = You have declined this time already.
waiting-done-declined = You have declined the time. You stay on the waiting list.
waiting-done-joined = You are on the waiting list. You are told as soon as a time is held for you.
waiting-done-removed = It is removed from your waiting list.
waiting-earlier = { $when }, { $name }:
waiting-empty = You wait for nothing
waiting-empty-about = Where no free time of a doctor suits you, join the waiting list on the doctor’s page.
waiting-error = Error: { $title }
waiting-evening = evening
waiting-evening-hours = Evening, from 17:00
waiting-find = Find a doctor
waiting-from = From
waiting-from-hint = Else from today
waiting-held-for-you = This time is held for you. Accept it on your waiting list.
waiting-held-no-more = It was held until { $until }, and is not any more.
waiting-held-until = It is held for you until { $until }.
waiting-in-specialty = Wait for a time in { $specialty }
waiting-in-specialty-about = Say when you could come. As soon as any doctor has a time that fits, it is held for you, and you are told.
waiting-join = Join the waiting list
waiting-join-link = No suitable time? Join the waiting list
waiting-kind = Kind of visit
waiting-kind-minutes = { $count ->
    [one] { $name }, { $count } minute
   *[other] { $name }, { $count } minutes
}
waiting-kind-needs-doctor = Kinds of visits are a doctor’s own: choose a doctor.
waiting-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
waiting-morning = morning
waiting-morning-hours = Morning, before 12:00
waiting-most = { $count ->
    [one] You wait for { $count } appointment already. Remove one from your waiting list before you add another.
   *[other] You wait for { $count } appointments already. Remove one from your waiting list before you add another.
}
waiting-need-one = Choose a doctor or a specialty.
waiting-need-reason = Enter the reason for your visit.
waiting-not-both = Choose a doctor or a specialty, not both.
waiting-not-offered = This time is not offered any more.
waiting-offer-accepted = accepted
waiting-offer-declined = declined
waiting-offer-expired = not answered in time
waiting-offer-withdrawn = not free any more
waiting-over = Over
waiting-reason = Reason
waiting-reason-hint = One line that tells the doctor what it is about
waiting-remove = Remove { $name } from this page
waiting-state-ended = Ended
waiting-state-fulfilled = You have a time
waiting-state-held = A time is held for you
waiting-state-waiting = Waiting
waiting-stop = Stop waiting for { $name }
waiting-symptoms = Symptoms
waiting-symptoms-hint = Since when, how often, how badly
waiting-the-reason = The reason
waiting-times = Times of day
waiting-times-hint = At the clinic. Tick none for any time
waiting-title = Waiting list
waiting-too-late = This time was held for you until now. It is offered to others; you stay on the waiting list.
waiting-until = Until
waiting-until-hint = Else as long as times are given
waiting-visit-ended = This doctor does not offer this visit any more, so your wish has ended. To wait for another kind of visit, join the waiting list again.
waiting-visit-gone = This doctor does not offer this visit any more. Remove it from your waiting list, and leave another wish.
waiting-when = When
waiting-who-first = Who waits longest is asked first. A doctor reads what you write only once you accept a time.
waiting-with-doctor = Wait for a time with { $name }
waiting-with-doctor-about = Say when you could come. As soon as a time is free that fits, it is held for you, and you are told.
