# What a family was told, in a line each.
button-snation-notifications = Хабарламалар
cabinet-unread = Жаңа хабарлама саны: { $count }
notifications = <b>Хабарламалар</b>, алдымен жаңалары
notifications-none = <b>Хабарламалар</b>: әзірге жоқ. Орын шықса немесе шешім қабылданса, осында да, чатта да жазылады.
notification =
    { SHORTDAY($at) }, { TIME($at) }. <b>{ $what }</b>
    { $child }
notified-offer = Бос орын: { $kindergarten }
notified-referral = Жолдама: { $kindergarten }
notified-referral-half = Еске салу: жолдама мерзімінің жартысы өтті ({ $kindergarten })
notified-referral-last = Еске салу: жолдаманың мерзімі бітіп барады ({ $kindergarten })
notified-referral-inactive = Жолдаманың мерзімі өтті ({ $kindergarten }), өтініш белсенді емес
notified-lapsed = Жолдаманың мерзімі өтті ({ $kindergarten }), өтініш стоп-листте
notified-back = Стоп-лист бітті, бала қайтадан кезекте
notified-registered = Балабақша баланы тіркеді: { $kindergarten }
notified-enrolled = Бала қабылданды: { $kindergarten }
notified-inactive = Өтініш белсенді емес: орын керек пе деген сұраққа жауап болмады
notified-archived = Өтініш мұрағатта
notified-too-old = Бала балабақша жасынан асты, өтініш жабылды
notified-placed = Бала балабақшаға қабылданды, бұл өтініш жабылды
notified-asked = Сұрақ: орын әлі керек пе?
notified-asked-last = Еске салу: орын әлі керек пе?
notified-benefit-confirmed = Жеңілдік расталды
notified-benefit-unreadable = Жеңілдік расталмады: құжат анық оқылмайды
notified-benefit-expired = Жеңілдік расталмады: құжаттың мерзімі өткен
notified-benefit-unproven = Жеңілдік расталмады: құжат оны дәлелдемейді
notified-benefit-other-child = Жеңілдік расталмады: құжат басқа балаға берілген
notified-not-chosen = Бұл жолы орындар басқаларға бөлінді
notified-cancelled = Жеңілдік жарамсыз деп танылды
notified-voucher = Балаға ваучер бөлінді
notified-voucher-half = Еске салу: ваучер жауабыңызды күтіп тұр
notified-voucher-last = Еске салу: ваучерді растау мерзімі бітіп барады
notified-voucher-lapsed = Ваучер расталмады, өтініш белсенді емес
notified-choosing-half = Еске салу: балабақша таңдаңыз
notified-choosing-last = Еске салу: балабақша таңдау мерзімі бітіп барады
notified-choosing-lapsed = Балабақша таңдалмады, өтініш белсенді емес
