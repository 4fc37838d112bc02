# Opening an account: what is said around the questions.
form-daryn-account =
    .intro =
        Let us open an account: about 20 questions, 5 minutes. Have the identity card (or birth certificate), a phone and an email address at hand.
        If you are doing this for a child, give the child’s details. You cannot correct the name yourself later.
        <b>An account is not yet registration for an event:</b> you register for an event later, separately.
    .check = <b>Check your answers.</b> Once the account is open, you cannot correct the name yourself.
    .send = Open the account
    .left = Remember: the account is not open, and you are not registered for any event.
    .nudge = You started to open an account and have not finished. Your answers are saved, but there is no account yet. Shall we go on?
    .go-on = { $step ->
        [one] Go on: account ({ $step } answer)
       *[other] Go on: account ({ $step } answers)
    }

form-daryn-apply =
    .intro = Registering for an event: choose a subject, then check the place and the school.
    .check = <b>Check your registration.</b> If your region, district, locality or school has changed, correct it here: your account will be updated too.
    .send = Send the registration
    .left = Remember: the registration has not been sent, so you are not registered yet.
    .nudge = You filled in a registration for an event but did not send it: you are not registered yet. Shall we go on?
    .go-on = Go on with registration

form-daryn-confirm =
    .left = Events stay closed until the email is confirmed. To confirm it, tap “Confirm the email” in the menu.

form-daryn-reset =
    .intro = Changing the password: we send a code to your email, you type it here and choose a new password.
    .left = The password has not changed.

form-daryn-signin =
    .left = You are not signed in.

form-daryn-readdress =
    .left = The email address has not changed.

# Consent.
ask-consent = Do you agree to the processing of personal data?
    .label = Personal data
    .hint =
        The organisation that runs this bot processes: name, IIN, date of birth, sex, ethnicity, contact details, school, grade.
        The purpose is to open the account and to register for olympiads. The data is kept encrypted until you delete the account.
        You can delete everything at any time: /forget. More: /privacy
    .why = By law personal data is processed only with the consent of the person or their legal representative. If you do not agree, tap “Stop”: nothing is kept.
consent-give = I agree

# Who.
ask-role = Are you a pupil or a teacher?
    .label = Role
    .hint = If you are writing for a child, choose “Pupil”.
    .why = Only pupils register for events. We do not ask teachers for a grade or ethnicity.
role-pupil = Pupil
role-teacher = Teacher

ask-surname = What is your surname?
    .label = Surname
    .hint = As on the identity card or birth certificate.
    .why = The name must be exactly as in the document. You cannot correct it yourself later.
    .example = Seitkali
ask-given = What is your first name?
    .label = First name
    .hint = As in the document.
    .why = The name must be exactly as in the document. You cannot correct it yourself later.
    .example = Aigerim
ask-patronymic = What is your patronymic?
    .label = Patronymic
    .hint = As in the document. If the document has none, tap “No patronymic”.
    .why = The name must be exactly as in the document. If the document has no patronymic, you give none.
    .example = Askarkyzy
button-no-patronymic = No patronymic
patronymic-none = none

ask-iin = What is your IIN?
    .label = IIN
    .hint = The 12 digits from the document.
    .why = One account is opened per IIN. We take the date of birth and sex from it, and you can sign in with it.
    .example = 101005590009
ask-sex = What is your sex?
    .label = Sex
    .why = The olympiad portal asks for it at registration.
sex-male = Male
sex-female = Female
ask-born = When were you born?
    .label = Date of birth
    .hint = Type the day, month and year: DD.MM.YYYY
    .why = The date of birth must be as in the document. If the date from the IIN is right, confirm it with the button.
    .example = 05.10.2010

# How to reach the person.
ask-email = What is your email address?
    .label = Email
    .hint = We will send a letter there to confirm it. One address is for one account only.
    .why = You sign in with this address, and replace a forgotten password through it.
    .example = aigerim@mail.kz
ask-email-again = What is the right email address?
    .label = Email
    .hint = We will send the letter there. The code and link in the earlier letter will stop working.
    .why = If the letter did not arrive, there may have been a slip in the earlier address.
    .example = { ask-email.example }
ask-phone = What is your phone number?
    .label = Phone
    .hint = Tap “Send my own number” or type a mobile number.
    .why = The organiser needs it in case they have to reach you quickly.
    .example = +7 700 000 00 01

# The school.
ask-region = Which region is your school in?
    .label = Region
    .hint = Choose from the list or type the beginning of the name. Astana, Almaty and Shymkent are at the end.
    .why = It helps to find your school in the list. The stages are held by region and district too.
    .example = Akmola
ask-district = Which district or city is your school in?
    .label = District
    .hint = Choose from the list or type the beginning of the name.
    .why = It helps to find your school in the list. The district stage is held there too.
