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
ui-optional = (اختياري)
ui-problem = هناك مشكلة
ui-show = إظهار
ui-try-again = إعادة المحاولة
ui-utc = { $day }، { $time } بالتوقيت العالمي
# Behind "Show" and "Hide", heard and not seen.
ui-what-you-typed = ما كتبته
ui-year = السنة
ui-your-time = { $day }، { $time } بتوقيتك
