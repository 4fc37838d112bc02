# Answers of any kind.
not-one-of = There is no such choice. Tap one of the buttons or type its words.
nothing-picked = Nothing is ticked yet. Tick at least one and tap “Done”.
cannot-skip = This question needs an answer. If you do not have it now, type /cancel: we will keep your earlier answers.
not-asked = This question is not open now. Answer the most recent one.
edits-not-read = I saw that you edited a message, but that does not change the answer. Send a new message, or go back to the question: /back
not-readable = You sent: { $what }. I understand only text and buttons. Type the answer or tap a button.
what-sticker = a sticker
what-voice = a voice message
what-audio = an audio recording
what-video = a video
what-video-note = a video message
what-animation = an animation
what-location = a location
what-venue = a place on the map
what-poll = a poll
what-dice = a die
what-game = a game
what-story = a story
what-giveaway = a giveaway
what-other = another kind of message
line-empty = The answer is empty. Type it as text.
line-too-short =
    The answer is too short: { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    }. At least { $least } are needed; write a little more.
line-too-long =
    The answer is too long: { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    }. At most { $most } fit; write less.
number-empty = There is no number. Type it in digits.
number-wrong-character = There is “{ $character }” in it. Type only digits.
number-too-small = The number is too small. The smallest is { $least }. Type another.
number-too-big = The number is too big. The biggest is { $most }. Type another.

# Names.
name-empty = There are no letters. Type it in letters, as in the document.
name-with-digits = There is the digit “{ $digit }” in it; names have no digits. Type only letters.
name-wrong-character = There is “{ $character }” in it; names do not have that. Type only letters.
name-too-long =
    Too long: { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    }, and { $most } fit. Type only what is asked: surname, first name and patronymic are separate questions.
name-mixed-letters = “{ $word }” mixes Cyrillic and Latin letters. Type it in one alphabet.
full-name-one-word = There is only one word. Type the surname and the first name together, for example: Seitkali Aigerim
full-name-many-words =
    There are { $count ->
        [one] { $count } word
       *[other] { $count } words
    }. Type only the surname, first name and patronymic.

# IIN.
iin-empty = There is no IIN. Type the 12 digits from the document.
iin-wrong-character = An IIN has only digits, and here is “{ $character }”. Type the 12 digits.
iin-too-short =
    An IIN has 12 digits, and here { $digits ->
        [one] is { $digits }
       *[other] are { $digits }
    }. Look at the document and type all of them.
iin-too-long =
    An IIN has 12 digits, and here { $digits ->
        [one] is { $digits }
       *[other] are { $digits }
    }. Look at the document and leave out the extra ones.
iin-no-such-date = An IIN begins with the year, month and day of birth, and { $digits } is no such date. Compare the first 6 digits with the document.
iin-wrong-seventh-digit = The seventh digit of an IIN is 1, 2, 3, 4, 5 or 6, and here it is { $digit }. Look at the document and type it again.
iin-of-non-resident = Only a non-resident’s IIN has 0 as its seventh digit. Compare it with the document. If the number is right, go to the education department: this cannot be done here with such an IIN.
non-resident-at-daryn = Only a non-resident’s IIN has 0 as its seventh digit. Compare it with the document. If the number is right, contact the Daryn centre: daryn.kz
iin-never-issued = Nobody is given such an IIN: one digit seems to be wrong. Compare the 12 digits with the document and type them again.
iin-wrong-checksum = The last digit of the IIN does not fit the others: one digit seems to be wrong. Compare the 12 digits with the document and type them again.
iin-has-account = There is an account with this IIN already: type /start and sign in to it. If you forgot the password, you can replace it there.
iin-says-other-sex = Please note: the IIN says another sex. If your answer is as in the document, go on; if not, correct it: /back
iin-says-other-day =
    Please note: by the IIN the date of birth is { SHORTDAY($iin) }, and you typed { SHORTDAY($typed) }.
    If your answer is as in the document, go on; if not, correct it: /back

