# A session was moved: what changed, old and new one above the other, why, what else is at that time.
notice-when-title = <b>New time: { $subject }</b>
notice-place-title = <b>New place: { $subject }</b>
notice-length-title = <b>New duration: { $subject }</b>
notice-cancel-title = <b>Cancelled: { $subject }</b>
notice-session = { $event }, stage { $stage }
notice-before = Was: <s>{ DAYTIME($starts) }</s>
notice-after = Now: <b>{ DAYTIME($starts) }</b>, Astana time
notice-cancelled = It was planned for <s>{ DAYTIME($starts) }</s>, Astana time
notice-stays = When: { DAYTIME($starts) }, Astana time
notice-length = Duration: <s>{ DURATION($before) }</s> → <b>{ DURATION($after) }</b>
notice-place-before = The place was: <s>{ $place }</s>
notice-place-after = The place is now: <b>{ $place }</b>
notice-reason = Why: { $reason }
notice-clash = ⚠️ You have { $subject } at the same time ({ DAYTIME($starts) }). Decide which of them you will sit.
notice-asked-again = We have told another chat of this account, but nobody there has pressed “Seen” yet. Please pass it on.
notice-number = Message no. { $number }. To check it: /check
button-seen = Seen
button-calendar = Add to calendar
button-calendar-cancelled = Take it off the calendar
seen-thanks = Thank you, noted.
calendar-here = Open the file, and your calendar will update the entry.
session-gone = That test is not there any more: it was cancelled or removed.
session-changed-meanwhile = Somebody else changed this test while you were looking at it. Open it again.
registration-cancelled = <b>{ $subject }</b>: the test is cancelled. It was planned for { DAYTIME($starts) }.
subject-cancelled = The test is cancelled: { $subject }. Choose another subject.

# Following an event or a subject, with no account.
follow-events =
    <b>Events</b>
    Choose what to follow: we will write if its day, time or place changes. You need no account for that.
follow-none-yet = There are no events yet. Look again later: /events
follow-title =
    <b>{ $name }</b>
    Press what to follow: the whole event or one subject. Times are Astana time.
button-follow-event = The whole event
button-followed = What I follow
followed = Followed. We will write if something changes.
unfollowed = No longer followed.
follow-mine = <b>You follow</b>
follow-nothing = You follow nothing yet. Choose an event: /events
follow-whole = <b>{ $event }</b>, all subjects
follow-subject =
    <b>{ $subject }</b>, { $event }
    { DAYTIME($starts) }, Astana time
    Place: { $place }
button-unfollow = Stop following { $name }
