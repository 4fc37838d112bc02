# What is kept, and on what terms.
privacy-text =
    <b>About your data</b>

    <b>Who keeps it.</b> The organisation that runs this bot.

    <b>What is kept.</b>
    • your Telegram number (id) and the language you chose;
    • what you gave for the account: name, IIN, date of birth, sex, ethnicity, email, phone, school, grade, language of instruction;
    • what you gave for a kindergarten portal account: IIN, phone, city, name;
    • what you gave of your children there: IIN, name, date of birth, sex, ethnicity, photo, papers;
    • the phone linked for codes and the portals that wrote here (not the codes themselves);
    • your registrations;
    • unfinished answers;
    • photos and PDFs of documents you sent, without where and with what they were taken;
    • applications to schools, and what proves your e-signatures: the document, the signature, the certificate, the check.
    The password itself is not kept, only a trace (a hash) that can check it but not reveal it.

    <b>Why.</b> To open the account, confirm the email, register you for olympiads, put a child into the queue of a kindergarten, apply to a school, pass on the codes of portals and tell you what changes. It is not used for advertising and not sold.

    <b>Who sees it.</b> You, the organisation that runs the bot, and those who hold the olympiad; an application to a kindergarten is also seen by the education department and the kindergarten, one to a school by the school and the department. If your school isn’t listed, staff see only its name and place.

    <b>How long.</b>
    • account and registrations: until you delete them;
    • unfinished answers and their documents: 30 days after the last change;
    • documents of an application: 30 days after nobody needs them any more: the originals are handed in, the child goes to the kindergarten, the application is withdrawn, or the school year’s admission is over;
    • e-signatures: with the application that was signed; of a sign-in, for a year;
    • codes from letters: 24 hours after they run out;
    • the text of your messages: until they are answered; the bot’s messages: 30 days.

    <b>How it is protected.</b> Personal data is kept encrypted, with the key stored separately. The bot deletes a message with a password from the chat at once. It never asks for your Telegram password or code.

    <b>Your rights.</b>
    /mydata — get a copy of everything
    /forget — delete everything. Of a child who goes to a kindergarten, the kindergarten’s own record stays: name, IIN, group
    You can withdraw your consent at any time: type /forget.
terms-text =
    <b>Terms of use</b>

    <b>What is this?</b> Otinim is a free bot that helps you register for an olympiad, join the queue of a kindergarten and apply to a school. It is not a government portal, and it does not replace websites such as smart.daryn.kz. The program is open: any organisation can run it, and the organisation that runs this bot answers for the accounts and registrations here.

    <b>Who uses it.</b> Pupils, teachers, and parents or other legal representatives on behalf of a child. A child’s details are given by the legal representative, or by the child with their consent.

    <b>What we need from you.</b>
    • give the details as in the document: you cannot correct the name yourself later;
    • open one account per person, and do not write in somebody else’s name;
    • tell nobody the password.

    <b>What to know.</b>
    • An account is not registration for an event. You are registered only when you have seen “Added successfully” and a registration number.
    • The day and time of a test may change within a week after registration closes.
    • When Telegram or email is down, a message may come late. Check important days: /my

    <b>Leaving.</b> You can stop the bot and delete your data at any time: /forget

    About data: /privacy · Help: /help

# A copy, and erasing.
mydata-here = This file has all the data the bot keeps about you. The password is not in it.
mydata-signatures = What proves your e-signatures: the documents, the signatures, the certificates and the checks.
forget-admission-review = ⚠️ <b>{ $child }: application { $number } is under review by the school.</b> It will be deleted too, and the school will not decide on it.
forget-admission-accepted = ⚠️ <b>{ $child } is accepted to a school (application { $number }).</b> The place will be given up and may go to another child.
forget-ask =
    <b>Delete all your data?</b>
    Your account, registrations and unfinished answers will go, so you will no longer be registered for any event, and your child loses the place in the kindergarten queue. This cannot be undone.
    If somebody else is signed in to the account too (the other parent, for example), it stays theirs.
    If you need a copy, get it first: /mydata
button-forget-yes = Yes, delete everything
button-forget-no = No, keep it
forgotten = Your data is deleted. The messages in the Telegram chat are yours to delete. To start again: /start
