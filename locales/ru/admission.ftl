# An application to a school, as its parent and as staff see it.
admission-card =
    <b>Заявление { $number }</b>
    Статус: <b>{ $status }</b>
    Ребёнок: { $child }
    Школа: { $school }
    Класс: { $grade }
    Язык обучения: { $language }
    Отправлено: { DAYTIME($sent) }
admission-card-unsent =
    <b>Заявление ещё не отправлено</b>
    Статус: <b>{ $status }</b>
    Ребёнок: { $child }
    Школа: { $school }
    Класс: { $grade }
    Язык обучения: { $language }
admission-status-signing = ждёт вашей подписи
admission-status-review = на рассмотрении
admission-status-accepted = принято
admission-status-refused = отказано
admission-status-withdrawn = отозвано
admission-status-mending = родитель исправляет то, что назвала школа
admission-status-handed-in = принято, оригиналы сданы
admission-line = • { $number }, { $child }: { $status }
admission-line-unsent = • { $child }: { $status }

# Why it was refused. The same words stand on the buttons of staff.
reason-unreadable = Документ не читается
reason-other-paper = Прислан другой документ
reason-out-of-date = Срок действия документа истёк
reason-other-person = Документ другого человека
reason-not-in-catchment = Адрес не относится к микроучастку школы
reason-no-places = Свободных мест не осталось
reason-other-grade = Возраст ребёнка не подходит для класса
reason-other-language = В школе нет обучения на этом языке
reason-not-representative = Заявитель не законный представитель
admission-refused = Причина: <b>{ $reason }</b>
admission-refused-mend = Это можно исправить и отправить снова, номер и дата не изменятся:
admission-refused-mend-staff = Родитель может исправить это и отправить снова, номер и дата не изменятся:
admission-refused-anew = В этом заявлении исправить это нельзя. Можно подать новое.

# What comes next.
admission-next-signing = <b>Ещё не отправлено.</b> Заявление уйдёт в школу, когда вы подпишете его ЭЦП.
admission-next-review =
    <b>Что дальше:</b> школа примет решение и мы напишем вам сюда.
    Срок: { DAY($by) }
    Пока второе заявление на этого ребёнка подать нельзя.
admission-next-accepted =
    <b>Что дальше:</b> принесите в школу оригиналы документов.
    Крайний срок: <b>{ DAY($day) }</b>
    Адрес: { $address }
    Телефон: { $phone }
admission-next-accepted-late =
    <b>Что дальше:</b> срок сдачи оригиналов уже прошёл ({ DAY($day) }).
    Позвоните в школу сразу, как сможете, и договоритесь, когда принести оригиналы.
    Телефон: { $phone }
    Адрес: { $address }
admission-next-withdrawn = Вы отозвали это заявление. Можно подать новое.
admission-next-handed-in = Спасибо! Оригиналы в школе. Больше ничего не нужно.
admission-history = <b>Что происходило</b>
admission-event = { DAYTIME($at) } — { $what }
admission-event-review = подписано и отправлено
admission-event-accepted = принято
admission-event-refused = отказано
admission-event-withdrawn = отозвано родителем
admission-event-originals-parent = оригиналы сданы, сообщил родитель
admission-event-originals-staff = школа получила оригиналы

# The journal.
admission-journal = <b>Мои заявления</b>
admission-journal-empty = Заявлений пока нет.
button-school-open = Открыть заявление
button-school-sign = Подписать
button-school-back = Исправить ответы
button-school-drop = Удалить заявление
button-school-withdraw = Отозвать заявление
button-school-withdraw-yes = Да, отозвать
button-school-withdraw-no = Нет, оставить
button-school-handed-in = Оригиналы сданы
button-school-mend = Исправить и отправить снова
button-school-anew = Подать заново
admission-withdraw-ask = Отозвать заявление { $number }? Тогда школа не будет его рассматривать. Можно будет подать новое, с новым номером и датой.

