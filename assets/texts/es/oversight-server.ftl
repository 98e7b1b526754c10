oversight-accepted = Aceptadas
oversight-answer-time = Tiempo de respuesta
oversight-answered-in = { $count ->
    [one] Mediana { $median }, percentil 90 { $ninetieth }, de { $count } respuesta.
   *[other] Mediana { $median }, percentil 90 { $ninetieth }, de { $count } respuestas.
}
oversight-answered-otherwise = Respondidas de otro modo
oversight-answers = Respuestas
oversight-answers-by-hours = Respuestas, según las horas que tardaron
oversight-became = { $count ->
    [one] De { $count } solicitud, las que llegaron a ser citas: { $made }.
   *[other] De { $count } solicitudes, las que llegaron a ser citas: { $made }.
}
oversight-busiest = Horas más solicitadas
oversight-busiest-what = Cuándo piden venir los pacientes, en la hora de la consulta. Lo más frecuente: { $hour }.
oversight-by-month = Por meses.
oversight-by-week = Por semanas.
oversight-cancelled = Canceladas
oversight-clock = hora de { $place }
oversight-column-month = Una columna por mes, con lo aceptado, lo respondido de otro modo y lo no respondido.
oversight-column-wait = Una columna por cada duración, con cuántas respuestas tardaron eso.
oversight-column-week = Una columna por semana, con lo aceptado, lo respondido de otro modo y lo no respondido.
oversight-count = Número
oversight-count-requests = { $count ->
    [one] { $count } solicitud
   *[other] { $count } solicitudes
}
oversight-days = Días
oversight-declined = Rechazadas
oversight-download = Descargar como CSV
oversight-expired = Caducadas
oversight-expired-unanswered = { $count ->
    [one] Una solicitud caducó sin respuesta.
   *[other] { $count } solicitudes caducaron sin respuesta.
}
oversight-field-hour = Una casilla por cada hora de la semana, más intensa cuantas más solicitudes.
oversight-first-ahead = Elija un primer día que no esté en el futuro.
oversight-first-day = Primer día
oversight-from-to = del { $from } al { $to }
oversight-hour = Hora
oversight-hour-of-week = { $weekday } { $time }
oversight-hour-words = { $count ->
    [one] { $hour }: { $count } solicitud
   *[other] { $hour }: { $count } solicitudes
}
oversight-hours = { $hours } h
oversight-hours-minutes = { $hours } h { $minutes } min
oversight-how-long = Cuánto tardaron las respuestas
oversight-labelled = { $label }: { $figure }
oversight-last-30 = Últimos 30 días
oversight-last-90 = Últimos 90 días
oversight-last-before-first = El último día no puede ser anterior al primero.
oversight-last-day = Último día
oversight-last-year = Últimos 12 meses
oversight-lasting-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
oversight-lasting-days-hours = { $days ->
    [one] { $days } día { $hours } h
   *[other] { $days } días { $hours } h
}
oversight-lede = Cómo van sus solicitudes. En estas cifras no hay nombres ni nada sobre la salud de nadie.
oversight-median = Mediana del tiempo de respuesta
oversight-median-answer = Respuesta mediana
oversight-method = Cómo se cuenta esto
oversight-method-answered = «Aceptadas», «otra hora», «derivadas» y «rechazadas» son proporciones de las solicitudes que usted respondió. «Caducadas» es la proporción que nadie respondió a tiempo.
oversight-method-days = Todas las cifras son de las solicitudes que llegaron en estos días, incluidas las derivaciones y las citas cambiadas de hora. Un día empieza a medianoche en { $place }, donde está su primera consulta.
oversight-method-hours = Las horas son las del reloj de la consulta, según cuándo empieza la cita.
oversight-method-made = «Canceladas» es la proporción de las citas concertadas que anuló una de las partes; las que se cambiaron de hora no están entre ellas. «Ausencias» es la proporción de las visitas cuya hora ya ha llegado.
oversight-method-time = El tiempo de respuesta va desde la solicitud hasta su primera respuesta: aceptar, rechazar, derivar o proponer otra hora. Las solicitudes que caducaron o se retiraron antes no tienen ninguno. La mitad de sus respuestas no tardaron más que la mediana.
oversight-minutes = { $minutes } min
oversight-month = { $month } { $year }
oversight-most-asked-for = Las más solicitadas
oversight-most-came = El periodo con más: { $period }, { $count }.
oversight-need-day = Indique un día del calendario como año, mes y día, por ejemplo 2026-11-05.
oversight-newcomer = Todavía nadie le ha solicitado una cita
oversight-newcomer-go = Ver su horario
oversight-newcomer-what = Cuando lleguen solicitudes, verá aquí cuántas son, cuánto tarda en responder, cómo terminan y qué horas pide la gente.
oversight-nine-in-ten = Nueve de cada diez
oversight-nine-in-ten-within = nueve de cada diez en { $time }
oversight-no-show = Ausencias
oversight-none-waits = ninguna espera su respuesta
oversight-not-answered = Sin responder
oversight-not-answered-yet = Todavía no ha respondido a ninguna de estas solicitudes.
oversight-nothing = En estos días no llegó ninguna solicitud
oversight-nothing-go = Los últimos 12 meses
oversight-nothing-what = Elija otros, o mire un periodo más largo.
oversight-number = { $number }
oversight-of = De
oversight-of-answered = { $count } respondidas
oversight-of-answered-or-expired = { $count } respondidas o caducadas
oversight-of-answers = { $of ->
    [one] { $count } de { $of } respuesta
   *[other] { $count } de { $of } respuestas
}
oversight-of-made = { $count } concertadas
oversight-of-visits = { $of ->
    [one] { $count } de { $of } visita
   *[other] { $count } de { $of } visitas
}
oversight-of-visits-all = { $count ->
    [one] { $count } visita
   *[other] { $count } visitas
}
oversight-other-time = Otra hora
oversight-over-time = Solicitudes a lo largo del tiempo
oversight-own = Otros días
oversight-own-days = Sus propias fechas
oversight-percent = { $number } %
oversight-period-day = { $date } { $year }
oversight-period-in-month = { $from } al { $to } { $year }
oversight-period-in-months = { $from } al { $to } { $year }
oversight-period-words = { $count ->
    [one] { $period }: { $count } solicitud, aceptadas: { $accepted }
   *[other] { $period }: { $count } solicitudes, aceptadas: { $accepted }
}
oversight-rates = Cómo van las solicitudes
oversight-rates-table = Cómo van las solicitudes, en proporciones
oversight-referred = Derivadas
oversight-requests = Solicitudes
oversight-requests-by-hour = Solicitudes por hora y día de la semana
oversight-requests-by-month = Solicitudes por meses
oversight-requests-by-week = Solicitudes por semanas
oversight-share = Proporción
oversight-share-of = { $percent } · { $count } de { $of }
oversight-show = Mostrar estos días
oversight-table = Las cifras en una tabla
oversight-three-years = Elija tres años como máximo de una vez.
oversight-title = Informes
oversight-title-error = Error: Informes
oversight-too-early = Elija un día del año { $year } o posterior.
oversight-too-many = En estos días llegaron más de { $most } solicitudes. Elija menos días.
oversight-under-a-minute = menos de un minuto
oversight-unknown-length = Elija uno de los periodos de arriba, o sus propias fechas.
oversight-wait-between = de { $from } a { $until } horas
oversight-wait-hour = menos de una hora
oversight-wait-over = { $from } horas o más
oversight-wait-under = menos de { $until } horas
oversight-wait-words = { $count ->
    [one] { $wait }: { $count } respuesta
   *[other] { $wait }: { $count } respuestas
}
oversight-waiting = En espera
oversight-waiting-for-you = { $count ->
    [one] { $count } de ellas espera su respuesta
   *[other] { $count } de ellas esperan su respuesta
}
oversight-what-happened = Qué pasó
oversight-withdrawn = Retiradas
