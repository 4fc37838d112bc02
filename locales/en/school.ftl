# Admission to schools: the service page, the instruction, signing in.
button-school = School admission
button-school-apply = Apply
button-school-journal = My applications
button-school-instruction = Read the instruction
button-school-out = Sign out of this portal
school-about =
    <b>School admission, Pavlodar</b>
    A parent or guardian applies for a child to any grade. The application is made here, signed with an e-signature, and decided by the school.

    Read the instruction first: it lists the papers you will need.
school-reception = Applications are taken ({ $grades }): { SHORTDAY($opens) } – { SHORTDAY($closes) }
school-instruction =
    <b>How to apply</b>
    1. Sign in: with your e-signature, or with your IIN and your own phone number if it is yours in the Mobile Citizens Database.
    2. Check what the population register says of you and your child. You do not type it again.
    3. Choose the grade, the language and the school. <b>By catchment</b>: the school of the child’s registered address. <b>By choice</b>: any school that has free places.
    4. Send photos or PDFs of the papers:
    { $papers }
    5. Check the answers and sign with your e-signature. Then you get a number.

    <b>Then</b>
    • While the application is under review, no second one can be made for this child.
    • If it is refused, you see why. You can put right what the school named, or apply again.
    • If it is accepted, bring the original papers to the school by { DAY($day) }.

    Take photos in daylight, the whole page in the frame. A paper that cannot be read is refused.
school-paper-if-any = (if there is one)
school-signed-in = You are signed in.
school-filed = The answers are kept.
school-to-sign = <b>The application is ready.</b> All that remains is your e-signature. Tap “Sign” and you will get a link that works for 10 minutes. No time now? The application waits in “My applications”: /school
button-school-go-on = Go on

# The forms.
form-school-enter =
    .intro = Signing in to school admission. First your consent.
    .left = You can come back to school admission at any time: /school
form-school-apply =
    .intro = An application to a school has three steps: who applies, which school, and the papers.
    .check = Check the application. You can change any answer now; after signing you cannot.
    .send = Go on to signing
    .left = The application is not sent yet. To go on: /school
    .go-on = Go on with the school application ({ $step } answered)
    .nudge = Your application to a school is not sent yet. Shall we go on where you stopped?
form-school-mend =
    .intro = Only what the school named is asked again. Everything else stays as you sent it, and so do the number and the date.
    .check = Check what you are sending again. Everything else stays as it was.
    .send = Go on to signing
    .left = The corrected application is not sent yet. You will find it in “My applications”: /school
    .go-on = Go on putting the application right ({ $step } answered)

# Questions: signing in.
ask-school-consent = Do you agree that your data are processed for school admission?
    .label = Consent
    .hint =
        We keep your and your child’s names, IINs, address, phone, e-mail and the papers you send. The school and the education department see them.
        Messages travel through Telegram, whose servers are outside Kazakhstan. To erase everything: /forget
    .why = Without your consent we may not take an application. If you do not agree, tap “Stop”.
ask-school-way = How will you show who you are?
    .label = Signing in
    .hint = The application itself is signed with your e-signature in any case.
    .why = Only the parent or guardian may see the child’s data and apply.
way-signature = With my e-signature
way-phone = By my phone number
ask-school-phone = Will you send your own phone number?
    .label = Phone
    .hint = Tap “Send my own number”. We check in the Mobile Citizens Database that the number belongs to this IIN.
    .why = So that nobody else can apply in your name or see your child’s data.
ask-school-mail = What is your e-mail?
    .label = E-mail
    .hint = The school writes here if it cannot reach you by phone.
    .why = The school needs a second way to reach you.

# Questions: step 1, who applies.
ask-school-read = Have you read the instruction?
    .label = Instruction
    .hint = It is short, and it lists the papers you will be asked for.
    .why = Most refusals come from a missing paper or a wrong school. The instruction says how to avoid that.
school-read = I have read it
ask-school-applicant = Is this you?
    .label = Applicant
    .hint =
        { $name }
        IIN: { $iin }
        Born: { SHORTDAY($born) }
    .why = These data come from the population register. They go into the application as they are.
choice-right = Yes, all is right
choice-wrong = No, there is a mistake
ask-school-contact = Which phone should the school call?
    .label = Phone
    .hint = A number you always answer.
    .why = The school calls if something about the application is unclear.
    .example = +7 700 000 00 02
ask-school-child = Which child are you applying for?
    .label = Child’s IIN
    .hint = These are the children of whom the register names you a parent or guardian. You can also type the child’s IIN.
    .why = Only a parent or guardian may apply, and the register confirms that.
    .example = 190815590066
