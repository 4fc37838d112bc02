# Vacant places that fit a child, and applying for one.
command-vacancies = Балаңызға лайық бос орындар
button-vacancies = Балаңызға лайық бос орындар
button-bulletin-apply = Осы орынға өтініш жіберу
button-bulletin-take-back = Бұл орын керек емес
button-vacancy-apply = { $number }. Өтініш жіберу: { $kindergarten }
button-vacancy-take-back = { $number }. Керек емес: { $kindergarten }
bulletin-fits =
    <b>Балаңызға лайық бос орын шықты</b>
    Бала: { $child }, өтініш № { $number }
bulletin-group = <b>{ $kindergarten }</b>, «{ $group }» тобы
bulletin-whom = { $kind }; тілі: { $language }; туған жылы: { $born }
bulletin-kind-general = жалпы білім беретін топ
bulletin-kind-correctional = түзету тобы (арнайы топ)
bulletin-kind-sanatorium = санаторлық топ
bulletin-language-kk = қазақ тілі
bulletin-language-ru = орыс тілі
bulletin-language-en = ағылшын тілі
bulletin-address = Мекенжайы: { $address }
bulletin-phone = Телефоны: { $phone }
bulletin-free = Орын саны: { $free }
bulletin-ahead = { $ahead ->
    [0] Осы орынға шақырылғандардың ішінде сіз біріншісіз.
   *[other] Алдыңызда { $ahead } адам бар.
  }
bulletin-until = Орын кезек ретімен беріледі. Өтініш осы мерзімге дейін қабылданады: { DAYTIME($closes) }
bulletin-open = Кезекте тұрғандардың бәріне ашық: кім бірінші басса, орын соныкі.
bulletin-applied = <b>Өтініш жіберілді:</b> { $kindergarten }, «{ $group }» тобы. Бала: { $child }
bulletin-ahead-of-told = { $ahead ->
    [0] Сіз бірінші тұрсыз.
   *[other] Алдыңызда { $ahead } адам бар; бәрі бірдей өтініш бермеуі мүмкін.
  }
bulletin-answer = Орындар кезек ретімен осы уақытта беріледі: { DAYTIME($closes) }. Нәтижесін осы чатқа жазамыз. Бірнеше орынға өтініш беруге болады.
bulletin-waits = Қазір бос орын жоқ. Біреуі босаса, кезектегі бірінші отбасына беріледі. Жолдама шықса, осы чатқа жазамыз.
bulletin-yours = <b>Орын сіздікі:</b> { $kindergarten }. Жолдама келесі хабарда.
bulletin-taken-back = Бұл орынға жіберген өтінішіңіз қайтарып алынды. Кезектегі орныңыз өзгерген жоқ.
vacancies-title = <b>Балаңызға лайық бос орындар</b>
vacancies-none = Қазір балаңызға лайық бос орын жоқ. Орын шыққанда осы чатқа жазамыз.
vacancies-no-queue = Қазір кезекте тұрған балаңыз жоқ. Бос орын кезекте тұрған балаға беріледі. Кезекке тұру үшін мәзірден балабақшаны таңдаңыз: /start
vacancies-placed = { $child }: балабақшадан орын берілген.
vacancies-stopped = { $child }: өтініш стоп-листте, мерзімі: { DAYTIME($due) }. Содан кейін кезекке бұрынғы күнімен өзі қайтады.
vacancy-number = { $number })
vacancy-of = Кімге: { $child }
vacancy-applied = ✅ Өтініш жіберілген. Нәтижесін осы чатқа жазамыз.

# A referral.
button-referral = Жолдама: { $child }
button-referral-accept = Қабылдаймын, құжаттарды апарамын
button-referral-extend = Мерзімін ұзарту
button-referral-decline = Орыннан бас тарту
button-referral-decline-yes = Иә, бас тартамын
button-referral-decline-no = Жоқ, орын керек
referral-title = <b>📩 Балабақшаға жолдама № { $number }</b>
referral-child = Бала: { $child }, өтініш № { $number }
referral-dates =
    Берілген күні: { DAYTIME($issued) }
    Мерзімі бітеді: <b>{ DAYTIME($due) }</b>
referral-how = Осы мерзімге дейін балабақшаға мына құжаттарды апарыңыз: жеке куәлігіңіз, баланың туу туралы куәлігі, денсаулық паспорты (052-2/у). Тағы не керегін балабақшадан сұраңыз.
referral-once = Үлгермесеңіз, мерзімін бір рет ұзартуға болады. Мерзімі өтсе, орын келесі отбасына беріледі.
referral-accepted = <b>Жақсы, сізді балабақшада күтеді.</b> Құжаттарды осы мерзімге дейін апарыңыз: { DAYTIME($due) }. Балабақша баланы тіркегенде осы чатқа жазамыз.
referral-longer = <b>Жолдама ұзартылды.</b> Жаңа мерзімі: { DAYTIME($due) }. Екінші рет ұзартуға болмайды.
referral-decline-ask =
    Орыннан бас тартасыз ба? { $kindergarten }, бала: { $child }.
    Орын бірден келесі отбасына беріледі, оны қайтарып алу мүмкін емес. Бала кезекке бұрынғы күнімен қайтады.
