# A session was moved: what changed, old and new one above the other, why, what else is at that time.
notice-when-title = <b>Изменилось время: { $subject }</b>
notice-place-title = <b>Изменилось место: { $subject }</b>
notice-length-title = <b>Изменилась длительность: { $subject }</b>
notice-cancel-title = <b>Отменено: { $subject }</b>
notice-session = { $event }, этап { $stage }
notice-before = Было: <s>{ DAYTIME($starts) }</s>
notice-after = Стало: <b>{ DAYTIME($starts) }</b>, время Астаны
notice-cancelled = Было назначено: <s>{ DAYTIME($starts) }</s>, время Астаны
notice-stays = Когда: { DAYTIME($starts) }, время Астаны
notice-length = Длительность: <s>{ DURATION($before) }</s> → <b>{ DURATION($after) }</b>
notice-place-before = Место было: <s>{ $place }</s>
notice-place-after = Место теперь: <b>{ $place }</b>
notice-reason = Причина: { $reason }
notice-clash = ⚠️ В это же время у вас { $subject } ({ DAYTIME($starts) }). Решите, куда пойдёте.
notice-asked-again = Мы уже написали об этом в другой чат этого аккаунта, но там пока никто не нажал «Вижу». Передайте, пожалуйста.
notice-number = Сообщение № { $number }. Проверить его: /check
button-seen = Вижу
button-calendar = В календарь
button-calendar-cancelled = Убрать из календаря
seen-thanks = Спасибо, отметили.
calendar-here = Откройте файл, и календарь обновит запись.
session-gone = Этого тестирования больше нет: оно отменено или удалено.
session-changed-meanwhile = Пока вы смотрели, это тестирование изменил кто-то другой. Откройте его ещё раз.
registration-cancelled = <b>{ $subject }</b>: тестирование отменено. Оно было назначено на { DAYTIME($starts) }.
subject-cancelled = Тестирование отменено: { $subject }. Выберите другой предмет.

# Following an event or a subject, with no account.
follow-events =
    <b>Мероприятия</b>
    Выберите, за чем следить: напишем, если изменятся день, время или место. Аккаунт для этого не нужен.
follow-none-yet = Мероприятий пока нет. Загляните позже: /events
follow-title =
    <b>{ $name }</b>
    Нажмите, за чем следить: за всем мероприятием или за предметом. Время — Астаны.
button-follow-event = Всё мероприятие
button-followed = За чем слежу
followed = Следим. Напишем, если что-то изменится.
unfollowed = Больше не следим.
follow-mine = <b>Вы следите</b>
follow-nothing = Вы пока ни за чем не следите. Выберите мероприятие: /events
follow-whole = <b>{ $event }</b>, все предметы
follow-subject =
    <b>{ $subject }</b>, { $event }
    { DAYTIME($starts) }, время Астаны
    Место: { $place }
button-unfollow = Не следить: { $name }
