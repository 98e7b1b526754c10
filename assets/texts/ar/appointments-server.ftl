appointments-case-answer-by = مهلة الرد حتى { $day } { $time } { $zone }.
appointments-case-asked = طُلب بدلًا من { $when }.
appointments-case-asks = يطلب { $patient } وقتًا آخر بدلًا من هذا: { $when }.
appointments-case-free-again = مطلوب بدلًا من { $when }، الذي يصبح متاحًا من جديد فور قبولك.
appointments-case-in-place = بدلًا من { $was }.
appointments-case-late = فات الأوان للإلغاء هنا: كان ذلك ممكنًا حتى { $until }. يُرجى إبلاغ العيادة نفسها.
appointments-case-late-at = فات الأوان للإلغاء هنا: كان ذلك ممكنًا حتى { $until }. يُرجى إبلاغ العيادة نفسها: { $name }، { $address }.
appointments-case-moved = نُقل هذا الموعد إلى وقت آخر
appointments-case-patient-waits = الوقت الآخر الذي طلبه المريض ما زال بانتظار ردك
appointments-case-please-answer = يُرجى الرد قبل { $day }، { $time }. بعد ذلك لن يبقى الوقت محجوزًا لك.
appointments-case-reason = السبب
appointments-case-referred-time = غيّرت الإحالة الوقت: كان { $was }.
appointments-case-see-now = عرض حالته الآن
appointments-case-see-other = عرض الوقت الآخر
appointments-case-stays-yours = مطلوب بدلًا من { $when }، الذي يبقى لك إلى أن يُقبل هذا الوقت.
appointments-case-suggestion-waits = اقتُرح وقت آخر، وهو بانتظار الرد
appointments-case-suggests = يقترح { $doctor } هذا الوقت
appointments-case-symptoms = الأعراض
appointments-case-title = { $specialty } لدى { $doctor }
appointments-case-title-patient = { $name }، { $age }
appointments-case-until = يمكنك الإلغاء هنا حتى { $until }.
appointments-case-went = أُحيل هذا الطلب إلى طبيب آخر
appointments-case-you-asked = لقد طلبت { $when } بدلًا من هذا الوقت. وإلى أن يُقبل، يبقى هذا الوقت لك.
appointments-case-you-wait = الوقت الآخر الذي طلبته ما زال بانتظار الرد
appointments-cases-earlier = السابقة
appointments-cases-none = لا مواعيد قادمة
appointments-cases-none-about = ابحث عن طبيب، واختر وقتًا متاحًا، واعرف هنا فورًا ما آل إليه طلبك.
appointments-cases-none-earlier = لا مواعيد سابقة
appointments-cases-none-earlier-about = تُحفظ هنا المواعيد التي انتهت والطلبات التي لم تكتمل.
appointments-cases-to-come = القادمة
appointments-cases-which = أي مواعيد
appointments-ended-again = طلب وقت آخر
appointments-ended-others = أطباء آخرون: { $specialty }
appointments-err-advice-alone = ترافق النصيحة الإحالة، ولم يُحِل أحد هذا الطلب. يُرجى ذكرها في السبب.
appointments-err-ask-address = يُرجى إدخال العنوان ليجده المريض.
appointments-err-ask-name = يُرجى إدخال اسم المكان.
appointments-err-ask-reason = يُرجى إدخال السبب؛ سيقرؤه المريض.
appointments-err-ask-reason-both = يُرجى إدخال السبب؛ سيقرؤه المريض وزميلك.
appointments-err-ask-visit-reason = يُرجى إدخال سبب زيارتك.
appointments-err-changed = تغيّر هذا الموعد منذ أن فتحت الصفحة. يُرجى الاطلاع على حالته الآن ثم اتخاذ القرار.
appointments-err-colleague = يُرجى اختيار زميل.
appointments-err-colleague-busy = زميلك غير متاح في هذا الوقت. يُرجى اختيار وقت آخر.
appointments-err-colleague-list = يُرجى اختيار زميل من القائمة.
appointments-err-doctor = يُرجى اختيار طبيب.
appointments-err-from = يجب أن يكون from لحظة زمنية، مثل 2026-12-24T09:00:00Z.
appointments-err-had-it = سبق أن وصل هذا الطلب إلى هذا الزميل. يُرجى اختيار زميل آخر.
appointments-err-many = لديك { $count } من الطلبات بانتظار الرد. يُرجى إلغاء أحدها أو انتظار الرد قبل تقديم طلب جديد.
appointments-err-no-appointments = لا يستقبل هذا الطبيب مواعيد في الوقت الحالي.
appointments-err-no-requests = لا يستقبل هذا الطبيب طلبات جديدة في الوقت الحالي.
appointments-err-other-time = يُرجى اختيار وقت غير الوقت الحالي.
appointments-err-own-clinic = يُرجى اختيار إحدى عياداتك.
appointments-err-own-specialty = يُرجى اختيار زميل من تخصصك.
appointments-err-patient-busy = لدى المريض موعد آخر في هذا الوقت. يُرجى اختيار وقت آخر.
appointments-err-place-or-clinic = يُرجى اختيار عيادة أو إدخال اسم مكان آخر وعنوانه.
appointments-err-priority = يُرجى اختيار عادية أو عاجلة.
appointments-err-search-most = { $most ->
    [zero] يُرجى البحث بما لا يزيد على { $most } حرف.
    [one] يُرجى البحث بما لا يزيد على حرف واحد.
    [two] يُرجى البحث بما لا يزيد على حرفين.
    [few] يُرجى البحث بما لا يزيد على { $most } أحرف.
    [many] يُرجى البحث بما لا يزيد على { $most } حرفًا.
   *[other] يُرجى البحث بما لا يزيد على { $most } حرف.
}
appointments-err-status = يجب أن يكون status واحدًا أو أكثر مما يلي: pending, proposed, accepted, referred, declined, cancelled, completed, no_show, expired.
appointments-err-symptoms = الأعراض
appointments-err-taken = لم يعد هذا الوقت متاحًا. يُرجى اختيار وقت آخر.
appointments-err-the-address = العنوان
appointments-err-the-advice = النصيحة
appointments-err-the-name = الاسم
appointments-err-the-note = الملاحظة
appointments-err-the-reason = السبب
appointments-err-time = يُرجى اختيار وقت.
appointments-err-to = يجب أن يكون to لحظة زمنية، مثل 2026-12-24T09:00:00Z.
appointments-err-too-late = { $hours ->
    [zero] فات الأوان للإلغاء هنا: الإلغاء متاح حتى { $hours } ساعة قبل الموعد. يُرجى إبلاغ العيادة نفسها: { $place }.
    [one] فات الأوان للإلغاء هنا: الإلغاء متاح حتى ساعة واحدة قبل الموعد. يُرجى إبلاغ العيادة نفسها: { $place }.
    [two] فات الأوان للإلغاء هنا: الإلغاء متاح حتى ساعتين قبل الموعد. يُرجى إبلاغ العيادة نفسها: { $place }.
    [few] فات الأوان للإلغاء هنا: الإلغاء متاح حتى { $hours } ساعات قبل الموعد. يُرجى إبلاغ العيادة نفسها: { $place }.
    [many] فات الأوان للإلغاء هنا: الإلغاء متاح حتى { $hours } ساعة قبل الموعد. يُرجى إبلاغ العيادة نفسها: { $place }.
   *[other] فات الأوان للإلغاء هنا: الإلغاء متاح حتى { $hours } ساعة قبل الموعد. يُرجى إبلاغ العيادة نفسها: { $place }.
}
appointments-err-two-places = لقد أدخلت مكانًا آخر. يُرجى اختيار «مكان آخر» لاستخدامه أو مسح ما كتبته.
appointments-err-version = يجب أن يكون الإصدار هو الرقم الذي جاء مع الموعد.
appointments-err-when = يجب أن يكون when إما upcoming أو past.
appointments-err-you-busy = لديك موعد آخر في هذا الوقت. يُرجى اختيار وقت آخر أو إلغاء الموعد الآخر أولًا.
appointments-history = ما حدث
appointments-history-advice = النصيحة
appointments-history-now = { $before }، والآن { $doctor }
appointments-history-then = { $before }، ثم { $doctor }
appointments-ics-cancelled = أُلغي. التفاصيل: { $page }
appointments-ics-confirmed = التفاصيل والتغييرات: { $page }
appointments-ics-doctor = موعد: { $initials }
appointments-ics-patient = موعد مع { $doctor }، { $specialty }
appointments-ics-tentative = مقترح ولم يُتفق عليه بعد. للرد: { $page }
appointments-letter-advice = النصيحة
appointments-letter-from = إحالة من { $doctor }
appointments-letter-from-about = لا يرى المريض الملاحظة الموجهة إليك. وسيعلم { $doctor } إن قبلت الطلب أم لا.
appointments-letter-note = ملاحظة لك
appointments-letter-outcome = النتيجة
appointments-letter-theirs = ما يكتبه زميلك والمريض أحدهما للآخر يبقى بينهما.
appointments-letter-to = إحالة إلى { $doctor }
appointments-letter-why = السبب
appointments-letter-your-note = ملاحظتك
appointments-patient-age = { $count ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
appointments-patient-born = { $date } ({ $age })
appointments-patient-information = بيانات المريض
appointments-patient-looks = تُسجَّل كل مشاهدة لهذه البيانات.
appointments-patient-nothing = لم يُدخل شيء
appointments-patient-visits = المواعيد معك
appointments-patients-lede = الأشخاص الذين لديك موعد معهم أو كان لك موعد معهم خلال عام.
appointments-patients-none = لا مرضى بعد
appointments-patients-none-about = يظهر هنا كل من يطلب موعدًا معك.
appointments-rule-accepted = تم قبول هذا الموعد من قبل.
appointments-rule-begun = حان وقت هذا الموعد، فلم يعد ذلك ممكنًا.
appointments-rule-cancelled = تم إلغاء هذا الموعد.
appointments-rule-declined = تم رفض هذا الطلب.
appointments-rule-expired = انتهت مهلة هذا الطلب.
appointments-rule-moving = طُلب وقت آخر، ويجب الرد على ذلك أولًا.
appointments-rule-not-begun = لم يبدأ هذا الموعد بعد.
appointments-rule-not-due = لا يزال هناك وقت للرد.
appointments-rule-over = انتهى هذا الموعد.
appointments-rule-overdue = انتهت مهلة الرد، فلم يعد ذلك ممكنًا.
appointments-rule-pending = لا يزال هذا الطلب بانتظار الرد.
appointments-rule-proposed = تم اقتراح وقت آخر.
appointments-rule-referred = تمت إحالة هذا الطلب إلى زميل.
appointments-rule-short-notice = فات الأوان للإلغاء هنا.
appointments-sent = تم إرسال طلبك
appointments-sent-answer = سيرد { $doctor } قبل { $day }، { $time } { $zone }.
appointments-sent-held = يبقى الوقت محجوزًا لك حتى ذلك الحين. ستعرف الرد في هذه الصفحة، ومن الجرس أعلاه، وفي قائمة مواعيدك. لا داعي للاتصال.
appointments-step-at-instead = { $step }: { $becomes }، بدلًا من { $was }
appointments-step-moved-to = طلب { $actor } { $becomes } بدلًا من { $was }
appointments-step-referred-to = أحال { $actor } المريض إلى { $colleague }
appointments-step-referred-to-urgent = أحال { $actor } المريض إحالة عاجلة إلى { $colleague }
appointments-step-referred-you = أحالك { $actor } إلى زميل
appointments-step-referred-you-to = أحالك { $actor } إلى { $colleague }
appointments-step-referred-you-to-urgent = أحالك { $actor } إحالة عاجلة إلى { $colleague }
appointments-step-suggested-to = اقترح { $actor } { $becomes } بدلًا من { $was }
appointments-step-you-agreed = وافقت على الوقت المقترح
appointments-step-you-asked = طلبت موعدًا لدى { $doctor }
appointments-step-you-cancelled = ألغيت الموعد
appointments-step-you-expired = لم ترد في الوقت المحدد
appointments-step-you-moved = طلبت وقتًا آخر
appointments-step-you-moved-to = طلبت { $becomes } بدلًا من { $was }
appointments-ticket-add = إضافة إلى التقويم
appointments-ticket-map = عرض على الخريطة
appointments-ticket-place-later = يؤكد الطبيب المكان عند القبول.
appointments-ticket-take-out = إزالة من تقويمك
appointments-ticket-update = تحديث تقويمك
appointments-times-other-days = أيام أخرى
appointments-times-time = الوقت
appointments-week-at = { $hours }، { $clinic }
appointments-week-clinics-clock = { $clinics }: { $clock }
appointments-week-clock = جميع الأوقات حسب { $clock }.
appointments-week-clocks = جميع الأوقات حسب توقيت المكان نفسه. { $clocks }.
appointments-week-clocks-and = { $before }؛ { $next }
appointments-week-closed = مغلق
appointments-week-closed-all = مغلق طوال اليوم
appointments-week-closed-hours = مغلق { $hours }
appointments-week-days = { $from } إلى { $to }
appointments-week-eyebrow = الأسبوع
appointments-week-free = متاح { $hours }
appointments-week-held = محجوز لـ { $patient } حتى { $until }
appointments-week-item = { $hours } { $name }، { $status }
appointments-week-line-closed = { $days }: مغلق{ $rest }
appointments-week-line-extra = { $days }: ساعات إضافية{ $rest }
appointments-week-next = الأسبوع التالي
appointments-week-no-hours = ليس لديك ساعات عمل بعد.
appointments-week-nothing = لا شيء مقرر
appointments-week-offset-from = { $before }، وابتداءً من { $day } { $offset }
appointments-week-previous = الأسبوع السابق
appointments-week-say-hours = حدِّد متى وأين تعمل
appointments-week-shut-day = { $date } · مغلق
appointments-week-this = هذا الأسبوع
appointments-week-title = الأسبوع { $dates }
appointments-week-today = { $date } · اليوم
appointments-week-unusual = خلافًا للمعتاد
appointments-week-weeks = الأسابيع
appointments-week-zone = توقيت { $place } ({ $offsets })
