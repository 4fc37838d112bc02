# Language: asked in all three at once, one line below another.
language-ask = Қай тілде сөйлесеміз?
language-name-kk = Қазақша
language-name-ru = Русский
language-name-en = English
language-kept = Енді қазақша сөйлесеміз.

# The menu and what stands above it.
start-hello =
    Сәлеметсіз бе! Бұл — Өтінім боты.

    Осы жерде олимпиадаға тіркелесіз: алдымен аккаунт ашасыз, содан кейін іс-шараны таңдап, өтінім жібересіз.
menu-title = Не істейміз?
menu-account = Аккаунт: <b>{ $name }</b>
settings-title = Баптаулар

# Buttons of the menu and of the settings.
button-open-account = Аккаунт ашу
button-sign-in = Кіру
button-confirm-email = Поштаны растау
button-events = Қолжетімді іс-шаралар
button-my-events = Менің іс-шараларым
button-profile = Аккаунт деректері
button-accounts = Аккаунтты ауыстыру
button-settings = Баптаулар
button-help = Көмек
button-menu = Мәзір
button-language = Тілді ауыстыру
button-my-data = Деректерімді алу
button-forget = Бәрін өшіру
button-sign-out = Аккаунттан шығу
button-sign-in-other = Басқа аккаунтқа кіру
button-open-other = Тағы бір аккаунт ашу

# Help.
help-text =
    <b>Мұнда не істеуге болады</b>
    • аккаунт ашу, электрондық поштаны растау;
    • сыныбыңыз бен оқыту тіліңізге сай іс-шараларды көру;
    • іс-шараға өтінім жіберу немесе оны кері қайтару;
    • тестілеудің күнін, уақытын және ұзақтығын білу.

    <b>Қалай жауап беру керек</b>
    Түймені басыңыз немесе жауапты жазыңыз. Ұзын тізімде атаудың басын не нөмірін жазсаңыз жеткілікті. Латын әрпімен не қазақ әріптерінсіз жазсаңыз да түсінуге тырысамын.

    <b>Пәрмендер</b>
    /start — мәзір
    /events — қолжетімді іс-шаралар
    /my — менің іс-шараларым
    /back — алдыңғы сұрақ
    /why — бұл сұрақ не үшін керек
    /cancel — тоқтату
    /language — тілді ауыстыру
    /settings — баптаулар
    /mydata — деректеріңіздің көшірмесі
    /forget — деректеріңізді өшіру
    /privacy — деректер туралы
    /terms — пайдалану шарттары

    <b>Адаммен сөйлескіңіз келсе</b>
    Олимпиада туралы сұрағыңызды мектебіңіздегі жауапты мұғалімге немесе «Дарын» орталығына қойыңыз: daryn.kz. Бот ақау болғанын айтып, нөмір берсе, сол нөмірді ботқа жауапты ұйымға айтыңыз.
