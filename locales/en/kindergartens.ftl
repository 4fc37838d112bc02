# Kindergartens of a place, for everybody: what is free, who waits, the catalogue.
button-kindergartens = Vacancies, queues, list of kindergartens
button-kg-vacancies = Vacancies: { $free }
button-kg-queues = Queues: how many wait
button-kg-catalogue = Kindergartens
button-kg-other = Another town
button-kg-home = Back to the town
button-kg-map = On the map
kg-which = <b>Which town?</b> Choose, or type the name of a town or a kindergarten.
kg-none = There is no list of kindergartens here yet.
kg-not-found =
    The list has no such kindergarten or town: { $text }
    Type a part of the name, for example “balapan”.
kg-home =
    <b>Kindergartens: { $place }</b>

    Kindergartens in the list: { $count }
    Vacancies now: { $free }
    Applications in the queues: { $waiting }

    To find a kindergarten, type its name.
kg-gone = This kindergarten is not in the list any more.

# What is free now.
kg-vacancies = <b>Vacancies: { $place }</b>
kg-vacancies-none =
    <b>No vacancies now: { $place }</b>

    The bulletin comes out in the morning of working days. If your child is in the queue, we will write when a place fits.
kg-vacancy = <b>{ $number }. { $name }</b>, group “{ $group }”
kg-vacancy-whom = { $kind }, { $language }, born in { $born }
kg-vacancy-places = Places: { $free }
kg-vacancy-priority = In the order of the queue until { DAYTIME($until) }
kg-vacancy-open = Open to everybody in the queue
kg-vacancies-how = You can apply for a place if your child stands in the queue for the same language, kind of group and year of birth.

# Queues.
kg-queues = <b>Queues: { $place }</b>, group: { $kind }
kg-queues-none = <b>Nobody waits here: { $place }</b>
kg-queue-language = <b>Language: { $language }</b>. Waiting: { $waiting }; got a place in a year: { $placed }
kg-queue-line = born { $cohort }: <b>{ $waiting }</b> ({ $first } + { $second } + { $third })
kg-queues-how = In brackets: out-of-turn + first-priority + general.

# The catalogue.
kg-catalogue =
    <b>Kindergartens: { $place }</b>
    Choose one, or type a part of its name.
kg-found = This is what was found.
kg-found-many = There are many; these are the first. Type more of the name.
kg-card =
    <b>{ $name }</b>
    { $place }, { $address }

    Languages: { $languages }
    Kinds of groups: { $kinds }
    Vacancies now: { $free }
    Phone: { $phone }
kg-kind-general = general
kg-kind-correctional = correctional
kg-kind-sanatorium = sanatorium
kg-language-kk = Kazakh
kg-language-ru = Russian
kg-language-en = English

# Numbers as a picture, and the same in words.
button-kg-statistics = Statistics
kg-chart-title = Kindergarten queues: { $place }
kg-chart-day = How many children wait, by year of birth. { SHORTDAY($day) }
kg-chart-months = Children who got a place, by month
kg-class-out = out-of-turn
kg-class-first = first-priority
kg-class-general = general
kg-statistics =
    <b>Queues: { $place }</b>
    Waiting: { $waiting }; of these out-of-turn { $out }, first-priority { $first }
    Got a place in the last 12 months: { $placed }
    By year of birth:
kg-statistics-line = { $cohort } – { $waiting }
kg-statistics-none = Nothing to show yet: nobody waits in the queues.

# Attendance of the day.
button-attendance = Attendance today
button-attendance-all = All the others came
button-kg-card = Back to the kindergarten
attendance =
    <b>Attendance: { $name }</b>, { SHORTDAY($day) }

    Came: { $present }, absent: { $absent }, ill: { $ill }, not marked: { $left }

    Tap a name: ✅ came, ➖ absent, 🤒 ill.
attendance-none = <b>{ $name }</b>: no children are enrolled here yet.
attendance-own = <b>{ $name }</b>, group “{ $group }”, today: { $mark }
attendance-present = in the kindergarten
attendance-absent = did not come
attendance-ill = ill
attendance-unmarked = not marked yet

# A table of kindergartens.
button-kg-load = Load a table of kindergartens
table-how =
    <b>A table of kindergartens (CSV)</b>

    Send a .csv file to this chat. The columns of its first line:
    <code>id,locality,name_kk,name_ru,name_en,address,languages,kinds,phone,latitude,longitude</code>

    <b>id</b>: Latin letters, figures, hyphens. <b>locality</b>: a KATO code. <b>languages</b>: kk, ru, en; several with a plus: <code>kk+ru</code>. <b>kinds</b>: general, correctional, sanatorium. You may leave out name_ru, name_en and the coordinates.

    First we show what we understood. Nothing changes until you say yes.
table-asks =
    <b>The table has no mistakes.</b> Load it?
    New kindergartens: { $added }
    Known already, to be replaced: { $replaced }
table-first = The first: { $names }
button-table-load = Load it
button-table-drop = Do not load it
table-loaded =
    <b>The table is loaded.</b>
    New kindergartens: { $added }, replaced: { $replaced }
table-dropped = The table is not loaded; nothing has changed.
table-faults = <b>Nothing was loaded.</b> Mistakes in the table: { $count }
table-cell = Line { $row }, column { $column }:
table-line = Line { $row }:
table-more = More mistakes: { $count }
table-mend = Mend the table and send it again.
kindergarten-id-unfit = “{ $id }” will not do. Use small Latin letters, figures and hyphens, at most 24.
kindergarten-twice = The id “{ $id }” is above already. Leave one of the lines.
kindergarten-place-unknown = The register has no KATO code “{ $locality }”.
kindergarten-not-yours = The kindergarten “{ $id }” is not in your area.
kindergarten-text-long = Too long; { $most } characters fit.
kindergarten-codes-unknown = You can write: { $known }. Put a plus between several.
kindergarten-phone-unfit = A phone number has 11 figures, for example: +7 716 200 00 00
kindergarten-point-unfit = Latitude and longitude: both in degrees, as 53.28461 and 69.37821, or both empty.

# Reviews.
button-reviews = What parents say
button-review-write = Write a review
button-review-answer = { $number }. Answer
button-review-hide = { $number }. Hide
reviews = <b>Reviews: { $name }</b>
reviews-none = <b>{ $name }</b>: no reviews yet.
reviews-who = A parent whose child goes to this kindergarten can write a review. We show no names.
review-line =
    { $number }. { $stars } { SHORTDAY($day) }
    { $text }
review-answered = <i>The kindergarten answers: { $text }</i>
review-kept = Thank you, your review is published without your name.
review-answer-kept = The answer is published.
review-hidden-kept = The review is hidden. Its writer was told why.
review-was-answered = Your review of “{ $name }” was answered: { $text }
review-was-hidden =
    Your review of “{ $name }” is hidden.
    Reason: { $reason }
    You can write a new one.
review-gone = This review is not there any more.
ask-review-stars = How do you rate the kindergarten?
    .label = Rating
    .why = Other parents choose by these ratings. We do not show your name.
ask-review-text = What would you say about the kindergarten?
    .label = Review
    .hint = Up to 500 characters, shown without your name. Please do not name children or staff.
    .why = Other parents will read it. We do not show your name.
ask-review-answer = What is the answer to the review?
    .label = Answer
    .hint = Everybody can read it.
    .why = It is published under the review in the kindergarten’s name.
ask-review-reason = Why is the review to be hidden?
    .label = Reason
    .hint = Only its writer sees the reason.
    .why = The writer needs to know what to mend.
