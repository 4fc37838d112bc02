# Language: asked in all three at once, one line below another.
language-ask = Which language shall we use?
language-name-kk = Қазақша
language-name-ru = Русский
language-name-en = English
language-kept = We are speaking English now.

# The menu and what stands above it.
start-hello =
    Hello! This is the Otinim bot.

    What you can do here:
    • <b>Olympiad</b>: open an account and register for an event;
    • <b>Kindergarten</b>: join a queue (INDIGO, Akmola, Smart Nation);
    • <b>School</b>: apply for admission to a school;
    • <b>Codes of portals</b>: get one-time codes in this chat, without the ED24 app.
menu-title = What would you like to do?
menu-account = Account: <b>{ $name }</b>
settings-title = Settings

# Buttons of the menu and of the settings.
button-open-account = Olympiad: open an account
button-olympiad-sign-in = Olympiad: sign in
button-sign-in = Sign in
button-kindergarten = Kindergarten
button-confirm-email = Confirm the email
button-events = Available events
button-my-events = My events
button-profile = Account details
button-accounts = Switch account
button-settings = Settings
button-help = Help
button-menu = Menu
button-language = Change the language
button-my-data = Get my data
button-forget = Delete everything
button-sign-out = Sign out
button-sign-in-other = Use another account
button-open-other = Open another account

# Help.
help-text =
    <b>What you can do here</b>
    • open an account and confirm your email;
    • see the events for your grade and language of instruction;
    • register for an event, or withdraw;
    • see the day, time and length of the test;
    • join a kindergarten queue (INDIGO, Akmola, Smart Nation);
    • apply for admission to a school and sign it with an e-signature;
    • get one-time codes of portals in this chat.

    <b>How to answer</b>
    Tap a button or type the answer. In a long list, the beginning of the name or its number is enough. I try to understand Latin letters and words typed without the Kazakh ones.

    <b>Commands</b>
    /start — menu
    /events — available events
    /my — my events
    /school — school admission
    /codes — codes of portals
    /queue — your place in the kindergarten queue
    /check — check whether a message is from us
    /back — previous question
    /why — why we ask this question
    /cancel — stop
    /language — change the language
    /settings — settings
    /mydata — a copy of your data
    /forget — delete your data
    /privacy — about your data
    /terms — terms of use

    <b>If you would rather talk to a person</b>
    Ask the teacher responsible at your school, or the Daryn centre: daryn.kz. If the bot told you of a fault and gave a number, give that number to the organisation that runs the bot.
