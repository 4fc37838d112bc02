# The message with a code. The code comes first, hidden until touched; nothing may stand before it.
code-message =
    <tg-spoiler>{ $code }</tg-spoiler> — { $portal }: { $purpose ->
        [register] code to register
        [sign] code to sign
        [recover] code to change the password
       *[login] code to sign in
    }
    Good until { TIME($until) }
    Tell nobody the code, not even staff.
code-message-from = Asked for from: { $place }
button-code-copy = Copy the code
button-code-not-me = Not me

# The same message once the code is over.
code-ended =
    { $portal }: { $state ->
        [used] the code has been used.
        [revoked] the code has been withdrawn.
        [replaced] the code has been replaced; the new one is in the message below.
        [locked] the code was typed wrongly too many times and no longer works.
       *[expired] the code has expired.
    } Time: { TIME($at) }

# To staff, when somebody says a code is not theirs.
code-alarm = Somebody says they did not ask for a code of { $portal }. The code is withdrawn, and the portal cannot write to that chat for now. Stopped until: { $until }

# A portal's link, its QR and its pairing code.
portal-link-over = This link no longer works: it opens once and lasts 15 minutes. Get a new one from the portal.
pairing-code-wrong = No portal shows this number now: it may be mistyped, used already, or older than 10 minutes. Type again the 12 digits the portal shows.
too-many-guesses = Too many mistakes. Try again in { DURATION($minutes) }.
