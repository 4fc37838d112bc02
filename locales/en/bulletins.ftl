# Vacant places that fit a child, and applying for one.
command-vacancies = Vacant places for your child
button-vacancies = Vacant places for your child
button-bulletin-apply = Apply for this place
button-bulletin-take-back = I do not need this place
button-vacancy-apply = { $number }. Apply: { $kindergarten }
button-vacancy-take-back = { $number }. Not needed: { $kindergarten }
bulletin-fits =
    <b>There is a vacant place that fits your child</b>
    Child: { $child }, application { $number }
bulletin-group = <b>{ $kindergarten }</b>, group “{ $group }”
bulletin-whom = { $kind }; language: { $language }; year of birth: { $born }
bulletin-kind-general = general group
bulletin-kind-correctional = correctional (special) group
bulletin-kind-sanatorium = sanatorium group
bulletin-language-kk = Kazakh
bulletin-language-ru = Russian
bulletin-language-en = English
bulletin-address = Address: { $address }
bulletin-phone = Phone: { $phone }
bulletin-free = Places: { $free }
bulletin-ahead = { $ahead ->
    [0] Of those asked about this place you are the first.
    [one] { $ahead } person ahead of you.
   *[other] { $ahead } people ahead of you.
  }
bulletin-until = Places go by the order of the queue. Apply by: { DAYTIME($closes) }
bulletin-open = Open to everybody in this queue: whoever taps first gets the place.
bulletin-applied = <b>You have applied:</b> { $kindergarten }, group “{ $group }”. Child: { $child }
bulletin-ahead-of-told = { $ahead ->
    [0] You are the first.
    [one] { $ahead } person ahead of you, who may not apply.
   *[other] { $ahead } people ahead of you; not all of them may apply.
  }
bulletin-answer = Places go by the order of the queue at this time: { DAYTIME($closes) }. We will write the answer here. You can apply for several places.
bulletin-waits = There is no free place now. If one becomes free, it goes to the first family in the queue. If that is you, the referral comes to this chat.
bulletin-yours = <b>The place is yours:</b> { $kindergarten }. The referral is in the next message.
bulletin-taken-back = You no longer apply for this place. Your place in the queue is the same.
vacancies-title = <b>Vacant places for your child</b>
vacancies-none = There are no vacant places that fit your child now. When there are, we will write here.
vacancies-no-queue = None of your children is in a queue now. Vacant places go to children in the queue. To join it, choose the kindergarten in the menu: /start
vacancies-placed = { $child }: has a place in a kindergarten already.
vacancies-stopped = { $child }: the application is in the stop-list until: { DAYTIME($due) }. After that it returns to the queue by itself, with its original date.
vacancy-number = { $number })
vacancy-of = For: { $child }
vacancy-applied = ✅ You have applied. We will write the answer here.

# A referral.
button-referral = Referral: { $child }
button-referral-accept = I accept and will bring the papers
button-referral-extend = Extend it
button-referral-decline = Give up the place
button-referral-decline-yes = Yes, give it up
button-referral-decline-no = No, I need the place
referral-title = <b>📩 Referral to a kindergarten No. { $number }</b>
referral-child = Child: { $child }, application { $number }
referral-dates =
    Issued: { DAYTIME($issued) }
    Valid until: <b>{ DAYTIME($due) }</b>
referral-how = By then bring to the kindergarten: your identity card, the child’s birth certificate, the health passport (form 052-2). Ask the kindergarten what else they need.
referral-once = If you need more time, you can extend it once. When it lapses, the place goes to the next family.
referral-accepted = <b>Good, they expect you.</b> Bring the papers by: { DAYTIME($due) }. When the kindergarten has registered the child, we will write here.
referral-longer = <b>The referral is extended.</b> It is valid until: { DAYTIME($due) }. It cannot be extended again.
referral-decline-ask =
    Give up the place? { $kindergarten }, child: { $child }.
    It goes to the next family at once and cannot be taken back. The child returns to the queue with its original date.
