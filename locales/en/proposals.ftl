# What two people decide: the preview.
proposal-move = { $count ->
    [one] A test is moved
   *[other] { $count } tests are moved
    }
proposal-cancel = { $count ->
    [one] A test is cancelled
   *[other] { $count } tests are cancelled
    }
proposal-announcement = An announcement
proposal-people = People: { $count }
proposal-takes = Sending takes about { DURATION($minutes) }
proposal-begins = It begins: { DAYTIME($at) }, Astana time
proposal-no-english = There is no English text: those who read English get the Kazakh and Russian ones.
proposal-more = More such messages in the table: { $count }
proposal-check =
    <b>Check before it is sent</b>
    People will read exactly this. Nothing goes out before a second person confirms.
proposal-alone =
    <b>Check before it is sent</b>
    There is no second person who could confirm this yet. Give a colleague rights: /desk
proposal-asked =
    <b>{ $author } asks you to confirm</b>
    Check the text, the day and the time. A minute after you confirm, it goes out.
proposal-colleague = A colleague
proposal-sent-to =
    People asked to confirm: { $count }. One is enough.
    For a minute after that it can still be taken back.
proposal-confirmed =
    <b>Confirmed.</b> It goes out in { $seconds } seconds.
    Until then either of the two of you can take it back.
proposal-withdrawn = Withdrawn. Nothing has been sent.
proposal-refused = Refused. Nothing will be sent.
proposal-was-refused = Your proposal was refused; nothing will be sent. You can correct it and propose it again: /desk
proposal-undone = Taken back. Nothing has been sent to anybody.
proposal-undone-by-other = The second person has taken it back. Nothing has been sent to anybody.
proposal-stale = Not sent: meanwhile the test has changed, or one of those who decided has lost their rights. Look at it and propose it again: /desk
button-proposal-ask = Ask a second person
button-proposal-confirm = Confirm and send
button-proposal-refuse = Refuse
button-proposal-drop = Withdraw
button-proposal-undo = Do not send
button-proposal-stop = Stop
button-proposal-resume = Resume
button-pending-move = Confirm: a test is moved ({ $people } people)
button-pending-cancel = Confirm: a test is cancelled ({ $people } people)
button-pending-announcement = Confirm an announcement ({ $people } people)

# How far it is.
progress-about = { $what }: { $subject }
progress-running = <b>Sending.</b> { $title }
progress-stopped = <b>Stopped.</b> { $title }
progress-done = <b>Sent.</b> { $title }
progress-replaced = <b>Replaced by a later message.</b> { $title }
progress-sent = Sent: { $sent } of { $people } ({ $percent }%)
progress-others =
    Left: { $left }
    Pressed “Seen”: { $seen }
    Blocked the bot: { $blocked }
    Could not be sent: { $failed }
progress-begins = It begins: { DAYTIME($at) }, Astana time
progress-eta = About { DURATION($minutes) } more

# Refusals.
proposal-gone = This proposal has been decided already, or a day has passed.
second-person-needed = You cannot confirm your own proposal: a second person is needed.
author-lost-right = Whoever proposed this no longer has the right to. If it is still needed, propose it yourself: /desk
too-late-to-undo = It is too late to take it back: it is on its way, or was taken back before.
nothing-changes = The test is at that time already. Type another time.
moved-to-past = That time has passed: { DAYTIME($starts) }. Type a time to come.
moved-too-far = { DAYTIME($starts) } is years ahead. Check the year.
nobody-to-tell = Nobody fits this choice. Tap “Back” and choose more widely.
closes-in-past = That time has passed: { DAYTIME($closes) }. Type a time to come.