ask-locality = Which locality is your school in?
    .label = Locality
    .hint = Choose from the list or type the beginning of the name.
    .why = It helps to find your school in the list.
ask-school = Which school is yours?
    .label = School
    .hint = Choose from the list. If it is not there, tap “My school isn’t listed”.
    .why = The first stage of an olympiad is the school stage, so we need to know your school.
school-unlisted = My school isn’t listed
ask-school-name = What is your school called?
    .label = Name of the school
    .hint = Type the full name. Staff will check it and add the school to the list; no need to wait, go on.
    .why = We need the name to add your school to the list.
    .example = Abai Secondary School
ask-teaching = What is the language of instruction?
    .label = Language of instruction
    .hint = The language your lessons are taught in.
    .why = The events we show you depend on the language of instruction.
teaching-kk = Kazakh
teaching-ru = Russian
teaching-en = English
ask-ethnicity = What is your ethnicity?
    .label = Ethnicity
    .hint = Choose from the list or type the beginning of the name.
    .why = The list of subjects depends on it: for example, nobody takes their mother tongue as a second language.
ask-grade = Which grade are you in?
    .label = Grade
    .why = The events we show you depend on the grade.
grade-1 = Grade 1
grade-2 = Grade 2
grade-3 = Grade 3
grade-4 = Grade 4
grade-5 = Grade 5
grade-6 = Grade 6
grade-7 = Grade 7
grade-8 = Grade 8
grade-9 = Grade 9
grade-10 = Grade 10
grade-11 = Grade 11
grade-12 = Grade 12

# Registering for an event.
ask-subject = Which subject will you take?
    .label = Subject
    .hint = The days and times are under “Subjects and dates”.
    .why = Each subject has its own registration, and the day of the test depends on it.

# The password of the account.
ask-password = What password would you like?
    .label = Password
    .hint =
        At least 8 characters: a capital letter, a small letter, a digit and a special character (such as ! ? #).
        Make up a new password; never type your Telegram password here. I will delete your message at once.
    .why = With this password you can sign in from another phone too. We keep it in a form that cannot be read back.
ask-password-again = Type the password again
    .label = Password again
    .hint = The one you have just chosen, once more. I will delete your message at once.
    .why = With one wrong letter in the password you could not sign in. Typing it twice prevents that.

ask-truth = Do you confirm that the details are right?
    .label = Details are right
    .hint = In the next step you can check and correct everything.
    .why = The details must be as in the document. You cannot correct the name yourself later.
truth-confirm = I confirm

# Signing in.
ask-login = What is the email or IIN of your account?
    .label = Email or IIN
    .hint = Type the email address of the account, or the 12 digits of the IIN.
    .why = This tells us which account you are signing in to.
    .example = { ask-email.example }
ask-entry = What is the password of the account?
    .label = Password
    .hint = Not your Telegram password, but the one chosen when the account was opened. I will delete your message at once.
    .why = We ask for the password so that only the owner can sign in.
button-daryn-forgot = I forgot the password

# A new password.
ask-reset-login = Which account needs a new password?
    .label = Email or IIN
    .hint = Type the email address or the IIN. The code goes to the email address of the account.
    .why = This tells us where to send the code.
    .example = { ask-email.example }
ask-mail-code-reset = What code is in the letter about the password?
    .label = Code from the letter
    .hint = If there is such an account, we have sent a 6-digit code to its email address. It works for 10 minutes. Look in Spam too.
    .why = Only you can see the code in your email, so nobody else can change your password.
button-daryn-resend-reset = Send the letter again

# Confirming the e-mail.
ask-mail-code-confirm = What code is in the confirmation letter?
    .label = Code from the letter
    .hint = The letter has a 6-digit code and a link: type the code here or open the link. If you cannot see the letter, look in Spam.
    .why = This shows us that the address is yours. Until it is confirmed, the rest of the account is closed.
button-daryn-resend = Send the letter again
button-daryn-readdress = Correct the email

# What is said of the account.
account-sent = Details sent.
account-opened = <b>The account is open.</b> Now confirm your email address. We have sent a letter to { $email }
email-confirmed = Email confirmed successfully.
account-is-not-registration =
    <b>An account is not yet registration for an event.</b>
    Pupils register separately: tap “Available events”, choose an event and send the registration.
letter-sent-to = Letter sent to { $email }
letter-sent-if-known = If there is such an account, a letter has been sent to its email address. Look in Spam too.
letter-refused =
    The letter did not get through: { $email }
    Check the address. To correct it, type /start, tap “Confirm the email”, then “Correct the email”.
signed-in = You are signed in: <b>{ $name }</b>
signed-out = You are signed out. The account is not deleted; you can sign in again.
password-changed = The password is changed.
accounts-which = Which account would you like to use?
profile-title = <b>Account details</b>
profile-names-fixed = You cannot correct the surname, first name and patronymic yourself. If they differ from the document, contact the Daryn centre: daryn.kz
