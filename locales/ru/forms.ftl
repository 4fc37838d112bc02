# Above a question: where we are, what was understood, what was there before.
question-step = Вопрос { $step } из { $total }
question-current = Сейчас: { $value }
understood = Записано. { $what }
secret-kept = Пароль принят. Сообщение с ним удалено из чата.
keyboard-away = Хорошо.
form-goes-on = Продолжаем с того места, где остановились.

# After an answer that was not taken.
typed-was = Вы написали: <code>{ $text }</code>
refused-example = Например: { $example }
refused-third = Если ответа сейчас нет под рукой, напишите /cancel: прежние ответы сохраним. Если вопрос непонятен, напишите /why, если нужна помощь — /help.
found-many = Похожих вариантов много: здесь первые { $count }. Если нужного нет, напишите название полнее.
found-several =
    { $count ->
        [one] Нашёлся { $count } вариант. Он подходит?
        [few] Нашлось { $count } варианта. Какой нужен?
       *[many] Нашлось { $count } вариантов. Какой нужен?
    }

# Buttons of a question.
button-back = Назад
button-why = Зачем это?
button-stop = Остановить
button-keep = Оставить как есть
button-suggested = Да: { $value }
button-done = Готово
button-later = Отвечу позже
button-without = Продолжить без него
button-page-before = ‹
button-page-next = › { $page }/{ $pages }
button-share-contact = Отправить свой номер
choice-yes = Да
choice-no = Нет

# The card of all answers.
answer-line = { $label }: <b>{ $value }</b>
answer-later = не указано
answer-without = не приложено
day-short = { SHORTDAY($day) }
button-edit = Исправить
edit-which = Какой ответ исправить?
button-to-summary = Вернуться к ответам

# Stopping.
stop-ask = Остановиться? Ответы можно сохранить и продолжить позже.
button-keep-draft = Сохранить на потом
button-drop-draft = Удалить ответы
button-go-on = Продолжить
draft-kept = Ответы сохранены. В течение 30 дней можно написать /start и продолжить с того же места.
draft-dropped = Ответы удалены.

# Taps and messages that come too late. The first three are plain text: Telegram shows them briefly.
first-question = Это первый вопрос, до него вопросов нет.
tap-late = Эта кнопка от одного из прошлых вопросов. Ответьте на самый последний.
tap-gone = Эти ответы уже отправлены или удалены. Чтобы открыть меню, напишите /start.
form-closed = Сейчас ни один вопрос не ждёт ответа. Меню: /start
