# Reminders: the first line is the deadline, then what to do and what to bring. One action each.
remind-when = { $days ->
    [0] Today
    [1] Tomorrow
   *[other] In { $days } days
  }
remind-last = { $days ->
    [0] Today is the last day
    [1] Tomorrow is the last day
   *[other] { $days } days left
  }
remind-session =
    <b>{ remind-when }: { $subject }</b>
    { DAYTIME($deadline) }, Astana time
    { $event }
    Place: { $place }
    Bring an identity card or a birth certificate.
    .done = No more reminders
    .ended = No more reminders of { $subject }. If its day or time changes, we will write.
    .help = Come 30 minutes before it begins. Bring an identity card or a birth certificate. If you can't come at that time or are ill, write to the organiser of the olympiad. All your events: /my
remind-closing =
    <b>{ remind-when } registration closes</b>
    { DAYTIME($deadline) }, Astana time
    { $event }
    Your application is begun and not sent. Press “Go on” and send it.
    .done = I won't apply
    .ended = All right, no more reminders. Your draft is kept: /start
    .help = Press “Go on”, check your answers and send the application. After registration closes it can't be sent.
remind-originals =
    <b>{ remind-last }: take the original documents to the school</b>
    They are taken until { TIME($deadline) } on { DAY($deadline) }
    { $school }
    Bring the originals of every document you attached a scan of.
    .weekend = This year 5 September is a day off, so the last day is earlier.
    .done = The school has them
    .ended = Noted: the school has the documents. No more reminders.
    .help = A parent or legal representative brings the originals: of every document whose scan is attached to the application. If you can't make it, call the school before the last day: without the originals the place may go to another child.
button-remind-later = Remind me later
button-remind-help = Help
remind-later = We will remind you: { DAYTIME($at) }
remind-too-late = There is no time to remind you later: the deadline is near.
