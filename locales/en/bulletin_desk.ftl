# What staff of a queue see: vacancies, referrals, benefits.
button-desk-referrals = Places and referrals
button-desk-benefits = Benefits to check
button-vacancy-publish = Publish a vacant place
button-desk-register = Papers received: register the child
button-desk-enrol = Confirm the enrolment
button-desk-confirm = Confirm the benefit
button-desk-refuse = Do not confirm the benefit
button-desk-false = The benefit is false
button-desk-false-yes = Yes, it is false
button-desk-false-no = No, leave it as it is
desk-referrals = <b>{ $kindergarten }</b>
    { $count ->
        [0] There are no open referrals.
       *[other] Open referrals: { $count }. Choose a child.
    }
    To publish by a table, send a .csv file to this chat with the columns: kindergarten,group,kind,language,born_from,born_to,places
desk-published = <b>The place is published.</b> Families told: { $told }. They can apply until: { DAYTIME($closes) }
desk-benefits = <b>Benefits to check</b>, the most urgent first. Choose a child.
desk-benefits-none = No benefits are waiting.
desk-child =
    <b>{ $child }</b>
    Application { $number }
    Date of birth: { SHORTDAY($born) }
desk-state = At which step: { $state }
desk-is-queued = in the queue
desk-is-applied = applied for a place
desk-is-referred = has a referral, papers awaited
desk-is-registered = registered electronically
desk-is-enrolled = enrolled in the kindergarten
desk-is-stopped = in the stop-list
desk-is-inactive = not active
desk-is-voucher = has a voucher
desk-is-choosing = choosing a kindergarten
desk-is-waiting-list = in the waiting list
desk-is-withdrawn = withdrawn
desk-is-archived = in the archive
desk-benefit-claimed = Benefit: { $benefit }, not checked
desk-benefit-confirmed = Benefit: { $benefit }, confirmed
desk-benefit-refused = Benefit: { $benefit }, not confirmed
desk-benefit-false = Benefit: { $benefit }, false
desk-referral = Referral { $number }: { $kindergarten }, group “{ $group }”, valid until: { DAYTIME($due) }
desk-registered = <b>The child is registered.</b> The family has been told.
desk-enrolled = <b>The enrolment is confirmed.</b> The family has been told.
desk-changed = <b>Nothing is changed.</b> The application is in another state by now; here it is as it stands.
desk-decided = <b>The decision is kept.</b> The family has been told.
desk-benefit-sent-since = <b>The family has sent another paper.</b> Open it and decide again.
desk-refuse-why = Why is the benefit not confirmed? Child: { $child }. The family is told the reason. A referral given by this benefit is cancelled.
benefit-because-unreadable = The paper cannot be read
benefit-because-expired = The paper has expired
benefit-because-unproven = The paper does not prove it
benefit-because-other-child = The paper is of another child
desk-false-ask = Is the benefit false? Child: { $child }. A referral, if there is one, is cancelled and its place goes to the next family. The application stays in the general queue.
button-desk-vacant = Vacancies: close one
button-desk-children = Children of the kindergarten
button-desk-left = The child has left
button-desk-left-yes = Yes, the child has left
button-desk-left-no = No, the child still comes
button-vacancy-close-yes = Yes, close it
button-vacancy-close-no = No, leave it open
desk-children = <b>{ $kindergarten }: children</b>
    Choose a child to see the card.
desk-vacant = <b>{ $kindergarten }: vacancies</b>
    Choose the one to close.
desk-left-ask = Does the child no longer go to the kindergarten? Child: { $child }. The place goes to the next family that waits for it, and the application goes to the archive. The family is told.
desk-left-done = <b>The child has left the kindergarten.</b> The family has been told; the place is free.
desk-vacancy-close = <b>Close this vacancy?</b>
    { $kindergarten }, group “{ $group }”. Places: { $places }, taken: { $taken }
    Its free places are given to nobody any more. Referrals already given stay. Families who wait for it keep their place in the queue and are told.
desk-vacancy-closed = <b>The vacancy is closed.</b> Families who waited for it have been told.

# Publishing a vacant place.
form-vacancy =
    .intro = To publish a vacant place: 6 questions.
    .check = <b>Is all right?</b> Families whose queue fits are told at once.
    .send = Publish
    .left = The place is not published.
    .go-on = Go on: vacant place ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
ask-vacancy-group = What is the group called?
    .label = Group
    .example = Sunshine
ask-vacancy-kind = Which kind of group is it?
    .label = Kind of group
ask-vacancy-language = In which language is the group?
    .label = Language
ask-vacancy-born-from = In which year were the oldest children born?
    .label = Year of birth: from
    .hint = If there is one age only, choose the same year at the next question.
ask-vacancy-born-to = In which year were the youngest children born?
    .label = Year of birth: to
ask-vacancy-places = How many vacant places are there?
    .label = Places
    .example = 3

# A table of vacancies.
vacancy-table-asks = <b>The table has no mistakes. Publish it?</b> Lines: { $vacancies }, places: { $places }
vacancy-table-line = { $kindergarten }, “{ $group }”: { $places }
button-vacancy-table-load = Publish it
vacancy-table-loaded = <b>Published.</b> Lines: { $vacancies }, places: { $places }, families told: { $told }
vacancy-kindergarten-unknown = The list has no kindergarten “{ $id }”
vacancy-code-unknown = Write one of: { $known }
vacancy-number-unfit = Write a whole number from { $least } to { $most }
vacancy-years-turned = The first year of birth is later than the last. Change them round.
