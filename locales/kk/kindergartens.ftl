# Kindergartens of a place, for everybody: what is free, who waits, the catalogue.
button-kindergartens = Бос орындар, кезектер, балабақшалар тізімі
button-kg-vacancies = Бос орындар: { $free }
button-kg-queues = Кезектер: қанша бала күтіп тұр
button-kg-catalogue = Балабақшалар
button-kg-other = Басқа қала
button-kg-home = Қала беті
button-kg-map = Картадан көру
kg-which = <b>Қай қала керек?</b> Таңдаңыз немесе қаланың, балабақшаның атын жазыңыз.
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
kg-queues-how = Жақша ішінде: кезектен тыс + бірінші кезектегі + жалпы кезек. Екі тілде күтіп тұрған бала екі кезекте тұрады.

# The catalogue.
kg-catalogue = <b>Балабақшалар: { $place }</b>. Таңдаңыз немесе атының бір бөлігін жазыңыз.
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
