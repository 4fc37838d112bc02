# What Telegram shows of the bot before anything is written: name (64), description (512), short (120).
bot-name = Otinim
bot-short = Register for an olympiad, join a kindergarten queue, apply to a school, get codes of portals in the chat.
bot-description =
    Otinim is a free bot for pupils and parents.

    Olympiad: open an account, register for an event, see its day and time.
    Kindergarten: join a queue (INDIGO, Akmola, Smart Nation).
    School: apply for admission (Pavlodar).
    One-time codes of portals come to this chat: you do not need the ED24 app.

    It asks its questions in Kazakh, Russian and English. You can type an answer or tap a button.

# The list of commands, 60 characters each.
command-start = Open the menu
command-events = Available events
command-my = My events
command-school = School admission
command-codes = Codes of portals
command-queue = My place in the queue
command-kindergartens = Kindergartens: vacancies and queues
command-language = Change the language
command-settings = Settings
command-back = Go back one question
command-cancel = Stop: keep or delete your answers
command-why = Why we ask this question
command-help = Help
command-mydata = Get a copy of my data
command-forget = Delete my data
command-privacy = What data is kept, and why
command-terms = Terms of use

# Whatever is no answer and no command.
not-understood = I did not understand that. Tap one of the buttons below or type its words.
incident =
    We could not answer your message; the fault is ours. Send it again in a few minutes. Your earlier answers are safe.
    If it happens again, give this number to the organisation that runs the bot: <code>{ $number }</code>

# In groups: one line, and a toast for a tap.
group-line = I do not answer in groups, so that nobody else sees personal data. Write to me in private: { $link }
group-tap = I do not answer in groups. Open the bot and write in private.
