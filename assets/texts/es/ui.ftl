ui-breadcrumb = Ruta de navegación
ui-close = Cerrar
ui-day = Día
ui-dismiss = Descartar
# Before a sentence that says what is wrong.
ui-error = Error:
ui-hide = Ocultar
ui-load-more = Cargar más
ui-loading = Cargando
ui-messages = Mensajes
ui-month = Mes
ui-more-of-list = Más de esta lista
ui-offline = No tiene conexión. Lo que ve puede no estar al día.
ui-optional = (opcional)
# Behind what the reader’s own clock shows.
ui-own-clock = en su hora
ui-picture-chosen = Elegida, aún sin guardar
ui-picture-sending = Enviando la imagen
ui-problem = Hay un problema
ui-server-away = En este momento no podemos conectar con el servidor. Lo que ve puede no estar al día.
ui-show = Mostrar
ui-try-again = Intentar de nuevo
ui-utc = { $day }, { $time } UTC
# Behind "Show" and "Hide", heard and not seen.
ui-what-you-typed = lo que ha escrito
ui-year = Año
ui-your-time = { $day }, { $time } en su hora
