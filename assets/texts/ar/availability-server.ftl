availability-bad-days = يجب أن تكون قيمة days رقمًا من 1 إلى { $most }.
availability-bad-from = يجب أن تكون قيمة from تاريخًا، مثل 2026-12-24.
availability-changed-meanwhile = تغيّرت ساعات عملك في هذه الأثناء، ربما في علامة تبويب أخرى. أعد تحميل هذه الصفحة وعدّلها هناك.
availability-clinic-changed = تغيّرت بيانات هذه العيادة في هذه الأثناء، ربما في علامة تبويب أخرى. أعد تحميل هذه الصفحة ثم عدّل العيادة أو أزلها هناك.
availability-clinic-in-use = { $count ->
    [zero] لا مواعيد قائمة في هذه العيادة. يُرجى أولًا نقل ما هو قائم فيها أو إلغاؤه.
    [one] هناك موعد قائم في هذه العيادة. يُرجى أولًا نقل ما هو قائم فيها أو إلغاؤه.
    [two] هناك موعدان قائمان في هذه العيادة. يُرجى أولًا نقل ما هو قائم فيها أو إلغاؤه.
    [few] هناك { $count } مواعيد قائمة في هذه العيادة. يُرجى أولًا نقل ما هو قائم فيها أو إلغاؤه.
    [many] هناك { $count } موعدًا قائمًا في هذه العيادة. يُرجى أولًا نقل ما هو قائم فيها أو إلغاؤه.
   *[other] هناك { $count } موعد قائم في هذه العيادة. يُرجى أولًا نقل ما هو قائم فيها أو إلغاؤه.
}
availability-clinics-most = { $count ->
    [zero] لديك { $count } عيادة، وهذا هو الحد الأقصى. يُرجى إزالة عيادة لم تعد بحاجة إليها.
    [one] لديك عيادة واحدة، وهذا هو الحد الأقصى. يُرجى إزالة عيادة لم تعد بحاجة إليها.
    [two] لديك عيادتان، وهذا هو الحد الأقصى. يُرجى إزالة عيادة لم تعد بحاجة إليها.
    [few] لديك { $count } عيادات، وهذا هو الحد الأقصى. يُرجى إزالة عيادة لم تعد بحاجة إليها.
    [many] لديك { $count } عيادة، وهذا هو الحد الأقصى. يُرجى إزالة عيادة لم تعد بحاجة إليها.
   *[other] لديك { $count } عيادة، وهذا هو الحد الأقصى. يُرجى إزالة عيادة لم تعد بحاجة إليها.
}
availability-degrees = يُرجى إدخال درجات بين ‎-{ $most } و{ $most }، مثل 40.4168.
availability-does-not-fit = لا يتسع هذا الوقت لموعد بهذه المدة.
availability-earlier = أيام سابقة
availability-end-too-soon = يجب أن تكون النهاية بعد البداية.
availability-free = الأوقات المتاحة
availability-last-before-first = يجب ألا يكون آخر يوم قبل أول يوم.
availability-last-too-far = يُرجى إدخال آخر يوم في غضون سنة من أول يوم.
availability-later = أيام لاحقة، ابتداءً من { $weekday } { $date }
availability-latitude-too = يُرجى إدخال خط العرض أيضًا، أو ترك الاثنين فارغين.
availability-left = { $count ->
    [zero] لا تستبعد هذه الساعات أي موعد: { $list }. ضع علامة في المربع للحفظ على أي حال.
    [one] تستبعد هذه الساعات موعدًا واحدًا: { $list }. يبقى إلى أن تنقله أو تلغيه. ضع علامة في المربع للحفظ على أي حال.
    [two] تستبعد هذه الساعات موعدين: { $list }. يبقيان إلى أن تنقلهما أو تلغيهما. ضع علامة في المربع للحفظ على أي حال.
    [few] تستبعد هذه الساعات { $count } مواعيد: { $list }. تبقى إلى أن تنقلها أو تلغيها. ضع علامة في المربع للحفظ على أي حال.
    [many] تستبعد هذه الساعات { $count } موعدًا: { $list }. تبقى إلى أن تنقلها أو تلغيها. ضع علامة في المربع للحفظ على أي حال.
   *[other] تستبعد هذه الساعات { $count } موعد: { $list }. تبقى إلى أن تنقلها أو تلغيها. ضع علامة في المربع للحفظ على أي حال.
}
availability-left-more = { $count ->
    [zero] { $list }؛ ولا غيرها
    [one] { $list }؛ وموعد آخر
    [two] { $list }؛ وموعدان آخران
    [few] { $list }؛ و{ $count } مواعيد أخرى
    [many] { $list }؛ و{ $count } موعدًا آخر
   *[other] { $list }؛ و{ $count } موعد آخر
}
availability-left-next = ‏{ $list }؛ { $next }
availability-left-one = ‏{ $name }، { $day }، { $hours }
availability-longitude-too = يُرجى إدخال خط الطول أيضًا، أو ترك الاثنين فارغين.
availability-map-of = خريطة { $name }، { $address }
availability-map-too-long = { $most ->
    [zero] يُرجى استخدام { $most } حرف على الأكثر.
    [one] يُرجى استخدام حرف واحد على الأكثر.
    [two] يُرجى استخدام حرفين على الأكثر.
    [few] يُرجى استخدام { $most } أحرف على الأكثر.
    [many] يُرجى استخدام { $most } حرفًا على الأكثر.
   *[other] يُرجى استخدام { $most } حرف على الأكثر.
}
availability-need-address = يُرجى إدخال عنوان العيادة.
availability-need-buffer = يُرجى إدخال عدد صحيح من الدقائق، لا يتجاوز { $most }.
availability-need-cap = يُرجى إدخال عدد صحيح من المواعيد، لا يتجاوز { $most }.
availability-need-date = يُرجى إدخال تاريخ، مثل 2026-12-24.
availability-need-horizon = يُرجى إدخال عدد صحيح من الأيام، من 1 إلى 365.
availability-need-kind = يُرجى اختيار “closed” أو “extra”.
availability-need-length = يُرجى إدخال عدد صحيح من الدقائق، من 10 إلى 120.
availability-need-name = يُرجى إدخال اسم العيادة.
availability-need-notice = يُرجى إدخال عدد صحيح من الدقائق، أسبوع على الأكثر (10080).
availability-need-own-clinic = يُرجى اختيار إحدى عياداتك.
availability-need-point = يُرجى تحديد الموقع: خط عرض وخط طول.
availability-need-time = يُرجى إدخال وقت من اليوم، مثل 09:00.
availability-need-visit = يُرجى اختيار نوع زيارة من القائمة.
availability-need-visit-minutes = يُرجى إدخال عدد الدقائق التي تستغرقها.
availability-need-visit-name = يُرجى إدخال اسم، مثل «الزيارة الأولى».
availability-need-weekday = يُرجى اختيار يوم من الأسبوع، من 1 (الاثنين) إلى 7 (الأحد).
availability-need-weekly = يُرجى تحديد ساعات عملك الأسبوعية؛ قائمة فارغة إن لم توجد.
availability-need-zone = يُرجى اختيار المنطقة الزمنية للعيادة.
availability-need-zoom = يُرجى تحديد درجة التقريب: من 0 إلى { $most }.
availability-no-such-zone = يُرجى اختيار منطقة زمنية من القائمة، مثل Europe/Madrid.
availability-none-after = لا توجد أوقات متاحة بعد ذلك
availability-none-after-why = ابتداءً من { $date }، كل ما يمكن طلبه محجوز أو مغلق.
availability-none-until = لا توجد أوقات متاحة حتى { $weekday } { $date }
availability-other-days = أيام أخرى
availability-overlap = تتداخل هذه الساعات مع الساعات من { $from } إلى { $to } في اليوم نفسه.
availability-own-clock = تحت كل وقت ما تشير إليه ساعتك حينها
availability-too-long = { $most ->
    [zero] يُرجى إدخال { $most } حرف على الأكثر.
    [one] يُرجى إدخال حرف واحد على الأكثر.
    [two] يُرجى إدخال حرفين على الأكثر.
    [few] يُرجى إدخال { $most } أحرف على الأكثر.
    [many] يُرجى إدخال { $most } حرفًا على الأكثر.
   *[other] يُرجى إدخال { $most } حرف على الأكثر.
}
availability-too-many-days = { $most ->
    [zero] يُرجى إدخال { $most } استثناء على الأكثر.
    [one] يُرجى إدخال استثناء واحد على الأكثر.
    [two] يُرجى إدخال استثناءين على الأكثر.
    [few] يُرجى إدخال { $most } استثناءات على الأكثر.
    [many] يُرجى إدخال { $most } استثناءً على الأكثر.
   *[other] يُرجى إدخال { $most } استثناء على الأكثر.
}
availability-too-many-visits = { $most ->
    [zero] يُرجى إدخال { $most } نوع زيارة على الأكثر.
    [one] يُرجى إدخال نوع زيارة واحد على الأكثر.
    [two] يُرجى إدخال نوعي زيارة على الأكثر.
    [few] يُرجى إدخال { $most } أنواع زيارات على الأكثر.
    [many] يُرجى إدخال { $most } نوع زيارة على الأكثر.
   *[other] يُرجى إدخال { $most } نوع زيارة على الأكثر.
}
availability-too-many-weekly = { $most ->
    [zero] يُرجى إدخال { $most } صف من ساعات الأسبوع على الأكثر.
    [one] يُرجى إدخال صف واحد من ساعات الأسبوع على الأكثر.
    [two] يُرجى إدخال صفين من ساعات الأسبوع على الأكثر.
    [few] يُرجى إدخال { $most } صفوف من ساعات الأسبوع على الأكثر.
    [many] يُرجى إدخال { $most } صفًا من ساعات الأسبوع على الأكثر.
   *[other] يُرجى إدخال { $most } صف من ساعات الأسبوع على الأكثر.
}
availability-unshowable = يُرجى إزالة الحرف الذي لا يمكن عرضه.
availability-visit-kind = نوع الزيارة
availability-visit-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
availability-visit-name-taken = يحمل نوع زيارة آخر هذا الاسم.
availability-visit-not-yours = ليس هذا من أنواع زياراتك، أو ذُكر مرتين.
