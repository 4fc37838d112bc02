# What systems of staff are refused by HTTP, for whoever reads it there.
staff-api-staff-key-required = A staff key is needed, in the header Authorization: Bearer.
staff-api-staff-key-invalid = This staff key is unknown or has ended.
staff-api-not-yours = This key does not cover that organisation and area.
staff-api-key-without-person = This needs a key that stands for a person.
staff-api-try-again = The database cannot be reached now. Try again in a minute.
staff-api-body-too-large = The request is too long; 64 KB fit.
staff-api-field-unfit = The field “{ $field }” is missing or does not fit.
staff-api-field-unknown = There is no field “{ $field }”. Check its spelling.
staff-api-proposal-unknown = There is no such proposal among those you may see.
staff-api-step-unknown = There is no such step.
staff-api-paper-unknown = No such paper came with this application.
staff-api-paper-gone = This paper is not kept any more.
staff-api-table-unfit = Nothing was changed: the table has mistakes. Each is in “faults” with its line.
staff-api-nobody-to-tell = Nobody fits this audience. Choose a wider one.
staff-api-author-lost-right = Whoever proposed this no longer has the right to.
