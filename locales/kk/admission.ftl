# An application to a school, as its parent and as staff see it.
admission-card =
    <b>Өтініш { $number }</b>
    Мәртебесі: <b>{ $status }</b>
    Бала: { $child }
    Мектеп: { $school }
    Сынып: { $grade }
    Оқыту тілі: { $language }
    Жіберілген уақыты: { DAYTIME($sent) }
admission-card-unsent =
    <b>Өтініш әлі жіберілген жоқ</b>
    Мәртебесі: <b>{ $status }</b>
    Бала: { $child }
    Мектеп: { $school }
    Сынып: { $grade }
    Оқыту тілі: { $language }
admission-status-signing = қол қоюыңызды күтіп тұр
admission-status-review = қаралуда
admission-status-accepted = қабылданды
admission-status-refused = бас тартылды
admission-status-withdrawn = кері қайтарылды
admission-status-mending = ата-ана мектеп айтқанды түзетіп жатыр
admission-status-handed-in = қабылданды, түпнұсқалар тапсырылды
admission-line = • { $number }, { $child }: { $status }
admission-line-unsent = • { $child }: { $status }

# Why it was refused. The same words stand on the buttons of staff.
reason-unreadable = Құжат оқылмайды
reason-other-paper = Басқа құжат жіберілген
reason-out-of-date = Құжаттың мерзімі өткен
reason-other-person = Құжат басқа адамдікі
reason-not-in-catchment = Мекенжай мектептің микротеліміне кірмейді
reason-no-places = Бос орын қалмады
reason-other-grade = Баланың жасы сыныпқа сай емес
reason-other-language = Мектепте бұл тілде оқытылмайды
reason-not-representative = Өтініш беруші заңды өкіл емес
admission-refused = Себебі: <b>{ $reason }</b>
admission-refused-mend = Мына жерлерін түзетіп, қайта жіберуге болады, нөмірі мен күні өзгермейді:
admission-refused-mend-staff = Ата-ана мына жерлерін түзетіп, қайта жібере алады, нөмірі мен күні өзгермейді:
admission-refused-anew = Мұны осы өтініште түзету мүмкін емес. Жаңа өтініш беруге болады.

# What comes next.
admission-next-signing = <b>Әлі жіберілген жоқ.</b> ЭЦҚ-мен қол қойғаннан кейін өтініш мектепке жіберіледі.
admission-next-review =
    <b>Енді не болады:</b> мектеп шешім қабылдайды, сізге осында жазамыз.
    Мерзімі: { DAY($by) }
    Оған дейін бұл балаға екінші өтініш беруге болмайды.
admission-next-accepted =
    <b>Енді не істеу керек:</b> құжаттардың түпнұсқасын мектепке апарыңыз.
    Соңғы мерзім: <b>{ DAY($day) }</b>
    Мекенжайы: { $address }
    Телефоны: { $phone }
admission-next-accepted-late =
    <b>Енді не істеу керек:</b> түпнұсқаларды тапсыру мерзімі өтіп кетті ({ DAY($day) }).
    Мектепке бірден қоңырау шалып, түпнұсқаларды қашан апаратыныңызды келісіңіз.
    Телефоны: { $phone }
    Мекенжайы: { $address }
admission-next-withdrawn = Сіз бұл өтінішті кері қайтардыңыз. Жаңа өтініш беруге болады.
admission-next-handed-in = Рақмет! Түпнұсқалар мектепте. Енді ештеңе істеудің қажеті жоқ.
admission-history = <b>Не болды</b>
admission-event = { DAYTIME($at) } — { $what }
admission-event-review = қол қойылып, жіберілді
admission-event-accepted = қабылданды
admission-event-refused = бас тартылды
admission-event-withdrawn = ата-анасы кері қайтарды
admission-event-originals-parent = түпнұсқалар тапсырылды (ата-анасының айтуынша)
admission-event-originals-staff = мектеп түпнұсқаларды алды

# The journal.
admission-journal = <b>Менің өтініштерім</b>
admission-journal-empty = Әзірге өтініш жоқ.
button-school-open = Өтінішті ашу
button-school-sign = Қол қою
button-school-back = Жауаптарды түзету
button-school-drop = Өтінішті өшіру
button-school-withdraw = Өтінішті кері қайтару
button-school-withdraw-yes = Иә, кері қайтару
button-school-withdraw-no = Жоқ, қалсын
button-school-handed-in = Түпнұсқаларды тапсырдым
button-school-mend = Түзетіп, қайта жіберу
button-school-anew = Жаңадан өтініш беру
admission-withdraw-ask = Бұл өтінішті кері қайтарасыз ба: { $number }? Кері қайтарсаңыз, мектеп оны қарамайды. Кейін қайта өтініш бере аласыз, бірақ нөмірі мен күні жаңа болады.

