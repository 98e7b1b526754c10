ui-breadcrumb = مسار التنقل
ui-close = إغلاق
ui-day = اليوم
ui-dismiss = إخفاء الرسالة
# Before a sentence that says what is wrong.
ui-error = خطأ:
ui-hide = إخفاء
ui-load-more = عرض المزيد
ui-loading = جارٍ التحميل
ui-messages = الرسائل
ui-month = الشهر
ui-more-of-list = بقية القائمة
ui-offline = أنت غير متصل بالإنترنت. قد لا يكون ما تراه محدّثًا.
ui-optional = (اختياري)
# Behind what the reader’s own clock shows.
ui-own-clock = بتوقيتك
ui-picture-chosen = تم الاختيار، ولم يُحفظ بعد
ui-picture-sending = جارٍ إرسال الصورة
ui-problem = هناك مشكلة
ui-server-away = تعذّر الاتصال بالخادم في الوقت الحالي. قد لا يكون ما تراه محدّثًا.
ui-show = إظهار
ui-try-again = إعادة المحاولة
ui-utc = { $day }، { $time } بالتوقيت العالمي
# Behind "Show" and "Hide", heard and not seen.
ui-what-you-typed = ما كتبته
ui-year = السنة
ui-your-time = { $day }، { $time } بتوقيتك
