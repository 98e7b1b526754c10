oversight-accepted = مقبولة
oversight-answer-time = وقت الرد
oversight-answered-in = { $count ->
    [zero] الوسيط { $median }، والمئين التسعون { $ninetieth }، من { $count } رد.
    [one] الوسيط { $median }، والمئين التسعون { $ninetieth }، من رد واحد.
    [two] الوسيط { $median }، والمئين التسعون { $ninetieth }، من ردّين.
    [few] الوسيط { $median }، والمئين التسعون { $ninetieth }، من { $count } ردود.
    [many] الوسيط { $median }، والمئين التسعون { $ninetieth }، من { $count } ردًّا.
   *[other] الوسيط { $median }، والمئين التسعون { $ninetieth }، من { $count } رد.
}
oversight-answered-otherwise = رُدّ عليها بغير ذلك
oversight-answers = الردود
oversight-answers-by-hours = الردود بحسب عدد الساعات التي استغرقتها
oversight-became = { $count ->
    [zero] من { $count } طلب، عدد ما أصبح مواعيد: { $made }.
    [one] من طلب واحد، عدد ما أصبح مواعيد: { $made }.
    [two] من طلبين، عدد ما أصبح مواعيد: { $made }.
    [few] من { $count } طلبات، عدد ما أصبح مواعيد: { $made }.
    [many] من { $count } طلبًا، عدد ما أصبح مواعيد: { $made }.
   *[other] من { $count } طلب، عدد ما أصبح مواعيد: { $made }.
}
oversight-busiest = أكثر الساعات طلبًا
oversight-busiest-what = متى يطلب المرضى الحضور، بتوقيت العيادة. الأكثر طلبًا: { $hour }.
oversight-by-month = حسب الشهر.
oversight-by-week = حسب الأسبوع.
oversight-cancelled = ملغاة
oversight-clock = توقيت { $place }
oversight-column-month = عمود لكل شهر، يبيّن ما قُبل وما رُدّ عليه بغير ذلك وما لم يُردّ عليه.
oversight-column-wait = عمود لكل مدة، يبيّن عدد الردود التي استغرقتها.
oversight-column-week = عمود لكل أسبوع، يبيّن ما قُبل وما رُدّ عليه بغير ذلك وما لم يُردّ عليه.
oversight-count = العدد
oversight-count-requests = { $count ->
    [zero] لا طلبات
    [one] طلب واحد
    [two] طلبان
    [few] { $count } طلبات
    [many] { $count } طلبًا
   *[other] { $count } طلب
}
oversight-days = الأيام
oversight-declined = مرفوضة
oversight-download = تنزيل بصيغة CSV
oversight-expired = منتهية
oversight-expired-unanswered = { $count ->
    [zero] لم تنتهِ صلاحية أي طلب دون رد.
    [one] انتهت صلاحية طلب واحد دون رد.
    [two] انتهت صلاحية طلبين دون رد.
    [few] انتهت صلاحية { $count } طلبات دون رد.
    [many] انتهت صلاحية { $count } طلبًا دون رد.
   *[other] انتهت صلاحية { $count } طلب دون رد.
}
oversight-field-hour = خانة لكل ساعة من الأسبوع، يزداد لونها قوة بزيادة الطلبات.
oversight-first-ahead = يُرجى اختيار أول يوم لا يقع في المستقبل.
oversight-first-day = أول يوم
oversight-from-to = من { $from } إلى { $to }
oversight-hour = الساعة
oversight-hour-of-week = ‏{ $weekday } { $time }
oversight-hour-words = { $count ->
    [zero] { $hour }: لا طلبات
    [one] { $hour }: طلب واحد
    [two] { $hour }: طلبان
    [few] { $hour }: { $count } طلبات
    [many] { $hour }: { $count } طلبًا
   *[other] { $hour }: { $count } طلب
}
oversight-hours = { $hours } س
oversight-hours-minutes = { $hours } س و{ $minutes } د
oversight-how-long = كم استغرقت الردود
oversight-labelled = ‏{ $label }: { $figure }
oversight-last-30 = آخر 30 يومًا
oversight-last-90 = آخر 90 يومًا
oversight-last-before-first = يجب ألا يكون آخر يوم قبل أول يوم.
oversight-last-day = آخر يوم
oversight-last-year = آخر 12 شهرًا
oversight-lasting-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
oversight-lasting-days-hours = { $days ->
    [zero] { $days } يوم و{ $hours } س
    [one] يوم واحد و{ $hours } س
    [two] يومان و{ $hours } س
    [few] { $days } أيام و{ $hours } س
    [many] { $days } يومًا و{ $hours } س
   *[other] { $days } يوم و{ $hours } س
}
oversight-lede = كيف تسير طلباتك. لا تتضمن هذه الأرقام اسم أي شخص ولا أي شيء عن صحته.
oversight-median = وسيط وقت الرد
oversight-median-answer = وسيط الرد
oversight-method = كيف يُحسب ذلك
oversight-method-answered = «مقبولة» و«وقت آخر» و«مُحالة» و«مرفوضة» هي نسب من الطلبات التي رددت عليها. و«منتهية» هي نسبة ما لم يُردّ عليه في الوقت المحدد.
oversight-method-days = تخص كل الأرقام الطلبات التي وصلت في هذه الأيام، بما فيها الإحالات والمواعيد المنقولة. يبدأ اليوم عند منتصف الليل في { $place }، حيث عيادتك الأولى.
oversight-method-hours = الساعات بتوقيت العيادة، بحسب وقت بداية الموعد.
oversight-method-made = «ملغاة» هي نسبة المواعيد المحجوزة التي ألغاها أحد الطرفين؛ ولا تشمل ما نُقل إلى وقت آخر. و«عدم الحضور» هي النسبة من الزيارات التي حان وقتها.
oversight-method-time = يُحسب وقت الرد من الطلب إلى أول رد منك: القبول أو الرفض أو الإحالة أو اقتراح وقت آخر. ولا وقت رد للطلبات التي انتهت صلاحيتها أو سُحبت قبل ذلك. ولم يستغرق نصف ردودك أكثر من الوسيط.
oversight-minutes = { $minutes } د
oversight-month = ‏{ $month } { $year }
oversight-most-asked-for = الأكثر طلبًا
oversight-most-came = أكثر الفترات طلبات: { $period }، وعددها { $count }.
oversight-need-day = يُرجى إدخال يوم من التقويم بصيغة السنة والشهر واليوم، مثل 2026-11-05.
oversight-newcomer = لم يطلب أحد موعدًا منك بعد
oversight-newcomer-go = الاطلاع على ساعات عملك
oversight-newcomer-what = عندما تصل طلبات سترى هنا عددها، والوقت الذي تستغرقه ردودك، وكيف تنتهي الطلبات، والساعات التي يطلبها الناس.
oversight-nine-in-ten = تسعة من كل عشرة
oversight-nine-in-ten-within = تسعة من كل عشرة في غضون { $time }
oversight-no-show = عدم الحضور
oversight-none-waits = لا طلب في انتظارك
oversight-not-answered = لم يُردّ عليها
oversight-not-answered-yet = لم ترد بعد على أي من هذه الطلبات.
oversight-nothing = لم تصل طلبات في هذه الأيام
oversight-nothing-go = آخر 12 شهرًا
oversight-nothing-what = اختر أيامًا أخرى، أو اطّلع على فترة أطول.
oversight-number = { $number }
oversight-of = من أصل
oversight-of-answered = { $count } مما رُدّ عليه
oversight-of-answered-or-expired = { $count } مما رُدّ عليه أو انتهت صلاحيته
oversight-of-answers = { $of ->
    [zero] { $count } من { $of } رد
    [one] { $count } من رد واحد
    [two] { $count } من ردّين
    [few] { $count } من { $of } ردود
    [many] { $count } من { $of } ردًّا
   *[other] { $count } من { $of } رد
}
oversight-of-made = { $count } مما حُجز
oversight-of-visits = { $of ->
    [zero] { $count } من { $of } زيارة
    [one] { $count } من زيارة واحدة
    [two] { $count } من زيارتين
    [few] { $count } من { $of } زيارات
    [many] { $count } من { $of } زيارة
   *[other] { $count } من { $of } زيارة
}
oversight-of-visits-all = { $count ->
    [zero] لا زيارات
    [one] زيارة واحدة
    [two] زيارتان
    [few] { $count } زيارات
    [many] { $count } زيارة
   *[other] { $count } زيارة
}
oversight-other-time = وقت آخر
oversight-over-time = الطلبات عبر الزمن
oversight-own = أيام أخرى
oversight-own-days = أيام من اختيارك
oversight-percent = { $number }%
oversight-period-day = ‏{ $date } { $year }
oversight-period-in-month = { $from } إلى { $to } { $year }
oversight-period-in-months = { $from } إلى { $to } { $year }
oversight-period-words = { $count ->
    [zero] { $period }: لا طلبات، المقبول منها { $accepted }
    [one] { $period }: طلب واحد، المقبول منها { $accepted }
    [two] { $period }: طلبان، المقبول منها { $accepted }
    [few] { $period }: { $count } طلبات، المقبول منها { $accepted }
    [many] { $period }: { $count } طلبًا، المقبول منها { $accepted }
   *[other] { $period }: { $count } طلب، المقبول منها { $accepted }
}
oversight-rates = كيف تسير الطلبات
oversight-rates-table = كيف تسير الطلبات، بالنسب
oversight-referred = مُحالة
oversight-requests = الطلبات
oversight-requests-by-hour = الطلبات حسب الساعة ويوم الأسبوع
oversight-requests-by-month = الطلبات حسب الشهر
oversight-requests-by-week = الطلبات حسب الأسبوع
oversight-share = النسبة
oversight-share-of = { $percent } · { $count } من { $of }
oversight-show = عرض هذه الأيام
oversight-table = الأرقام في جدول
oversight-three-years = يُرجى اختيار ثلاث سنوات على الأكثر دفعة واحدة.
oversight-title = التقارير
oversight-title-error = خطأ: التقارير
oversight-too-early = يُرجى اختيار يوم من سنة { $year } أو ما بعدها.
oversight-too-many = { $most ->
    [zero] وصل أكثر من { $most } طلب في هذه الأيام. يُرجى اختيار أيام أقل.
    [one] وصل أكثر من طلب واحد في هذه الأيام. يُرجى اختيار أيام أقل.
    [two] وصل أكثر من طلبين في هذه الأيام. يُرجى اختيار أيام أقل.
    [few] وصل أكثر من { $most } طلبات في هذه الأيام. يُرجى اختيار أيام أقل.
    [many] وصل أكثر من { $most } طلبًا في هذه الأيام. يُرجى اختيار أيام أقل.
   *[other] وصل أكثر من { $most } طلب في هذه الأيام. يُرجى اختيار أيام أقل.
}
oversight-under-a-minute = أقل من دقيقة
oversight-unknown-length = يُرجى اختيار إحدى الفترات أعلاه، أو أيام من اختيارك.
oversight-wait-between = { $until ->
    [zero] من { $from } إلى { $until } ساعة
    [one] من { $from } إلى ساعة
    [two] من { $from } إلى ساعتين
    [few] من { $from } إلى { $until } ساعات
    [many] من { $from } إلى { $until } ساعة
   *[other] من { $from } إلى { $until } ساعة
}
oversight-wait-hour = أقل من ساعة
oversight-wait-over = { $from ->
    [zero] { $from } ساعة أو أكثر
    [one] ساعة أو أكثر
    [two] ساعتان أو أكثر
    [few] { $from } ساعات أو أكثر
    [many] { $from } ساعة أو أكثر
   *[other] { $from } ساعة أو أكثر
}
oversight-wait-under = { $until ->
    [zero] أقل من { $until } ساعة
    [one] أقل من ساعة
    [two] أقل من ساعتين
    [few] أقل من { $until } ساعات
    [many] أقل من { $until } ساعة
   *[other] أقل من { $until } ساعة
}
oversight-wait-words = { $count ->
    [zero] { $wait }: لا ردود
    [one] { $wait }: رد واحد
    [two] { $wait }: ردّان
    [few] { $wait }: { $count } ردود
    [many] { $wait }: { $count } ردًّا
   *[other] { $wait }: { $count } رد
}
oversight-waiting = قيد الانتظار
oversight-waiting-for-you = { $count ->
    [zero] لا طلب في انتظارك
    [one] طلب واحد منها في انتظارك
    [two] طلبان منها في انتظارك
    [few] { $count } طلبات منها في انتظارك
    [many] { $count } طلبًا منها في انتظارك
   *[other] { $count } طلب منها في انتظارك
}
oversight-what-happened = ما حدث
oversight-withdrawn = مسحوبة
