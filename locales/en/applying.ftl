# Applying for a place in a kindergarten: questions all portals share.
ask-apply-consent = Do you agree to the processing of the child’s data and yours?
    .label = Personal data
    .hint =
        Processed: your name, IIN, phones and email; the child’s name, IIN and date of birth; papers of a benefit. The purpose is a place in the kindergarten queue.
        The state register is asked about you and the child. You can delete everything at any time: /forget. More: /privacy
    .why = By law personal data is processed only with consent; for a child it is given by a parent or guardian. If you do not agree, tap “Stop”.
ask-apply-truth = Do you confirm that the details are right and agree to their processing?
    .label = Consent
    .hint = The details are used to keep the kindergarten queue. If a benefit turns out not to be yours, a referral given by it is cancelled.
    .why = The portal takes an application only with this consent.
ask-applicant = Are you { $name }?
    .label = It is you
    .hint = The state register gives this name for your IIN.
    .why = Only a parent or guardian applies, and the application bears this name.
applicant-other = Then you cannot apply by this IIN. If it is another person’s, sign out and sign in by your own. If the register has your name wrong, it is corrected at a public service centre (phone 1414).
ask-parent-email = What is your email address?
    .label = Email
    .hint = The education department can write to it.
    .why = It is a second way to reach you besides the phone.
    .example = { ask-email.example }
ask-parent-phone = What is your mobile number?
    .label = Phone
    .hint = A number that you always answer.
    .why = The kindergarten calls it when a place becomes free.
    .example = +7 700 000 00 02
ask-group = Which kind of group?
    .label = Group
    .hint = A correctional group is for children with a PMPC conclusion; a sanatorium group is by a doctor’s paper.
    .why = Each kind of group has a queue of its own.
group-general = general
group-correctional = correctional (special)
group-sanatorium = sanatorium
ask-pmpc = Will you send the PMPC conclusion?
    .label = PMPC conclusion
    .hint = A photo or a PDF where everything can be read. PMPC is the psychological, medical and pedagogical consultation.
    .why = A place in a correctional group is given by this conclusion only.
ask-group-languages = In which language should the group be? You can choose several.
    .label = Language of the group
    .hint = Tick one or more and tap “Done”. Each language is a queue of its own, and the child stands in all of them.
    .why = Groups are formed by language.
group-language-kk = Kazakh
group-language-ru = Russian
group-language-en = English
ask-benefit = Does the family have a benefit?
    .label = Benefit
    .hint = If there are several, choose the first that fits.
    .why = Children with a benefit stand ahead in the queue. The department checks the papers.
benefit-none = No benefit
benefit-military = Military family (out of turn)
benefit-special-bodies = Family of a special state body (out of turn)
benefit-disability = Parent with a disability
benefit-no-parents = Child without parental care
benefit-orphan = Orphan
benefit-large-family = Large family
benefit-special-needs = Child with special needs
benefit-disabled-child = Child with a disability in the family
benefit-teacher = Teacher’s child
ask-benefit-paper = Will you send the paper that proves the benefit?
    .label = Paper of the benefit
    .hint = A photo or a PDF where everything can be read.
    .why = The department checks it within 5 working days. Without it the child stands in the general queue.

# INDIGO.
button-indigo-apply = Join the queue
button-indigo-applications = My applications
form-indigo-apply =
    .intro = Let us join the INDIGO queue: 10 to 18 questions, about 5 minutes. Have the child’s birth certificate at hand.
    .check = <b>Check all the details.</b> After sending you get your number in the queue.
    .send = All is right, join the queue
    .left = Please note: the application is not sent, the child is not in the queue.
    .nudge = You began an INDIGO application but did not send it: the child is not in the queue. Shall we go on?
    .go-on = Go on: INDIGO application ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
ask-indigo-rules = Have you read the rules of the queue?
    .label = Rules of the queue
    .hint =
        • Children with a benefit go ahead, the others by date and time of application.
        • The number may grow too: when somebody with a benefit joins, and at the yearly sorting.
        • When there is a place, answer in time: a missed referral is void.
    .why = The portal opens the application after both consents.
