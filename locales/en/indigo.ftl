# The INDIGO cabinet.
button-indigo = Kindergarten queue: INDIGO
cabinet-about-indigo =
    INDIGO is the kindergarten queue of the cities. Here you open a personal account or sign in to yours: the ED24 app is not needed, codes come to this chat.
cabinet-next-indigo = Codes of the portal come to this chat.
form-indigo-open =
    .intro = Let us open an INDIGO account: 6 questions, about 3 minutes. Have your identity card and phone at hand.
    .check = <b>Check your answers.</b>
    .send = Open the account
    .left = Please note: the INDIGO account is not open.
    .nudge = You started to open an INDIGO account and have not finished. Your answers are saved, but the account is not open yet. Shall we go on?
    .go-on = Go on opening the INDIGO account ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
form-indigo-signin =
    .left = You are not signed in.
form-indigo-reset =
    .intro = Let us change the password: confirm your phone and choose a new one.
    .left = The password has not changed.
form-indigo-parent =
    .intro = Let us add the other parent: they will open this account from their own chat too.
    .left = The other parent is not added.
ask-indigo-consent = Do you agree to the processing of your personal data?
    .label = Personal data
    .hint =
        The organisation that runs the bot processes: your city, IIN, phone number.
        The purpose is to open an INDIGO account. The data is kept encrypted until you delete the account.
        You can delete everything at any time: /forget. More: /privacy
    .why = By law personal data is processed only with its owner’s consent. If you do not agree, tap “Stop”: nothing is kept.
ask-indigo-city = Which city are you in?
    .label = City
    .hint = Choose from the list or type the beginning of its name.
    .why = Every city has a queue of its own.
    .example = Astana
