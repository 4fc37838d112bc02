# What is my place? Where a child stands now, what changed since the last look and why.
place-brief = <b>{ $child }</b>, application No. { $number }
place-same = The number is the same as when you last looked ({ SHORTDAY($seen) }).
place-was = When you last looked ({ SHORTDAY($seen) }) the number was { $before }. What has happened since:
place-was-long-ago = When you last looked ({ SHORTDAY($seen) }) the number was { $before }. We can no longer say why it changed: events that old are not kept.
place-reason = • { $what }: { $people } ({ $direction ->
    [nearer] you are { $by } nearer
   *[farther] you are { $by } further back
  })
place-own = • your queue is another one now, { $rank } ({ $direction ->
    [nearer] you are { $by } nearer
   *[farther] you are { $by } further back
  })
cause-placed = got a place
cause-withdrawn = left the queue
cause-inactive = did not confirm that they need a place
cause-stopped = put on the stop-list
cause-archived = left the queue because of age
cause-benefit = moved to another queue after a benefit was checked
cause-resort = moved to another queue in the yearly re-sort
cause-restored = restored their application
cause-returned = came back to the queue
cause-joined-out-of-turn = joined out of turn
cause-joined-first-priority = joined with first priority
cause-joined-general = joined the general queue
place-forecast = If the queue moves as in the last year, a place will come in about { $soonest }–{ $latest } months. This is an estimate, not a promise.
place-forecast-about = If the queue moves as in the last year, a place will come in about { $soonest ->
    [one] { $soonest } month
   *[other] { $soonest } months
  }. This is an estimate, not a promise.
place-forecast-from = If the queue moves as in the last year, a place will come in { $soonest ->
    [one] { $soonest } month
   *[other] { $soonest } months
  } at the earliest. This is an estimate, not a promise.
place-forecast-none = We cannot say yet when your turn will come: too little is known of how this queue has moved.
place-news = <b>Your place in the queue has changed</b>
place-subscribed = <b>We will tell you when the place changes:</b> at most once a day and never at night.
place-unsubscribed = We no longer tell you about changes of the place. You can ask at any time: /queue
button-place-subscribe = Tell me about changes
button-place-unsubscribe = Stop telling me about changes
button-place-card = Open the application
