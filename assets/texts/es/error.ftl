error-answer-unreadable = No se pudo leer la respuesta. Vuelva a cargar la página e inténtelo de nuevo.
error-no-answer = No podemos conectar con el servidor. Compruebe su conexión e inténtelo de nuevo; no se ha perdido nada de lo que ha escrito.
error-page-unreadable = No se pudo leer esta página. Vuelva a cargarla.
error-request-unreadable = No se pudo leer la petición. Vuelva a cargar la página e inténtelo de nuevo.
error-several = { $count ->
    [one] Revise { $count } respuesta.
   *[other] Revise { $count } respuestas.
}
