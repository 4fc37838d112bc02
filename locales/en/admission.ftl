# An application to a school, as its parent and as staff see it.
admission-card =
    <b>Application { $number }</b>
    Status: <b>{ $status }</b>
    Child: { $child }
    School: { $school }
    Grade: { $grade }
    Language of instruction: { $language }
    Sent: { DAYTIME($sent) }
admission-card-unsent =
    <b>Application not sent yet</b>
    Status: <b>{ $status }</b>
    Child: { $child }
    School: { $school }
    Grade: { $grade }
    Language of instruction: { $language }
admission-status-signing = waits for your signature
admission-status-review = under review
admission-status-accepted = accepted
admission-status-refused = refused
admission-status-withdrawn = withdrawn
admission-status-mending = the parent is putting right what the school named
admission-status-handed-in = accepted, originals handed in
admission-line = • { $number }, { $child }: { $status }
admission-line-unsent = • { $child }: { $status }

# Why it was refused. The same words stand on the buttons of staff.
reason-unreadable = A paper cannot be read
reason-other-paper = Another paper was sent
reason-out-of-date = A paper is out of date
reason-other-person = A paper is somebody else’s
reason-not-in-catchment = The address is outside the school’s catchment area
reason-no-places = There are no free places left
reason-other-grade = The child’s age does not fit the grade
reason-other-language = The school does not teach in this language
reason-not-representative = The applicant is not a legal representative
admission-refused = Reason: <b>{ $reason }</b>
admission-refused-mend = You can put this right and send it again, with the same number and date:
admission-refused-mend-staff = The parent can put this right and send it again, with the same number and date:
admission-refused-anew = This cannot be put right in the application. You can apply again.

# What comes next.
admission-next-signing = <b>Not sent yet.</b> The application is sent once you sign it with your e-signature.
admission-next-review =
    <b>Next:</b> the school decides by { DAY($by) }.
    We will write to you here.
    Meanwhile no second application can be made for this child.
admission-next-accepted =
    <b>Next:</b> bring the original papers to the school.
    By: <b>{ DAY($day) }</b>
    Where: { $address }
    Phone: { $phone }
admission-next-accepted-late =
    <b>Next:</b> the last day for the originals was { DAY($day) }.
    Call the school at once and agree when to bring them.
    Phone: { $phone }
    Where: { $address }
admission-next-withdrawn = You took this application back. You can make a new one.
admission-next-handed-in = Thank you! The originals are at the school. Nothing more is needed.
admission-history = <b>What happened</b>
admission-event = { DAYTIME($at) } — { $what }
admission-event-review = signed and sent
admission-event-accepted = accepted
admission-event-refused = refused
admission-event-withdrawn = withdrawn by the parent
admission-event-originals-parent = originals handed in, the parent says
admission-event-originals-staff = the school has the originals

# The journal.
admission-journal = <b>My applications</b>
admission-journal-empty = You have no applications yet.
button-school-open = Open the application
button-school-sign = Sign
button-school-back = Change the answers
button-school-drop = Delete the application
button-school-withdraw = Take the application back
button-school-withdraw-yes = Yes, take it back
button-school-withdraw-no = No, leave it
button-school-handed-in = I have handed in the originals
button-school-mend = Put it right and send again
button-school-anew = Apply again
admission-withdraw-ask = Take application { $number } back? The school will not decide it then. You can make a new one, with a new number and date.

# What the parent is told.
admission-sent = <b>The application is sent.</b> Its number: <b>{ $number }</b>. Child: { $child }
admission-told-accepted = <b>The school has accepted the application.</b> Number: { $number }. Child: { $child }
admission-told-refused = <b>The school has refused the application.</b> Number: { $number }. Child: { $child }
admission-told-handed-in = Thank you! The school has the originals of application { $number }. Nothing more is needed.

# Staff: schools, applications, decisions.
button-admission = Applications to schools
button-admission-school = { $school } ({ $count })
button-admission-papers = Show the papers
button-admission-accept = Accept
button-admission-accept-yes = Yes, accept
button-admission-refuse = Refuse
button-admission-refuse-yes = Yes, refuse
button-admission-handed-in = The originals are here
button-admission-to-school = To the school’s list
button-admission-back = Back
admission-staff-schools =
    <b>Applications to schools</b>
    Waiting for a decision: { $count }
admission-staff-school =
    <b>{ $school }</b>
    Waiting for a decision: { $waiting }
    Accepted, originals awaited (📎): { $owing }
admission-staff-places = { $grade }, { $language }: { $free } of { $places } places free
admission-staff-card =
    Applicant: { $applicant }
    Phone: { $phone }
    E-mail: { $mail }
    Child’s registered address: { $address }
    Choice of school: { $basis }
    Free places in this grade and language: { $free }
admission-staff-accept-ask =
    Accept { $child }?
    School: { $school }
    Free places: { $free }. The parent is told at once.
admission-staff-reason = Why is the application refused? Child: { $child }
admission-staff-which =
    <b>{ $reason }</b>
    Which papers? The parent can send just these again. Child: { $child }
admission-staff-refuse-ask =
    <b>{ $reason }</b>
    Refuse the application? The parent is told the reason at once. Child: { $child }
admission-staff-new =
    <b>New application { $number }</b>
    School: { $school }
    { $grade }, { $language }
admission-staff-again =
    <b>Application { $number } is put right and sent again</b>
    School: { $school }
    { $grade }, { $language }

# What is wrong in a table of admission.
school-unknown = No school that admits here has this id: { $school }
not-a-number = A whole number is needed, not “{ $text }”.
side-unknown = A side is all, odd or even, not “{ $text }”.
grade-unknown = The rules in force have no such grade or language: { $text }
fewer-than-taken = Children accepted already: { $taken }. There cannot be fewer places than that.
row-twice = An earlier line says the same.
houses-backwards = The last house comes before the first.

# Documents as PDFs: what is signed, and what is given out.
admission-document = Application for admission to a school
    .to = To
    .applicant = Applicant
    .child = Child
    .wish = What is applied for
    .person = Surname, given name, patronymic
    .iin = IIN
    .papers = Papers enclosed
    .fingerprint = Fingerprint of the file (SHA-256):
    .note = Valid with the e-signature of the applicant.
admission-decision = Decision on an application for admission to a school
    .about = Application
    .number = Number
    .decision = Decision
    .reason = Reason
    .fields = What can be put right
    .next = Bring the originals of the papers to the school. Last day: { DAY($day) }
    .late = The last day for the originals was { DAY($day) }. Call the school and agree when to bring them.
button-school-pdf = Application (PDF)
button-school-decision = Decision (PDF)
enclosures-changed = The papers kept here are not those that stand in the document, so the signature was not taken. Press “Change the answers”, look at the papers and sign again.
