# The desk of staff.
button-desk = Қызметкер кабинеті
desk-title = <b>Қызметкер кабинеті</b>
desk-right = { $organisation } · { $area } · { $role }
desk-waiting = Сіздің растауыңызды күтіп тұр: { $count }
button-desk-announce = Хабарландыру жазу
role-of-head = жетекші
role-of-officer = қызметкер
organisation-daryn = «Дарын» олимпиадалары
organisation-pavlodar = Павлодар мектептері
organisation-akmola = Ақмола балабақшалары
organisation-snation = Smart Nation балабақшалары
organisation-indigo = INDIGO балабақшалары
organisation-everywhere = Барлық ұйым
area-everywhere = бүкіл Қазақстан

# An event, its stages and tests.
desk-event =
    <b>{ $name }</b>
    Сыныптар: { $grades }
desk-registration-open = Тіркелу ашық. Аяқталады: { DAYTIME($closes) }, Астана уақыты.
desk-registration-closed =
    Тіркелу жабық.
    Басталуы: { DAYTIME($opens) }
    Аяқталуы: { DAYTIME($closes) }, Астана уақыты.
button-desk-stage = { $number }-кезең: { $name }
button-desk-close = Тіркелуді жабу
button-desk-open = Тіркелуді ашу
button-desk-extend = Тіркелу мерзімін өзгерту
desk-close-ask =
    <b>Тіркелуді қазір жабасыз ба?</b>
    { $name }. Мерзімі: { DAYTIME($closes) }, Астана уақыты.
    Өтінімін толтырып отырғандар жібере алмай қалады. Кейін қайта ашуға болады.
button-desk-close-yes = Иә, жабу
button-desk-close-no = Жоқ, ашық қалсын
desk-closed = Тіркелу жабылды.
desk-opened = Тіркелу мерзімі сақталды.
desk-stage =
    <b>{ $event }</b>
    { $number }-кезең: { $name }
    Тестілеуді таңдаңыз.
button-desk-sitting = { $subject }: { SHORTDAY($starts) }, { TIME($starts) }
button-desk-sitting-cancelled = Өтпейді — { $subject }
desk-sitting =
    <b>{ $subject }</b>
    { $event }, кезең: { $stage }
    Қашан: { DAYTIME($starts) }, Астана уақыты
    Ұзақтығы: { DURATION($minutes) }
    Өтетін жері: { $place }
    Сыныптар: { $grades }
    Оқыту тілдері: { $languages }
    Тіркелгендер: { $registered }
desk-sitting-cancelled = Бұл тестілеу өтпейді.
button-desk-move = Уақытын ауыстыру
button-desk-cancel = Тестілеуді болдырмау

# Questions of the desk.
form-desk-move =
    .left = Тестілеудің уақыты өзгерген жоқ.
form-desk-cancel =
    .left = Тестілеу сол күйінде қалды.
form-desk-open =
    .left = Тіркелу мерзімі өзгерген жоқ.
form-desk-announce =
    .intro = Кімге жазатынымызды таңдайсыз, сосын мәтінін жазасыз. Жіберілмей тұрып көріп шығасыз, ал екінші адам растайды.
    .left = Хабарландыру жіберілген жоқ.
form-desk-grant =
    .left = Ешкімге рұқсат берілген жоқ.
ask-desk-day = Жаңа күні қандай?
    .label = Күні
    .hint = Мысалы: 5.11.2026 немесе 5 қараша 2026
    .why = Тіркелгендердің бәрі ескі және жаңа күнді қатар көреді.
ask-desk-time = Жаңа уақыты қандай?
    .label = Уақыты
    .hint = Астана уақытымен, мысалы: 10:00
    .why = Басқа пәнімен қабаттасқандарға бөлек ескертеміз.
ask-desk-reason = Себебі не?
    .label = Себебі
    .why = Себебі айтылса, адамдар хабарға сенеді және аз қоңырау шалады.
reason-technical = техникалық ақау
reason-weather = ауа райы
reason-venue = өтетін жер бос емес
reason-schedule = кесте өзгерді
reason-unsaid = Себебін айтпау
reason-other = Басқа себеп жазу
ask-desk-reason-kk = Себебін қазақша жазыңыз
    .label = Себебі қазақша
    .why = Қазақша оқитындар осыны көреді.
ask-desk-reason-ru = Себебін орысша жазыңыз
    .label = Себебі орысша
    .why = Орысша оқитындар осыны көреді. Ағылшынша оқитындарға екеуі де көрінеді.
ask-desk-until-day = Тіркелу қай күнге дейін ашық болады?
    .label = Соңғы күні
    .hint = Мысалы: 20.10.2026
    .why = Осы күннен кейін ешкім тіркеле алмайды.
