# Vacant places that fit a child, and applying for one.
command-vacancies = Свободные места для вашего ребёнка
button-vacancies = Свободные места для вашего ребёнка
button-bulletin-apply = Подать заявку на это место
button-bulletin-take-back = Это место не нужно
button-vacancy-apply = { $number }. Подать заявку: { $kindergarten }
button-vacancy-take-back = { $number }. Не нужно: { $kindergarten }
bulletin-fits =
    <b>Появилось место, которое подходит вашему ребёнку</b>
    Ребёнок: { $child }, заявление № { $number }
bulletin-group = <b>{ $kindergarten }</b>, группа «{ $group }»
bulletin-whom = { $kind }; язык: { $language }; год рождения: { $born }
bulletin-kind-general = общеобразовательная группа
bulletin-kind-correctional = коррекционная (специальная) группа
bulletin-kind-sanatorium = санаторная группа
bulletin-language-kk = казахский
bulletin-language-ru = русский
bulletin-language-en = английский
bulletin-address = Адрес: { $address }
bulletin-phone = Телефон: { $phone }
bulletin-free = Мест: { $free }
bulletin-ahead = { $ahead ->
    [0] Среди приглашённых на это место вы первые.
    [one] Перед вами { $ahead } человек.
    [few] Перед вами { $ahead } человека.
   *[many] Перед вами { $ahead } человек.
  }
bulletin-until = Места дают по порядку очереди. Заявки принимаются до: { DAYTIME($closes) }
bulletin-open = Открыто для всех, кто стоит в этой очереди: кто первым нажмёт, того и место.
bulletin-applied = <b>Заявка отправлена:</b> { $kindergarten }, группа «{ $group }». Ребёнок: { $child }
bulletin-ahead-of-told = { $ahead ->
    [0] Вы первые.
    [one] Перед вами { $ahead } человек; подать заявку могут не все.
    [few] Перед вами { $ahead } человека; подать заявку могут не все.
   *[many] Перед вами { $ahead } человек; подать заявку могут не все.
  }
bulletin-answer = Места раздадут по порядку очереди: { DAYTIME($closes) }. Ответ придёт в этот чат. Подать заявку можно на несколько мест.
bulletin-waits = Сейчас свободных мест нет. Если место освободится, его получит первая в очереди семья. Если это вы, направление придёт в этот чат.
bulletin-yours = <b>Место ваше:</b> { $kindergarten }. Направление — в следующем сообщении.
bulletin-taken-back = Заявки на это место у вас больше нет. Ваше место в очереди не изменилось.
vacancies-title = <b>Свободные места для вашего ребёнка</b>
vacancies-none = Сейчас подходящих мест нет. Когда появятся, напишем в этот чат.
vacancies-no-queue = Сейчас никто из ваших детей не стоит в очереди. Свободные места получают дети из очереди. Чтобы встать в неё, нажмите «Детский сад» в меню: /start
vacancies-placed = { $child }: место в детском саду уже есть.
vacancies-stopped = { $child }: заявление в стоп-листе до: { DAYTIME($due) }. Потом оно само вернётся в очередь по своей дате.
vacancy-number = { $number })
vacancy-of = Для кого: { $child }
vacancy-applied = ✅ Заявка отправлена. Ответ придёт в этот чат.

# A referral.
button-referral = Направление: { $child }
button-referral-accept = Принимаю, принесу документы
button-referral-extend = Продлить срок
button-referral-decline = Отказаться от места
button-referral-decline-yes = Да, отказаться
button-referral-decline-no = Нет, место нужно
referral-title = <b>📩 Направление в детский сад № { $number }</b>
referral-child = Ребёнок: { $child }, заявление № { $number }
referral-dates =
    Выдано: { DAYTIME($issued) }
    Действует до: <b>{ DAYTIME($due) }</b>
referral-how = До этого срока принесите в детский сад: своё удостоверение, свидетельство о рождении ребёнка, паспорт здоровья (052-2/у). Что ещё нужно, спросите в детском саду.
referral-once = Если не успеваете, срок можно продлить один раз. Если срок пройдёт, место получит следующая семья.
referral-accepted = <b>Хорошо, вас ждут.</b> Принесите документы до: { DAYTIME($due) }. Когда детский сад зарегистрирует ребёнка, напишем в этот чат.
referral-longer = <b>Направление продлено.</b> Новый срок: { DAYTIME($due) }. Второй раз продлить нельзя.
referral-decline-ask =
    Отказаться от места? { $kindergarten }, ребёнок: { $child }.
    Место сразу получит следующая семья, вернуть его нельзя. Ребёнок вернётся в очередь по своей дате.
referral-declined = Вы отказались от места. Заявление № { $number } снова в очереди, по своей дате. Ребёнок: { $child }

# What happened to an application.
queue-news-referral-half = <b>Прошла половина срока направления.</b> Ребёнок: { $child }. Детский сад: { $kindergarten }. Принесите документы до: { DAYTIME($due) }
queue-news-referral-last = <b>Срок направления истекает сегодня: { DAYTIME($due) }</b> Ребёнок: { $child }. Детский сад: { $kindergarten }. Успейте принести документы или продлите срок: иначе место получит следующая семья.
queue-news-lapsed =
    <b>Срок направления прошёл.</b> Место больше не закреплено за вами. Ребёнок: { $child }.
    Заявление № { $number } в стоп-листе до: { DAYTIME($due) }. Потом оно само вернётся в очередь по своей дате, делать ничего не нужно.
queue-news-back = Срок стоп-листа прошёл: заявление № { $number } снова в очереди, по своей дате. Ребёнок: { $child }. Подходящие места: /vacancies
queue-news-registered = <b>Детский сад зарегистрировал ребёнка электронно.</b> Ребёнок: { $child }. Детский сад: { $kindergarten }. Остался последний шаг: детский сад подтвердит зачисление, и мы напишем в этот чат.
queue-news-enrolled = <b>Поздравляем!</b> Ребёнок зачислен в детский сад: { $kindergarten }. Ребёнок: { $child }
queue-news-inactive = Заявление № { $number } неактивно: вы не подтвердили вовремя, что место нужно. Ребёнок: { $child }. Восстановить можно до: { DAYTIME($due) }
queue-news-archived = Заявление № { $number } в архиве. Ребёнок: { $child }. Если место ещё нужно, подайте новое заявление: /start
queue-news-asked = <b>Место в детском саду ещё нужно?</b> Ребёнок: { $child }, заявление № { $number }. Если да, нажмите «Заинтересован» до: { DAYTIME($due) }. Иначе заявление станет неактивным.
queue-news-benefit-confirmed = Льгота подтверждена. Ребёнок: { $child }, заявление № { $number }
queue-news-benefit-refused = Льгота не подтверждена. Ребёнок: { $child }. Заявление № { $number } стоит в общей очереди, по своей дате.
queue-news-cancelled = Льготу признали недействительной. Ребёнок: { $child }. Направление по ней отменено, заявление № { $number } стоит в общей очереди, по своей дате. Если не согласны, напишите в отдел образования.