rules-read = I have read them
ask-indigo-queue = Which queue do you join?
    .label = Queue
    .hint = The correctional queue is for children with a PMPC conclusion.
    .why = These are two different queues: choose the one the child needs.
indigo-general = GENERAL QUEUE
indigo-correctional = CORRECTIONAL QUEUE
ask-first-mobile = Which mobile number should be called first?
    .label = First mobile
    .hint = A working number: it is confirmed before sending.
    .why = The portal asks for two working numbers, so that you do not miss a place.
    .example = +7 700 000 00 02
ask-second-mobile = What is the second mobile number?
    .label = Second mobile
    .hint = The other parent’s, a grandmother’s: somebody who can reach you.
    .why = If the first number does not answer, they call this one.
    .example = +7 700 000 00 03
same-mobile = This is the first number again. Type another person’s: the other parent’s or a relative’s.
ask-indigo-proof = Will you confirm the phone with your own contact?
    .label = Phone confirmed
    .hint = Tap “Send my own number”. If this chat has neither of the two numbers, a code goes to the chat of the first one.
    .why = The portal takes only confirmed numbers. Here your own contact replaces the SMS code.
ask-indigo-code = What code came to the chat of the first mobile?
    .label = Code
    .hint = The 6 digits are in the chat which that number is linked to. If it is not linked yet, its owner types /codes to this bot.
    .why = The code shows that the owner of the number knows of the application.

# Akmola.
button-akmola = Kindergarten queue: Akmola
button-akmola-apply = Join the queue
button-akmola-cabinet = Akmola: personal account
button-akmola-applications = Journal of applications
cabinet-about-akmola =
    Akmola (akmola.kz) is the kindergarten queue of Akmola Region. You sign in with your e-signature, or by IIN and phone with a one-time code; for the code both must be in the Mobile Citizens Database.
cabinet-next-akmola = To join the queue the child or you must be registered, permanently or temporarily, in the district.
form-akmola-signin =
    .intro = Let us sign in: first your district.
    .left = You are not signed in.
form-akmola-apply =
    .intro = An application to the Akmola queue: two steps, about 5 minutes. Have the child’s birth certificate at hand.
    .check = <b>Check the application.</b>
    .send = All is right, join the queue
    .left = Please note: the application is not sent, the child is not in the queue.
    .nudge = You began an Akmola application but did not send it: the child is not in the queue. Shall we go on?
    .go-on = Go on: Akmola application ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
ask-akmola-district = Which district or city of Akmola Region do you live in?
    .label = District
    .hint = Choose from the list or type the beginning of the name.
    .why = Every district has a queue of its own.
    .example = Kokshetau
ask-akmola-consent = Do you agree to the processing of your personal data?
    .label = Personal data
    .hint =
        The organisation that runs the bot processes your IIN and either your phone number, about which it asks the Mobile Citizens Database, or your e-signature, which it keeps as proof that it was you.
        You can delete everything at any time: /forget. More: /privacy
    .why = By law personal data is processed only with its owner’s consent. If you do not agree, tap “Stop”: nothing is kept.
ask-akmola-way = How do you sign in?
    .label = Way to sign in
    .hint = A code needs a phone that is yours in the Mobile Citizens Database. A signature is made in eGov Mobile, or with NCALayer on a computer.
    .why = Your IIN alone is not enough: we check that it is you. Both ways lead to the same account.
way-code = By a one-time code
ask-akmola-phone = Which phone is yours in the Mobile Citizens Database?
    .label = Phone
    .hint = Tap “Send my own number”: then no code is needed. If the phone of the database is another one, type it: the code goes to the chat it is linked to.
    .why = The IIN and the phone together show that it is you.
    .example = +7 700 000 00 02
ask-akmola-code = What code came to the chat of that number?
    .label = Code
    .hint = The 6 digits are in the chat which the number is linked to. If it is not linked to any chat yet, type /codes there and link it: the code comes by itself.
    .why = The code shows that the phone is at hand.
phone-not-paired =
    The Mobile Citizens Database does not have this number for your IIN. Check both.
    If they are right, register the number: at egov.kz, in eGov Mobile or by phone 1414, and then type it here again.
