# Kindergartens of a place, for everybody: what is free, who waits, the catalogue.
button-kindergartens = Бос орындар, кезектер, балабақшалар тізімі
button-kg-vacancies = Бос орындар: { $free }
button-kg-queues = Кезектер: қанша бала күтіп тұр
button-kg-catalogue = Балабақшалар
button-kg-other = Басқа қала
button-kg-home = Қала беті
button-kg-map = Картадан көру
kg-which = <b>Қай қала керек?</b> Таңдаңыз немесе қаланың не балабақшаның атын жазыңыз.
kg-none = Мұнда балабақшалар тізімі әзірге жоқ.
kg-not-found =
    Тізімде мұндай балабақша да, қала да жоқ: { $text }
    Атауының бір бөлігін жазыңыз, мысалы: балапан.
kg-home =
    <b>Балабақшалар: { $place }</b>

    Тізімдегі балабақша: { $count }
    Қазір бос орын: { $free }
    Кезектегі өтініш: { $waiting }

    Балабақшаны табу үшін атын жазыңыз.
kg-gone = Бұл балабақша тізімде енді жоқ.

# What is free now.
kg-vacancies = <b>Бос орындар: { $place }</b>
kg-vacancies-none =
    <b>Қазір бос орын жоқ: { $place }</b>

    Бюллетень жұмыс күндері таңертең жарияланады. Балаңыз кезекте тұрса, лайық орын шыққанда өзіміз жазамыз.
kg-vacancy = <b>{ $number }. { $name }</b>, «{ $group }» тобы
kg-vacancy-whom = { $kind }, { $language }, туған жылы: { $born }
kg-vacancy-places = Орын саны: { $free }
kg-vacancy-priority = Кезек ретімен беріледі, мерзімі: { DAYTIME($until) }
kg-vacancy-open = Кезекте тұрғандардың бәріне ашық
kg-vacancies-how = Орынға баласы дәл сол тіл, топ түрі және туған жыл бойынша кезекте тұрған ата-ана өтініш бере алады.

# Queues.
kg-queues = <b>Кезектер: { $place }</b>, топ: { $kind }
kg-queues-none = <b>Кезекте ешкім жоқ: { $place }</b>
kg-queue-language = <b>Тілі: { $language }</b>. Күтіп тұр: { $waiting }; бір жылда орын алды: { $placed }
kg-queue-line = { $cohort } ж. туған: <b>{ $waiting }</b> ({ $first } + { $second } + { $third })
kg-queues-how = Жақша ішінде: кезектен тыс + бірінші кезектегі + жалпы кезек.

# The catalogue.
kg-catalogue =
    <b>Балабақшалар: { $place }</b>
    Таңдаңыз немесе атының бір бөлігін жазыңыз.
kg-found = Мыналар табылды.
kg-found-many = Көп табылды, бұл алғашқылары. Атын толығырақ жазыңыз.
kg-card =
    <b>{ $name }</b>
    { $place }, { $address }

    Тілдері: { $languages }
    Топ түрлері: { $kinds }
    Қазір бос орын: { $free }
    Телефоны: { $phone }
kg-kind-general = жалпы білім беретін
kg-kind-correctional = түзету
kg-kind-sanatorium = санаторлық
kg-language-kk = қазақ тілі
kg-language-ru = орыс тілі
kg-language-en = ағылшын тілі

# Numbers as a picture, and the same in words.
button-kg-statistics = Статистика
kg-chart-title = Балабақша кезектері: { $place }
kg-chart-day = Қанша бала күтіп тұр, туған жылы бойынша. { SHORTDAY($day) }
kg-chart-months = Орын алғандар, айлар бойынша
kg-class-out = кезектен тыс
kg-class-first = бірінші кезектегі
kg-class-general = жалпы кезек
kg-statistics =
    <b>Кезектер: { $place }</b>
    Күтіп тұр: { $waiting }, оның ішінде кезектен тыс { $out }, бірінші кезектегі { $first }
    Соңғы 12 айда орын алды: { $placed }
    Туған жылы бойынша:
kg-statistics-line = { $cohort } – { $waiting }
kg-statistics-none = Әзірге көрсететін ештеңе жоқ: кезекте ешкім тұрған жоқ.

# Attendance of the day.
button-attendance = Бүгінгі қатысу
button-attendance-all = Қалғандары келді
button-kg-card = Балабақша беті
attendance =
    <b>Балалардың қатысуы: { $name }</b>, { SHORTDAY($day) }

    Келді: { $present }, жоқ: { $absent }, ауырып жүр: { $ill }, белгіленбеген: { $left }

    Баланың атын басыңыз: ✅ келді, ➖ жоқ, 🤒 ауырып жүр.
attendance-none = <b>{ $name }</b>: контингентте әзірге бала жоқ.
attendance-own = <b>{ $name }</b>, «{ $group }» тобы, бүгін: { $mark }
attendance-present = балабақшада
attendance-absent = келген жоқ
attendance-ill = ауырып жүр
attendance-unmarked = әлі белгіленген жоқ

