availability-address = العنوان
availability-address-hint = الشارع والرقم ثم المدينة، كما يحتاج إليها الزائر
availability-after = الوقت بعد الموعد
availability-ahead = الأيام المتاحة مسبقًا
availability-ahead-hint = لا يمكن لأحد طلب وقت أبعد من ذلك
availability-all-clinics = كل العيادات
availability-all-the-same = الحفظ على أي حال
availability-around = قبل المواعيد وبعدها
availability-before = الوقت قبل الموعد
availability-cap = الحد الأقصى في اليوم
availability-clinic = العيادة
availability-clinic-add = إضافة العيادة
availability-clinic-added = تمت إضافة { $name }. حدّد الآن أوقات وجودك فيها.
availability-clinic-name = اسم العيادة
availability-clinic-new = إضافة عيادة
availability-clinic-remove = إزالة العيادة
availability-clinic-remove-what = تُزال { $name } وساعات عملك فيها. وتحتفظ المواعيد السابقة بالعنوان.
availability-clinic-removed = تمت إزالة { $name }.
availability-clinic-save = حفظ العيادة
availability-clinic-saved = تم حفظ { $name }.
availability-clinics = العيادات
availability-clinics-full = { $count ->
    [zero] لديك { $count } عيادة، وهذا هو الحد الأقصى.
    [one] لديك عيادة واحدة، وهذا هو الحد الأقصى.
    [two] لديك عيادتان، وهذا هو الحد الأقصى.
    [few] لديك { $count } عيادات، وهذا هو الحد الأقصى.
    [many] لديك { $count } عيادة، وهذا هو الحد الأقصى.
   *[other] لديك { $count } عيادة، وهذا هو الحد الأقصى.
}
availability-clinics-none = ليست لديك عيادات بعد. أضف أول مكان تستقبل فيه المرضى.
availability-clock = توقيت { $place }
availability-closed = مغلق
availability-closer = تقريب
availability-day = اليوم
availability-days = العطلات وأيام أخرى
availability-days-add = إضافة أيام
availability-days-hint = «مغلق» دون أوقات يعني الإغلاق طوال اليوم. تُضاف الساعات الإضافية إلى ساعات الأسبوع، حتى في يوم مغلق. اترك آخر يوم فارغًا إن كان يومًا واحدًا، وامسح أول يوم لإزالة الصف.
availability-days-row = أيام أخرى، الصف { $n }
availability-east = شرقًا
availability-edit = تعديل
availability-extra = ساعات إضافية
availability-farther = إبعاد
availability-first-day = أول يوم
availability-from = من
availability-hours = ساعات العمل
availability-hours-save = حفظ ساعات العمل
availability-hours-saved = تم حفظ ساعات عملك.
availability-last-day = آخر يوم
availability-latitude = خط العرض
availability-lede = يمكن للمرضى طلب الأوقات التي تتيحها هنا. وما سبق أن طلبوه يبقى كما هو.
availability-length = المدة
availability-length-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
availability-longitude = خط الطول
availability-map = الخريطة
availability-map-choose = الاختيار على الخريطة
availability-map-hint = اضغط على موقع العيادة. عندما يكون التركيز على الخريطة، تحرّك مفاتيح الأسهم الدبوس، ومع Shift تحرّكه قليلًا، ويغيّر + و− المقياس. ويتغير خط العرض وخط الطول تبعًا لذلك.
availability-map-show = عرض على الخريطة
availability-map-tab = ({ $name }، تُفتح علامة تبويب جديدة)
availability-name = الاسم
availability-no-clinic = العيادة أولًا
availability-no-clinic-why = ترتبط ساعات العمل بعيادة، فالساعة 09:00 هي 09:00 بتوقيتها. أضف عيادة في الأعلى.
availability-north = شمالًا
availability-notes = إرشادات الوصول
availability-notes-hint = الطابق والجرس وموقف السيارات: تظهر للمرضى الذين لديهم موعد
availability-notice = المهلة التي تحتاج إليها
availability-notice-hint = لا يمكن لأحد طلب وقت أقرب من ذلك
availability-outside = مواعيد خارج ساعات عملك
availability-outside-first = { $count ->
    [zero] لا توجد مواعيد؛ وقد يكون هناك المزيد.
    [one] هذا هو الموعد الأول؛ وقد يكون هناك المزيد.
    [two] هذان أول موعدين؛ وقد يكون هناك المزيد.
    [few] هذه أول { $count } مواعيد؛ وقد يكون هناك المزيد.
    [many] هذه أول { $count } موعدًا؛ وقد يكون هناك المزيد.
   *[other] هذه أول { $count } موعد؛ وقد يكون هناك المزيد.
}
availability-outside-stay = تبقى كما هي إلى أن تنقلها أو تلغيها.
availability-outside-where = تظهر المواعيد الواقعة خارج ساعات عملك في أعلى هذه الصفحة.
availability-pin = موضع الدبوس
availability-pin-at = الدبوس عند { $latitude }، { $longitude }
availability-reach = المدة المسبقة
availability-remove = إزالة
availability-remove-row = إزالة: { $row }
availability-south = جنوبًا
availability-title = ساعات العمل والعيادات
availability-to = إلى
availability-unit-appointments = موعدًا
availability-unit-days = يومًا
availability-unit-minutes = دقيقة
availability-visits = أنواع الزيارات
availability-visits-add = إضافة نوع زيارة
availability-visits-hint = يختار المرضى نوعًا ويرون الأوقات المناسبة لمدته. وإن لم يوجد أي نوع، تحدد ساعات العمل مدة الزيارة. امسح الاسم لإزالة نوع؛ وتحتفظ المواعيد بأنواعها.
availability-visits-row = نوع الزيارة، الصف { $n }
availability-weekly = كل أسبوع
availability-weekly-add = إضافة ساعات
availability-weekly-hint = صف لكل فترة. امسح الوقتين لإزالة الصف.
availability-weekly-row = ساعات الأسبوع، الصف { $n }
availability-west = غربًا
availability-what = ماذا
availability-why-buffer = قريب جدًا من موعد آخر
availability-why-closed = أنت مغلق في هذا الوقت
availability-why-hours = خارج ساعات عملك
availability-zone = المنطقة الزمنية
availability-zone-hint = ساعات عملك بهذا التوقيت، مثل Europe/Madrid
availability-zoom = التكبير { $zoom } من { $most }
