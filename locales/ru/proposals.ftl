# What two people decide: the preview.
proposal-move = { $count ->
    [1] Перенос тестирования
    [one] Перенос: { $count } тестирование
    [few] Перенос: { $count } тестирования
   *[many] Перенос: { $count } тестирований
    }
proposal-cancel = { $count ->
    [1] Отмена тестирования
    [one] Отмена: { $count } тестирование
    [few] Отмена: { $count } тестирования
   *[many] Отмена: { $count } тестирований
    }
proposal-announcement = Объявление
proposal-people = Получателей: { $count }
proposal-takes = Время на отправку: примерно { DURATION($minutes) }
proposal-begins = Начнётся: { DAYTIME($at) }, время Астаны
proposal-no-english = Английского текста нет: читающие на английском получат казахский и русский.
proposal-more = В таблице есть ещё такие сообщения: { $count }
proposal-check =
    <b>Проверьте перед отправкой</b>
    Люди прочтут именно это. Без подтверждения второго человека ничего не уйдёт.
proposal-alone =
    <b>Проверьте перед отправкой</b>
    Второго человека, который мог бы подтвердить, пока нет. Дайте права коллеге: /desk
proposal-asked =
    <b>Просит подтвердить: { $author }</b>
    Проверьте текст, день и время. После подтверждения сообщение уйдёт через минуту.
proposal-colleague = ваш коллега
proposal-sent-to =
    Подтверждение запрошено, людей: { $count }. Достаточно одного.
    И после подтверждения в течение минуты всё можно вернуть.
proposal-confirmed =
    <b>Подтверждено.</b> До отправки { $seconds } секунд.
    Пока они идут, вернуть может любой из вас двоих.
proposal-withdrawn = Отозвано. Ничего не отправлено.
proposal-refused = Отклонено. Ничего не уйдёт.
proposal-was-refused = Ваше предложение отклонено, ничего не уйдёт. Можно исправить и предложить снова: /desk
proposal-undone = Возвращено. Никому ничего не отправлено.
proposal-undone-by-other = Второй человек вернул это назад. Никому ничего не отправлено.
proposal-stale = Не отправлено: за это время тестирование изменилось или у кого-то из подтвердивших забрали права. Посмотрите и предложите снова: /desk
button-proposal-ask = Запросить подтверждение
button-proposal-confirm = Подтверждаю, отправить
button-proposal-refuse = Отклонить
button-proposal-drop = Отозвать
button-proposal-undo = Не отправлять
button-proposal-stop = Остановить
button-proposal-resume = Продолжить
button-pending-move = Подтвердить перенос ({ $people } чел.)
button-pending-cancel = Подтвердить отмену ({ $people } чел.)
button-pending-announcement = Подтвердить объявление ({ $people } чел.)

# How far it is.
progress-about = { $what }: { $subject }
progress-running = <b>Отправляется.</b> { $title }
progress-stopped = <b>Остановлено.</b> { $title }
progress-done = <b>Отправлено.</b> { $title }
progress-replaced = <b>Заменено более новым сообщением.</b> { $title }
progress-sent = Отправлено: { $sent } из { $people } ({ $percent } %)
progress-others =
    Осталось: { $left }
    Нажали «Вижу»: { $seen }
    Заблокировали бота: { $blocked }
    Не удалось отправить: { $failed }
progress-begins = Начнётся: { DAYTIME($at) }, время Астаны
progress-eta = Ещё примерно { DURATION($minutes) }

# Refusals.
proposal-gone = Решение по этому предложению уже принято, или прошли сутки.
second-person-needed = Своё предложение подтвердить нельзя: нужен второй человек.
author-lost-right = Тот, кто это предложил, больше не имеет на это прав. Если это всё ещё нужно, предложите сами: /desk
too-late-to-undo = Вернуть уже не получится: сообщение отправляется или его вернули раньше.
nothing-changes = Тестирование и так в это время. Напишите другое.
moved-to-past = Это время уже прошло: { DAYTIME($starts) }. Напишите время в будущем.
moved-too-far = До { DAYTIME($starts) } ещё несколько лет. Проверьте год.
nobody-to-tell = По этому отбору никого нет. Нажмите «Назад» и выберите шире.
closes-in-past = Это время уже прошло: { DAYTIME($closes) }. Напишите время в будущем.