# A table of kindergartens.
button-kg-load = Балабақшалар кестесін жүктеу
table-how =
    <b>Балабақшалар кестесі (CSV)</b>

    Осы чатқа .csv файлын жіберіңіз. Бірінші жолдағы бағандар:
    <code>id,locality,name_kk,name_ru,name_en,address,languages,kinds,phone,latitude,longitude</code>

    <b>id</b>: латын әріптері, цифрлар, дефис. <b>locality</b>: КАТО коды. <b>languages</b>: kk, ru, en; бірнешеуін қосу белгісімен жазыңыз: <code>kk+ru</code>. <b>kinds</b>: general, correctional, sanatorium. name_ru, name_en және координаталарды жазбауға болады.

    Алдымен нені түсінгенімізді көрсетеміз. Сіз растамайынша ештеңе өзгермейді.
table-asks =
    <b>Кестеде қате жоқ.</b> Жүктейміз бе?
    Жаңа балабақша: { $added }
    Тізімде бар, деректері ауысады: { $replaced }
table-first = Алғашқылары: { $names }
button-table-load = Жүктеу
button-table-drop = Жүктемеу
table-loaded =
    <b>Кесте жүктелді.</b>
    Жаңа балабақша: { $added }, деректері ауысқаны: { $replaced }
table-dropped = Кесте жүктелген жоқ, ештеңе өзгерген жоқ.
table-faults = <b>Ештеңе жүктелген жоқ.</b> Кестедегі қате саны: { $count }
table-cell = Жол: { $row }, баған: { $column }.
table-line = Жол: { $row }.
table-more = Тағы қате бар: { $count }
table-mend = Кестені түзетіп, қайта жіберіңіз.
kindergarten-id-unfit = «{ $id }» жарамайды. Кіші латын әріптері, цифрлар мен дефис керек, 24 таңбадан аспасын.
kindergarten-twice = «{ $id }» коды жоғарыда бар. Бір жолын қалдырыңыз.
kindergarten-place-unknown = «{ $locality }» деген КАТО коды анықтамалықта жоқ.
kindergarten-not-yours = «{ $id }» балабақшасы сіздің аумағыңызда емес.
kindergarten-text-long = Тым ұзын, { $most } таңба ғана сыяды.
kindergarten-codes-unknown = Мыналарды жазуға болады: { $known }. Бірнешеуін қосу белгісімен бөліңіз.
kindergarten-phone-unfit = Телефон нөмірінде 11 цифр болуы керек, мысалы: +7 716 200 00 00
kindergarten-point-unfit = Ендік пен бойлықты градуспен жазыңыз, мысалы 53.28461 және 69.37821, немесе екеуін де бос қалдырыңыз.

# Reviews.
button-reviews = Ата-аналардың пікірлері
button-review-write = Пікір жазу
button-review-answer = { $number }. Жауап беру
button-review-hide = { $number }. Жасыру
reviews = <b>Пікірлер: { $name }</b>
reviews-none = <b>{ $name }</b>: әзірге пікір жоқ.
reviews-who = Пікірді баласы осы балабақшаға баратын ата-ана жаза алады. Аты-жөнін көрсетпейміз.
review-line =
    { $number }. { $stars } { SHORTDAY($day) }
    { $text }
review-answered = <i>Балабақшаның жауабы: { $text }</i>
review-kept = Рақмет, пікіріңіз аты-жөніңізсіз жарияланды.
review-answer-kept = Жауап жарияланды.
review-hidden-kept = Пікір жасырылды. Авторына себебі айтылды.
review-was-answered = «{ $name }» балабақшасы туралы пікіріңізге жауап берілді: { $text }
review-was-hidden =
    «{ $name }» балабақшасы туралы пікіріңіз жасырылды.
    Себебі: { $reason }
    Жаңасын жаза аласыз.
review-gone = Бұл пікір енді жоқ.
ask-review-stars = Балабақшаны қалай бағалайсыз?
    .label = Баға
    .why = Басқа ата-аналар балабақшаны осы бағаларға қарап таңдайды. Аты-жөніңізді көрсетпейміз.
ask-review-text = Балабақша туралы не айтасыз?
    .label = Пікір
    .hint = 500 таңбаға дейін, аты-жөніңізді көрсетпейміз. Балалар мен қызметкерлердің атын жазбаңыз.
    .why = Пікірді басқа ата-аналар көреді. Аты-жөніңізді көрсетпейміз.
ask-review-answer = Пікірге не деп жауап бересіз?
    .label = Жауап
    .hint = Жауапты бәрі көреді.
    .why = Жауап пікірдің астында балабақша атынан шығады.
ask-review-reason = Пікірді неге жасыру керек?
    .label = Себеп
    .hint = Себебін тек пікір авторы көреді.
    .why = Автор нені түзету керегін білуі тиіс.
