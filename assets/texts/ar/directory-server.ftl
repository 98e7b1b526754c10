directory-about = نبذة
directory-all-doctors = كل الأطباء
directory-all-of-them = كل التخصصات ({ $count })
directory-all-specialties = كل التخصصات
directory-all-taken = كل ما يمكن طلبه محجوز.
directory-allergology-about = الحساسية
directory-allergology-doctor = طبيب حساسية
directory-allergology-some = طبيب حساسية
directory-allergology-symptoms = حمى القش | عطاس وحكة في العينين في الربيع | طعام لا أتحمله | شرى أو طفح مثير للحكة | رد فعل تجاه لسعة حشرة | رد فعل تجاه دواء | ربو مع الحيوانات أو الغبار | اختبار حساسية
directory-allergology-words = متحسس | حساسية | عطاس | تورم الشفاه
directory-any = الكل
directory-any-day = أي يوم
directory-available-unknown = اختر “today” أو “this-week”.
directory-back = رجوع
directory-breadcrumb = مسار التنقل
directory-by-about = حسب الموضوع
directory-card-all-times = كل الأوقات
directory-card-more = { $count ->
    [one] وعيادة أخرى
    [two] وعيادتان أخريان
    [few] و{ $count } عيادات أخرى
    [many] و{ $count } عيادة أخرى
   *[other] و{ $count } عيادة أخرى
}
directory-card-next-free = أقرب وقت متاح، { $zone }
directory-card-of = لدى { $doctor }
directory-card-speaks = يتحدث { $languages }
directory-card-with = مع { $doctor }
directory-cardiology-about = القلب والدورة الدموية
directory-cardiology-doctor = طبيب قلب
directory-cardiology-some = طبيب قلب
directory-cardiology-symptoms = خفقان | نبض سريع أو غير منتظم | ضيق في الصدر عند الجهد | ألم في الصدر يأتي ويذهب | ارتفاع ضغط الدم | تورم الساقين | ضيق نفس عند صعود الدرج | إغماء | لغط في القلب | فحص القلب بسبب تاريخ عائلي
directory-cardiology-words = قلب | ضغط مرتفع | الضغط | إغماء | مغمى عليه
directory-choose-first = اختر وقتًا أولًا.
directory-choose-time = اختر وقتًا
directory-clinic = العيادة
directory-clinics = العيادات
directory-dentistry-about = الأسنان واللثة
directory-dentistry-doctor = طبيب أسنان
directory-dentistry-some = طبيب أسنان
directory-dentistry-symptoms = ألم الأسنان | نزيف اللثة | سن مكسور | حشوة سقطت | أسنان حساسة | ضرس العقل | تسوس | رائحة الفم | صرير الأسنان ليلًا | فحص الأسنان
directory-dentistry-words = أسنان | سن | ضرس | لثة
directory-dermatology-about = الجلد والشعر والأظافر
directory-dermatology-doctor = طبيب جلدية
directory-dermatology-some = طبيب جلدية
directory-dermatology-symptoms = طفح جلدي | حكة في الجلد | حب الشباب أو بثور | شامة تتغير | إكزيما | صدفية | تساقط الشعر | ثآليل | فطريات الأظافر | جلد جاف أو متقشر | فحص الجلد
directory-dermatology-words = حكة | حبوب | بقع | شامات | أصلع | صلع | حروق الشمس
directory-doctor = طبيب
directory-doctors = الأطباء
directory-doctors-of = الأطباء: { $specialty }
directory-endocrinology-about = الهرمونات والسكري
directory-endocrinology-doctor = طبيب غدد صماء
directory-endocrinology-some = طبيب غدد صماء
directory-endocrinology-symptoms = السكري | ارتفاع السكر في الدم | مشكلات الغدة الدرقية | كتلة في الرقبة عند الغدة الدرقية | عطش دائم | تغير الوزن دون سبب | هبات ساخنة وتعرق | هشاشة أو ضعف العظام | نمو شعر غير معتاد
directory-endocrinology-words = سكري | سكر | عطشان | عطشانة | هرمونات | غدة
directory-find = البحث عن طبيب
directory-find-another = البحث عن طبيب آخر
directory-found = { $count ->
    [zero] لا يوجد أطباء
    [one] طبيب واحد
    [two] طبيبان
    [few] { $count } أطباء
    [many] { $count } طبيبًا
   *[other] { $count } طبيب
}
directory-found-first = { $count ->
    [zero] لا يوجد أطباء
    [one] أول طبيب
    [two] أول طبيبين
    [few] أول { $count } أطباء
    [many] أول { $count } طبيبًا
   *[other] أول { $count } طبيب
}
directory-found-later = { $count ->
    [zero] لا يوجد أطباء آخرون
    [one] طبيب آخر
    [two] طبيبان آخران
    [few] { $count } أطباء آخرين
    [many] { $count } طبيبًا آخر
   *[other] { $count } طبيب آخر
}
directory-found-none = لم يُعثر على أطباء
directory-free = متاح { $day }
directory-gastroenterology-about = المعدة والأمعاء
directory-gastroenterology-doctor = طبيب جهاز هضمي
directory-gastroenterology-some = طبيب جهاز هضمي
directory-gastroenterology-symptoms = ألم المعدة أو البطن | حرقة المعدة أو ارتجاع | انتفاخ وغازات | إسهال | إمساك | دم في البراز | غثيان أو قيء | صعوبة في البلع | تحاليل الكبد | تنظير القولون
directory-gastroenterology-words = غثيان | استفراغ | ترجيع | تقيؤ | مغص | منتفخ | انتفاخ | غازات | حموضة | معدة | بطن | كبد
directory-general-practice-about = أي شيء، أو غير متأكد
directory-general-practice-doctor = طبيب عام
directory-general-practice-some = طبيب عام
directory-general-practice-symptoms = حمى | زكام أو سعال أو إنفلونزا | ألم الحلق | تعب | صداع | ألم الظهر | فحص عام | تطعيم | وصفة طبية | إجازة مرضية | لا أعرف من أراجع
directory-general-practice-words = متعب | متعبة | تعبان | تعبانة | مريض | مريضة | مرهق | مرهقة | دايخ | دائخ | دوخة | سخونة | حرارة | رشح
directory-general-surgery-about = الفتق والكتل والمرارة
directory-general-surgery-doctor = جراح عام
directory-general-surgery-some = جراح عام
directory-general-surgery-symptoms = فتق | كتلة تحت الجلد | حصى المرارة | مشكلات سابقة في الزائدة | بواسير | ظفر منغرس | جرح لا يلتئم | خراج
directory-general-surgery-words = مرارة | زائدة | باسور
directory-geriatrics-about = الصحة في سن متقدمة
directory-geriatrics-doctor = طبيب مسنين
directory-geriatrics-some = طبيب مسنين
directory-geriatrics-symptoms = سقوط المسنين | أدوية كثيرة في وقت واحد | الذاكرة في سن متقدمة | وهن | نقص وزن المسنين | مشي غير ثابت | التخطيط لرعاية أحد الوالدين
directory-geriatrics-words = مسن | مسنة | كثير النسيان
directory-gp-instead = يمكن لطبيب عام أن يساعدك، أو أن يخبرك بمن يستطيع ذلك.
directory-gynaecology-about = صحة المرأة
directory-gynaecology-doctor = طبيب نساء
directory-gynaecology-some = طبيب نساء
directory-gynaecology-symptoms = دورة مؤلمة | دورة غزيرة أو غير منتظمة | حمل | منع الحمل | انقطاع الطمث | إفرازات مهبلية | ألم الحوض | كتلة في الثدي | صعوبة في الحمل | مسحة عنق الرحم
directory-gynaecology-words = حامل | حمل | دورة | ثدي | سن اليأس
directory-haematology-about = الدم
directory-haematology-doctor = طبيب أمراض دم
directory-haematology-some = طبيب أمراض دم
directory-haematology-symptoms = فقر الدم | كدمات تظهر بسهولة | نزيف لا يتوقف بسهولة | تورم الغدد اللمفاوية | جلطات سابقة | تعداد دم غير معتاد | نقص الحديد
directory-haematology-words = أنيميا | كدمات | كدمة
directory-hero = اطلب موعدًا مع طبيب، واعرف الرد اليوم.
directory-hero-lead = أخبرنا بما يزعجك، واختر وقتًا، واعرف على الفور متى يقبل الطبيب، وإلى أين تذهب، أو من يمكنه رؤيتك قبل ذلك.
directory-infectious-diseases-about = العدوى والسفر
directory-infectious-diseases-doctor = طبيب أمراض معدية
directory-infectious-diseases-some = طبيب أمراض معدية
directory-infectious-diseases-symptoms = حمى بعد السفر | تطعيم قبل السفر | عضة قراد | عدوى متكررة | فحص فيروس نقص المناعة أو رعايته | التهاب الكبد | عدوى منقولة جنسيًا | مخالطة مريض سل
directory-infectious-diseases-words = عدوى | ملاريا | مصاب بعدوى
directory-internal-medicine-about = عدة أمراض في وقت واحد
directory-internal-medicine-doctor = طبيب باطني
directory-internal-medicine-some = طبيب باطني
directory-internal-medicine-symptoms = عدة أمراض في وقت واحد | تعب لا يزول | حمى دون سبب | ارتفاع ضغط الدم | نقص الوزن دون سبب | تحليل دم غير معتاد | تورم الساقين | تعرق ليلي
directory-language = اللغة
directory-language-arabic = العربية
directory-language-bengali = البنغالية
directory-language-chinese = الصينية
directory-language-czech = التشيكية
directory-language-dutch = الهولندية
directory-language-english = الإنجليزية
directory-language-french = الفرنسية
directory-language-german = الألمانية
directory-language-greek = اليونانية
directory-language-hindi = الهندية
directory-language-hungarian = المجرية
directory-language-italian = الإيطالية
directory-language-japanese = اليابانية
directory-language-korean = الكورية
directory-language-persian = الفارسية
directory-language-polish = البولندية
directory-language-portuguese = البرتغالية
directory-language-romanian = الرومانية
directory-language-russian = الروسية
directory-language-spanish = الإسبانية
directory-language-swedish = السويدية
directory-language-turkish = التركية
directory-language-ukrainian = الأوكرانية
directory-language-unknown = اختر لغة من القائمة.
directory-language-urdu = الأردية
directory-leads-to = هذا يقود إلى
directory-lede = { $doctor } · يتحدث { $languages }
directory-look-further = متابعة البحث
directory-map = عرض على الخريطة
directory-map-of = ({ $clinic }، يُفتح في علامة تبويب جديدة)
directory-nephrology-about = الكلى
directory-nephrology-doctor = طبيب كلى
directory-nephrology-some = طبيب كلى
directory-nephrology-symptoms = تحاليل الكلى | حصى الكلى | بول رغوي | دم في البول | تورم حول العينين أو الكاحلين | غسيل الكلى | ارتفاع ضغط الدم مع مشكلات الكلى
directory-nephrology-words = كلية | كلى | حصوة | حصوات الكلى
directory-neurology-about = الدماغ والأعصاب
directory-neurology-doctor = طبيب أعصاب
directory-neurology-some = طبيب أعصاب
directory-neurology-symptoms = صداع متكرر | صداع نصفي أو شقيقة | دوار أو دوخة | خدر أو تنميل | رعشة اليدين | فقدان الذاكرة | نوبات تشنج أو صرع | ضعف في ذراع أو ساق | مشكلات التوازن
directory-neurology-words = دايخ | دائخ | دائخة | دوخة | تنميل | خدران | رجفة | ارتعاش | رعشة | نسيان | مشوش | صرع
directory-new-tab = (يُفتح في علامة تبويب جديدة)
directory-no-doctor-title = لا يوجد هذا الطبيب
directory-no-page = صفحة القائمة هذه غير موجودة. ابحث من جديد.
directory-no-time = لا يوجد وقت متاح حاليًا
directory-no-time-else = كل ما يمكن طلبه محجوز. يُرجى المحاولة غدًا، أو الاطلاع على من لديه وقت متاح.
directory-nobody = لا أحد يطابق هذا البحث
directory-nobody-at-all = لا يوجد أطباء مدرجون هنا بعد. يُرجى العودة بعد فترة.
directory-nobody-else = جرّب كلمة أخرى، أو أزل أحد عوامل التصفية.
directory-nobody-near = جرّب كلمات أقل، أو ابحث ضمن:
directory-nobody-that-day = ربما يتوفر أحد في وقت لاحق قليلًا.
directory-nobody-yet = القائمة مستمرة؛ فقد يناسبك الأطباء التالون.
directory-none-listed = لا يوجد هنا طبيب مدرج من هذا التخصص
directory-not-accepting = لا يقبل طلبات جديدة حاليًا
directory-not-accepting-else = قد يقبلها طبيب آخر من التخصص نفسه.
directory-not-free = لم يعد هذا الوقت متاحًا. اختر وقتًا آخر.
directory-not-free-for = هذا الوقت غير متاح لـ “{ $visit }”. اختر وقتًا آخر.
directory-not-listed = هذا الطبيب غير مدرج
directory-not-listed-why = قد يكون العنوان خاطئًا، أو أن الطبيب غادر.
directory-not-sure = لا تعرف من تراجع؟
directory-nutrition-about = الغذاء والوزن
directory-nutrition-doctor = طبيب تغذية
directory-nutrition-some = طبيب تغذية
directory-nutrition-symptoms = إنقاص الوزن | زيادة الوزن | خطة غذائية لمرض | ارتفاع الكوليسترول | نقص الفيتامينات | غذاء مرضى السيلياك | تغذية الرياضيين
directory-nutrition-words = سمين | سمينة | سمنة | وزن زائد | رجيم | حمية | نحيف
directory-on = { $day }
directory-oncology-about = السرطان
directory-oncology-doctor = طبيب أورام
directory-oncology-some = طبيب أورام
directory-oncology-symptoms = رعاية السرطان | رأي ثانٍ في السرطان | متابعة بعد السرطان | علاج كيميائي | سرطان في العائلة | نتيجة تحتاج إلى اختصاصي
directory-ophthalmology-about = العيون
directory-ophthalmology-doctor = طبيب عيون
directory-ophthalmology-some = طبيب عيون
directory-ophthalmology-symptoms = تشوش النظر | عين حمراء أو تحك | جفاف العين | ألم العين | بقع عائمة أو ومضات | ازدواج الرؤية | ماء أبيض | فحص الغلوكوما أو الماء الأزرق | نظارة جديدة | دموع العين
directory-ophthalmology-words = زغللة | نظر | أعمى | عيون حمراء | نظارات
directory-orthopaedics-about = العظام والمفاصل
directory-orthopaedics-doctor = جراح عظام
directory-orthopaedics-some = جراح عظام
directory-orthopaedics-symptoms = ألم الركبة | ألم الورك | ألم الكتف | ألم الظهر | ألم القدم أو الكاحل | إصابة رياضية | كسر عظم، بعد الإسعاف الأول | التواء لا يزول | النفق الرسغي | مفصل متآكل أو خشونة
directory-orthopaedics-words = ركبة | ظهر | كتف | كسر | التواء | مفصل | أعرج
directory-otolaryngology-about = الأذن والأنف والحلق
directory-otolaryngology-doctor = طبيب أنف وأذن وحنجرة
directory-otolaryngology-some = طبيب أنف وأذن وحنجرة
directory-otolaryngology-symptoms = ألم الأذن | ضعف السمع | طنين في الأذن | أنف مسدود | مشكلات الجيوب الأنفية | بحة الصوت | ألم حلق متكرر | نزيف الأنف | شخير | دوار حركي
directory-otolaryngology-words = دايخ | دائخ | دائخة | دوخة | أصم | مبحوح | بحة | زكام | انسداد الأنف | أذن | لوز
directory-paediatrics-about = الأطفال
directory-paediatrics-doctor = طبيب أطفال
directory-paediatrics-some = طبيب أطفال
directory-paediatrics-symptoms = طفل لديه حمى | طفل لديه سعال | طفل لديه طفح | فحص الرضيع | تطعيم الطفل | النمو والتطور | التبول في الفراش | طفل لديه ألم بطن | تغذية الرضيع
directory-paediatrics-words = رضيع | رضيعة | مولود | ابني | ابنتي | طفلي | طفلتي
directory-physical-medicine-about = الحركة بعد مرض أو إصابة
directory-physical-medicine-doctor = طبيب تأهيل
directory-physical-medicine-some = طبيب تأهيل
directory-physical-medicine-symptoms = تعافٍ بعد عملية | تعافٍ بعد سكتة دماغية | تيبس الرقبة | ألم ظهر مزمن | تعلم المشي من جديد | ضعف العضلات بعد مرض | إصابة رياضية | طرف صناعي
directory-place-time = بتوقيت { $place }
directory-psychiatry-about = النفس والمزاج
directory-psychiatry-doctor = طبيب نفسي
directory-psychiatry-some = طبيب نفسي
directory-psychiatry-symptoms = مزاج منخفض أو حزن | اكتئاب | قلق | نوبات هلع | صعوبة في النوم | إنهاك أو ضغط نفسي | صعوبة في التركيز | إدمان | مشكلات مع الطعام | حزن على فقدان
directory-psychiatry-words = مكتئب | مكتئبة | حزين | حزينة | حزن | قلق | قلقة | متوتر | متوترة | توتر | خائف | خائفة | عصبي | وحيد | أرق | لا أستطيع النوم | صحة نفسية | مدمن | أفكار انتحارية | انتحار
directory-pulmonology-about = الرئتان والتنفس
directory-pulmonology-doctor = طبيب صدرية
directory-pulmonology-some = طبيب صدرية
directory-pulmonology-symptoms = سعال لا يزول | ضيق النفس | صفير عند التنفس | ربو | سعال المدخن | الانسداد الرئوي المزمن | سعال مع دم، بعد الإسعاف الأول | ترك التدخين | فحص الرئتين
directory-pulmonology-words = سعال | كحة | ربو | نهجان | رئة
directory-q = عمّ تبحث؟
directory-q-example = عَرَض أو تخصص أو اسم
directory-q-long = ابحث بما لا يزيد على 100 حرف.
directory-rheumatology-about = المفاصل والعضلات الملتهبة
directory-rheumatology-doctor = طبيب روماتيزم
directory-rheumatology-some = طبيب روماتيزم
directory-rheumatology-symptoms = تورم المفاصل | تيبس المفاصل في الصباح | نقرس | التهاب المفاصل | ألم العضلات في كل الجسم | أصابع بيضاء أو زرقاء في البرد | ذئبة حمراء | ألم ظهر يشتد ليلًا
directory-rheumatology-words = متيبس | تيبس | روماتيزم | مفاصل
directory-search = بحث
directory-sleep-medicine-about = النوم
directory-sleep-medicine-doctor = طبيب نوم
directory-sleep-medicine-some = طبيب نوم
directory-sleep-medicine-symptoms = شخير | توقف التنفس ليلًا | صعوبة في النوم أو أرق | نعاس في النهار | تململ الساقين | المشي أثناء النوم | العمل بالورديات والنوم
directory-sleep-medicine-words = أرق | نعسان | نعسانة | لا أستطيع النوم
directory-specialty = التخصص
directory-specialty-unknown = اختر تخصصًا من القائمة.
directory-step-answer = الطبيب يرد
directory-step-answer-how = يقبل مع تحديد المكان، أو يحيل إلى زميل من التخصص نفسه مع ذكر السبب.
directory-step-ask = أنت تطلب
directory-step-ask-how = اختر وقتًا متاحًا واذكر السبب. يُحجز لك حتى يرد الطبيب.
directory-step-know = أنت تعرف
directory-step-know-how = في صفحتك وعند الجرس، لحظة حدوثه، دون إعادة تحميل.
directory-steps = كيف يعمل
directory-this-week = هذا الأسبوع
directory-to-guide = أجب عن بضعة أسئلة
directory-to-guide-why = لترى أي نوع من الأطباء يناسبك. في حالات الطوارئ اتصل برقم الطوارئ المحلي.
directory-today = اليوم
directory-tomorrow = غدًا
directory-urgent-crisis = انتحار* | انتحر | أنتحر | سأنتحر | أقتل نفسي | قتل نفسي | أريد أموت | أريد الموت | إنهاء حياتي | أنهي حياتي | أؤذي نفسي | إيذاء نفسي | إيذاء النفس
directory-urgent-emergency = ألم صدر | ألم صدري | آلام صدر | بألم صدر | بألم صدري | صدري يؤلمني | ضغط صدر | لا أستطيع التنفس | لا أستطيع أتنفس | لا أقدر أتنفس | لا يتنفس | لا تتنفس | صعوبة التنفس | أختنق | اختناق | سكتة | جلطة دماغية | جلطة قلبية | نوبة قلبية | أزمة قلبية | ذبحة | فاقد الوعي | فقدان الوعي | فقد الوعي | نزيف شديد | تقيؤ دم | قيء دم | سعال دم | جرعة زائدة | تسمم
directory-urology-about = المثانة والبروستاتا وصحة الرجل
directory-urology-doctor = طبيب مسالك بولية
directory-urology-some = طبيب مسالك بولية
directory-urology-symptoms = حرقان عند التبول | تبول متكرر | دم في البول | صعوبة في حبس البول | فحص البروستاتا | حصى الكلى | مشكلات الانتصاب | كتلة في الخصية | قطع القناة الدافقة
directory-urology-words = بول | تبول | بروستاتا | حرقة البول | سلس البول | انتصاب | حصوات الكلى
directory-vascular-medicine-about = الأوردة والشرايين
directory-vascular-medicine-doctor = طبيب أوعية دموية
directory-vascular-medicine-some = طبيب أوعية دموية
directory-vascular-medicine-symptoms = دوالي | ساقان ثقيلتان أو متورمتان | ألم الساق عند المشي | جرح في الساق لا يلتئم | قدمان باردتان | جلطة سابقة في الساق | فحص تمدد الأوعية الدموية
directory-vascular-medicine-words = أوردة | ساق متورمة
directory-when = متى
directory-when-today = اليوم
directory-without-day = البحث دون تحديد يوم
directory-without-doctors = لا أحد مدرج هنا من: { $specialties }
