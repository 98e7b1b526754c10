notifications-back = العودة إلى الأحدث
notifications-bell-unread = الإشعارات، { $count } غير مقروء
notifications-empty = لا شيء بعد
notifications-empty-go = الانتقال إلى مواعيدك
notifications-empty-why = هنا تصلك أخبار كل خطوة في مواعيدك: فور حدوثها ما دامت إحدى الصفحات مفتوحة، وكلما عدت.
notifications-list = الأحدث أولًا
notifications-map = فتح في الخريطة
notifications-mark-all = تحديد الكل كمقروء
notifications-mark-one = تحديد كمقروء
notifications-session-ended = انتهت جلستك.
notifications-show = عرض
notifications-sign-in = تسجيل الدخول
notifications-summary = { $count ->
    [zero] لقد قرأتها كلها.
    [one] إشعار واحد غير مقروء.
    [two] إشعاران غير مقروءين.
    [few] { $count } إشعارات غير مقروءة.
    [many] { $count } إشعارًا غير مقروء.
   *[other] { $count } إشعار غير مقروء.
}
notifications-title = الإشعارات
notifications-unread = غير مقروء
