# The message with a code. The code comes first, hidden until touched; nothing may stand before it.
code-message =
    <tg-spoiler>{ $code }</tg-spoiler> — { $portal }: { $purpose ->
        [register] код для регистрации
        [sign] код для подписи
        [recover] код для смены пароля
       *[login] код для входа
    }
    Действует до { TIME($until) }
    Никому не говорите код, даже сотрудникам.
code-message-from = Запрошен отсюда: { $place }
button-code-copy = Скопировать код
button-code-not-me = Это не я

# The same message once the code is over.
code-ended =
    { $portal }: { $state ->
        [used] код использован.
        [revoked] код отменён.
        [replaced] код заменён, новый — в сообщении ниже.
        [locked] код слишком много раз ввели с ошибкой, он больше не действует.
       *[expired] срок действия кода истёк.
    } Время: { TIME($at) }

# To staff, when somebody says a code is not theirs.
code-alarm = Человек сообщил, что не запрашивал код портала { $portal }. Код отменён, портал пока не может писать в этот чат. Остановлен до: { $until }

# A portal's link, its QR and its pairing code.
portal-link-over = Эта ссылка больше не действует: она открывается один раз и работает 15 минут. Получите на портале новую.
pairing-code-wrong = Такой номер не нашёлся: в нём опечатка, его уже использовали или прошло больше 10 минут. Введите ещё раз 12 цифр, которые показывает портал.
too-many-guesses = Слишком много ошибок. Попробуйте снова через { DURATION($minutes) }.
