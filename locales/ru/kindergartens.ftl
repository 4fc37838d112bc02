# Kindergartens of a place, for everybody: what is free, who waits, the catalogue.
button-kindergartens = Свободные места, очереди, список садов
button-kg-vacancies = Свободные места: { $free }
button-kg-queues = Очереди: сколько ждут
button-kg-catalogue = Детские сады
button-kg-other = Другой город
button-kg-home = К городу
button-kg-map = На карте
kg-which = <b>В каком городе?</b> Выберите или напишите название города или сада.
kg-none = Списка детских садов здесь пока нет.
kg-not-found =
    Такого сада или города в списке нет: { $text }
    Напишите часть названия, например «балапан».
kg-home =
    <b>Детские сады: { $place }</b>

    Садов в списке: { $count }
    Свободных мест сейчас: { $free }
    Заявок в очередях: { $waiting }

    Чтобы найти сад, напишите его название.
kg-gone = Этого сада в списке больше нет.

# What is free now.
kg-vacancies = <b>Свободные места: { $place }</b>
kg-vacancies-none =
    <b>Свободных мест сейчас нет: { $place }</b>

    Бюллетень публикуют по рабочим дням утром. Если ребёнок стоит в очереди, о подходящем месте мы напишем сами.
kg-vacancy = <b>{ $number }. { $name }</b>, группа «{ $group }»
kg-vacancy-whom = { $kind }, { $language }, год рождения: { $born }
kg-vacancy-places = Мест: { $free }
kg-vacancy-priority = По порядку очереди до: { DAYTIME($until) }
kg-vacancy-open = Открыто для всех, кто стоит в очереди
kg-vacancies-how = Подать заявку на место может тот, чей ребёнок стоит в очереди с теми же языком, видом группы и годом рождения.

# Queues.
kg-queues = <b>Очереди: { $place }</b>, группа: { $kind }
kg-queues-none = <b>В очередях никого нет: { $place }</b>
kg-queue-language = <b>Язык: { $language }</b>. Ждут: { $waiting }; получили место за год: { $placed }
kg-queue-line = { $cohort } г. р.: <b>{ $waiting }</b> ({ $first } + { $second } + { $third })
kg-queues-how = В скобках: внеочередники + первоочередники + общая очередь. Ребёнок, который ждёт на двух языках, стоит в двух очередях.

# The catalogue.
kg-catalogue = <b>Детские сады: { $place }</b>. Выберите сад или напишите часть его названия.
kg-found = Вот что нашлось.
kg-found-many = Нашлось много, это первые. Напишите название точнее.
kg-card =
    <b>{ $name }</b>
    { $place }, { $address }

    Языки: { $languages }
    Виды групп: { $kinds }
    Свободных мест сейчас: { $free }
    Телефон: { $phone }
kg-kind-general = общеобразовательная
kg-kind-correctional = коррекционная
kg-kind-sanatorium = санаторная
kg-language-kk = казахский
kg-language-ru = русский
kg-language-en = английский
