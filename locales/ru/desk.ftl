# The desk of staff.
button-desk = Кабинет сотрудника
desk-title = <b>Кабинет сотрудника</b>
desk-right = { $organisation } · { $area } · { $role }
desk-waiting = Ждут вашего подтверждения: { $count }
button-desk-announce = Написать объявление
role-of-head = руководитель
role-of-officer = сотрудник
organisation-daryn = Олимпиады «Дарын»
organisation-pavlodar = Школы Павлодара
organisation-akmola = Детские сады Акмолинской области
organisation-snation = Детские сады Smart Nation
organisation-indigo = Детские сады INDIGO
organisation-everywhere = Все организации
area-everywhere = весь Казахстан

# An event, its stages and tests.
desk-event =
    <b>{ $name }</b>
    Классы: { $grades }
desk-registration-open = Регистрация открыта. Закончится: { DAYTIME($closes) }, время Астаны.
desk-registration-closed =
    Регистрация закрыта.
    Начало: { DAYTIME($opens) }
    Конец: { DAYTIME($closes) }, время Астаны.
button-desk-stage = Этап { $number }: { $name }
button-desk-close = Закрыть регистрацию
button-desk-open = Открыть регистрацию
button-desk-extend = Изменить срок регистрации
desk-close-ask =
    <b>Закрыть регистрацию сейчас?</b>
    { $name }. Срок: { DAYTIME($closes) }, время Астаны.
    Кто заполняет заявку, не сможет её отправить. Потом можно открыть снова.
button-desk-close-yes = Да, закрыть
button-desk-close-no = Нет, пусть открыта
desk-closed = Регистрация закрыта.
desk-opened = Срок регистрации сохранён.
desk-stage =
    <b>{ $event }</b>
    Этап { $number }: { $name }
    Выберите тестирование.
button-desk-sitting = { $subject }: { SHORTDAY($starts) }, { TIME($starts) }
button-desk-sitting-cancelled = Отменено — { $subject }
desk-sitting =
    <b>{ $subject }</b>
    { $event }, этап { $stage }
    Когда: { DAYTIME($starts) }, время Астаны
    Длительность: { DURATION($minutes) }
    Место: { $place }
    Классы: { $grades }
    Языки обучения: { $languages }
    Зарегистрировано: { $registered }
desk-sitting-cancelled = Это тестирование отменено.
button-desk-move = Перенести
button-desk-cancel = Отменить тестирование

# Questions of the desk.
form-desk-move =
    .left = Время тестирования не изменилось.
form-desk-cancel =
    .left = Тестирование остаётся как было.
form-desk-open =
    .left = Срок регистрации не изменился.
form-desk-announce =
    .intro = Сначала выберите, кому пишем, потом напишите текст. До отправки вы увидите его целиком, а подтвердит второй человек.
    .left = Объявление не отправлено.
form-desk-grant =
    .left = Никому права не даны.
ask-desk-day = Какой новый день?
    .label = День
    .hint = Например: 5.11.2026 или 5 ноября 2026
    .why = Все, кто зарегистрирован, увидят старый и новый день рядом.
ask-desk-time = Какое новое время?
    .label = Время
    .hint = По времени Астаны, например: 10:00
    .why = Тех, у кого в это время другой предмет, мы предупредим отдельно.
ask-desk-reason = Какая причина?
    .label = Причина
    .why = Когда причина названа, люди верят сообщению и меньше звонят.
reason-technical = технический сбой
reason-weather = погода
reason-venue = место занято
reason-schedule = изменилось расписание
reason-unsaid = Не называть причину
reason-other = Написать другую причину
ask-desk-reason-kk = Напишите причину на казахском
    .label = Причина на казахском
    .why = Её увидят те, кто читает на казахском.
ask-desk-reason-ru = Напишите причину на русском
    .label = Причина на русском
    .why = Её увидят те, кто читает на русском. Кто читает на английском, увидит обе.
