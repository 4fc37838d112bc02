# Which portal of kindergartens?
kindergarten =
    <b>Which portal do you need?</b>
    • <b>INDIGO</b>: the kindergarten queue of the cities, which used to need the ED24 app;
    • <b>Akmola</b>: akmola.kz, the kindergarten queue of Akmola Region;
    • <b>Smart Nation</b>: balabaqsha.snation.kz, the portal of vacancies and referrals.

# What every cabinet of a kindergarten portal says: its screen.
cabinet-title = <b>{ $title }: personal account</b>
cabinet-name = Full name: { $name }
cabinet-city = City: { $city }
cabinet-iin = IIN: { $iin }
cabinet-phone = Phone: { $phone }
cabinet-parents = Parents who use this account: { $count }
button-cabinet-open = Open a personal account
button-cabinet-parent = Add the other parent
button-cabinet-out = Sign out of this account
cabinet-sent = Your details are sent.
cabinet-opened = <b>The account is open.</b> Codes of { $title } now come to this chat.
cabinet-signed-in = You are signed in: <b>{ $title }</b>
cabinet-password-changed = The other parent changed the password of the { $title } account. If that is not so, sign in and change it again.
cabinet-joined = You were added to an account: <b>{ $title }</b>. To open it: /start
cabinet-parent-added = <b>The other parent is added.</b> They open this account from their own chat now.
cabinet-code-again = The code was asked for again. If one came just now, it is still good.

# Questions.
ask-cabinet-codes = Do you agree to get codes and messages in this chat?
    .label = Consent to codes
    .hint =
        Codes come to this chat in place of the ED24 app. For that we link your phone number to the chat.
        Messages travel through Telegram, whose servers are outside Kazakhstan. You can unlink the number at any time: /codes
    .why = Without your consent we may send neither codes nor messages to the chat. If you do not agree, tap “Stop”.
ask-parent-iin = What is your own IIN?
    .label = IIN
    .hint = Not the child’s but the parent’s or legal representative’s: 12 digits on the identity card.
    .why = The account is opened for a parent, one for each IIN. The child is added later.
    .example = 880412490003
ask-parent-surname = What is your surname?
    .label = Surname
    .hint = Type it as on the identity card.
    .why = Your name must be as on the identity card.
    .example = Seitkaliyeva
ask-parent-given = What is your first name?
    .label = First name
    .hint = As it stands on the identity card.
    .why = Your name must be as on the identity card.
    .example = Aigerim
ask-parent-patronymic = What patronymic is on your identity card?
    .label = Patronymic
    .hint = If there is none, tap “No patronymic”.
    .why = Your name must be as on the identity card.
    .example = Askarkyzy
ask-cabinet-phone = Will you send your own phone number?
    .label = Phone
    .hint = Tap “Send my own number”. You cannot type it here: only Telegram can confirm that it is yours.
    .why = The portal confirms the number by an SMS code. Here your own contact is enough.
ask-cabinet-password = What password would you like?
    .label = Password
    .hint = 8 to 40 characters. Think of a new password, not the one of Telegram. I delete your message at once.
    .why = You will need it to sign in from another chat or phone. We keep it so that nobody can read it.
ask-cabinet-login = Whose IIN is the account opened for?
    .label = IIN
    .hint = The IIN of the parent who opened it: 12 digits.
    .why = It tells us which account you sign in to.
    .example = 880412490003
ask-cabinet-entry = What is the password of the account?
    .label = Password
    .hint = Not the password of Telegram but the one set when the account was opened. I delete your message at once.
    .why = We ask for it so that only the owner gets in.
button-cabinet-forgot = I forgot the password
ask-holder-code = What code came to the chat of the account’s phone?
    .label = Code
    .hint = This number is not the one in the account. If there is such an account, a code was sent to the chat its number is linked to. Type the 6 digits here.
    .why = We check that you have the phone of the account, so that no stranger gets in.
button-cabinet-resend = Send the code again
ask-other-phone = What is the other parent’s phone number?
    .label = Phone
    .hint = The code goes to the chat that number is linked to. If it is not linked yet, ask them to type /codes to this bot and link it: the code then comes by itself.
    .why = Only somebody who agrees is added, so the code goes to their own chat.
    .example = +7 700 000 00 02
ask-other-code = What code did the other parent tell you?
    .label = Code
    .hint = The code is in the other parent’s chat and lasts 10 minutes. If they agree, they tell it to you: type the 6 digits here.
    .why = Telling you the code means that they agree to share the account.

# Refusals.
iin-has-cabinet = There is an account for this IIN already. Type /start and sign in to it. If you forgot the password, you can change it there.
cabinet-entry-wrong = The IIN and the password do not fit together. Type the password again. To correct the IIN, tap “Back”; if you forgot the password, “I forgot the password”.
other-parent-is-you = This is your own number in the account. Type the other parent’s number.
chat-code-not-six-digits = A code has 6 digits. Type only them, for example: 123456
chat-code-wrong = That is not the code. Tries left: { $left }. Type the most recent code of the chat.
chat-code-over = This code no longer works. Tap “Send the code again”.
