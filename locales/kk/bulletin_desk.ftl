# What staff of a queue see: vacancies, referrals, benefits.
button-desk-referrals = Орындар мен жолдамалар
button-desk-benefits = Тексерілетін жеңілдіктер
button-vacancy-publish = Бос орын жариялау
button-desk-register = Құжаттар алынды: электрондық тіркеу
button-desk-enrol = Қабылдауды растау
button-desk-confirm = Жеңілдікті растау
button-desk-refuse = Жеңілдікті растамау
button-desk-false = Жеңілдік жарамсыз
button-desk-false-yes = Иә, жарамсыз
button-desk-false-no = Жоқ, өзгертпеймін
desk-referrals = <b>{ $kindergarten }</b>
    { $count ->
        [0] Ашық жолдама жоқ.
       *[other] Ашық жолдама: { $count }. Баланы таңдаңыз.
    }
    Кестемен жариялау үшін осы чатқа .csv файлын жіберіңіз, бағандары: kindergarten,group,kind,language,born_from,born_to,places
desk-published = <b>Бос орын жарияланды.</b> Шақырылған отбасы: { $told }. Өтініш қабылдау мерзімі: { DAYTIME($closes) }
desk-benefits = <b>Тексерілетін жеңілдіктер</b>, алдымен мерзімі жақыны. Баланы таңдаңыз.
desk-benefits-none = Тексерілетін жеңілдік жоқ.
desk-child =
    <b>{ $child }</b>
    Өтініш № { $number }
    Туған күні: { SHORTDAY($born) }
desk-state = Қай сатыда: { $state }
desk-is-queued = кезекте
desk-is-applied = бос орынға өтініш берді
desk-is-referred = жолдама берілді, құжаттарын күтеміз
desk-is-registered = электрондық тіркелді
desk-is-enrolled = балабақшаға қабылданды
desk-is-stopped = стоп-листте
desk-is-inactive = белсенді емес
desk-is-voucher = ваучер бөлінді
desk-is-choosing = балабақша таңдап жатыр
desk-is-waiting-list = күту парағында
desk-is-withdrawn = жойылды
desk-is-archived = мұрағатта
desk-benefit-claimed = Жеңілдік: { $benefit }, тексерілмеген
desk-benefit-confirmed = Жеңілдік: { $benefit }, расталған
desk-benefit-refused = Жеңілдік: { $benefit }, расталмаған
desk-benefit-false = Жеңілдік: { $benefit }, жарамсыз
desk-referral = Жолдама № { $number }: { $kindergarten }, «{ $group }» тобы, мерзімі: { DAYTIME($due) }
desk-registered = <b>Бала тіркелді.</b> Отбасына хабарланды.
desk-enrolled = <b>Қабылдау расталды.</b> Отбасына хабарланды.
desk-changed = <b>Ештеңе өзгерген жоқ.</b> Осы арада өтініш басқа сатыға өтті, қазіргісі мынау:
desk-decided = <b>Шешім сақталды.</b> Отбасына хабарланды.
desk-benefit-sent-since = <b>Отбасы басқа құжат жіберді.</b> Оны ашып қарап, қайта шешіңіз.
desk-refuse-why = Жеңілдік неге расталмайды? Бала: { $child }. Себебі отбасына жіберіледі. Осы жеңілдікпен берілген жолдама болса, ол жойылады.
benefit-because-unreadable = Құжат оқылмайды
benefit-because-expired = Құжаттың мерзімі өткен
benefit-because-unproven = Құжат жеңілдікті дәлелдемейді
benefit-because-other-child = Құжат басқа баланыкі
desk-false-ask = Жеңілдік жарамсыз ба? Бала: { $child }. Жолдама берілген болса, ол жойылып, орын келесі отбасына беріледі. Өтініш жалпы кезекте қалады.
button-desk-vacant = Бос орындар: жабу
button-desk-children = Балабақшаның балалары
button-desk-left = Бала балабақшадан шықты
button-desk-left-yes = Иә, шықты
button-desk-left-no = Жоқ, барып жүр
button-vacancy-close-yes = Иә, жабамын
button-vacancy-close-no = Жоқ, ашық қалсын
desk-children = <b>{ $kindergarten }: балалар</b>
    Карточкасын ашу үшін баланы таңдаңыз.
desk-vacant = <b>{ $kindergarten }: бос орындар</b>
    Қайсысын жабатыныңызды таңдаңыз.
desk-left-ask = Бала балабақшаға енді бармай ма? Бала: { $child }. Орын оны күтіп тұрған келесі отбасына беріледі, өтініш мұрағатқа түседі. Отбасына хабарланады.
desk-left-done = <b>Бала балабақшадан шықты.</b> Отбасына хабарланды, орын босады.
desk-vacancy-close = <b>Осы бос орынды жабасыз ба?</b>
    { $kindergarten }, топ: «{ $group }». Орын: { $places }, берілгені: { $taken }
    Қалған орындар енді ешкімге берілмейді. Берілген жолдамалар күшінде қалады. Күтіп тұрған отбасылардың кезегі өзгермейді, оларға хабарланады.
desk-vacancy-closed = <b>Бос орын жабылды.</b> Оны күткен отбасыларға хабарланады.

# Publishing a vacant place.
form-vacancy =
    .intro = Бос орын жариялаймыз: 6 сұрақ.
    .check = <b>Бәрі дұрыс па?</b> Жарияланған соң кезегі сай отбасыларға бірден хабар барады.
    .send = Жариялау
    .left = Бос орын жарияланған жоқ.
    .go-on = Жалғастыру: бос орын ({ $step } жауап)
ask-vacancy-group = Топ қалай аталады?
    .label = Топ
    .example = Күншуақ
ask-vacancy-kind = Қандай топ?
    .label = Топ түрі
ask-vacancy-language = Топ қай тілде?
    .label = Тілі
ask-vacancy-born-from = Ең үлкен балалар қай жылы туған?
    .label = Туған жылы: басы
    .hint = Бір ғана жас болса, келесі сұраққа да осы жылды таңдайсыз.
ask-vacancy-born-to = Ең кіші балалар қай жылы туған?
    .label = Туған жылы: соңы
ask-vacancy-places = Неше бос орын бар?
    .label = Орын саны
    .example = 3

# A table of vacancies.
vacancy-table-asks = <b>Кестеде қате жоқ. Жариялаймыз ба?</b> Жол саны: { $vacancies }, орын саны: { $places }
vacancy-table-line = { $kindergarten }, «{ $group }»: { $places }
button-vacancy-table-load = Жариялау
vacancy-table-loaded = <b>Жарияланды.</b> Жол саны: { $vacancies }, орын саны: { $places }, шақырылған отбасы: { $told }
vacancy-kindergarten-unknown = Тізімде мұндай балабақша жоқ: { $id }
vacancy-code-unknown = Мына сөздердің бірін жазыңыз: { $known }
vacancy-number-unfit = Бүтін сан жазыңыз: { $least }–{ $most }
vacancy-years-turned = Бастапқы туған жыл соңғысынан кейін тұр. Орындарын ауыстырыңыз.