ask-desk-until-day = До какого дня открыта регистрация?
    .label = Последний день
    .hint = Например: 20.10.2026
    .why = После этого дня зарегистрироваться нельзя.
ask-desk-until-time = В какое время она закроется в этот день?
    .label = Время закрытия
    .hint = По времени Астаны, например: 18:00
    .why = Время закрытия видно на странице мероприятия.
ask-desk-event = О каком мероприятии?
    .label = Мероприятие
    .why = Объявление придёт тем, кто зарегистрирован на него или следит за ним.
ask-desk-subject = Какой предмет?
    .label = Предмет
    .why = Можно написать только тем, кто сдаёт этот предмет.
ask-desk-grade = Какой класс?
    .label = Класс
    .why = Класс мы знаем только у зарегистрированных: если выбрать класс, остальным сообщение не придёт.
ask-desk-region = Какая область?
    .label = Область
    .why = Область мы знаем только у зарегистрированных: если её выбрать, остальным сообщение не придёт.
ask-desk-language = Кто читает бота на каком языке?
    .label = Язык
    .why = Текст всё равно готовится на трёх языках: каждый увидит его на своём.
ask-desk-unseen = Кому пишем?
    .label = Кому
    .why = Можно написать ещё раз только тем, кто не нажал «Вижу» под прежним сообщением.
desk-any-event = Все мероприятия
desk-any-subject = Все предметы
desk-any-grade = Все классы
desk-any-region = Все области
desk-any-language = Все языки
desk-everybody = Всем
desk-notice = Не видевшим № { $number } ({ SHORTDAY($at) })
ask-desk-text-kk = Напишите текст на казахском
    .label = Текст на казахском
    .hint = Что случилось и что делать. До 800 знаков, можно с новой строки.
    .why = Именно этот текст увидят те, кто читает на казахском.
ask-desk-text-ru = Напишите тот же текст на русском
    .label = Текст на русском
    .hint = До 800 знаков.
    .why = Именно этот текст увидят те, кто читает на русском.
ask-desk-text-en = Напишите тот же текст на английском
    .label = Текст на английском
    .hint = До 800 знаков. Если нажать «{ button-later }», читающие на английском получат казахский и русский тексты.
    .why = Именно этот текст увидят те, кто читает на английском.

# Colleagues.
button-colleagues = Коллеги
button-colleague-add = Добавить коллегу
colleagues-title = <b>Кто работает в вашей организации</b>
colleagues-none = Кроме вас, в вашей организации пока никого нет.
colleague-line = Номер { $person }:
colleague-granted = Права даны.
colleague-revoked = Права забраны. Этот человек больше ничего не может сделать.
colleague-you-were-granted = Вам дали права сотрудника: /desk
colleague-you-were-revoked = Одно из ваших прав сотрудника забрали. Если есть вопросы, обратитесь к руководителю вашей организации.
button-revoke = Забрать права: { $person }
revoke-ask = <b>Забрать это право?</b>
button-revoke-yes = Да, забрать
button-revoke-no = Нет, оставить
ask-desk-colleague = Кого добавить?
    .label = Коллега
    .hint = Ваш коллега должен хотя бы раз написать этому боту. Перешлите сюда любое его сообщение или напишите его номер в Telegram (ID).
    .why = Права даются аккаунту Telegram определённого человека.
ask-desk-organisation = В какой организации он работает?
    .label = Организация
    .why = У каждой организации свои данные и свои люди.
ask-desk-area = На какой территории?
    .label = Территория
    .why = Человек решает только то, что относится к этой территории.
ask-desk-role = В какой роли?
    .label = Роль
    .hint = Руководитель может давать права коллегам и забирать их.
    .why = Тех, кто даёт права, должно быть немного.
colleague-unclear = Не получилось узнать, кто это. Перешлите его сообщение или напишите его номер в Telegram (ID) цифрами.
time-not-a-time = Не получилось понять время. Напишите часы и минуты, например: 10:00
time-no-such = Такого времени не бывает: { $understood }. Проверьте часы и минуты, например: 10:00
