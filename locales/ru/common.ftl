# What Telegram shows of the bot before anything is written: name (64), description (512), short (120).
bot-name = Отиним
bot-short = Заявка на олимпиаду, очередь в детский сад, одноразовые коды порталов в чат.
bot-description =
    Отиним — бесплатный бот для учеников и родителей.

    Олимпиада: открыть аккаунт, зарегистрироваться на мероприятие, узнать день и время.
    Детский сад: встать в очередь (INDIGO, Акмола, Smart Nation).
    Одноразовые коды порталов придут в этот чат: приложение ED24 не нужно.

    Вопросы задаются на казахском, русском и английском. Ответ можно написать или выбрать кнопкой.

# The list of commands, 60 characters each.
command-start = Открыть меню
command-events = Доступные мероприятия
command-my = Мои мероприятия
command-school = Приём в школу
command-codes = Коды порталов
command-queue = Какое у меня место в очереди
command-kindergartens = Детские сады: места и очереди
command-language = Сменить язык
command-settings = Настройки
command-back = Вернуться к предыдущему вопросу
command-cancel = Остановиться: сохранить ответы или удалить
command-why = Зачем нужен этот вопрос
command-help = Помощь
command-mydata = Получить копию моих данных
command-forget = Удалить мои данные
command-privacy = Какие данные хранятся и зачем
command-terms = Условия использования

# Whatever is no answer and no command.
not-understood = Это сообщение я не понял. Нажмите одну из кнопок ниже или напишите слово с кнопки.
incident =
    Не получилось ответить на ваше сообщение, сбой у нас. Напишите ещё раз через несколько минут; прежние ответы на месте.
    Если это повторится, назовите организации, которая ведёт бота, этот номер: <code>{ $number }</code>

# In groups: one line, and a toast for a tap.
group-line = В группе я не отвечаю, чтобы личные данные не увидели другие. Напишите мне лично: { $link }
group-tap = В группе я не отвечаю. Откройте бота и напишите лично.
