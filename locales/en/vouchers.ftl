# A kindergarten voucher: answering it, choosing a kindergarten with it, waiting for a place.
button-voucher-confirm = I confirm the voucher
button-voucher-refuse = Refuse the voucher
button-voucher-refuse-yes = Yes, leave the queue
button-voucher-refuse-no = No, keep it
button-voucher-choose = Choose a kindergarten
button-voucher-take = Choose this kindergarten
button-vacancy-choose = { $number }. Choose: { $kindergarten }
button-voucher-wait = Nothing suits: wait in the list
step-voucher = Confirm the voucher, choose a kindergarten
waits-voucher = <b>There is a voucher for the child.</b> Confirm it by: { DAYTIME($due) }
waits-choosing = <b>The voucher is confirmed.</b> Choose a kindergarten and take the papers there by: { DAYTIME($due) }
waits-list = <b>The child is in the waiting list.</b> When there is a place, a new voucher comes to this chat.
voucher-confirmed = <b>The voucher is confirmed.</b> Application { $number }
voucher-refuse-ask =
    Refuse the voucher? Child: { $child }, application { $number }.
    This takes the child out of the queue. If you apply again, the child stands at the end.
voucher-refused = You have refused the voucher. Application { $number } is ended and in the archive. Child: { $child }. If you need a place again, apply anew: /start
voucher-waits = <b>Noted.</b> Places that become free are offered to the list first.
bulletin-by-voucher = Your voucher is confirmed: whoever taps first gets the place.
vacancies-choosing = { $child }: the voucher is confirmed. Choose a kindergarten, take the papers there and sign the contract by: { DAYTIME($due) }
vacancies-voucher-queued = { $child }: here places go by vouchers. When your turn comes, a voucher comes to this chat; there is nothing to do until then.
vacancies-voucher-voucher = { $child }: there is a voucher. Confirm it, then choose a kindergarten.
vacancies-voucher-waiting-list = { $child }: in the waiting list. When there is a place, a new voucher comes to this chat.
referral-never-extended = The time cannot be extended. When it lapses, the place goes to the next family.
referral-decline-ask-voucher =
    Give up the place? { $kindergarten }, child: { $child }.
    It goes to another family at once and cannot be taken back. With the same voucher you can choose another kindergarten while its time lasts.
referral-declined-voucher = <b>You have given up the place.</b> The voucher still holds: choose another kindergarten.
queue-news-referral-last-day =
    <b>The referral ends today: { DAYTIME($due) }</b>
    Child: { $child }. Kindergarten: { $kindergarten }. Bring the papers in time: it cannot be extended, and the place then goes to the next family.
queue-news-referral-inactive =
    <b>The referral has lapsed.</b> The place is no longer kept for you, and application { $number } is not active.
    Child: { $child }
queue-news-voucher =
    <b>📩 Your child has a kindergarten voucher</b>
    Child: { $child }, application { $number }
    Confirm it by: <b>{ DAYTIME($due) }</b>

    After that you choose a kindergarten with a free place. If you do not answer in time, the application becomes inactive. If you refuse, the child leaves the queue.
queue-news-voucher-half =
    <b>The voucher waits for your answer:</b> half of the time is over.
    Child: { $child }, application { $number }. Confirm it by: { DAYTIME($due) }
queue-news-voucher-last =
    <b>The time to confirm the voucher ends: { DAYTIME($due) }</b>
    Child: { $child }, application { $number }. Without an answer the application becomes inactive.
queue-news-voucher-lapsed =
    <b>The voucher was not confirmed in time,</b> and application { $number } is not active.
    Child: { $child }
queue-news-choosing-half =
    <b>Have you chosen a kindergarten?</b> Half of the time is over.
    Child: { $child }, application { $number }. Choose one and take the papers there by: { DAYTIME($due) }
queue-news-choosing-last =
    <b>The time to choose a kindergarten ends: { DAYTIME($due) }</b>
    Child: { $child }, application { $number }. If nothing is chosen by then, the application becomes inactive.
queue-news-choosing-lapsed =
    <b>No kindergarten was chosen in time,</b> and application { $number } is not active.
    Child: { $child }
