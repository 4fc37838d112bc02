# PDF құжаттар және оларды тексеретін бет.
document-head = № { $number } · { DAYTIME($made) }
document-moment = { DAYTIME($at) }
document-foot = № { $number } · «Өтінім» боты жасаған
document-check = Құжат шынымен біздікі ме? QR-кодқа камераны бағыттаңыз немесе мына бетті ашыңыз: { $link }

page-document =
    .title = Бұл — біздің құжат
    .what = Құжат түрі
    .number = Нөмірі
    .issued = Жасалған уақыты
    .status = Қазіргі күйі
    .person = Кімдікі (инициалдары)
    .safe = Нөмірі мен инициалдарын қолыңыздағы қағазбен салыстырыңыз. Адам туралы мұнда басқа ештеңе көрсетілмейді.
page-document-unknown =
    .title = Бізде мұндай құжат жоқ
    .text = Сілтеме толық емес немесе құжат біздікі емес. QR-кодты камерамен қайта сканерлеңіз; тағы осы бет ашылса, қағазға сенбеңіз.
page-document-often =
    .title = Тым көп тексерілді
    .text = Бір минуттан кейін бетті қайта ашыңыз.
issued-application = Өтініш
issued-decision = Өтініш бойынша шешім
issued-referral = Жолдама
issued-as-sent = жіберілді, қаралып жатыр
issued-as-accepted = қабылданды
issued-as-refused = бас тартылды
issued-as-withdrawn = кері қайтарылды
