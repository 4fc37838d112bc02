# What is offered.
events-title =
    <b>Доступные мероприятия</b>
    Они подходят к вашему классу и языку обучения. Чтобы узнать больше, выберите одно.
events-none = Сейчас для вашего класса и языка обучения мероприятий нет. Загляните позже: /events

# One event.
event-card =
    <b>{ $name }</b>
    { $about }

    Классы: { $grades }
    Начало регистрации: { DAYTIME($opens) }
    Конец регистрации: { DAYTIME($closes) }
    Время указано по Астане.
event-stage = { $number }. { $name }: { $period }
event-may-move = День и время тестирования могут измениться в течение недели после конца регистрации. Если изменятся, мы напишем сюда.
button-see-subjects = Предметы и расписание
button-register = Зарегистрироваться

# Its subjects.
subjects-title =
    <b>{ $name }</b>
    Предметы, которые вы можете сдавать (первый этап, время Астаны):
subject-line = • <b>{ $subject }</b>: { DAYTIME($starts) }, длительность { DURATION($minutes) }

# Registered.
registration-sent = Заявка отправлена.
changed-successfully = Успешно изменено
added-successfully = Успешно добавлено
registration-card =
    <b>{ $subject }</b>
    Мероприятие: { $event }
    Этап: { $stage }
    День: { DAY($starts) }
    Время: { TIME($starts) }, время Астаны
    Длительность: { DURATION($minutes) }
    Место: { $place }
    Номер заявки: { $number }

# My events.
my-events-title = <b>Мои мероприятия</b>
my-events-none = Пока вы не зарегистрированы ни на одно мероприятие. Аккаунт — это ещё не регистрация: нажмите «Доступные мероприятия» и выберите одно.
card-may-move =
    День и время ещё могут измениться. Если изменятся, мы напишем сюда.
    Последний день, когда это возможно: { DAY($until) }

# Taking a registration back.
button-withdraw = Отозвать: { $subject }
withdraw-ask =
    <b>Отозвать заявку?</b>
    { $subject }, { DAYTIME($starts) }, время Астаны
    Ваше место освободится. Если места закончатся, зарегистрироваться снова не получится.
button-withdraw-yes = Да, отозвать
button-withdraw-no = Нет, оставить
withdrawn = Заявка отозвана: { $subject }
