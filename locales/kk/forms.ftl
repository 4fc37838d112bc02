# Above a question: where we are, what was understood, what was there before.
question-step = Сұрақ: { $step }/{ $total }
question-current = Қазіргі жауап: { $value }
understood = Жазып алдым. { $what }
secret-kept = Құпиясөз қабылданды. Жазған хабарламаңызды чаттан өшірдім.
keyboard-away = Жарайды.
form-goes-on = Тоқтаған жерден жалғастырамыз.

# After an answer that was not taken.
typed-was = Жазғаныңыз: <code>{ $text }</code>
refused-example = Мысалы: { $example }
refused-third = Жауап қазір қолыңызда болмаса, /cancel жазыңыз: бұрынғы жауаптарыңызды сақтап қоямыз. Сұрақты түсінбесеңіз, /why жазыңыз; көмек керек болса, /help.
found-many = Ұқсас нұсқа көп: алғашқы { $count } нұсқа осында. Керегі жоқ болса, атауын толығырақ жазыңыз.
found-several = { $count } нұсқа табылды. Қайсысы керек?

# Buttons of a question.
button-back = Артқа
button-why = Неге сұрайсыз?
button-stop = Тоқтату
button-keep = Өзгертпеймін
button-suggested = Иә: { $value }
button-done = Дайын
button-later = Кейін айтамын
button-without = Онсыз жалғастыру
button-page-before = ‹
button-page-next = › { $page }/{ $pages }
button-share-contact = Өз нөмірімді жіберу
choice-yes = Иә
choice-no = Жоқ

# The card of all answers.
answer-line = { $label }: <b>{ $value }</b>
answer-later = берілмеді
answer-without = қосылмады
day-short = { SHORTDAY($day) }
button-edit = Түзету
edit-which = Қай жауапты түзетесіз?
button-to-summary = Жауаптарға оралу

# Stopping.
stop-ask = Тоқтатамыз ба? Жауаптарыңызды сақтап қойып, кейін жалғастыра аласыз.
button-keep-draft = Сақтап қою
button-drop-draft = Жауаптарды өшіру
button-go-on = Жалғастыру
draft-kept = Жауаптарыңыз сақталды. 30 күн ішінде /start жазып, тоқтаған жерден жалғастыра аласыз.
draft-dropped = Жауаптарыңыз өшірілді.

# Taps and messages that come too late. The first three are plain text: Telegram shows them briefly.
first-question = Бұл — бірінші сұрақ, одан бұрын сұрақ жоқ.
tap-late = Бұл түйме алдыңғы бір сұрақтікі. Ең соңғы сұраққа жауап беріңіз.
tap-gone = Бұл жауаптар жіберілген немесе өшірілген. Мәзірді ашу үшін /start жазыңыз.
form-closed = Қазір жауап күтіп тұрған сұрақ жоқ. Мәзір: /start