pair-tried-too-often = Several numbers in a row did not fit. Try again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Which number is yours in the database you can see in eGov Mobile.
mobile-base-silent = The Mobile Citizens Database does not answer now, so we cannot sign you in by a code. Send the number again in a few minutes; your answers are kept.
ask-akmola-actual = Are your details in the state register up to date?
    .label = Details in the register
    .hint = Your name and address are taken from there. If they have changed and the register does not know it yet, first correct them at a public service centre (phone 1414).
    .why = The portal begins with this confirmation.
akmola-actual-yes = They are up to date
ask-akmola-algorithm = Have you read how the application goes?
    .label = How it goes
    .hint =
        1. Step 1: the applicant. Step 2: the child.
        2. You get your number in the queue.
        3. When there is a place, you apply to the bulletin and get a referral.
        4. With the referral and the papers you go to the kindergarten.
    .why = The portal begins with this confirmation.
akmola-algorithm-read = I have read it
ask-akmola-child-iin = What is the child’s IIN?
    .label = Child’s IIN
    .hint = The 12 digits on the birth certificate. If there are twins, one of them; the others come next. A non-resident’s IIN will do too.
    .why = The register finds the child, its date of birth and where it is registered by the IIN.
    .example = 230514590014
ask-together = Is it one child, or twins?
    .label = How many children
    .hint = Twins go in one application and stand in the queue next to each other.
    .why = Twins get their referrals together when there are places.
together-1 = One child
together-2 = Twins: two
together-3 = Triplets: three
together-4 = Quadruplets: four
ask-second-iin = What is the second child’s IIN?
    .label = Second child’s IIN
    .hint = The 12 digits on the second child’s birth certificate.
    .why = Each child has a place of its own in the queue, one next to the other.
    .example = 250210690027
ask-third-iin = What is the third child’s IIN?
    .label = Third child’s IIN
    .hint = The 12 digits on the third child’s birth certificate.
    .why = Each child has a place of its own in the queue, one next to the other.
    .example = 250210690027
ask-fourth-iin = What is the fourth child’s IIN?
    .label = Fourth child’s IIN
    .hint = The 12 digits on the fourth child’s birth certificate.
    .why = Each child has a place of its own in the queue, one next to the other.
    .example = 250210690027
twins-apart = Their birth dates are more than a month apart, so they are not twins for the queue. Type the other twin’s IIN; for a brother or sister make an application of their own.
born-apart = The first child was born on { SHORTDAY($first) }, more than a month apart, so for the queue they are not twins. If the date is wrong, type it again. If it is right, go back to “one child or twins” and make an application of its own for a brother or sister.
ask-akmola-area = In which locality should the kindergarten be?
    .label = Locality
    .hint = You or the child must be registered there, permanently or temporarily.
    .why = Every locality has a queue of its own.
    .example = Kokshetau
not-registered-here =
    For this queue the child or the parent must be registered in the district, permanently or temporarily, and the register shows no registration.
    Temporary registration is done online at egov.kz or at a public service centre, usually within a day. Your answers are kept: /cancel, then come back.
registered-elsewhere =
    By the register the residence is elsewhere: { $place }. For this queue you or the child must be registered in this district.
    If you live here, register temporarily: online at egov.kz or at a public service centre. Your answers are kept: /cancel, then come back. Or choose another district: /back
ask-registered = Are you or the child registered in this district?
    .label = Registration
    .hint = The register does not answer, so we ask you. The department will check it.
    .why = A place in this queue needs a registration in the district.
registered-permanent = Permanently
registered-temporary = Temporarily
registered-nowhere = Not registered
ask-foreign = Is the child a non-resident?
    .label = Non-resident
    .hint = A foreign citizen or a stateless child.
    .why = A non-resident applies with other papers.
ask-foreign-paper = Will you send the non-resident’s paper?
    .label = Non-resident’s paper
    .hint = A residence permit, a passport with the registration mark or another paper that allows the stay: a photo or a PDF.
    .why = It takes the place of a citizen’s papers.

# Smart Nation.
button-snation-apply = Apply for a place
button-snation-applications = My applications
button-snation-archive = Archive
button-snation-referrals = Referrals
form-snation-apply =
    .intro = An application for a kindergarten: 8 to 13 questions, about 3 minutes.
    .check = <b>Check the application.</b>
    .send = All is right, apply
    .left = Please note: the application is not sent, the child is not in the queue.
    .nudge = You began a Smart Nation application but did not send it: the child is not in the queue. Shall we go on?
    .go-on = Go on: Smart Nation application ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
