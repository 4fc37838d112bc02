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
kg-queues-how = In brackets: out-of-turn + first-priority + general. A child who waits for two languages stands in two queues.

# The catalogue.
kg-catalogue = <b>Kindergartens: { $place }</b>. Choose one, or type a part of its name.
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
