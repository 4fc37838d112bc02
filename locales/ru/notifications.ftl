# What a family was told, in a line each.
button-snation-notifications = Уведомления
cabinet-unread = Новых уведомлений: { $count }
notifications = <b>Уведомления</b>, сначала новые
notifications-none = <b>Уведомления</b>: пока их нет. Когда появится место или решение, оно будет здесь и в чате.
notification =
    { SHORTDAY($at) }, { TIME($at) }. <b>{ $what }</b>
    { $child }
notified-offer = Свободное место: { $kindergarten }
notified-referral = Направление: { $kindergarten }
notified-referral-half = Напоминание: прошла половина срока направления ({ $kindergarten })
notified-referral-last = Напоминание: срок направления заканчивается ({ $kindergarten })
notified-referral-inactive = Срок направления прошёл ({ $kindergarten }), заявление неактивно
notified-lapsed = Срок направления прошёл ({ $kindergarten }), заявление в стоп-листе
notified-back = Стоп-лист закончился, ребёнок снова в очереди
notified-registered = Детский сад зарегистрировал ребёнка: { $kindergarten }
notified-enrolled = Ребёнок зачислен: { $kindergarten }
notified-inactive = Заявление неактивно: вы не ответили, нужно ли место
notified-archived = Заявление в архиве
notified-too-old = Возраст детского сада прошёл, заявление закончено
notified-placed = Ребёнка приняли в детский сад, это заявление закончено
notified-asked = Вопрос: место ещё нужно?
notified-asked-last = Напоминание: место ещё нужно?
notified-benefit-confirmed = Льгота подтверждена
notified-benefit-unreadable = Льгота не подтверждена: документ нельзя прочитать
notified-benefit-expired = Льгота не подтверждена: срок документа истёк
notified-benefit-unproven = Льгота не подтверждена: документ её не доказывает
notified-benefit-other-child = Льгота не подтверждена: документ выдан на другого ребёнка
notified-not-chosen = Места в этот раз достались другим
notified-cancelled = Льготу признали недействительной
notified-voucher = Ребёнку выделен ваучер
notified-voucher-half = Напоминание: ваучер ждёт ответа
notified-voucher-last = Напоминание: срок подтверждения ваучера заканчивается
notified-voucher-lapsed = Ваучер не подтвердили, заявление неактивно
notified-choosing-half = Напоминание: выберите детский сад
notified-choosing-last = Напоминание: срок выбора детского сада заканчивается
notified-choosing-lapsed = Детский сад не выбрали, заявление неактивно