# What the parent is told.
admission-sent = <b>Өтініш жіберілді.</b> Нөмірі: <b>{ $number }</b>. Бала: { $child }
admission-told-accepted = <b>Мектеп өтінішті қабылдады.</b> Нөмірі: { $number }. Бала: { $child }
admission-told-refused = <b>Мектеп өтініштен бас тартты.</b> Нөмірі: { $number }. Бала: { $child }
admission-told-handed-in = Рақмет! Мектеп түпнұсқаларды алды. Өтініш нөмірі: { $number }. Енді ештеңе істеудің қажеті жоқ.

# Staff: schools, applications, decisions.
button-admission = Мектептерге өтініштер
button-admission-school = { $school } ({ $count })
button-admission-papers = Құжаттарды көрсету
button-admission-accept = Қабылдау
button-admission-accept-yes = Иә, қабылдау
button-admission-refuse = Бас тарту
button-admission-refuse-yes = Иә, бас тарту
button-admission-handed-in = Түпнұсқалар алынды
button-admission-to-school = Мектептің тізіміне
button-admission-back = Қайту
admission-staff-schools =
    <b>Мектептерге өтініштер</b>
    Шешім күтіп тұр: { $count }
admission-staff-school =
    <b>{ $school }</b>
    Шешім күтіп тұр: { $waiting }
    Қабылданған, түпнұсқалары күтіледі (📎): { $owing }
admission-staff-places = { $grade }, { $language }: { $places } орынның бос қалғаны — { $free }
admission-staff-card =
    Өтініш беруші: { $applicant }
    Телефоны: { $phone }
    Поштасы: { $mail }
    Баланың тіркелген мекенжайы: { $address }
    Мектеп таңдау: { $basis }
    Осы сынып пен тілдегі бос орын: { $free }
admission-staff-accept-ask =
    Баланы қабылдайсыз ба? { $child }
    Мектеп: { $school }
    Бос орын: { $free }. Ата-анасы бірден хабар алады.
admission-staff-reason = Неге бас тартасыз? Бала: { $child }
admission-staff-which =
    <b>{ $reason }</b>
    Қай құжаттар? Ата-анасы тек соларды қайта жібере алады. Бала: { $child }
admission-staff-refuse-ask =
    <b>{ $reason }</b>
    Өтініштен бас тартасыз ба? Ата-анасы себебін бірден көреді. Бала: { $child }
admission-staff-new =
    <b>Жаңа өтініш { $number }</b>
    Мектеп: { $school }
    { $grade }, { $language }
admission-staff-again =
    <b>{ $number } өтініші түзетіліп, қайта жіберілді</b>
    Мектеп: { $school }
    { $grade }, { $language }

# What is wrong in a table of admission.
school-unknown = Қабылдайтын мектептердің арасында мұндайы жоқ: { $school }
not-a-number = Бүтін сан керек, «{ $text }» емес.
side-unknown = Көшенің жағы: all, odd немесе even, «{ $text }» емес.
grade-unknown = Қағидаларда мұндай сынып не тіл жоқ: { $text }
fewer-than-taken = Қабылданған бала саны: { $taken }. Орын саны одан аз болмайды.
row-twice = Дәл осындай жол жоғарыда бар. Бірін қалдырыңыз.
houses-backwards = Соңғы үйдің нөмірі біріншісінен кіші. Орындарын ауыстырыңыз.

# PDF құжаттар: қол қойылатыны және берілетіні.
admission-document = Мектепке қабылдау туралы өтініш
    .to = Кімге
    .applicant = Өтініш беруші
    .child = Бала
    .wish = Не туралы өтініш
    .person = Тегі, аты, әкесінің аты
    .iin = ЖСН
    .papers = Қоса берілген құжаттар
    .fingerprint = Файлдың бақылау қосындысы (SHA-256):
    .note = Өтініш берушінің электрондық цифрлық қолтаңбасымен жарамды.
admission-decision = Мектепке қабылдау туралы өтініш бойынша шешім
    .about = Өтініш
    .number = Нөмірі
    .decision = Шешім
    .reason = Себебі
    .fields = Түзетуге болатыны
    .next = Құжаттардың түпнұсқасын мектепке апарыңыз. Соңғы күн: { DAY($day) }
    .late = Түпнұсқаларды тапсыру мерзімі өтіп кетті ({ DAY($day) }). Мектепке қоңырау шалып, түпнұсқаларды қашан апаратыныңызды келісіңіз.
button-school-pdf = Өтініш (PDF)
button-school-decision = Шешім (PDF)
enclosures-changed = Сақталған құжаттар өтініште көрсетілгендермен сәйкес келмейді, сондықтан қол қабылданбады. «Жауаптарды түзету» түймесін басып, құжаттарды тексеріңіз де, қайта қол қойыңыз.
