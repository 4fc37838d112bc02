# What is offered.
events-title =
    <b>Available events</b>
    They fit your grade and language of instruction. Choose one to learn more.
events-none = There are no events for your grade and language of instruction now. Look again later: /events

# One event.
event-card =
    <b>{ $name }</b>
    { $about }

    Grades: { $grades }
    Registration opens: { DAYTIME($opens) }
    Registration closes: { DAYTIME($closes) }
    All times are Astana time.
event-stage = { $number }. { $name }: { $period }
event-may-move = The day and time may change within a week after registration ends. If they do, we will write here.
button-see-subjects = Subjects and dates
button-register = Register

# Its subjects.
subjects-title =
    <b>{ $name }</b>
    The subjects you can take (first stage, Astana time):
subject-line = • <b>{ $subject }</b>: { DAYTIME($starts) }, length { DURATION($minutes) }

# Registered.
registration-sent = Registration sent.
changed-successfully = Changed successfully
added-successfully = Added successfully
registration-card =
    <b>{ $subject }</b>
    Event: { $event }
    Stage: { $stage }
    Day: { DAY($starts) }
    Time: { TIME($starts) }, Astana time
    Length: { DURATION($minutes) }
    Place: { $place }
    Registration number: { $number }

# My events.
my-events-title = <b>My events</b>
my-events-none = You are not registered for any event yet. An account is not registration: tap “Available events” and choose one.
card-may-move =
    The day and time may still change. If they do, we will write here.
    The last day that can happen: { DAY($until) }

# Taking a registration back.
button-withdraw = Withdraw: { $subject }
withdraw-ask =
    <b>Withdraw this registration?</b>
    { $subject }, { DAYTIME($starts) }, Astana time
    Your place becomes free. If the places run out, you cannot register again.
button-withdraw-yes = Yes, withdraw
button-withdraw-no = No, keep it
withdrawn = Registration withdrawn: { $subject }