# BIN.
bin-empty = There is no BIN. Type the organisation’s 12 digits.
bin-wrong-character = A BIN has only digits, and here is “{ $character }”. Type the 12 digits.
bin-too-short =
    A BIN has 12 digits, and here { $digits ->
        [one] is { $digits }
       *[other] are { $digits }
    }. Type all of them.
bin-too-long =
    A BIN has 12 digits, and here { $digits ->
        [one] is { $digits }
       *[other] are { $digits }
    }. Leave out the extra ones.
bin-not-organisation = This does not look like an organisation’s BIN; it may be a person’s IIN. Type the BIN of the organisation.
bin-no-such-month = A BIN begins with the year and month of registration, and there is no month { $month }. Check the first 4 digits.
bin-never-issued = Nobody is given such a BIN: one digit seems to be wrong. Compare the 12 digits with the document and type them again.
bin-wrong-checksum = The last digit of the BIN does not fit the others: one digit seems to be wrong. Compare the 12 digits with the document and type them again.

# Days.
day-empty = There is no date. Type the day, month and year, for example: 05.10.2010
day-not-a-date = I could not tell which day this is. Type the day, month and year, for example: 05.10.2010
day-without-year = The year is missing. Type it too, for example: 05.10.2010
day-no-such-date = The calendar has no such day: { $understood }. Check the day and month and type it again.
day-in-future = This day is still to come: { SHORTDAY($day) }. Check the year and type it again.
day-in-past = This day has passed: { SHORTDAY($day) }. Type a day to come.
day-too-long-ago = This day is too long ago: { SHORTDAY($day) }. The earliest is { SHORTDAY($earliest) }. Check the year and type it again.

# E-mail.
email-empty = There is no email address. It looks like this: aigerim@mail.kz
email-no-at = There is no @ in the address. Type all of it, for example: aigerim@mail.kz
email-two-ats = There is more than one @. Type one address.
email-space-inside = There is a space in the address. Type one address without spaces.
email-too-long =
    The address is too long: { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }. Check it and type it again.
email-no-name = There is nothing before the @. Type all of it, for example: aigerim@mail.kz
email-no-domain-dot = After the @ the whole name of the mail service is needed, with a dot. For example: aigerim@mail.kz
email-look-alike = “{ $domain }” has Cyrillic letters that look like Latin ones. In Latin letters it is: { $meant }
email-wrong-character = Addresses do not have “{ $character }”. Type it in Latin letters.
email-no-such-domain = Mail does not reach “{ $domain }”. Type the address of a mailbox you use.
email-wrong-format = This does not look like an email address. Check the dots and hyphens, for example: aigerim@mail.kz
email-mistyped = You typed { $typed }. Could it be { $suggestion }? To correct it, type /back; if it is right, go on.
email-taken = There is an account with this email already: { $email }. One address is for one person, so type another. If the account is yours, sign in to it: /start
email-not-confirmed = This part opens once you have confirmed your email. Tap “Confirm the email”.
address-changed-too-often = You have changed the address five times today. Try again tomorrow, or look for the letter in the last mailbox once more.
sign-in-needed = This part opens once you have signed in. Sign in to your account or open a new one.

# Phone.
phone-empty = There is no number. Type a mobile number, for example: +7 700 000 00 01
phone-wrong-character = Phone numbers do not have “{ $character }”. Type it in digits, for example: +7 700 000 00 01
phone-too-short =
    A number has 11 digits, and here { $digits ->
        [one] is { $digits }
       *[other] are { $digits }
    }. Type all of them, for example: +7 700 000 00 01
phone-too-long =
    A number has 11 digits, and here { $digits ->
        [one] is { $digits }
       *[other] are { $digits }
    }. Type one number, for example: +7 700 000 00 01
