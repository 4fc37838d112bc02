# Қызметкер жіберетін кестелер (CSV): қандай кестелер бар, үлгі файл, ұяшықтарға не жазылады.
button-tables = Кестелер (CSV)
button-table-example = Үлгі файл: { $name }
table-of-kindergartens = балабақшалар
table-of-vacancies = балабақшадағы бос орындар
table-of-school-catchment = мектеп микротелімдері
table-of-school-places = мектептегі орындар
table-of-moves = уақыты ауысатын тестілеулер
tables-title = <b>Осы чатқа .csv файлымен жіберуге болатын кестелер</b>
tables-how =
    Бірінші жолда баған атаулары тұрады, қай кесте екенін содан танимыз. Бағандардың реті маңызды емес.

    Алдымен нені түсінгенімізді көрсетеміз. Расталмайынша ештеңе өзгермейді.
table-columns =
    <b>Кесте: { $name }</b>
    <code>{ $needed }</code>
table-columns-more =
    <b>Кесте: { $name }</b>
    <code>{ $needed }</code>
    Жазбауға болады: <code>{ $optional }</code>
table-further = Тағы осындай жол саны: { $count }
table-of-no-sort = Бұл кестенің бірінші жолы сіз жібере алатын кестелердің ешқайсысына сай емес. Мыналармен салыстырыңыз немесе үлгі файлды алыңыз.
table-not-csv = Бұл кесте бағдарламасының өз пішімі. Кестені «CSV UTF-8» түрінде сақтап, сол файлды жіберіңіз.
table-cells-kindergartens =
    <b>Кесте: балабақшалар</b>, қазіргі қалпында (ең көбі 20). Өзгертіп, қайта жіберіңіз.
    id: латын әріптері, цифрлар, дефис. locality: КАТО коды. languages: kk, ru, en; бірнешеуін қосу белгісімен жазыңыз: kk+ru. kinds: general, correctional, sanatorium.
table-cells-vacancies =
    <b>Кесте: балабақшадағы бос орындар</b>. Мына жолдың орнына өз жолдарыңызды жазып, қайта жіберіңіз.
    kindergarten: балабақшаның id коды. group: топтың атауы. kind: general, correctional, sanatorium. language: kk, ru, en. born_from, born_to: туған жылдары. places: қанша орын бос.
table-cells-school-catchment =
    <b>Кесте: мектеп микротелімдері</b>, қазіргі қалпында. Өзгертіп, қайта жіберіңіз.
    Елді мекеннің барлық көшесі болуға тиіс: жаңа кесте ескісінің орнына қойылады.
    school: мектептің id коды. locality: КАТО коды. side: all (барлық үй), odd (тақ) немесе even (жұп). from, to: бірінші және соңғы үй. Көше түгел болса, side, from, to бос қалсын. name — өзіңізге түсінікті болуы үшін ғана.
table-cells-school-places =
    <b>Кесте: мектептегі орындар</b>, қазіргі қалпында. Өзгертіп, қайта жіберіңіз; өзгермейтін жолдарды алып тастауға болады.
    school: мектептің id коды. grade: 1–11 сынып. language: kk немесе ru. places: мектеп барлығы қанша бала алады, қабылданғандарын қоса есептегенде. name — өзіңізге түсінікті болуы үшін ғана.
table-cells-moves =
    <b>Кесте: уақыты ауысатын тестілеулер</b>. Алдағы тестілеулер қазіргі қалпында: күні мен уақытын өзгертіңіз, өзгермейтін жолдарды алып тастап, қайта жіберіңіз.
    date: 2026-10-07 немесе 07.10.2026. time: 10:00, Астана уақыты. reason: technical, weather, venue немесе schedule; өз сөзіңізбен жазсаңыз — reason_kk және reason_ru.

# Мектептегі орындар кестесі.
school-places-ask =
    <b>Кестеде қате жоқ.</b> Жүктейміз бе?
    Оқудың басталуы: { $season } жылғы қыркүйек
    Жаңа жол: { $new }
    Өзгергені: { $changed }
    Бұрынғыдай: { $same }
school-places-line = • { $school }, { $grade }, { $language }: { $before } → { $places }
school-places-loaded =
    <b>Орындар жүктелді.</b>
    Оқудың басталуы: { $season } жылғы қыркүйек
    Жаңа жол: { $new }, өзгергені: { $changed }
school-not-yours = «{ $school }» мектебі сіздің аумағыңызда емес.

# Микротелімдер кестесі.
school-catchment-ask =
    <b>Кестеде қате жоқ.</b> Жүктейміз бе?
    Мына жердің барлық микротелімі ауысады: { $places }
    Жаңа не өзгерген жол: { $new }
    Бұрынғыдай: { $same }
school-catchment-gone = <b>Қазір бар, ал кестеде жоқ: { $count }</b>
school-catchment-line = • { $street }, { $houses }: { $school }
school-catchment-whole = барлық үй
school-catchment-all = үйлер { $range }
school-catchment-odd = тақ үйлер { $range }
school-catchment-even = жұп үйлер { $range }
school-catchment-loaded =
    <b>Микротелімдер жүктелді.</b>
    Жаңа не өзгерген жол: { $new }, бұрынғыдай: { $same }
locality-not-yours = «{ $locality }» елді мекені сіздің аумағыңызда емес немесе бұл тоғыз цифрлы КАТО коды емес.
street-too-long = Көше атауы тым ұзын, { $most } таңба ғана сыяды.