ask-desk-until-time = Ол күні сағат нешеде жабылады?
    .label = Жабылатын уақыты
    .hint = Астана уақытымен, мысалы: 18:00
    .why = Жабылатын уақыты іс-шараның бетінде тұрады.
ask-desk-event = Қай іс-шара туралы?
    .label = Іс-шара
    .why = Хабарландыру осы іс-шараға тіркелгендер мен оны бақылап отырғандарға барады.
ask-desk-subject = Қай пән?
    .label = Пән
    .why = Тек осы пәнге тіркелгендерге жазуға болады.
ask-desk-grade = Қай сынып?
    .label = Сынып
    .why = Сыныпты тек тіркелгендер бойынша білеміз: сынып таңдалса, басқаларға бармайды.
ask-desk-region = Қай өңір?
    .label = Өңір
    .why = Өңірді тек тіркелгендер бойынша білеміз: өңір таңдалса, басқаларға бармайды.
ask-desk-language = Ботты қай тілде оқитындарға?
    .label = Тіл
    .why = Мәтін бәрібір үш тілде дайындалады: әркім өз тіліндегісін көреді.
ask-desk-unseen = Кімге жазамыз?
    .label = Кімге
    .why = Бұрынғы хабарда «Көрдім» түймесін баспағандарға ғана қайта жазуға болады.
desk-any-event = Барлық іс-шара
desk-any-subject = Барлық пән
desk-any-grade = Барлық сынып
desk-any-region = Барлық өңір
desk-any-language = Барлық тіл
desk-everybody = Бәріне
desk-notice = № { $number } хабарды көрмегендерге ({ SHORTDAY($at) })
ask-desk-text-kk = Мәтінін қазақша жазыңыз
    .label = Қазақша мәтін
    .hint = Не болды, не істеу керек. 800 таңбаға дейін, жол тастап жазуға болады.
    .why = Қазақша оқитындар дәл осы мәтінді көреді.
ask-desk-text-ru = Сол мәтінді орысша жазыңыз
    .label = Орысша мәтін
    .hint = 800 таңбаға дейін.
    .why = Орысша оқитындар дәл осы мәтінді көреді.
ask-desk-text-en = Сол мәтінді ағылшынша жазыңыз
    .label = Ағылшынша мәтін
    .hint = 800 таңбаға дейін. «{ button-later }» десеңіз, ағылшынша оқитындарға қазақша және орысша мәтін барады.
    .why = Ағылшынша оқитындар дәл осы мәтінді көреді.

# Colleagues.
button-colleagues = Әріптестер
button-colleague-add = Әріптес қосу
colleagues-title = <b>Сіздің ұйымыңызда жұмыс істейтіндер</b>
colleagues-none = Сіздің ұйымыңызда сізден басқа ешкім тіркелмеген.
colleague-line = Нөмірі { $person }:
colleague-granted = Рұқсат берілді.
colleague-revoked = Рұқсат алынды. Ол енді ештеңе істей алмайды.
colleague-you-were-granted = Сізге қызметкер рұқсаты берілді: /desk
colleague-you-were-revoked = Қызметкер рұқсатыңыздың бірі алынды. Сұрағыңыз болса, ұйымыңыздың жетекшісіне айтыңыз.
button-revoke = { $person } рұқсатын алу
revoke-ask = <b>Бұл рұқсатты аласыз ба?</b>
button-revoke-yes = Иә, алу
button-revoke-no = Жоқ, қалсын
ask-desk-colleague = Кімді қосасыз?
    .label = Әріптес
    .hint = Әріптесіңіз осы ботқа бір рет жазған болуы керек. Оның кез келген хабарламасын осында қайта жіберіңіз немесе Telegram нөмірін (ID) жазыңыз.
    .why = Рұқсат нақты адамның Telegram аккаунтына беріледі.
ask-desk-organisation = Қай ұйымда жұмыс істейді?
    .label = Ұйым
    .why = Әр ұйымның деректері мен адамдары бөлек.
ask-desk-area = Қай аумақта?
    .label = Аумақ
    .why = Адам тек осы аумақ бойынша шешім қабылдайды.
ask-desk-role = Қандай рөлде?
    .label = Рөлі
    .hint = Жетекші әріптестеріне рұқсат бере алады және оны қайта ала алады.
    .why = Рұқсат бере алатын адам аз болғаны дұрыс.
colleague-unclear = Бұл адамды тани алмадым. Оның хабарламасын қайта жіберіңіз немесе Telegram нөмірін (ID) цифрмен жазыңыз.
time-not-a-time = Уақытын түсінбедім. Сағаты мен минутын жазыңыз, мысалы: 10:00
time-no-such = Мұндай уақыт болмайды: { $understood }. Сағаты мен минутын тексеріп жазыңыз, мысалы: 10:00
