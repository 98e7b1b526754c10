ui-new-tab = (opens a new tab)
