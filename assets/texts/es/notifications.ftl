notifications-back = Volver a lo más reciente
notifications-bell-unread = Avisos, { $count } sin leer
notifications-empty = Todavía nada
notifications-empty-go = Ir a sus citas
notifications-empty-why = Aquí se le informa de cada paso de sus citas: al momento mientras tenga una página abierta, y siempre que vuelva.
notifications-list = Lo más reciente primero
notifications-map = Abrir en un mapa
notifications-mark-all = Marcar todo como leído
notifications-mark-one = Marcar como leído
notifications-session-ended = Su sesión ha terminado.
notifications-show = Ver
notifications-sign-in = Iniciar sesión
notifications-summary = { $count ->
    [0] Los ha leído todos.
    [one] { $count } está sin leer.
   *[other] { $count } están sin leer.
}
notifications-title = Avisos
notifications-unread = No leído
