# Above a question: where we are, what was understood, what was there before.
question-step = Question { $step } of { $total }
question-current = Your answer now: { $value }
understood = Noted. { $what }
secret-kept = Password accepted. I have deleted your message from the chat.
keyboard-away = All right.
form-goes-on = Let us go on from where you stopped.

# After an answer that was not taken.
typed-was = You typed: <code>{ $text }</code>
refused-example = For example: { $example }
refused-third = If you do not have the answer at hand, type /cancel: we will keep your earlier answers. If the question is not clear, type /why; for help, /help.
found-many = Many choices are alike: here are the first { $count }. If yours is not among them, type more of its name.
found-several =
    { $count ->
        [one] { $count } choice found. Is it this one?
       *[other] { $count } choices found. Which one?
    }

# Buttons of a question.
button-back = Back
button-why = Why do you ask?
button-stop = Stop
button-keep = Keep as it is
button-suggested = Yes: { $value }
button-done = Done
button-later = Answer later
button-without = Go on without it
button-page-before = ‹
button-page-next = › { $page }/{ $pages }
button-share-contact = Send my own number
choice-yes = Yes
choice-no = No

# The card of all answers.
answer-line = { $label }: <b>{ $value }</b>
answer-later = not given
answer-without = not attached
day-short = { SHORTDAY($day) }
button-edit = Change
edit-which = Which answer would you like to change?
button-to-summary = Back to the answers

# Stopping.
stop-ask = Stop here? You can keep your answers and go on later.
button-keep-draft = Keep for later
button-drop-draft = Delete the answers
button-go-on = Go on
draft-kept = Your answers are saved. Within 30 days, type /start to go on from where you stopped.
draft-dropped = Your answers are deleted.

# Taps and messages that come too late. The first three are plain text: Telegram shows them briefly.
first-question = This is the first question; there is none before it.
tap-late = This button belongs to an earlier question. Answer the most recent one.
tap-gone = These answers have been sent or deleted. Type /start to open the menu.
form-closed = No question is waiting for an answer. Menu: /start
