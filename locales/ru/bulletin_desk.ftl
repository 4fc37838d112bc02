# What staff of a queue see: vacancies, referrals, benefits.
button-desk-referrals = Места и направления
button-desk-benefits = Льготы на проверку
button-vacancy-publish = Опубликовать свободное место
button-desk-register = Документы получены: зарегистрировать
button-desk-enrol = Подтвердить зачисление
button-desk-confirm = Подтвердить льготу
button-desk-refuse = Не подтверждать льготу
button-desk-false = Льгота недействительна
button-desk-false-yes = Да, недействительна
button-desk-false-no = Нет, оставить как есть
desk-referrals = <b>{ $kindergarten }</b>
    { $count ->
        [0] Направлений в работе нет.
       *[other] Направлений в работе: { $count }. Выберите ребёнка.
    }
    Чтобы опубликовать таблицей, пришлите в этот чат файл .csv со столбцами: kindergarten,group,kind,language,born_from,born_to,places
desk-published = <b>Место опубликовано.</b> Приглашено семей: { $told }. Заявки принимаются до: { DAYTIME($closes) }
desk-benefits = <b>Льготы на проверку</b>, сначала самые срочные. Выберите ребёнка.
desk-benefits-none = Льгот на проверку нет.
desk-child =
    <b>{ $child }</b>
    Заявление № { $number }
    Дата рождения: { SHORTDAY($born) }
desk-state = На каком шаге: { $state }
desk-is-queued = в очереди
desk-is-applied = подана заявка на место
desk-is-referred = выдано направление, ждём документы
desk-is-registered = зарегистрирован электронно
desk-is-enrolled = зачислен в детский сад
desk-is-stopped = в стоп-листе
desk-is-inactive = неактивно
desk-is-voucher = выдан ваучер
desk-is-choosing = выбирает детский сад
desk-is-waiting-list = в листе ожидания
desk-is-withdrawn = удалено
desk-is-archived = в архиве
desk-benefit-claimed = Льгота: { $benefit }, не проверена
desk-benefit-confirmed = Льгота: { $benefit }, подтверждена
desk-benefit-refused = Льгота: { $benefit }, не подтверждена
desk-benefit-false = Льгота: { $benefit }, недействительна
desk-referral = Направление № { $number }: { $kindergarten }, группа «{ $group }», действует до: { DAYTIME($due) }
desk-registered = <b>Ребёнок зарегистрирован.</b> Семье сообщили.
desk-enrolled = <b>Зачисление подтверждено.</b> Семье сообщили.
desk-changed = <b>Ничего не изменено.</b> Заявление уже в другом состоянии; вот каким оно стало.
desk-decided = <b>Решение записано.</b> Семье сообщили.
desk-benefit-sent-since = <b>Семья прислала другой документ.</b> Откройте его и решите заново.
desk-refuse-why = Почему льгота не подтверждается? Ребёнок: { $child }. Причину сообщат семье. Если по этой льготе выдано направление, оно будет отменено.
benefit-because-unreadable = Документ не читается
benefit-because-expired = Срок документа истёк
benefit-because-unproven = Документ не доказывает льготу
benefit-because-other-child = Документ другого ребёнка
desk-false-ask = Льгота недействительна? Ребёнок: { $child }. Если есть направление, оно будет отменено, место получит следующая семья. Заявление останется в общей очереди.
button-desk-vacant = Вакансии: закрыть
button-desk-children = Дети этого сада
button-desk-left = Ребёнок выбыл
button-desk-left-yes = Да, выбыл
button-desk-left-no = Нет, ходит
button-vacancy-close-yes = Да, закрыть
button-vacancy-close-no = Нет, оставить
desk-children = <b>{ $kindergarten }: дети</b>
    Выберите ребёнка, чтобы открыть карточку.
desk-vacant = <b>{ $kindergarten }: вакансии</b>
    Выберите, какую закрыть.
desk-left-ask = Ребёнок больше не ходит в сад? Ребёнок: { $child }. Место получит следующая семья, которая его ждёт, а заявление уйдёт в архив. Семье придёт сообщение.
desk-left-done = <b>Ребёнок выбыл из сада.</b> Семья знает, место свободно.
desk-vacancy-close = <b>Закрыть эту вакансию?</b>
    { $kindergarten }, группа «{ $group }». Мест: { $places }, занято: { $taken }
    Свободные места никому больше не достанутся. Выданные направления остаются. Семьи, которые ждут место, сохранят очередь и получат сообщение.
desk-vacancy-closed = <b>Вакансия закрыта.</b> Семьи, которые её ждали, получат сообщение.

# Publishing a vacant place.
form-vacancy =
    .intro = Публикуем свободное место: 6 вопросов.
    .check = <b>Всё верно?</b> После публикации семьи, чья очередь подходит, сразу получат сообщение.
    .send = Опубликовать
    .left = Место не опубликовано.
    .go-on = Продолжить: свободное место ({ $step ->
        [one] { $step } ответ
        [few] { $step } ответа
       *[many] { $step } ответов
    })
ask-vacancy-group = Как называется группа?
    .label = Группа
    .example = Солнышко
ask-vacancy-kind = Какая это группа?
    .label = Вид группы
ask-vacancy-language = На каком языке группа?
    .label = Язык
ask-vacancy-born-from = В каком году родились самые старшие дети?
    .label = Год рождения: с
    .hint = Если возраст один, в следующем вопросе выберите тот же год.
ask-vacancy-born-to = В каком году родились самые младшие дети?
    .label = Год рождения: по
ask-vacancy-places = Сколько свободных мест?
    .label = Мест
    .example = 3

# A table of vacancies.
vacancy-table-asks = <b>Ошибок в таблице нет. Опубликовать?</b> Строк: { $vacancies }, мест: { $places }
vacancy-table-line = { $kindergarten }, «{ $group }»: { $places }
button-vacancy-table-load = Опубликовать
vacancy-table-loaded = <b>Опубликовано.</b> Строк: { $vacancies }, мест: { $places }, приглашено семей: { $told }
vacancy-kindergarten-unknown = В списке нет детского сада { $id }
vacancy-code-unknown = Напишите одно из: { $known }
vacancy-number-unfit = Напишите целое число от { $least } до { $most }
vacancy-years-turned = Первый год рождения позже последнего. Поменяйте их местами.
