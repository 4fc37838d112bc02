# Why an application isn't taken.
child-too-old = { $child }: kindergartens take children under { $oldest }. For a place at school, choose school admission: /start
child-not-born = { $child }: the date of birth is still to come. Check it and type it again.
child-twice = { $child } is in this application already. Type the IIN of the other child, or leave it out.
child-in-queue = { $child } is in this queue already. Application number: { $number }. To see the place: /queue
child-in-queue-of-other = { $child } is in this queue already, by an application from another chat. Ask the other parent; if nobody in the family applied, write to the education department.
child-has-place = { $child } has a place in a kindergarten already. To change kindergartens, first give up that place, then apply again.
place-already = This child has a place in a kindergarten already. To change kindergartens, first give up that place, then apply again: /queue

# Why something can't be done to an application.
application-gone = There is no such application. Your applications: /queue
application-in-contingent = Application { $number }: the child is on the kindergarten’s list already, so the application cannot be deleted here. If the child leaves, tell the kindergarten.
restores-spent = Application { $number } has been restored once already, and that is as often as the rules allow. You can apply anew: /start
not-now = { $state ->
    [queued] Application { $number } is waiting in the queue; this cannot be done now. Look what can be: /queue
    [applied] You have applied for a place by application { $number }; wait for the answer. Look what can be done: /queue
    [referred] There is a referral by application { $number }. Accept or give up that place first: /queue
    [registered] The kindergarten has registered the child (application { $number }). If something has changed, tell the kindergarten.
    [enrolled] The child goes to a kindergarten (application { $number }). Ask the kindergarten.
    [stopped] Application { $number } is in the stop-list. It returns to the queue by itself, with its original date: /queue
    [inactive] Application { $number } is not active. Restore it first: /queue
    [voucher] A voucher waits for your answer (application { $number }). Confirm it first: /queue
    [choosing] The voucher of application { $number } is confirmed. Choose a kindergarten: /queue
    [waiting_list] Application { $number } is in the waiting list. We will write when there is a place.
   *[other] Application { $number } has ended. You can apply anew: /start
  }

# Vacant places and referrals.
vacancy-gone = This vacant place is no longer in the bulletin. Vacant places now: /vacancies
place-gone = { $kindergarten }: all the places are taken. You are in the queue as before; other vacant places: /vacancies
not-your-queue = { $kindergarten }: this place is for children of another age, language or kind of group than in application { $number }. Places for you: /vacancies
referral-gone = Application { $number } has no referral now. See where it stands: /queue
window-over = Application { $number }: the time for this was over: { DAYTIME($closed) }. See what comes next: /queue
referral-lapsed = Application { $number }: the referral was valid until { DAYTIME($lapsed) } and the place has gone to the next family. See what comes next: /queue
referral-extended = Application { $number }: the referral has been extended already; it is valid until { DAYTIME($due) }. Bring the papers to the kindergarten by then.

# Kindergartens.
review-not-yours = Only parents whose child goes to “{ $kindergarten }” can write about it. When your child is enrolled there, you can too.
not-in-contingent = This child is not in the register of this kindergarten. Choose a child from the list.
