waiting-about = Cuando queda libre una hora que le conviene, se le reserva durante un tiempo. Mientras tanto, nadie más puede tomarla.
waiting-accept = Aceptar
waiting-accept-asks = Al aceptar, pide esta hora a { $doctor }. Sigue reservada para usted hasta que responda.
waiting-accepted-already = Ya ha aceptado esta hora.
waiting-afternoon = tarde
waiting-afternoon-hours = Tarde, de 12:00 a 17:00
waiting-any-day = Cualquier día
waiting-any-time = cualquier hora
waiting-back = Sus citas
waiting-bad-date = Introduzca una fecha, con día, mes y año.
waiting-bad-days = Elija días del lunes, 1, al domingo, 7.
waiting-bad-doctor = Elija un médico.
waiting-bad-specialty = Elija una especialidad de la lista.
waiting-bad-times = Elija mañana, tarde o última hora.
waiting-date-before-first = Elija una fecha que no sea anterior a la primera.
waiting-date-passed = Elija una fecha que no haya pasado.
waiting-date-too-far = { $count ->
    [one] Elija una fecha dentro del próximo día: no se dan horas más adelante.
   *[other] Elija una fecha dentro de los próximos { $count } días: no se dan horas más adelante.
}
waiting-dates = del { $from } al { $until }
waiting-days = Días
waiting-days-hint = No marque ninguno si le sirve cualquier día
waiting-decline = Rechazar
waiting-declined-already = Ya ha rechazado esta hora.
waiting-done-declined = Ha rechazado la hora. Sigue en la lista de espera.
waiting-done-joined = Está en la lista de espera. Le avisaremos en cuanto se le reserve una hora.
waiting-done-removed = Se ha quitado de su lista de espera.
waiting-earlier = { $when }, { $name }:
waiting-empty = No espera nada
waiting-empty-about = Si ninguna hora libre de un médico le conviene, apúntese a la lista de espera en la página del médico.
waiting-error = Error: { $title }
waiting-evening = última hora
waiting-evening-hours = Última hora, desde las 17:00
waiting-find = Buscar un médico
waiting-from = Desde
waiting-from-hint = Si no, desde hoy
waiting-held-for-you = Esta hora está reservada para usted. Acéptela en su lista de espera.
waiting-held-no-more = Estuvo reservada hasta { $until } y ya no lo está.
waiting-held-until = Está reservada para usted hasta { $until }.
waiting-in-specialty = Lista de espera de { $specialty }
waiting-in-specialty-about = Diga cuándo podría venir. En cuanto algún médico tenga una hora que le convenga, se le reserva y se le avisa.
waiting-join = Apuntarse a la lista de espera
waiting-join-link = ¿Ninguna hora le conviene? Apúntese a la lista de espera
waiting-kind = Tipo de visita
waiting-kind-minutes = { $count ->
    [one] { $name }, { $count } minuto
   *[other] { $name }, { $count } minutos
}
waiting-kind-needs-doctor = Los tipos de visita son de cada médico: elija un médico.
waiting-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
waiting-morning = mañana
waiting-morning-hours = Mañana, antes de las 12:00
waiting-most = { $count ->
    [one] Ya espera { $count } cita. Quite una de su lista de espera antes de añadir otra.
   *[other] Ya espera { $count } citas. Quite una de su lista de espera antes de añadir otra.
}
waiting-need-one = Elija un médico o una especialidad.
waiting-need-reason = Introduzca el motivo de su visita.
waiting-not-both = Elija un médico o una especialidad, no ambos.
waiting-not-offered = Esta hora ya no se ofrece.
waiting-offer-accepted = aceptada
waiting-offer-declined = rechazada
waiting-offer-expired = sin respuesta a tiempo
waiting-offer-withdrawn = ya no está libre
waiting-over = Terminado
waiting-reason = Motivo
waiting-reason-hint = Una línea que diga al médico de qué se trata
waiting-remove = Quitar { $name } de esta página
waiting-state-ended = Terminado
waiting-state-fulfilled = Ya tiene hora
waiting-state-held = Tiene una hora reservada
waiting-state-waiting = En espera
waiting-stop = Dejar de esperar: { $name }
waiting-symptoms = Síntomas
waiting-symptoms-hint = Desde cuándo, con qué frecuencia, con qué intensidad
waiting-the-reason = El motivo
waiting-times = Momentos del día
waiting-times-hint = En la consulta. No marque ninguno si le sirve cualquier hora
waiting-title = Lista de espera
waiting-too-late = Esta hora estuvo reservada para usted hasta ahora. Se ofrece a otras personas; usted sigue en la lista de espera.
waiting-until = Hasta
waiting-until-hint = Si no, mientras se den horas
waiting-visit-ended = Este médico ya no ofrece esta visita, por lo que su espera ha terminado. Para esperar otro tipo de visita, apúntese de nuevo a la lista de espera.
waiting-visit-gone = Este médico ya no ofrece esta visita. Quítela de su lista de espera y apúntese de nuevo.
waiting-when = Cuándo
waiting-who-first = Se pregunta primero a quien más tiempo espera. El médico lee lo que escribe solo cuando usted acepta una hora.
waiting-with-doctor = Lista de espera de { $name }
waiting-with-doctor-about = Diga cuándo podría venir. En cuanto quede libre una hora que le convenga, se le reserva y se le avisa.
