availability-bad-days = Days debe ser un número de 1 a { $most }.
availability-bad-from = From debe ser una fecha, como 2026-12-24.
availability-changed-meanwhile = Su horario ha cambiado mientras tanto, quizá en otra pestaña. Vuelva a cargar esta página y cámbielo ahí.
availability-clinic-changed = Esta consulta ha cambiado mientras tanto, quizá en otra pestaña. Vuelva a cargar esta página y cámbiela o elimínela ahí.
availability-clinic-in-use = { $count ->
    [one] Hay una cita abierta en esta consulta. Cambie o cancele primero lo que está abierto allí.
   *[other] Hay { $count } citas abiertas en esta consulta. Cambie o cancele primero lo que está abierto allí.
}
availability-clinics-most = { $count ->
    [one] Tiene { $count } consulta, que es el máximo posible. Elimine alguna que ya no necesite.
   *[other] Tiene { $count } consultas, que es el máximo posible. Elimine alguna que ya no necesite.
}
availability-degrees = Indique grados entre -{ $most } y { $most }, por ejemplo 40.4168.
availability-does-not-fit = Una cita de esta duración no cabe en estas horas.
availability-earlier = Días anteriores
availability-end-too-soon = El final debe ser posterior al principio.
availability-free = Horas libres
availability-last-before-first = El último día no puede ser anterior al primero.
availability-last-too-far = Indique un último día que no pase de un año desde el primero.
availability-later = Días posteriores, desde el { $weekday } { $date }
availability-latitude-too = Indique también la latitud, o deje las dos vacías.
availability-left = { $count ->
    [one] Este horario deja fuera 1 cita: { $list }. Se queda hasta que usted la cambie o la cancele. Marque la casilla para guardar de todos modos.
   *[other] Este horario deja fuera { $count } citas: { $list }. Se quedan hasta que usted las cambie o las cancele. Marque la casilla para guardar de todos modos.
}
availability-left-more = { $list }; y { $count } más
availability-left-next = { $list }; { $next }
availability-left-one = { $name }, { $day }, { $hours }
availability-longitude-too = Indique también la longitud, o deje las dos vacías.
availability-map-of = Mapa de { $name }, { $address }
availability-map-too-long = Use { $most } caracteres como máximo.
availability-need-address = Escriba la dirección de la consulta.
availability-need-buffer = Indique un número entero de minutos, { $most } como máximo.
availability-need-cap = Indique un número entero de citas, { $most } como máximo.
availability-need-date = Indique una fecha, como 2026-12-24.
availability-need-horizon = Indique un número entero de días, de 1 a 365.
availability-need-kind = Elija «closed» o «extra».
availability-need-length = Indique un número entero de minutos, de 10 a 120.
availability-need-name = Escriba el nombre de la consulta.
availability-need-notice = Indique un número entero de minutos, una semana como máximo (10080).
availability-need-own-clinic = Elija una de sus consultas.
availability-need-point = Indique dónde: una latitud y una longitud.
availability-need-time = Indique una hora del día, como 09:00.
availability-need-visit = Elija un tipo de visita de la lista.
availability-need-visit-minutes = Indique cuántos minutos dura.
availability-need-visit-name = Escriba un nombre, como «Primera visita».
availability-need-weekday = Elija un día de la semana, de 1 (lunes) a 7 (domingo).
availability-need-weekly = Indique su horario semanal; una lista vacía si no hay ninguno.
availability-need-zone = Elija la zona horaria de la consulta.
availability-need-zoom = Indique cuánto acercar: de 0 a { $most }.
availability-no-such-zone = Elija una zona horaria de la lista, como Europe/Madrid.
availability-none-after = No hay más horas libres
availability-none-after-why = A partir del { $date }, todo lo que se puede solicitar está ocupado o cerrado.
availability-none-until = Sin horas libres hasta el { $weekday } { $date }
availability-other-days = Otros días
availability-overlap = Estas horas se solapan con las de { $from } a { $to } del mismo día.
availability-own-clock = debajo de cada hora, lo que marca entonces su propio reloj
availability-too-long = Escriba { $most } caracteres como máximo.
availability-too-many-days = Indique { $most } excepciones como máximo.
availability-too-many-visits = Indique { $most } tipos de visita como máximo.
availability-too-many-weekly = Indique { $most } filas de horario semanal como máximo.
availability-unshowable = Quite el carácter que no se puede mostrar.
availability-visit-kind = Tipo de visita
availability-visit-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
availability-visit-name-taken = Otro tipo de visita tiene este nombre.
availability-visit-not-yours = No es ninguno de sus tipos de visita, o aparece dos veces.
