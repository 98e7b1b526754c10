ui-breadcrumb = Breadcrumb
ui-close = Close
ui-day = Day
ui-dismiss = Dismiss
# Before a sentence that says what is wrong.
ui-error = Error:
ui-hide = Hide
ui-load-more = Load more
ui-loading = Loading
ui-messages = Messages
ui-month = Month
ui-more-of-list = More of this list
ui-offline = You are offline. What you see may be out of date.
ui-optional = (optional)
# Behind what the reader’s own clock shows.
ui-own-clock = your time
ui-picture-chosen = Chosen, not saved yet
ui-picture-sending = Sending the picture
ui-problem = There is a problem
ui-server-away = We can’t reach the server at the moment. What you see may be out of date.
ui-show = Show
ui-try-again = Try again
ui-utc = { $day }, { $time } UTC
# Behind "Show" and "Hide", heard and not seen.
ui-what-you-typed = what you typed
ui-year = Year
ui-your-time = { $day }, { $time } your time
