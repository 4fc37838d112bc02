# What systems of staff are refused by HTTP, for whoever reads it there.
staff-api-staff-key-required = Нужен ключ сотрудника в заголовке Authorization: Bearer.
staff-api-staff-key-invalid = Такого ключа нет, или он больше не действует.
staff-api-not-yours = Этот ключ не действует для этой организации и территории.
staff-api-key-without-person = Здесь нужен ключ, за которым стоит человек.
staff-api-try-again = База данных сейчас недоступна. Повторите через минуту.
staff-api-body-too-large = Запрос слишком длинный, помещается не больше 64 КБ.
staff-api-field-unfit = Поле «{ $field }» не заполнено или заполнено неверно.
staff-api-field-unknown = Поля «{ $field }» нет. Проверьте, как оно написано.
staff-api-proposal-unknown = Среди доступных вам предложений такого нет.
staff-api-step-unknown = Такого шага нет.
staff-api-paper-unknown = К этому заявлению такой документ не приложен.
staff-api-paper-gone = Этот документ больше не хранится.
staff-api-table-unfit = Ничего не изменено: в таблице есть ошибки. Каждая указана в «faults» с номером строки.
staff-api-nobody-to-tell = Под такой выбор никто не подходит. Расширьте его.
staff-api-author-lost-right = У автора этого предложения больше нет прав.
