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
kg-queues-how = В скобках: внеочередники + первоочередники + общая очередь.

# The catalogue.
kg-catalogue =
    <b>Детские сады: { $place }</b>
    Выберите сад или напишите часть его названия.
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

# Numbers as a picture, and the same in words.
button-kg-statistics = Статистика
kg-chart-title = Очереди в детские сады: { $place }
kg-chart-day = Сколько детей ждут, по году рождения. { SHORTDAY($day) }
kg-chart-months = Получили место, по месяцам
kg-class-out = внеочередники
kg-class-first = первоочередники
kg-class-general = общая очередь
kg-statistics =
    <b>Очереди: { $place }</b>
    Ждут: { $waiting }, из них внеочередников { $out }, первоочередников { $first }
    Получили место за последние 12 месяцев: { $placed }
    По году рождения:
kg-statistics-line = { $cohort } – { $waiting }
kg-statistics-none = Показывать пока нечего: в очередях никого нет.

# Attendance of the day.
button-attendance = Посещаемость сегодня
button-attendance-all = Остальные пришли
button-kg-card = К саду
attendance =
    <b>Посещаемость: { $name }</b>, { SHORTDAY($day) }

    Пришли: { $present }, нет: { $absent }, болеют: { $ill }, не отмечены: { $left }

    Нажимайте на имя: ✅ пришёл, ➖ нет, 🤒 болеет.
attendance-none = <b>{ $name }</b>: в контингенте пока нет детей.
attendance-own = <b>{ $name }</b>, группа «{ $group }», сегодня: { $mark }
attendance-present = в саду
attendance-absent = не пришёл
attendance-ill = болеет
attendance-unmarked = ещё не отмечали

# A table of kindergartens.
button-kg-load = Загрузить таблицу садов
table-how =
    <b>Таблица садов (CSV)</b>

    Отправьте файл .csv в этот чат. Столбцы первой строки:
    <code>id,locality,name_kk,name_ru,name_en,address,languages,kinds,phone,latitude,longitude</code>

    <b>id</b>: латинские буквы, цифры, дефис. <b>locality</b>: код КАТО. <b>languages</b>: kk, ru, en; несколько через плюс: <code>kk+ru</code>. <b>kinds</b>: general, correctional, sanatorium. name_ru, name_en и координаты можно не указывать.

    Сначала покажем, что поняли. Пока вы не подтвердите, ничего не изменится.
table-asks =
    <b>Таблица без ошибок.</b> Загрузить?
    Новых садов: { $added }
    Уже в списке, данные заменим: { $replaced }
table-first = Первые: { $names }
button-table-load = Загрузить
button-table-drop = Не загружать
table-loaded =
    <b>Таблица загружена.</b>
    Новых садов: { $added }, заменено: { $replaced }
table-dropped = Таблица не загружена, ничего не изменилось.
table-faults = <b>Ничего не загружено.</b> Ошибок в таблице: { $count }
table-cell = Строка { $row }, столбец { $column }:
table-line = Строка { $row }:
table-more = И ещё ошибок: { $count }
table-mend = Исправьте таблицу и отправьте её снова.
kindergarten-id-unfit = «{ $id }» не подходит. Нужны строчные латинские буквы, цифры и дефис, не больше 24.
kindergarten-twice = Код «{ $id }» уже был выше. Оставьте одну строку.
kindergarten-place-unknown = Кода КАТО «{ $locality }» нет в справочнике.
kindergarten-not-yours = Сад «{ $id }» не на вашей территории.
kindergarten-text-long = Слишком длинно, помещается { $most } знаков.
kindergarten-codes-unknown = Можно указать: { $known }. Несколько через плюс.
kindergarten-phone-unfit = В номере телефона должно быть 11 цифр, например: +7 716 200 00 00
kindergarten-point-unfit = Широта и долгота: обе в градусах, например 53.28461 и 69.37821, или обе пустые.

# Reviews.
button-reviews = Отзывы родителей
button-review-write = Написать отзыв
button-review-answer = { $number }. Ответить
button-review-hide = { $number }. Скрыть
reviews = <b>Отзывы: { $name }</b>
reviews-none = <b>{ $name }</b>: отзывов пока нет.
reviews-who = Отзыв может написать родитель, чей ребёнок ходит в этот сад. Имён мы не показываем.
review-line =
    { $number }. { $stars } { SHORTDAY($day) }
    { $text }
review-answered = <i>Ответ сада: { $text }</i>
review-kept = Спасибо, отзыв опубликован без вашего имени.
review-answer-kept = Ответ опубликован.
review-hidden-kept = Отзыв скрыт. Автору сообщили причину.
review-was-answered = На ваш отзыв о саде «{ $name }» ответили: { $text }
review-was-hidden =
    Ваш отзыв о саде «{ $name }» скрыт.
    Причина: { $reason }
    Вы можете написать новый.
review-gone = Этого отзыва больше нет.
ask-review-stars = Как вы оцениваете сад?
    .label = Оценка
    .why = По оценкам другие родители выбирают сад. Ваше имя не показываем.
ask-review-text = Что скажете о саде?
    .label = Отзыв
    .hint = До 500 знаков, ваше имя не показываем. Не называйте имён детей и сотрудников.
    .why = Отзыв увидят другие родители. Ваше имя не показываем.
ask-review-answer = Что ответить на отзыв?
    .label = Ответ
    .hint = Ответ увидят все.
    .why = Ответ публикуется под отзывом от имени сада.
ask-review-reason = Почему отзыв нужно скрыть?
    .label = Причина
    .hint = Причину увидит только автор отзыва.
    .why = Автору нужно понимать, что исправить.