phone-foreign = This is a number of another country. Type a mobile number of Kazakhstan: +7 7…
phone-landline = This is a home or office phone; messages do not reach it. Type a mobile number.
phone-not-mobile = Kazakhstan has no mobile code { $code }. Check the number and type it again.
contact-not-yours = This is not your own number. Tap “Send my own number” or type the number.
no-phone-asked = No phone number is needed now; the contact was not kept.

# Passwords, codes, signing in.
password-empty = There is no password. Type it as text.
password-lacks = The password still needs: { $parts }. Add that and type it again.
parts-length = at least 8 characters
parts-upper = a capital letter
parts-lower = a small letter
parts-digit = a digit
parts-special = a special character (such as ! ? #)
password-too-long =
    The password is too long: { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    }. At most { $most } fit; choose a shorter one.
password-unreadable = The password has a character that no keyboard types. Do not paste it; type it yourself.
passwords-differ = The two passwords are not the same. Repeat the first one; if you forgot it, tap “Back” and choose a new one.
login-unclear = This looks like neither an email address nor an IIN. Type the email address (with the @) or the 12 digits of the IIN.
sign-in-wrong = The email (or IIN) and the password do not fit together. Type the password again. To correct the email or IIN, tap “Back”; if you forgot the password, “I forgot the password”.
sign-in-paused = The password did not fit many times in a row, so signing in is closed for now. Wait: { DURATION($minutes) }. Or choose a new password at once: “I forgot the password”.
code-not-six-digits = The code in the letter has 6 digits. Type only them, for example: 123456
mail-code-wrong =
    The code is not the one in the letter. { $left ->
        [one] { $left } try is left.
       *[other] { $left } tries are left.
    } Look at the most recent letter.
mail-code-over = This code no longer works. Tap “Send the letter again” and type the code of the new letter.
letter-too-soon =
    A letter has just been sent; look in Spam too. You can send it again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.

# Events.
only-for-pupils = Only pupils register for events, and this is a teacher’s account. Sign in to a pupil’s account in the settings.
registration-not-open =
    “{ $event }”: registration has not opened yet.
    It opens: { DAYTIME($opens) }, Astana time. Look again then: /events
registration-closed =
    “{ $event }”: registration is over.
    It ended: { DAYTIME($closed) }, Astana time. Other events: /events
not-your-grade =
    “{ $event }” is for these grades: { $grades }. Yours: { $grade }.
    Events for your grade: /events
not-your-language = “{ $event }” is for pupils taught in another language. Events for you: /events
subject-not-for-you = “{ $subject }” is for pupils with another language of instruction or ethnicity. Choose another subject from the list.
subject-full = “{ $subject }” has no places left. Choose another subject.
already-registered = You are already registered for “{ $subject }”. Registration number: { $number }. Day and time: /my
sittings-clash =
    Two subjects fall at the same time:
    • { $subject }: { DAYTIME($starts) }
    • { $other }: { DAYTIME($other_starts) }
    Choose another subject, or withdraw the earlier registration: /my
event-gone = This event is no longer there. Available events: /events
not-registered = There is no such registration; it may have been withdrawn. Your events: /my

# A table of schools, as the operator loads it.
school-table-unreadable = Line { $line }: the table cannot be read from here on. Save the file as CSV in UTF-8 and load it again.
school-table-without-columns = The first line lacks these columns: { $columns }. Add them and load it again.
school-cell-empty = Line { $line }: the column “{ $column }” is empty. Fill it in and load it again.
school-id-unfit = Line { $line }: the id “{ $id }” does not fit. An id is 1 to 24 Latin letters, digits and hyphens.
school-id-twice = Line { $line }: the id “{ $id }” is there already. Give every school its own.
school-place-unknown = Line { $line }: the KATO register has no code “{ $locality }”. Check the code of the locality.
school-name-too-long = Line { $line }: the name of the school is too long; { $most } characters fit. Shorten it.
school-languages-unknown = Line { $line }: the languages “{ $languages }” are not clear. Write them like this: kk, ru, en or kk+ru
