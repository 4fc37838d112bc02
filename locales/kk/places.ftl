# What is my place? Where a child stands now, what changed since the last look and why.
place-brief = <b>{ $child }</b>, өтініш № { $number }
place-same = Соңғы рет қарағаннан бері ({ SHORTDAY($seen) }) нөміріңіз өзгерген жоқ.
place-was = Соңғы рет қарағанда ({ SHORTDAY($seen) }) нөміріңіз { $before } еді. Содан бері не болды:
place-was-long-ago = Соңғы рет қарағанда ({ SHORTDAY($seen) }) нөміріңіз { $before } еді. Неге өзгергенін айта алмаймыз: мұндай ескі оқиғалар сақталмайды.
place-reason = • { $what }: { $people } ({ $direction ->
    [nearer] { $by } орын алға жылжыдыңыз
   *[farther] { $by } орын артқа шегіндіңіз
  })
place-own = • кезегіңіздің түрі өзгерді, енді: { $rank } ({ $direction ->
    [nearer] { $by } орын алға жылжыдыңыз
   *[farther] { $by } орын артқа шегіндіңіз
  })
cause-placed = орын алғандар
cause-withdrawn = кезектен шыққандар
cause-inactive = орын керек екенін растамағандар
cause-stopped = стоп-листке түскендер
cause-archived = жасы асып, кезектен шығарылғандар
cause-benefit = жеңілдігі тексеріліп, басқа кезекке ауысқандар
cause-resort = жыл сайынғы сұрыптауда басқа кезекке ауысқандар
cause-restored = өтінішін қалпына келтіргендер
cause-returned = кезекке қайта оралғандар
cause-joined-out-of-turn = кезектен тыс қосылғандар
cause-joined-first-priority = бірінші кезектегілерге қосылғандар
cause-joined-general = жалпы кезекке қосылғандар
place-forecast = Кезек соңғы жылдағыдай жылжыса, орын шамамен { $soonest }–{ $latest } айдан кейін тиеді. Бұл — болжам, уәде емес.
place-forecast-about = Кезек соңғы жылдағыдай жылжыса, орын шамамен { $soonest } айдан кейін тиеді. Бұл — болжам, уәде емес.
place-forecast-from = Кезек соңғы жылдағыдай жылжыса, орын кемінде { $soonest } айдан кейін тиеді. Бұл — болжам, уәде емес.
place-forecast-none = Кезегіңіз қашан келетінін әзірге айта алмаймыз: кезектің қалай жылжығаны туралы дерек аз.
place-news = <b>Кезектегі орныңыз өзгерді</b>
place-subscribed = <b>Орныңыз өзгерсе, хабарлаймыз:</b> күніне бір реттен артық емес, түнде жазбаймыз.
place-unsubscribed = Енді орныңыздың өзгергенін хабарламаймыз. Оны кез келген уақытта біле аласыз: /queue
button-place-subscribe = Өзгерсе, хабарлап тұру
button-place-unsubscribe = Хабарлауды тоқтату
button-place-card = Өтінішті ашу
