# A session was moved: what changed, old and new one above the other, why, what else is at that time.
notice-when-title = <b>Уақыты өзгерді: { $subject }</b>
notice-place-title = <b>Өтетін жері өзгерді: { $subject }</b>
notice-length-title = <b>Ұзақтығы өзгерді: { $subject }</b>
notice-cancel-title = <b>Өтпейтін болды: { $subject }</b>
notice-session = { $event }, кезең: { $stage }
notice-before = Бұрын: <s>{ DAYTIME($starts) }</s>
notice-after = Енді: <b>{ DAYTIME($starts) }</b>, Астана уақыты
notice-cancelled = Белгіленген күні: <s>{ DAYTIME($starts) }</s>, Астана уақыты
notice-stays = Қашан: { DAYTIME($starts) }, Астана уақыты
notice-length = Ұзақтығы: <s>{ DURATION($before) }</s> → <b>{ DURATION($after) }</b>
notice-place-before = Бұрынғы жері: <s>{ $place }</s>
notice-place-after = Жаңа жері: <b>{ $place }</b>
notice-reason = Себебі: { $reason }
notice-clash = ⚠️ Дәл осы уақытта сізде тағы бір пән бар: { $subject } ({ DAYTIME($starts) }). Қайсысына баратыныңызды шешіңіз.
notice-asked-again = Бұл туралы осы аккаунттың басқа чатына жазғанбыз, бірақ ол жақта әзірге ешкім «Көрдім» түймесін баспады. Айтып қойыңызшы.
notice-number = Хабарлама № { $number }. Тексеру үшін: /check
button-seen = Көрдім
button-calendar = Күнтізбеге қосу
button-calendar-cancelled = Күнтізбеден алып тастау
seen-thanks = Рақмет, белгілеп қойдық.
calendar-here = Файлды ашыңыз, күнтізбедегі жазба жаңарады.
session-gone = Бұл тестілеу енді жоқ: ол өтпейтін болды немесе жойылды.
session-changed-meanwhile = Сіз қарап отырғанда бұл тестілеуді басқа біреу өзгертті. Қайта ашып көріңіз.
registration-cancelled = <b>{ $subject }</b>: тестілеу өтпейтін болды. Ол { DAYTIME($starts) } деп белгіленген еді.
subject-cancelled = Бұл пән бойынша тестілеу өтпейтін болды: { $subject }. Басқа пәнді таңдаңыз.

# Following an event or a subject, with no account.
follow-events =
    <b>Іс-шаралар</b>
    Қайсысын бақылайтыныңызды таңдаңыз: күні, уақыты не өтетін жері өзгерсе, жазамыз. Ол үшін аккаунт керек емес.
follow-none-yet = Әзірге іс-шара жоқ. Кейінірек қараңыз: /events
follow-title =
    <b>{ $name }</b>
    Бүкіл іс-шараны немесе бір пәнді таңдаңыз: өзгерісін жазып тұрамыз. Уақыты Астана бойынша.
button-follow-event = Бүкіл іс-шара
button-followed = Бақылап жүргенім
followed = Бақылап отырамыз. Бірдеңе өзгерсе, жазамыз.
unfollowed = Енді бақыламаймыз.
follow-mine = <b>Сіз бақылап жүрсіз</b>
follow-nothing = Әзірге ештеңені бақылап жүрген жоқсыз. Іс-шараны таңдаңыз: /events
follow-whole = <b>{ $event }</b>, барлық пән
follow-subject =
    <b>{ $subject }</b>, { $event }
    { DAYTIME($starts) }, Астана уақыты
    Өтетін жері: { $place }
button-unfollow = Бақыламау: { $name }
