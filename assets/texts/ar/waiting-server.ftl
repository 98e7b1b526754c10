waiting-about = عندما يتوفر وقت يناسبك، يُحجز لك لفترة، ولا يمكن لأحد غيرك أخذه خلالها.
waiting-accept = قبول
waiting-accept-asks = عند القبول يُطلب هذا الوقت من { $doctor }. ويبقى محجوزًا لك إلى أن يصل الرد.
waiting-accepted-already = لقد قبلت هذا الوقت من قبل.
waiting-afternoon = بعد الظهر
waiting-afternoon-hours = بعد الظهر، من 12:00 إلى 17:00
waiting-any-day = أي يوم
waiting-any-time = أي وقت
waiting-back = مواعيدك
waiting-bad-date = يُرجى إدخال تاريخ باليوم والشهر والسنة.
waiting-bad-days = يُرجى اختيار أيام من الاثنين، 1، إلى الأحد، 7.
waiting-bad-doctor = يُرجى اختيار طبيب.
waiting-bad-specialty = يُرجى اختيار تخصص من القائمة.
waiting-bad-times = يُرجى اختيار الصباح أو بعد الظهر أو المساء.
waiting-date-before-first = يُرجى اختيار تاريخ لا يسبق التاريخ الأول.
waiting-date-passed = يُرجى اختيار تاريخ لم يمضِ بعد.
waiting-date-too-far = { $count ->
    [zero] يُرجى اختيار تاريخ خلال { $count } يوم: لا تُعطى مواعيد أبعد من ذلك.
    [one] يُرجى اختيار تاريخ خلال يوم واحد: لا تُعطى مواعيد أبعد من ذلك.
    [two] يُرجى اختيار تاريخ خلال يومين: لا تُعطى مواعيد أبعد من ذلك.
    [few] يُرجى اختيار تاريخ خلال { $count } أيام: لا تُعطى مواعيد أبعد من ذلك.
    [many] يُرجى اختيار تاريخ خلال { $count } يومًا: لا تُعطى مواعيد أبعد من ذلك.
   *[other] يُرجى اختيار تاريخ خلال { $count } يوم: لا تُعطى مواعيد أبعد من ذلك.
}
waiting-dates = من { $from } إلى { $until }
waiting-days = الأيام
waiting-days-hint = لا تحدد شيئًا إن كان أي يوم يناسبك
waiting-decline = رفض
waiting-declined-already = لقد رفضت هذا الوقت من قبل.
waiting-done-declined = لقد رفضت الوقت، وما زلت في قائمة الانتظار.
waiting-done-joined = أنت في قائمة الانتظار. سنُبلغك فور حجز وقت لك.
waiting-done-removed = تمت الإزالة من قائمة انتظارك.
waiting-earlier = { $when }، { $name }:
waiting-empty = لا تنتظر شيئًا
waiting-empty-about = إن لم يناسبك أي وقت متاح لدى الطبيب، يمكنك الانضمام إلى قائمة الانتظار من صفحته.
waiting-error = خطأ: { $title }
waiting-evening = المساء
waiting-evening-hours = المساء، من 17:00
waiting-find = البحث عن طبيب
waiting-from = من
waiting-from-hint = وإلا فمن اليوم
waiting-held-for-you = هذا الوقت محجوز لك. يُرجى قبوله في قائمة انتظارك.
waiting-held-no-more = كان محجوزًا حتى { $until }، ولم يعد كذلك.
waiting-held-until = إنه محجوز لك حتى { $until }.
waiting-in-specialty = انتظار وقت في { $specialty }
waiting-in-specialty-about = أخبرنا متى يمكنك الحضور. فور توفر وقت مناسب لدى أي طبيب، يُحجز لك ويصلك إشعار.
waiting-join = الانضمام إلى قائمة الانتظار
waiting-join-link = لا وقت مناسب؟ انضم إلى قائمة الانتظار
waiting-kind = نوع الزيارة
waiting-kind-minutes = { $count ->
    [zero] { $name }، { $count } دقيقة
    [one] { $name }، دقيقة واحدة
    [two] { $name }، دقيقتان
    [few] { $name }، { $count } دقائق
    [many] { $name }، { $count } دقيقة
   *[other] { $name }، { $count } دقيقة
}
waiting-kind-needs-doctor = أنواع الزيارات خاصة بكل طبيب: يُرجى اختيار طبيب.
waiting-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
waiting-morning = الصباح
waiting-morning-hours = الصباح، قبل 12:00
waiting-most = { $count ->
    [zero] أنت تنتظر { $count } موعد بالفعل. يُرجى إزالة واحد من قائمة انتظارك قبل إضافة آخر.
    [one] أنت تنتظر موعدًا واحدًا بالفعل. يُرجى إزالة واحد من قائمة انتظارك قبل إضافة آخر.
    [two] أنت تنتظر موعدين بالفعل. يُرجى إزالة واحد من قائمة انتظارك قبل إضافة آخر.
    [few] أنت تنتظر { $count } مواعيد بالفعل. يُرجى إزالة واحد من قائمة انتظارك قبل إضافة آخر.
    [many] أنت تنتظر { $count } موعدًا بالفعل. يُرجى إزالة واحد من قائمة انتظارك قبل إضافة آخر.
   *[other] أنت تنتظر { $count } موعد بالفعل. يُرجى إزالة واحد من قائمة انتظارك قبل إضافة آخر.
}
waiting-need-one = يُرجى اختيار طبيب أو تخصص.
waiting-need-reason = يُرجى إدخال سبب زيارتك.
waiting-not-both = يُرجى اختيار طبيب أو تخصص، لا كليهما.
waiting-not-offered = لم يعد هذا الوقت معروضًا.
waiting-offer-accepted = قُبل
waiting-offer-declined = رُفض
waiting-offer-expired = لم يُجب في الوقت المحدد
waiting-offer-withdrawn = لم يعد متاحًا
waiting-over = ما انتهى
waiting-reason = السبب
waiting-reason-hint = سطر واحد يوضح للطبيب موضوع الزيارة
waiting-remove = إزالة { $name } من هذه الصفحة
waiting-state-ended = انتهى
waiting-state-fulfilled = لديك وقت
waiting-state-held = هناك وقت محجوز لك
waiting-state-waiting = قيد الانتظار
waiting-stop = إيقاف انتظار { $name }
waiting-symptoms = الأعراض
waiting-symptoms-hint = منذ متى، وكم مرة، وما شدتها
waiting-the-reason = السبب
waiting-times = أوقات اليوم
waiting-times-hint = بتوقيت العيادة. لا تحدد شيئًا إن كان أي وقت يناسبك
waiting-title = قائمة الانتظار
waiting-too-late = كان هذا الوقت محجوزًا لك حتى الآن. وهو يُعرض على آخرين، وما زلت في قائمة الانتظار.
waiting-until = إلى
waiting-until-hint = وإلا فما دامت تُعطى مواعيد
waiting-visit-ended = لم يعد هذا الطبيب يقدم هذه الزيارة، ولذلك انتهى انتظارك. لانتظار نوع آخر من الزيارات، يُرجى الانضمام إلى قائمة الانتظار من جديد.
waiting-visit-gone = لم يعد هذا الطبيب يقدم هذه الزيارة. يُرجى إزالتها من قائمة انتظارك والانضمام من جديد.
waiting-when = متى
waiting-who-first = يُسأل أولًا من انتظر أطول. ولا يقرأ الطبيب ما تكتبه إلا بعد قبولك وقتًا.
waiting-with-doctor = انتظار وقت لدى { $name }
waiting-with-doctor-about = أخبرنا متى يمكنك الحضور. فور توفر وقت مناسب، يُحجز لك ويصلك إشعار.
