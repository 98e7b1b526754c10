notifications-back = Back to the newest
notifications-bell-unread = Notifications, { $count } unread
notifications-empty = Nothing yet
notifications-empty-go = Go to your appointments
notifications-empty-why = You hear of every step of your appointments here: as it happens while a page is open, and whenever you come back.
notifications-list = The newest first
notifications-map = Open in a map
notifications-mark-all = Mark all as read
notifications-mark-one = Mark read
notifications-session-ended = Your session has ended.
notifications-show = Show
notifications-sign-in = Sign in
notifications-summary = { $count ->
    [0] You have read them all.
    [one] { $count } is unread.
   *[other] { $count } are unread.
}
notifications-title = Notifications
notifications-unread = Unread
