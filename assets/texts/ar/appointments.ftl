appointments-accept = قبول
appointments-accept-this = قبول هذا الطلب
appointments-accepted = تم إبلاغ { $name } بقبولك.
appointments-accepted-where = تم إبلاغ { $name } بقبولك وبمكان الموعد.
appointments-advice = النصيحة
appointments-advice-hint = ما تقترحه بدلًا من ذلك. سيقرؤها المريض و{ $name }.
appointments-agree = الموافقة على هذا الوقت
appointments-agreed = تم الاتفاق على الموعد.
appointments-another-place = مكان آخر
appointments-another-place-hint = يُرجى إدخال اسمه وعنوانه أدناه
appointments-another-place-what = اسم المكان الآخر وعنوانه
appointments-another-time = وقت آخر
appointments-answer-by = الرد قبل { $day } { $time }
appointments-answers = { $count ->
    [zero] يرد { $name } خلال { $count } ساعة وقبل الموعد.
    [one] يرد { $name } خلال ساعة واحدة وقبل الموعد.
    [two] يرد { $name } خلال ساعتين وقبل الموعد.
    [few] يرد { $name } خلال { $count } ساعات وقبل الموعد.
    [many] يرد { $name } خلال { $count } ساعة وقبل الموعد.
   *[other] يرد { $name } خلال { $count } ساعة وقبل الموعد.
}
appointments-cancel = إلغاء الموعد
appointments-cancel-told = يُبلَّغ { $name } فورًا، ويصبح الوقت متاحًا للآخرين. لا يمكن التراجع عن ذلك.
appointments-cancelled = تم الإلغاء وإبلاغ { $name }.
appointments-choose-time = اختر وقتًا
appointments-colleague = الزميل
appointments-count = { $count ->
    [zero] لا مواعيد
    [one] موعد واحد
    [two] موعدان
    [few] { $count } مواعيد
    [many] { $count } موعدًا
   *[other] { $count } موعد
}
appointments-decline = رفض
appointments-decline-hint = سيقرؤه المريض، ويصبح الوقت متاحًا من جديد.
appointments-declined = تم الرفض وإبلاغ المريض بالسبب.
appointments-earlier = السابقة
appointments-earlier-none = لا شيء سابق
appointments-earlier-none-why = يُحفظ هنا ما انتهى.
appointments-feed = العنوان الخاص
appointments-feed-about = يجلب البرنامج مواعيدك من عنوان لا يعرفه غيرك. ومن يحصل عليه يمكنه قراءة أوقاتها وأماكنها، لا أسبابها أبدًا.
appointments-feed-again = إنشاء عنوان جديد
appointments-feed-again-hint = سيتوقف عندئذ عنوانك الحالي عن العمل.
appointments-feed-copied = تم نسخ العنوان.
appointments-feed-copy = نسخ
appointments-feed-lede = يمكن لبرنامج التقويم لديك عرض مواعيدك ومتابعة كل تغيير تلقائيًا.
appointments-feed-make = إنشاء عنوان خاص
appointments-feed-now = انسخ العنوان الآن
appointments-feed-once = لن يظهر إلا هذه المرة. في برنامج التقويم اختر «الاشتراك» أو «إضافة تقويم من عنوان».
appointments-feed-open = فتح في برنامج التقويم
appointments-feed-remove = إزالة العنوان
appointments-feed-removed = تمت إزالة العنوان.
appointments-feed-since = لديك عنوان منذ { $date }. لا نحتفظ بنسخة منه يمكننا عرضها.
appointments-feed-title = تقويمك
appointments-figure-pending = قيد الانتظار
appointments-held = يبقى الوقت محجوزًا لك حتى ذلك الحين. ولا يستطيع قراءة ما تكتبه إلا هذا الطبيب ومن تُحال إليه.
appointments-in-place = بدلًا من { $when }
appointments-keep = يبقى لك موعدك السابق: { $when }.
appointments-keep-patient = يحتفظ المريض بموعده السابق: { $when }.
appointments-late = فات الأوان
appointments-more = المزيد
appointments-more-about = عن { $name }
appointments-move = نقل الموعد
appointments-move-about = يُطلب من { $name } الوقت الذي تختاره. وإلى أن يُقبل، يبقى الوقت الحالي محجوزًا لك.
appointments-move-asked = طُلب وقت آخر: { $when }
appointments-move-told = تم إبلاغ { $name } بالوقت الآخر.
appointments-nearest = أقرب الأوقات المتاحة
appointments-no-show = لم يحضر المريض
appointments-no-show-told = يُبلَّغ { $name } بذلك. لا يمكن التراجع عن ذلك.
appointments-note = ملاحظة
appointments-note-hint = ما يجب إحضاره، وأي جرس يُقرع
appointments-note-read = سيقرؤها المريض.
appointments-note-to-you = ملاحظة لك: { $note }
appointments-one = الموعد
appointments-outcome = { $step }، { $day } { $time }
appointments-outcome-at = { $step }: { $when }
# A day and a time, a name and an age, a place and its address.
appointments-pair = { $first }، { $second }
appointments-place-name = اسم المكان
appointments-priority = الأولوية
appointments-reason = السبب
appointments-reason-hint = سطر واحد يوضح للطبيب موضوع الزيارة
appointments-reason-read = سيقرؤه الطبيب.
appointments-refer = إحالة
appointments-refer-busy = غير متاح حينها
appointments-refer-find = البحث عن زميل بالاسم
appointments-refer-find-hint = في الأسفل من لديهم أقرب وقت متاح.
appointments-refer-first = تظهر أولًا لدى زميلك
appointments-refer-free = متاح في الوقت نفسه
appointments-refer-full = لا وقت متاح لديه حاليًا
appointments-refer-next = الوقت التالي { $day } { $time }، { $zone }
appointments-refer-none = لا يوجد طبيب آخر من تخصصك يستقبل الطلبات ولم يصل إليه هذا الطلب من قبل.
appointments-refer-none-named = لا يوجد بهذا الاسم زميل يمكنه استقبال الطلب.
appointments-refer-note = ملاحظة لزميلك
appointments-refer-note-hint = لهذا الزميل وحده، ولا يراها المريض.
appointments-refer-reason-hint = سيقرؤه المريض ومن يصل إليه الطلب بعدك.
appointments-refer-same = الوقت نفسه: { $day }، { $hours }
appointments-refer-search = بحث
appointments-referred = تمت الإحالة وإبلاغ المريض وزميلك.
appointments-referred-by = إحالة من { $name }: { $reason }
appointments-referred-to = أُحيل إلى { $name }.
appointments-request = طلب موعد
appointments-request-kind = ما نوع الزيارة؟
appointments-request-send = طلب الموعد
appointments-request-with = طلب موعد لدى { $name }
appointments-request-yours = طلبك
appointments-requests-go = عرض ساعات عملك
appointments-requests-none = لا توجد طلبات
appointments-requests-none-why = تظهر الطلبات الجديدة هنا تلقائيًا. ويرى المرضى الأوقات المتاحة ضمن ساعات عملك.
appointments-requests-order = العاجلة أولًا، ثم الأقرب وقتًا
appointments-routine = عادية
appointments-slot = { $day }، { $hours }، { $zone }
appointments-slot-of = { $name }: { $when }
appointments-status-accepted = مقبول
appointments-status-cancelled = ملغى
appointments-status-completed = مكتمل
appointments-status-declined = مرفوض
appointments-status-expired = منتهي الصلاحية
appointments-status-no-show = لم يحضر
appointments-status-pending = قيد الانتظار
appointments-status-proposed = مقترح
appointments-status-referred = مُحال
appointments-step-accepted = قبل { $actor } الطلب
appointments-step-agreed = وافق { $actor } على الوقت المقترح
appointments-step-asked = طلب { $actor } موعدًا لدى { $doctor }
appointments-step-cancelled = ألغى { $actor } الموعد
appointments-step-completed = سجّل { $actor } أن الزيارة تمت
appointments-step-declined = رفض { $actor } الطلب
appointments-step-expired = لم يرد { $doctor } في الوقت المحدد
appointments-step-expired-patient = لم يرد المريض في الوقت المحدد
appointments-step-given-up = تم التخلي عن الوقت الآخر
appointments-step-moved = طلب { $actor } وقتًا آخر
appointments-step-no-show = سجّل { $actor } أن المريض لم يحضر
appointments-step-referred = أحال { $actor } المريض إلى زميل
appointments-step-suggested = اقترح { $actor } وقتًا آخر
appointments-suggest = اقتراح وقت آخر
appointments-suggest-about = يُحجز الوقت الذي تختاره باسم { $name } إلى أن تصل الموافقة أو الإلغاء. ويصبح الوقت الحالي متاحًا من جديد فورًا.
appointments-symptoms = الأعراض
appointments-symptoms-hint = منذ متى، وكم مرة، وما شدتها
appointments-this-week = هذا الأسبوع
appointments-time = الوقت
appointments-to-come = القادمة
appointments-to-come-none = لا مواعيد مقبولة قادمة
appointments-to-come-none-why = تظهر هنا الطلبات التي تقبلها إلى أن تنتهي.
appointments-today = اليوم
appointments-today-none = لا مواعيد اليوم.
appointments-took-place = تمت الزيارة
appointments-urgent = عاجلة
appointments-waiting = { $count ->
    [zero] لا أحد ينتظر ردك
    [one] شخص واحد ينتظر ردك
    [two] شخصان ينتظران ردك
    [few] { $count } أشخاص ينتظرون ردك
    [many] { $count } شخصًا ينتظرون ردك
   *[other] { $count } شخص ينتظرون ردك
}
appointments-waiting-you = بانتظار ردك
appointments-waits = ما زال الطلب الخاص بوقت { $when } ينتظر ردك.
appointments-waits-for = بانتظار رد { $name }
appointments-week = الأسبوع
appointments-what-can = ما يمكنك فعله
appointments-where = المكان
appointments-which = أي المواعيد
appointments-withdrawn = يُسحب أيضًا طلبك لوقت { $when }.
