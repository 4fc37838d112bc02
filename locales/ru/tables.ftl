# Таблицы (CSV) от сотрудников: какие бывают, файл-образец, что писать в ячейках.
button-tables = Таблицы (CSV)
button-table-example = Файл-образец: { $name }
table-of-kindergartens = детские сады
table-of-vacancies = свободные места в садах
table-of-school-catchment = микроучастки школ
table-of-school-places = места в школах
table-of-moves = перенос тестирований
tables-title = <b>Таблицы, которые можно прислать в этот чат файлом .csv</b>
tables-how =
    В первой строке — названия столбцов, по ним мы узнаём, какая это таблица. Порядок столбцов любой.

    Сначала покажем, что поняли. Пока это не подтвердят, ничего не изменится.
table-columns =
    <b>Таблица: { $name }</b>
    <code>{ $needed }</code>
table-columns-more =
    <b>Таблица: { $name }</b>
    <code>{ $needed }</code>
    Можно не указывать: <code>{ $optional }</code>
table-further = И ещё таких строк: { $count }
table-of-no-sort = Первая строка этой таблицы не подходит ни к одной из тех, что вы можете прислать. Сравните её с этими или возьмите файл-образец.
table-not-csv = Это собственный формат табличной программы. Сохраните таблицу как «CSV UTF-8» и пришлите тот файл.
table-cells-kindergartens =
    <b>Таблица: детские сады</b>, как сейчас (не больше 20). Измените её и пришлите обратно.
    id: латинские буквы, цифры, дефис. locality: код КАТО. languages: kk, ru, en; несколько через плюс: kk+ru. kinds: general, correctional, sanatorium.
table-cells-vacancies =
    <b>Таблица: свободные места в садах</b>. Впишите свои строки вместо этой и пришлите обратно.
    kindergarten: id сада. group: название группы. kind: general, correctional, sanatorium. language: kk, ru, en. born_from, born_to: годы рождения. places: сколько мест свободно.
table-cells-school-catchment =
    <b>Таблица: микроучастки школ</b>, как сейчас. Измените её и пришлите обратно.
    В ней должны быть все улицы населённого пункта: новая таблица заменит прежнюю.
    school: id школы. locality: код КАТО. side: all (все дома), odd (нечётные) или even (чётные). from, to: первый и последний дом. Вся улица: оставьте side, from и to пустыми. name — только чтобы вам было понятно.
table-cells-school-places =
    <b>Таблица: места в школах</b>, как сейчас. Измените её и пришлите обратно; строки без изменений можно убрать.
    school: id школы. grade: от 1 до 11. language: kk или ru. places: сколько всего детей берёт школа, вместе с уже принятыми. name — только чтобы вам было понятно.
table-cells-moves =
    <b>Таблица: перенос тестирований</b>. Ближайшие тестирования, как сейчас: измените дату и время, уберите строки без изменений и пришлите обратно.
    date: 2026-10-07 или 07.10.2026. time: 10:00, время Астаны. reason: technical, weather, venue или schedule; или своими словами в reason_kk и reason_ru.

# Таблица мест в школах.
school-places-ask =
    <b>Таблица без ошибок.</b> Загрузить?
    Начало учёбы: сентябрь { $season } года
    Новых строк: { $new }
    Изменено: { $changed }
    Как сейчас: { $same }
school-places-line = • { $school }, { $grade }, { $language }: { $before } → { $places }
school-places-loaded =
    <b>Места загружены.</b>
    Начало учёбы: сентябрь { $season } года
    Новых строк: { $new }, изменено: { $changed }
school-not-yours = Школа «{ $school }» не на вашей территории.

# Таблица микроучастков.
school-catchment-ask =
    <b>Таблица без ошибок.</b> Загрузить?
    Она заменит все микроучастки: { $places }
    Новых или изменённых строк: { $new }
    Как сейчас: { $same }
school-catchment-gone = <b>Действуют сейчас, но в таблице их нет: { $count }</b>
school-catchment-line = • { $street }, { $houses }: { $school }
school-catchment-whole = все дома
school-catchment-all = дома { $range }
school-catchment-odd = нечётные дома { $range }
school-catchment-even = чётные дома { $range }
school-catchment-loaded =
    <b>Микроучастки загружены.</b>
    Новых или изменённых строк: { $new }, как прежде: { $same }
locality-not-yours = Населённый пункт «{ $locality }» не на вашей территории, или это не код КАТО из девяти цифр.
street-too-long = Название улицы слишком длинное, помещается { $most } знаков.
