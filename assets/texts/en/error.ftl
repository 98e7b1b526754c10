error-answer-unreadable = The answer could not be read. Reload the page and try again.
error-no-answer = We can't reach the server. Check your connection and try again; nothing you typed is lost.
error-page-unreadable = This page could not be read. Reload it.
error-request-unreadable = That request could not be read. Reload the page and try again.
error-several = { $count ->
    [one] { $count } answer needs your attention.
   *[other] { $count } answers need your attention.
}