referral-declined = Орыннан бас тарттыңыз. № { $number } өтініш қайтадан кезекте, бұрынғы күнімен тұр. Бала: { $child }

# What happened to an application.
queue-news-referral-half = <b>Жолдама мерзімінің жартысы өтті.</b> Бала: { $child }. Балабақша: { $kindergarten }. Құжаттарды осы мерзімге дейін апарыңыз: { DAYTIME($due) }
queue-news-referral-last =
    <b>Жолдаманың мерзімі бүгін бітеді: { DAYTIME($due) }</b>
    Бала: { $child }. Балабақша: { $kindergarten }. Құжаттарды апарып үлгеріңіз немесе мерзімін ұзартыңыз: әйтпесе орын келесі отбасына беріледі.
queue-news-lapsed =
    <b>Жолдаманың мерзімі өтті.</b> Орын енді сізге бекітілмеген. Бала: { $child }.
    № { $number } өтініш стоп-листте, мерзімі: { DAYTIME($due) }. Содан кейін ол кезекке бұрынғы күнімен өзі қайтады, ештеңе істеудің қажеті жоқ.
queue-news-back = Стоп-лист мерзімі бітті: № { $number } өтініш қайтадан кезекте, бұрынғы күнімен тұр. Бала: { $child }. Лайық бос орындар: /vacancies
queue-news-registered = <b>Балабақша баланы электрондық тіркеді.</b> Бала: { $child }. Балабақша: { $kindergarten }. Соңғы қадам қалды: балабақша қабылдауды растайды, сонда осы чатқа жазамыз.
queue-news-enrolled = <b>Құттықтаймыз!</b> Бала балабақшаға қабылданды: { $kindergarten }. Бала: { $child }
queue-news-inactive = <b>№ { $number } өтініш белсенді емес:</b> орын керек екені уақытында расталмады. Бала: { $child }
queue-news-restore = Оны бір рет қалпына келтіруге болады, мерзімі: { DAYTIME($due) }
queue-news-restores-spent = Ол бір рет қалпына келтірілген, ереже бойынша екінші рет болмайды. Орын әлі керек болса, жаңа өтініш беріңіз: /start
queue-news-archived = № { $number } өтініш мұрағатқа түсті. Бала: { $child }. Орын әлі керек болса, жаңа өтініш беріңіз: /start
queue-news-benefit-confirmed = Жеңілдік расталды. Бала: { $child }, өтініш № { $number }
queue-news-not-chosen = Орындар кезек ретімен бөлінді, бұл жолы балаңызға жетпеді. Бала: { $child }, өтініш № { $number }. Кезектегі орныңыз өзгерген жоқ. Біреу орыннан бас тартса, жолдама осы чатқа келеді. Басқа бос орындар: /vacancies
queue-news-benefit-unreadable =
    <b>Жеңілдік расталмады:</b> құжат анық оқылмайды.
    Бала: { $child }. № { $number } өтініш жалпы кезекте, бұрынғы күнімен тұр.
    Анық фото немесе PDF жіберіңіз.
queue-news-benefit-expired =
    <b>Жеңілдік расталмады:</b> құжаттың мерзімі өткен.
    Бала: { $child }. № { $number } өтініш жалпы кезекте, бұрынғы күнімен тұр.
    Мерзімі өтпеген құжат жіберіңіз.
queue-news-benefit-unproven =
    <b>Жеңілдік расталмады:</b> бұл құжат оны дәлелдемейді.
    Бала: { $child }. № { $number } өтініш жалпы кезекте, бұрынғы күнімен тұр.
    Қандай құжат керегін білім бөлімінен сұрап, соны жіберіңіз.
queue-news-benefit-other-child =
    <b>Жеңілдік расталмады:</b> құжат басқа балаға берілген.
    Бала: { $child }. № { $number } өтініш жалпы кезекте, бұрынғы күнімен тұр.
    Осы баланың құжатын жіберіңіз.
queue-news-cancelled = Жеңілдік жарамсыз деп танылды. Бала: { $child }. Сол жеңілдікпен берілген жолдама болса, ол да жойылды. № { $number } өтініш жалпы кезекте, бұрынғы күнімен тұр. Келіспесеңіз, білім бөліміне жазыңыз.
queue-news-too-old = <b>{ $child }: балабақша жасынан асты,</b> сондықтан № { $number } өтініш жабылып, мұрағатқа түсті. Мектептен орын алу үшін мәзірден «Мектепке қабылдау» түймесін басыңыз: /start