ask-school-child-right = Is this right about the child?
    .label = Child
    .hint =
        { $name }
        IIN: { $iin }
        Born: { SHORTDAY($born) }
        Registered address: { $address }
    .why = The catchment school is the one of this address.

# Questions: step 2, which school.
ask-school-grade = Which grade is the child going to?
    .label = Grade
    .hint = The grade the child will study in from September.
    .why = Places are counted by grade.
ask-school-language = Which language will the child be taught in?
    .label = Language of instruction
    .why = Places are counted by language.
ask-school-basis = How do you choose the school?
    .label = Choice of school
    .hint =
        By catchment: the school of the child’s registered address.
        By choice: any school with free places.
    .why = A school must take the children of its own area first.
basis-catchment = By catchment
basis-choice = By choice
ask-school-choice = Which school?
    .label = School
    .hint = Only schools with free places are listed. The number in front is how many places are free now.
    .why = The application goes to this school.

# Questions: step 3, the papers.
ask-paper-health = Send the health certificate (form 065/u)
    .label = Health certificate 065/u
    .hint = A photo or a PDF. The clinic where the child is registered gives it.
    .why = The rules of admission require it.
ask-paper-passport = Send the child’s health passport (form 052-2/u)
    .label = Health passport 052-2/u
    .hint = A photo or a PDF. The clinic gives it free of charge.
    .why = The rules of admission require it.
ask-paper-health-063 = Send the vaccination record (form 063/u)
    .label = Vaccination record 063/u
    .hint = A photo or a PDF.
    .why = The rules of admission require it.
ask-paper-passport-026 = Send the child’s health passport (form 026/u-3)
    .label = Health passport 026/u-3
    .hint = A photo or a PDF.
    .why = The rules of admission require it.
ask-paper-photo = Send a 3×4 photo of the child
    .label = 3×4 photo
    .hint = A photo as for a document: the face straight ahead, a plain background.
    .why = It goes into the pupil’s file.
ask-paper-birth = Send the birth certificate
    .label = Birth certificate
    .hint = A photo or a PDF.
    .why = The rules of admission require it.
ask-paper-pmpc = Is there a PMPC conclusion? Send it
    .label = PMPC conclusion
    .hint = The conclusion of the psychological, medical and pedagogical consultation, if the child has one. If not, tap “{ button-without }”.
    .why = With it the school prepares the conditions the child needs.

# What can't be taken.
register-away = The state register is not answering right now. Your answers are kept; please try again in a few minutes.
person-not-in-register = The population register does not know this IIN. Check the digits; if they are right, ask at a public service centre.
phone-of-somebody-else = This number does not belong to this IIN in the Mobile Citizens Database. You can register it there: egov.kz, or 1414.
wrong-in-register = These data can only be changed in the register itself: at a public service centre or on egov.kz. Apply once they are right. Your answers are kept.
no-children-in-register = The register does not name you as a parent or guardian of any child. If you are one, take your papers to the school in person.
not-your-child = The register does not name you as a parent or guardian of the child with this IIN. Check the digits; a guardian whose papers are not in the register applies at the school in person.
not-applied-for-now = Applications to this grade are taken at another time: { SHORTDAY($opens) } – { SHORTDAY($closes) }. Apply then, or choose another grade.
child-too-young = Grade 1 takes children who turn six by 31 December { $season }. This child is younger. Choose another grade, or apply next year.
six-after-september = The child turns six after 1 September. Admission to grade 1 is then at the parents’ wish.
no-address = The child has no registered address, so no catchment school can be told. Choose a school by choice, or register the child at egov.kz first.
no-catchment-school =
    No school is assigned to this address: { $street }, { $house }.
    Go to the nearest school in person. Take: your identity card, the child’s birth certificate, the papers of the instruction and proof of the address. Or choose a school with free places here: “By choice”.
school-of-address = The school of this address: { $school }
no-school-has-places = No school has a free place in this grade and language. Choose “By catchment”, or go back and choose another language.
no-place-at-school = The last free place of this school has just been taken. Choose another school: change “Choice of school”.
another-begun = You have begun another application. Finish it or delete it first, so that its answers are not lost.
child-has-application = There is an application for this child already: { $number }. A second one cannot be made while it is under review or accepted.
no-such-application = There is no such application any more. Your applications: /school
signed-by-other = This is somebody else’s signature. Only the applicant can sign.
not-to-be-signed = Nothing waits for a signature here: the application was signed, changed or deleted meanwhile.
nothing-to-put-right = There is nothing to put right in this application. You can apply again.
decided-before = Application { $number } is not under review any more.
no-place-left = There are no free places left in this grade and language. The application stays under review: refuse it, or add places.
