# What a family was told, in a line each.
button-snation-notifications = Notifications
cabinet-unread = New notifications: { $count }
notifications = <b>Notifications</b>, the newest first
notifications-none = <b>Notifications</b>: there are none yet. When there is a place or a decision, it will be here and in the chat.
notification =
    { SHORTDAY($at) }, { TIME($at) }. <b>{ $what }</b>
    { $child }
notified-offer = Vacant place: { $kindergarten }
notified-referral = Referral: { $kindergarten }
notified-referral-half = Reminder: half of the referral’s time is over ({ $kindergarten })
notified-referral-last = Reminder: the referral is about to end ({ $kindergarten })
notified-referral-inactive = The referral has lapsed ({ $kindergarten }), the application is not active
notified-lapsed = The referral has lapsed ({ $kindergarten }), the application is in the stop-list
notified-back = The stop-list is over, the child is in the queue again
notified-registered = The kindergarten has registered the child: { $kindergarten }
notified-enrolled = The child is enrolled: { $kindergarten }
notified-inactive = The application is not active: no answer whether the place is needed
notified-archived = The application is in the archive
notified-too-old = The child has grown out of kindergarten, the application is ended
notified-placed = The child was enrolled in a kindergarten, this application is ended
notified-asked = Question: do you still need the place?
notified-asked-last = Reminder: do you still need the place?
notified-benefit-confirmed = The benefit is confirmed
notified-benefit-unreadable = The benefit is not confirmed: the paper cannot be read
notified-benefit-expired = The benefit is not confirmed: the paper has expired
notified-benefit-unproven = The benefit is not confirmed: the paper does not prove it
notified-benefit-other-child = The benefit is not confirmed: the paper is of another child
notified-not-chosen = The places went to others this time
notified-cancelled = The benefit was found to be invalid
notified-voucher = A voucher for the child
notified-voucher-half = Reminder: the voucher waits for an answer
notified-voucher-last = Reminder: the time to confirm the voucher ends
notified-voucher-lapsed = The voucher was not confirmed, the application is not active
notified-choosing-half = Reminder: choose a kindergarten
notified-choosing-last = Reminder: the time to choose a kindergarten ends
notified-choosing-lapsed = No kindergarten was chosen, the application is not active
