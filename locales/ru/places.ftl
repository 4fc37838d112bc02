# What is my place? Where a child stands now, what changed since the last look and why.
place-brief = <b>{ $child }</b>, заявление № { $number }
place-same = С прошлого раза ({ SHORTDAY($seen) }) номер не изменился.
place-was = В прошлый раз ({ SHORTDAY($seen) }) номер был { $before }. Что произошло с тех пор:
place-was-long-ago = В прошлый раз ({ SHORTDAY($seen) }) номер был { $before }. Почему он изменился, сказать уже нельзя: так давно мы события не храним.
place-reason = • { $what }: { $people } ({ $direction ->
    [nearer] вы ближе на { $by }
   *[farther] вы дальше на { $by }
  })
place-own = • теперь ваша очередь — { $rank } ({ $direction ->
    [nearer] вы ближе на { $by }
   *[farther] вы дальше на { $by }
  })
cause-placed = получили место
cause-withdrawn = отказались от очереди
cause-inactive = не подтвердили, что место нужно
cause-stopped = попали в стоп-лист
cause-archived = ушли из очереди по возрасту
cause-benefit = перешли в другую очередь после проверки льготы
cause-resort = сменили очередь при ежегодной сортировке
cause-restored = восстановили заявление
cause-returned = вернулись в очередь
cause-joined-out-of-turn = встали во внеочередную очередь
cause-joined-first-priority = встали в первоочередную очередь
cause-joined-general = встали в общую очередь
place-forecast = Если очередь пойдёт как в последний год, место появится примерно через { $soonest }–{ $latest } мес. Это оценка, а не обещание.
place-forecast-about = Если очередь пойдёт как в последний год, место появится примерно через { $soonest } мес. Это оценка, а не обещание.
place-forecast-from = Если очередь пойдёт как в последний год, место появится не раньше чем через { $soonest } мес. Это оценка, а не обещание.
place-forecast-none = Когда подойдёт очередь, сказать пока нельзя: мало данных о том, как она двигалась.
place-news = <b>Место в очереди изменилось</b>
place-subscribed = <b>Сообщим, когда место изменится:</b> не чаще раза в день и не ночью.
place-unsubscribed = Больше не сообщаем об изменениях места. Узнать его можно в любой момент: /queue
button-place-subscribe = Сообщать об изменениях
button-place-unsubscribe = Не сообщать об изменениях
button-place-card = Открыть заявление
