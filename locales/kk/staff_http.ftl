# What systems of staff are refused by HTTP, for whoever reads it there.
staff-api-staff-key-required = Authorization: Bearer тақырыбында қызметкердің кілті керек.
staff-api-staff-key-invalid = Мұндай кілт жоқ немесе оның мерзімі біткен.
staff-api-not-yours = Бұл кілт ол ұйымға және аумаққа жарамайды.
staff-api-key-without-person = Мұнда белгілі бір адамға берілген кілт керек.
staff-api-try-again = Дерекқор қазір қолжетімсіз. Бір минуттан кейін қайталаңыз.
staff-api-body-too-large = Сұрау тым ұзын, ең көбі 64 КБ сыяды.
staff-api-field-unfit = Өріс толтырылмаған немесе дұрыс толтырылмаған: { $field }.
staff-api-field-unknown = Мұндай өріс жоқ: { $field }. Жазылуын тексеріңіз.
staff-api-proposal-unknown = Сізге ашық ұсыныстардың арасында мұндайы жоқ.
staff-api-step-unknown = Мұндай қадам жоқ.
staff-api-paper-unknown = Бұл өтінішке мұндай құжат тіркелмеген.
staff-api-paper-gone = Бұл құжат енді сақталмайды.
staff-api-table-unfit = Ештеңе өзгерген жоқ: кестеде қате бар. Әрқайсысы жолының нөмірімен «faults» ішінде көрсетілген.
staff-api-nobody-to-tell = Мұндай таңдауға ешкім сай келмейді. Кеңірек таңдаңыз.
staff-api-author-lost-right = Бұл ұсыныстың авторында енді ондай құқық жоқ.
