# Мүдделі: whether a place is still wanted.
waits-interest = <b>Do you still need a place in a kindergarten?</b> If so, tap “I am interested” by: { DAYTIME($due) }
interest-said = You confirmed that you need the place: { SHORTDAY($at) }
queue-news-asked =
    <b>Do you still need a place in a kindergarten?</b>
    Child: { $child }, application { $number }
    If so, tap “I am interested” by: <b>{ DAYTIME($due) }</b>. Otherwise the application becomes inactive.
queue-news-asked-restore = You can restore it once.
queue-news-asked-stays =
    <b>Do you still need a place in a kindergarten?</b>
    Child: { $child }, application { $number }
    If so, tap “I am interested”. If you do not answer, the application stays in the queue.
queue-news-asked-last =
    <b>One day is left to say whether you still need a place.</b>
    Child: { $child }, application { $number }
    Tap “I am interested” by: <b>{ DAYTIME($due) }</b>. Otherwise the application becomes inactive.