# What the parent is told.
admission-sent = <b>Заявление отправлено.</b> Номер: <b>{ $number }</b>. Ребёнок: { $child }
admission-told-accepted = <b>Школа приняла заявление.</b> Номер: { $number }. Ребёнок: { $child }
admission-told-refused = <b>Школа отказала по заявлению.</b> Номер: { $number }. Ребёнок: { $child }
admission-told-handed-in = Спасибо! Школа получила оригиналы по заявлению { $number }. Больше ничего не нужно.

# Staff: schools, applications, decisions.
button-admission = Заявления в школы
button-admission-school = { $school } ({ $count })
button-admission-papers = Показать документы
button-admission-accept = Принять
button-admission-accept-yes = Да, принять
button-admission-refuse = Отказать
button-admission-refuse-yes = Да, отказать
button-admission-handed-in = Оригиналы получены
button-admission-to-school = К списку школы
button-admission-back = Вернуться
admission-staff-schools =
    <b>Заявления в школы</b>
    Ждут решения: { $count }
admission-staff-school =
    <b>{ $school }</b>
    Ждут решения: { $waiting }
    Приняты, ждём оригиналы (📎): { $owing }
admission-staff-places = { $grade }, { $language }: свободно мест { $free } из { $places }
admission-staff-card =
    Заявитель: { $applicant }
    Телефон: { $phone }
    Почта: { $mail }
    Адрес регистрации ребёнка: { $address }
    Выбор школы: { $basis }
    Свободных мест в этом классе и на этом языке: { $free }
admission-staff-accept-ask =
    Принять ребёнка? { $child }
    Школа: { $school }
    Свободных мест: { $free }. Родитель сразу узнает об этом.
admission-staff-reason = Почему отказываете? Ребёнок: { $child }
admission-staff-which =
    <b>{ $reason }</b>
    Какие документы? Родитель сможет прислать заново только их. Ребёнок: { $child }
admission-staff-refuse-ask =
    <b>{ $reason }</b>
    Отказать? Родитель сразу увидит причину. Ребёнок: { $child }
admission-staff-new =
    <b>Новое заявление { $number }</b>
    Школа: { $school }
    { $grade }, { $language }
admission-staff-again =
    <b>Заявление { $number } исправлено и отправлено снова</b>
    Школа: { $school }
    { $grade }, { $language }

# What is wrong in a table of admission.
school-unknown = Среди школ с приёмом нет такой: { $school }
not-a-number = Нужно целое число, а не «{ $text }».
side-unknown = Сторона улицы: all, odd или even, а не «{ $text }».
grade-unknown = В правилах нет такого класса или языка: { $text }
fewer-than-taken = Уже принято детей: { $taken }. Мест не может быть меньше.
row-twice = То же самое сказано в строке выше.
houses-backwards = Последний дом стоит раньше первого.

# Документы в PDF: что подписывают и что выдают.
admission-document = Заявление о приёме в школу
    .to = Кому
    .applicant = Заявитель
    .child = Ребёнок
    .wish = О чём заявление
    .person = Фамилия, имя, отчество
    .iin = ИИН
    .papers = Приложенные документы
    .fingerprint = Контрольная сумма файла (SHA-256):
    .note = Действительно с электронной цифровой подписью заявителя.
admission-decision = Решение по заявлению о приёме в школу
    .about = Заявление
    .number = Номер
    .decision = Решение
    .reason = Причина
    .fields = Что можно исправить
    .next = Принесите в школу оригиналы документов. Крайний срок: { DAY($day) }
    .late = Срок сдачи оригиналов прошёл ({ DAY($day) }). Позвоните в школу и договоритесь, когда принести оригиналы документов.
button-school-pdf = Заявление (PDF)
button-school-decision = Решение (PDF)
enclosures-changed = Сохранённые документы не совпадают с теми, что указаны в заявлении, поэтому подпись не принята. Нажмите «Исправить ответы», проверьте документы и подпишите заново.
