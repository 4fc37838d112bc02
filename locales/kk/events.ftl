# What is offered.
events-title =
    <b>Қолжетімді іс-шаралар</b>
    Сыныбыңыз бен оқыту тіліңізге сай іс-шаралар. Толығырақ білу үшін біреуін таңдаңыз.
events-none = Қазір сыныбыңыз бен оқыту тіліңізге сай іс-шара жоқ. Кейінірек қайта қараңыз: /events

# One event.
event-card =
    <b>{ $name }</b>
    { $about }

    Сыныптар: { $grades }
    Тіркелудің басталуы: { DAYTIME($opens) }
    Тіркелудің аяқталуы: { DAYTIME($closes) }
    Барлық уақыт — Астана уақыты.
event-stage = { $number }. { $name }: { $period }
event-may-move = Тестілеудің күні мен уақыты тіркелу аяқталған соң бір апта ішінде өзгеруі мүмкін. Өзгерсе, осы чатқа жазамыз.
button-see-subjects = Пәндер мен кесте
button-register = Тіркелу

# Its subjects.
subjects-title =
    <b>{ $name }</b>
    Сіз тапсыра алатын пәндер (бірінші кезең, Астана уақыты):
subject-line = • <b>{ $subject }</b>: { DAYTIME($starts) }, ұзақтығы { DURATION($minutes) }

# Registered.
registration-sent = Өтінім жіберілді.
changed-successfully = Сәтті өзгертілді
added-successfully = Сәтті қосылды
registration-card =
    <b>{ $subject }</b>
    Іс-шара: { $event }
    Кезең: { $stage }
    Күні: { DAY($starts) }
    Уақыты: { TIME($starts) }, Астана уақыты
    Ұзақтығы: { DURATION($minutes) }
    Өтетін жері: { $place }
    Өтінім нөмірі: { $number }

# My events.
my-events-title = <b>Менің іс-шараларым</b>
my-events-none = Әзірге ешқандай іс-шараға тіркелмедіңіз. Аккаунт ашу — тіркелу емес: «Қолжетімді іс-шаралар» түймесін басып, біреуін таңдаңыз.
card-may-move =
    Күні мен уақыты әлі өзгеруі мүмкін. Өзгерсе, осы чатқа жазамыз.
    Өзгеріс болуы мүмкін соңғы күн: { DAY($until) }

# Taking a registration back.
button-withdraw = Кері қайтару: { $subject }
withdraw-ask =
    <b>Өтінімді кері қайтарасыз ба?</b>
    { $subject }, { DAYTIME($starts) }, Астана уақыты
    Орныңыз босайды. Орын бітіп қалса, қайта тіркеле алмайсыз.
button-withdraw-yes = Иә, кері қайтару
button-withdraw-no = Жоқ, қалсын
withdrawn = Өтінім кері қайтарылды: { $subject }