referral-declined = You have given up the place. Application { $number } is in the queue again, with its original date. Child: { $child }

# What happened to an application.
queue-news-referral-half = <b>Half of the referral’s time is over.</b> Child: { $child }. Kindergarten: { $kindergarten }. Bring the papers by: { DAYTIME($due) }
queue-news-referral-last =
    <b>The referral ends today: { DAYTIME($due) }</b>
    Child: { $child }. Kindergarten: { $kindergarten }. Bring the papers in time or extend it: otherwise the place goes to the next family.
queue-news-lapsed =
    <b>The referral has lapsed.</b> The place is no longer kept for you. Child: { $child }.
    Application { $number } is in the stop-list until: { DAYTIME($due) }. After that it returns to the queue by itself, with its original date; you need do nothing.
queue-news-back = The stop-list is over: application { $number } is in the queue again, with its original date. Child: { $child }. Places that fit: /vacancies
queue-news-registered = <b>The kindergarten has registered the child.</b> Child: { $child }. Kindergarten: { $kindergarten }. One step is left: the kindergarten confirms the enrolment, and we will write here.
queue-news-enrolled = <b>Congratulations!</b> The child is enrolled in the kindergarten: { $kindergarten }. Child: { $child }
queue-news-inactive = <b>Application { $number } is not active:</b> you did not confirm in time that you need the place. Child: { $child }
queue-news-restore = You can restore it by: { DAYTIME($due) }. It can be done once.
queue-news-restores-spent = It has been restored once already, and that is as often as the rules allow. If you still need a place, apply anew: /start
queue-news-archived = Application { $number } is in the archive. Child: { $child }. If you still need a place, apply anew: /start
queue-news-benefit-confirmed = The benefit is confirmed. Child: { $child }, application { $number }
queue-news-not-chosen = The places went by the order of the queue, and this time there was none for you. Child: { $child }, application { $number }. Your place in the queue is the same. If somebody gives a place up, the referral comes to this chat. Other places: /vacancies
queue-news-benefit-unreadable =
    <b>The benefit is not confirmed:</b> the paper cannot be read.
    Child: { $child }. Application { $number } is in the general queue, with its original date.
    Send a clear photo or a PDF.
queue-news-benefit-expired =
    <b>The benefit is not confirmed:</b> the paper has expired.
    Child: { $child }. Application { $number } is in the general queue, with its original date.
    Send a paper that is valid now.
queue-news-benefit-unproven =
    <b>The benefit is not confirmed:</b> this paper does not prove it.
    Child: { $child }. Application { $number } is in the general queue, with its original date.
    Ask the education department which paper they need, then send it.
queue-news-benefit-other-child =
    <b>The benefit is not confirmed:</b> the paper is of another child.
    Child: { $child }. Application { $number } is in the general queue, with its original date.
    Send the paper of this child.
queue-news-cancelled = The benefit was found to be invalid. Child: { $child }. A referral it gave is cancelled; application { $number } is in the general queue, with its original date. If you disagree, write to the education department.
queue-news-too-old = <b>{ $child } has grown out of kindergarten,</b> so application { $number } is ended and in the archive. For a place at school choose school admission: /start
queue-news-placed = { $child } goes to a kindergarten now, so application { $number } is ended and in the archive: the child is no longer in this queue. If this is not so, write to the education department.
queue-news-left = The kindergarten has noted that the child no longer goes there. Child: { $child }. Application { $number } is in the archive. If you need a place, apply anew: /start. If this is not so, call the kindergarten.
queue-news-vacancy-closed = The kindergarten has closed a vacancy you applied for. Child: { $child }. Application { $number } keeps its place in the queue. Other places: /vacancies
queue-news-referral-cancelled = The referral is cancelled: it was given by a benefit that is not confirmed. Child: { $child }. The place goes to the next family; application { $number } is in the general queue, with its original date.
