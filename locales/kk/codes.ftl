# The message with a code. The code comes first, hidden until touched; nothing may stand before it.
code-message =
    <tg-spoiler>{ $code }</tg-spoiler> — { $portal }: { $purpose ->
        [register] тіркелу коды
        [sign] қол қою коды
        [recover] құпиясөзді жаңарту коды
       *[login] кіру коды
    }
    Жарамдылық мерзімі: { TIME($until) }
    Кодты ешкімге айтпаңыз, қызметкерлерге де.
code-message-from = Сұралған жері: { $place }
button-code-copy = Кодты көшіру
button-code-not-me = Бұл мен емеспін

# The same message once the code is over.
code-ended =
    { $portal }: { $state ->
        [used] код қолданылды.
        [revoked] код күшін жойды.
        [replaced] код ауыстырылды, жаңасы төмендегі хабарламада.
        [locked] код тым көп рет қате терілді, енді жарамайды.
       *[expired] кодтың мерзімі өтті.
    } Уақыты: { TIME($at) }

# To staff, when somebody says a code is not theirs.
code-alarm = Біреу { $portal } кодын өзі сұрамағанын айтты. Код жойылды, бұл портал ол чатқа уақытша жаза алмайды. Тоқтатылған мерзімі: { $until }

# A portal's link, its QR and its pairing code.
portal-link-over = Бұл сілтеме енді жарамайды: ол бір рет қана ашылады және 15 минут жұмыс істейді. Порталдан жаңасын сұраңыз.
pairing-code-wrong = Мұндай нөмір табылмады: қате терілген, бұрын қолданылған немесе 10 минуттан асып кеткен болуы мүмкін. Портал көрсетіп тұрған 12 цифрды қайта теріңіз.
too-many-guesses = Қате тым көп болды. Қайта көруге болатын уақыт: { DURATION($minutes) } өткен соң.
