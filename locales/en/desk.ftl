# The desk of staff.
button-desk = Staff desk
desk-title = <b>Staff desk</b>
desk-right = { $organisation } · { $area } · { $role }
desk-waiting = Waiting for you to confirm: { $count }
button-desk-announce = Write an announcement
role-of-head = head
role-of-officer = officer
organisation-daryn = Daryn olympiads
organisation-pavlodar = Schools of Pavlodar
organisation-akmola = Kindergartens of Akmola Region
organisation-snation = Smart Nation kindergartens
organisation-indigo = INDIGO kindergartens
organisation-everywhere = All organisations
area-everywhere = all of Kazakhstan

# An event, its stages and tests.
desk-event =
    <b>{ $name }</b>
    Grades: { $grades }
desk-registration-open = Registration is open. It ends: { DAYTIME($closes) }, Astana time.
desk-registration-closed =
    Registration is closed.
    It opens: { DAYTIME($opens) }
    It ends: { DAYTIME($closes) }, Astana time.
button-desk-stage = Stage { $number }: { $name }
button-desk-close = Close registration
button-desk-open = Open registration
button-desk-extend = Change when registration ends
desk-close-ask =
    <b>Close registration now?</b>
    { $name }. It would end: { DAYTIME($closes) }, Astana time.
    Whoever is filling in a registration will not be able to send it. You can open it again later.
button-desk-close-yes = Yes, close it
button-desk-close-no = No, leave it open
desk-closed = Registration is closed.
desk-opened = The end of registration has been saved.
desk-stage =
    <b>{ $event }</b>
    Stage { $number }: { $name }
    Choose a test.
button-desk-sitting = { $subject }: { SHORTDAY($starts) }, { TIME($starts) }
button-desk-sitting-cancelled = Cancelled — { $subject }
desk-sitting =
    <b>{ $subject }</b>
    { $event }, stage { $stage }
    When: { DAYTIME($starts) }, Astana time
    Length: { DURATION($minutes) }
    Place: { $place }
    Grades: { $grades }
    Languages of instruction: { $languages }
    Registered: { $registered }
desk-sitting-cancelled = This test is cancelled.
button-desk-move = Move it
button-desk-cancel = Cancel the test

# Questions of the desk.
form-desk-move =
    .left = The time of the test has not changed.
form-desk-cancel =
    .left = The test stays as it was.
form-desk-open =
    .left = The end of registration has not changed.
form-desk-announce =
    .intro = First choose whom to write to, then write the text. You will see all of it before it is sent, and a second person confirms it.
    .left = The announcement has not been sent.
form-desk-grant =
    .left = Nobody has been given rights.
ask-desk-day = What is the new day?
    .label = Day
    .hint = For example: 5.11.2026 or 5 November 2026
    .why = Everybody who is registered will see the old and the new day together.
ask-desk-time = What is the new time?
    .label = Time
    .hint = Astana time, for example: 10:00
    .why = We warn those who have another subject at that time.
ask-desk-reason = What is the reason?
    .label = Reason
    .why = When the reason is said, people believe the message and call less.
reason-technical = a technical fault
reason-weather = the weather
reason-venue = the place is taken
reason-schedule = the schedule changed
reason-unsaid = Do not say why
reason-other = Write another reason
ask-desk-reason-kk = Write the reason in Kazakh
    .label = Reason in Kazakh
    .why = Those who read Kazakh will see it.
ask-desk-reason-ru = Write the reason in Russian
    .label = Reason in Russian
    .why = Those who read Russian will see it. Those who read English will see both.
ask-desk-until-day = Until which day is registration open?
    .label = Last day
    .hint = For example: 20.10.2026
    .why = Nobody can register after that day.
ask-desk-until-time = At what time does it end on that day?
    .label = Time it ends
    .hint = Astana time, for example: 18:00
    .why = The event shows when registration ends.
ask-desk-event = Which event is it about?
    .label = Event
    .why = The announcement goes to those who are registered for it or follow it.
ask-desk-subject = Which subject?
    .label = Subject
    .why = You can write only to those who sit this subject.
ask-desk-grade = Which grade?
    .label = Grade
    .why = We know the grade of registered people only: with a grade chosen nobody else gets the message.
ask-desk-region = Which region?
    .label = Region
    .why = We know the region of registered people only: with a region chosen nobody else gets the message.
ask-desk-language = People who read the bot in which language?
    .label = Language
    .why = The text is made in three languages anyway: everybody sees it in their own.
ask-desk-unseen = Whom do we write to?
    .label = To
    .why = You can write again only to those who have not pressed “Seen” under an earlier message.
desk-any-event = All events
desk-any-subject = All subjects
desk-any-grade = All grades
desk-any-region = All regions
desk-any-language = All languages
desk-everybody = Everybody
desk-notice = Who has not seen no. { $number } ({ SHORTDAY($at) })
ask-desk-text-kk = Write the text in Kazakh
    .label = Text in Kazakh
    .hint = What happened and what to do. Up to 800 characters, new lines allowed.
    .why = Those who read Kazakh will see exactly this text.
ask-desk-text-ru = Write the same text in Russian
    .label = Text in Russian
    .hint = Up to 800 characters.
    .why = Those who read Russian will see exactly this text.
ask-desk-text-en = Write the same text in English
    .label = Text in English
    .hint = Up to 800 characters. If you tap “{ button-later }”, those who read English get the Kazakh and Russian texts.
    .why = Those who read English will see exactly this text.

# Colleagues.
button-colleagues = Colleagues
button-colleague-add = Add a colleague
colleagues-title = <b>Who works in your organisation</b>
colleagues-none = Nobody but you works in your organisation yet.
colleague-line = Number { $person }:
colleague-granted = The rights have been given.
colleague-revoked = The rights have been taken away. This person can no longer do anything here.
colleague-you-were-granted = You have been given staff rights: /desk
colleague-you-were-revoked = One of your staff rights has been taken away. If you have questions, ask the head of your organisation.
button-revoke = Take rights away: { $person }
revoke-ask = <b>Take this right away?</b>
button-revoke-yes = Yes, take it away
button-revoke-no = No, leave it
ask-desk-colleague = Whom do you add?
    .label = Colleague
    .hint = Your colleague must have written to this bot once. Forward any message of theirs here, or type their Telegram number (ID).
    .why = Rights are given to the Telegram account of one person.
ask-desk-organisation = Which organisation do they work for?
    .label = Organisation
    .why = Every organisation has its own data and people.
ask-desk-area = In which area?
    .label = Area
    .why = A person decides only what belongs to this area.
ask-desk-role = In which role?
    .label = Role
    .hint = A head can give rights to colleagues and take them away.
    .why = There should be few people who give rights.
colleague-unclear = We could not tell who this is. Forward a message of theirs, or type their Telegram number (ID) in figures.
time-not-a-time = The time is not clear. Type hours and minutes, for example: 10:00
time-no-such = There is no such time: { $understood }. Check the hours and minutes, for example: 10:00
