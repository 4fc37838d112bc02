# Children of a parent: what is asked of them, on every portal.
ask-child-iin = What is the child’s IIN?
    .label = Child’s IIN
    .hint = The 12 digits on the birth certificate.
    .why = The register finds the child by the IIN, so that you need not type the name and date of birth.
    .example = 230514590014
ask-child-surname = What is the child’s surname?
    .label = Child’s surname
    .hint = As on the birth certificate.
    .why = The name must be as on the birth certificate.
    .example = Seitkaliyev
ask-child-given = What is the child’s first name?
    .label = Child’s first name
    .hint = As on the birth certificate.
    .why = The name must be as on the birth certificate.
    .example = Alikhan
ask-child-patronymic = What is the child’s patronymic?
    .label = Child’s patronymic
    .hint = If there is none on the birth certificate, tap “No patronymic”.
    .why = The name must be as on the birth certificate.
    .example = Askaruly
ask-child-born = When was the child born?
    .label = Child’s date of birth
    .hint = Type the day, month and year: DD.MM.YYYY
    .why = The group in the kindergarten depends on the child’s age.
    .example = 14.05.2023
ask-child-sex = Is it a boy or a girl?
    .label = Child’s sex
    .why = The portal asks for it in the child’s details.
child-male = boy
child-female = girl
ask-child-ethnicity = What is the child’s ethnicity?
    .label = Child’s ethnicity
    .hint = Choose from the list or type the beginning of the name.
    .why = The portal asks for it in the child’s details. It changes nothing in the queue.
ask-child-photo = Will you send a photo of the child?
    .label = Photo
    .hint = A photo from your phone. You can do without it: tap “{ button-without }”.
    .why = The portal has a place for it in the child’s details. The queue does not need it.

# The list of children in a cabinet.
button-snation-children = My children
button-children = My children
button-child-add = Add a child
button-child-apply = Apply for a place
button-child-change = Change the details
button-child-remove = Remove from the list
children-title = <b>Your children</b>
children-none = <b>No child is added yet.</b> Add the child you are applying for: only the IIN is needed.
child-card =
    <b>{ $name }</b>
    IIN: { $iin }
    Born: { SHORTDAY($born) }
    { $sex }
child-sent = The details are sent.
child-kept = <b>The child is in your list.</b>
child-remove-ask = Remove <b>{ $name }</b> from the list? You can add the child again at any time.
button-child-remove-yes = Yes, remove
button-child-remove-no = No, leave as it is
child-removed = Removed from the list: { $name }
form-snation-child =
    .intro = Let us add the child: the IIN first, then one or two more questions.
    .check = <b>Check the child’s details.</b>
    .send = All is right, keep
    .left = The child’s details have not changed.
    .go-on = Go on adding the child ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })

# Refusals.
foreign-iin =
    This IIN is a non-resident’s. This portal takes applications for residents only.
    If the child has a residence permit or other papers of a foreigner, apply to the education department in person, or on akmola.kz if you live in Akmola Region.
child-unknown =
    The state register knows nobody with this IIN. Compare the 12 digits with the birth certificate and type them again.
    If they are right, the register may not have the child yet: ask at a public service centre (phone 1414). Your answers are kept: /cancel
child-not-yours =
    By the state register you are neither a parent nor a guardian of this child. Compare the IIN with the birth certificate.
    If it is right, let the parent apply from their own chat; a guardian takes the papers to the education department.
child-is-you = This is your own IIN. Type the child’s: it is on the birth certificate.
child-listed = This child is in your list already. To change the details: “My children”. To add another child, type another IIN.
child-gone = This child is not in your list any more.
child-applied = Application № { $number } for this child is open. First delete it in “My applications”, then remove the child.
