ui-new-tab = (se abre en una pestaña nueva)