no-child-listed = First add the child: tap “My children”, then “Add a child”. After that you can apply.
ask-snation-for = Which child are you applying for?
    .label = Child
    .hint = If the child is not in the list, tap “Stop” and add it in “My children”.
    .why = One application is for one child.
ask-garden-region = In which region do you need a kindergarten?
    .label = Region
    .hint = Choose from the list or type the beginning of the name. Astana, Almaty and Shymkent are at the end.
    .why = Every locality has a queue of its own.
    .example = Akmola
ask-garden-district = In which district or city?
    .label = District
    .hint = Choose from the list or type the beginning of the name.
    .why = Every locality has a queue of its own.
ask-garden-locality = In which locality?
    .label = Locality
    .hint = Choose from the list or type the beginning of the name.
    .why = Every locality has a queue of its own.
ask-social-status = What is the social status of the family?
    .label = Social status
    .hint = Usually the register fills it in. Now choose it yourself.
    .why = Families with some statuses stand ahead in the queue.
ask-out-of-turn = Does the child have the right to a place out of turn?
    .label = Out of turn
    .hint = Children of the military and of special state bodies have it, also if the parent died or is missing in service. The police do not.
    .why = Such children stand ahead of all others; the department checks the papers.
ask-out-of-turn-category = Which category?
    .label = Category
    .hint = By the place of service of a parent.
    .why = The paper that proves it depends on the category.
ask-category-paper = Will you send the paper from the place of service?
    .label = Paper of the category
    .hint = A photo or a PDF where everything can be read.
    .why = The department checks it within 5 working days. A false claim cancels the referral.

# An application that is sent.
application-sent = The application is sent.
application-taken = <b>The application is accepted.</b> Its number: { $number }
application-card =
    <b>Application № { $number }</b>
    Child: { $child }
    Sent: { SHORTDAY($applied) }, { TIME($applied) }
    Locality: { $place }
    Group: { $group }, { $languages }
    Queue: { $rank }
rank-out-of-turn = out of turn
rank-first-priority = first-priority
rank-general = general
place-of-child = { $child }:
place-number = <b>Your number in the queue: { $number }</b> of { $all }
place-in-language = <b>Your number in the queue: { $number }</b> of { $all } ({ $language })
step-queue = Queue
step-bulletin = Apply to a bulletin
step-referral = Get the referral
step-registration = Electronic registration
step-enrolment = Enrolment confirmed
state-queued = The child is in the queue.
state-applied = You have applied for a place; wait for the answer.
state-voucher = There is a voucher for the child; it waits for your answer.
state-choosing = The voucher is confirmed; choose a kindergarten.
state-waiting-list = The child is in the waiting list.
state-referred = There is a referral for the child. Take the papers to the kindergarten in time.
state-registered = The kindergarten has registered the child.
state-enrolled = The child is enrolled in the kindergarten.
state-stopped = The application is in the stop-list; it returns to the queue by itself, with its original date.
state-inactive = The application is not active. You can restore it.
state-withdrawn = The application is withdrawn.
state-archived = The application is in the archive.
applications = <b>Your applications</b>
applications-none = <b>There are no applications yet.</b>
journal = <b>Journal of applications</b>
journal-none = <b>The journal is empty:</b> no application has been sent yet.
archive = <b>Archive of applications</b>
archive-none = The archive is empty: no application has ended yet.
referrals = <b>Referrals</b>
referrals-none = There are no referrals yet. When there is a place, we will write.
button-interested = I am interested
interest-noted = <b>Noted:</b> you still want the place.
button-restore = Restore the application
application-restored = <b>The application is in the queue again,</b> with its original date.
button-withdraw-application = Delete the application
withdraw-application-ask =
    Delete application № { $number } ({ $child })?
    The place in the queue will be lost. If you apply again, you stand at the end.
button-withdraw-application-yes = Yes, delete
button-withdraw-application-no = No, keep it
application-withdrawn = Application № { $number } ({ $child }) is deleted. It is in the archive.
