# Language: asked in all three at once, one line below another.
language-ask = На каком языке будем говорить?
language-name-kk = Қазақша
language-name-ru = Русский
language-name-en = English
language-kept = Теперь говорим по-русски.

# The menu and what stands above it.
start-hello =
    Здравствуйте! Это бот Отиним.

    Здесь регистрируются на олимпиаду: сначала открывают аккаунт, потом выбирают мероприятие и подают заявку.
menu-title = Что будем делать?
menu-account = Аккаунт: <b>{ $name }</b>
settings-title = Настройки

# Buttons of the menu and of the settings.
button-open-account = Открыть аккаунт
button-sign-in = Войти
button-confirm-email = Подтвердить почту
button-events = Доступные мероприятия
button-my-events = Мои мероприятия
button-profile = Данные аккаунта
button-accounts = Сменить аккаунт
button-settings = Настройки
button-help = Помощь
button-menu = Меню
button-language = Сменить язык
button-my-data = Получить мои данные
button-forget = Удалить всё
button-sign-out = Выйти из аккаунта
button-sign-in-other = Войти в другой аккаунт
button-open-other = Открыть ещё аккаунт

# Help.
help-text =
    <b>Что здесь можно сделать</b>
    • открыть аккаунт и подтвердить электронную почту;
    • посмотреть мероприятия для своего класса и языка обучения;
    • отправить заявку на мероприятие или отозвать её;
    • узнать день, время и длительность тестирования.

    <b>Как отвечать</b>
    Нажмите кнопку или напишите ответ. В длинном списке достаточно начала названия или номера. Я постараюсь понять и латиницу, и слова без казахских букв.

    <b>Команды</b>
    /start — меню
    /events — доступные мероприятия
    /my — мои мероприятия
    /back — предыдущий вопрос
    /why — зачем нужен этот вопрос
    /cancel — остановиться
    /language — сменить язык
    /settings — настройки
    /mydata — копия ваших данных
    /forget — удалить ваши данные
    /privacy — о данных
    /terms — условия использования

    <b>Если хотите поговорить с человеком</b>
    Вопрос об олимпиаде задайте ответственному учителю в школе или центру «Дарын»: daryn.kz. Если бот сообщил о сбое и дал номер, назовите этот номер организации, которая ведёт бота.
