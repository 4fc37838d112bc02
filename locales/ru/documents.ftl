# Документы в PDF и страница, на которой их проверяют.
document-head = № { $number } · { DAYTIME($made) }
document-moment = { DAYTIME($at) }
document-foot = № { $number } · составлено ботом «Отиним»
document-check = Наш ли это документ? Наведите камеру на QR-код или откройте { $link }

page-document =
    .title = Это наш документ
    .what = Что это
    .number = Номер
    .issued = Составлен
    .status = Сейчас
    .person = Чей (инициалы)
    .safe = Сверьте номер и инициалы с бумагой, которая у вас в руках. Больше о человеке мы здесь ничего не показываем.
page-document-unknown =
    .title = Такого документа у нас нет
    .text = Либо ссылка неполная, либо документ не наш. Наведите камеру на QR-код ещё раз; если откроется эта же страница, не полагайтесь на бумагу.
page-document-often =
    .title = Слишком много проверок
    .text = Подождите минуту и откройте страницу снова.
issued-application = Заявление
issued-decision = Решение по заявлению
issued-referral = Направление
issued-as-sent = отправлено, рассматривается
issued-as-accepted = принято
issued-as-refused = отказано
issued-as-withdrawn = отозвано
