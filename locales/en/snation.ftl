# The Smart Nation account.
button-snation = Kindergarten: Smart Nation
cabinet-about-snation =
    Smart Nation (balabaqsha.snation.kz) is the portal of kindergarten queues and vacancies. Here you open a parent’s account or sign in to yours.
cabinet-next-snation = You apply for a child of the list “My children”. Codes of the portal come to this chat.
form-snation-open =
    .intro = Let us open a Smart Nation account: 4 to 7 questions, about 3 minutes. Have your identity card and phone at hand.
    .check = <b>Check your details.</b>
    .send = All is right, open the account
    .left = Please note: the Smart Nation account is not open.
    .nudge = You started to open a Smart Nation account and have not finished. Your answers are saved, but the account is not open yet. Shall we go on?
    .go-on = Go on opening the Smart Nation account ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
form-snation-signin =
    .left = You are not signed in.
form-snation-reset =
    .intro = Let us change the password: confirm your phone and choose a new one.
    .left = The password has not changed.
form-snation-parent =
    .intro = Let us add the other parent: they will open this account from their own chat too.
    .left = The other parent is not added.
ask-snation-consent = Do you agree to the processing of your personal data?
    .label = Personal data
    .hint =
        The organisation that runs the bot processes: your name, IIN, phone number. The purpose is to open a Smart Nation account and to deliver codes to this chat.
        The data is kept encrypted until you delete the account. Messages travel through Telegram, whose servers are outside Kazakhstan.
        You can delete everything at any time: /forget. More: /privacy
    .why = By law personal data is processed only with its owner’s consent. If you do not agree, tap “Stop”: nothing is kept.
