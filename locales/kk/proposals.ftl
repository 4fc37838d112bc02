# What two people decide: the preview.
proposal-move = { $count ->
    [1] Тестілеу уақыты ауысады
   *[other] Уақыты ауысатын тестілеулер: { $count }
    }
proposal-cancel = { $count ->
    [1] Тестілеу өтпейді
   *[other] Өтпейтін тестілеулер: { $count }
    }
proposal-announcement = Хабарландыру
proposal-people = Алушылар: { $count }
proposal-takes = Жіберуге кететін уақыт: { DURATION($minutes) } шамасында
proposal-begins = Жіберіле бастайды: { DAYTIME($at) }, Астана уақыты
proposal-no-english = Ағылшынша мәтін жоқ: ағылшынша оқитындарға қазақша және орысша мәтін барады.
proposal-more = Кестеде тағы осындай хабарлар бар: { $count }
proposal-check =
    <b>Жіберілмей тұрып тексеріңіз</b>
    Адамдар дәл осыны оқиды. Екінші адам растамайынша ештеңе жіберілмейді.
proposal-alone =
    <b>Жіберілмей тұрып тексеріңіз</b>
    Мұны растайтын екінші адам әзірге жоқ. Әріптесіңізге рұқсат беріңіз: /desk
proposal-asked =
    <b>Растауды сұрайды: { $author }</b>
    Мәтінін, күні мен уақытын тексеріңіз. Растасаңыз, бір минуттан кейін жіберіледі.
proposal-colleague = әріптесіңіз
proposal-sent-to =
    Растауы сұралған адам саны: { $count }. Біреуінің растауы жетеді.
    Растағаннан кейін де бір минут ішінде қайтарып алуға болады.
proposal-confirmed =
    <b>Расталды.</b> Жіберілуіне { $seconds } секунд қалды.
    Осы уақыт ішінде екеуіңіздің біріңіз қайтарып ала аласыз.
proposal-withdrawn = Қайтарып алынды. Ештеңе жіберілген жоқ.
proposal-refused = Қабылданбады. Ештеңе жіберілмейді.
proposal-was-refused = Ұсынысыңыз қабылданбады, ештеңе жіберілмейді. Түзетіп, қайта жасауға болады: /desk
proposal-undone = Қайтарып алынды. Ешкімге ештеңе жіберілген жоқ.
proposal-undone-by-other = Екінші адам қайтарып алды. Ешкімге ештеңе жіберілген жоқ.
proposal-stale = Жіберілген жоқ: осы аралықта тестілеу өзгерген немесе растағандардың бірінің рұқсаты алынған. Қарап, қайта жасаңыз: /desk
button-proposal-ask = Екінші адамнан растау сұрау
button-proposal-confirm = Растаймын, жіберілсін
button-proposal-refuse = Қабылдамау
button-proposal-drop = Қайтарып алу
button-proposal-undo = Жібермеу
button-proposal-stop = Тоқтату
button-proposal-resume = Жалғастыру
button-pending-move = Растау: уақыт ауысады ({ $people } адам)
button-pending-cancel = Растау: тестілеу өтпейді ({ $people } адам)
button-pending-announcement = Растау: хабарландыру ({ $people } адам)

# How far it is.
progress-about = { $what }: { $subject }
progress-running = <b>Жіберіліп жатыр.</b> { $title }
progress-stopped = <b>Тоқтатылды.</b> { $title }
progress-done = <b>Жіберілді.</b> { $title }
progress-replaced = <b>Кейінгі хабармен ауыстырылды.</b> { $title }
progress-sent = Жіберілгені: { $sent } / { $people } ({ $percent } %)
progress-others =
    Қалғаны: { $left }
    «Көрдім» басқандар: { $seen }
    Ботты бұғаттағандар: { $blocked }
    Жіберілмей қалғаны: { $failed }
progress-begins = Басталуы: { DAYTIME($at) }, Астана уақыты
progress-eta = Тағы керек уақыт: { DURATION($minutes) } шамасында

# Refusals.
proposal-gone = Бұл ұсыныс бойынша шешім бұрын қабылданған немесе бір тәулік өтіп кеткен.
second-person-needed = Өз ұсынысыңызды өзіңіз растай алмайсыз: екінші адам керек.
author-lost-right = Мұны ұсынған адамның рұқсаты алынған. Әлі де керек болса, өзіңіз ұсыныңыз: /desk
too-late-to-undo = Қайтарып алуға кеш: хабар жіберіле бастады немесе бұрын қайтарып алынған.
nothing-changes = Тестілеу онсыз да дәл осы уақытта. Басқа уақыт жазыңыз.
moved-to-past = Бұл уақыт өтіп кеткен: { DAYTIME($starts) }. Алдағы уақытты жазыңыз.
moved-too-far = { DAYTIME($starts) }: бұған дейін әлі бірнеше жыл бар. Жылын тексеріңіз.
nobody-to-tell = Бұл таңдауға сай келетін ешкім жоқ. «Артқа» түймесін басып, кеңірек таңдаңыз.
closes-in-past = Бұл уақыт өтіп кеткен: { DAYTIME($closes) }. Алдағы уақытты жазыңыз.
