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
    .stopped = Somebody says they did not ask for a code of { $portal }. The code is withdrawn. That chat has stopped the portal until its owner allows it again.

# A portal's link, its QR and its pairing code.
portal-link-over = This link no longer works: it opens once and lasts 15 minutes. Get a new one from the portal.
pairing-code-wrong = No portal shows this number now: it may be mistyped, used already, or older than 10 minutes. Type again the 12 digits the portal shows.
too-many-guesses = Too many mistakes. Try again in { DURATION($minutes) }.

# Linking a phone to this chat: the form.
form-codes-link =
    .intro = One-time codes of portals will come to this chat; you need no other app. For that we link your phone number to this chat, in 2 steps.
    .left = The number is not linked: codes will not come here. To link it later: /codes
ask-link-consent = Do you agree to get codes in this chat?
    .label = Consent to codes
    .hint =
        The organisation that runs the bot keeps your phone number and the number of this chat (id), encrypted. The purpose is to deliver the codes that portals send you.
        Messages travel through Telegram, whose servers are outside Kazakhstan. You can unlink the number at any time: /codes
    .why = By law we may not keep your number without your consent. If you do not agree, tap “Stop”: nothing is kept.
link-consent-give = I agree
ask-link-phone = Will you send your own phone number?
    .label = Phone
    .hint = Tap “Send my own number”. You cannot type it here: only Telegram can confirm that it is yours.
    .why = We take the number only by this button, so that nobody can type somebody else’s number and get their codes.
own-contact-needed = The number cannot be typed here: that does not show that it is yours. Tap “Send my own number”.
own-phone-foreign = The number of your Telegram account is not a mobile number of Kazakhstan, so it cannot be linked. Write from an account with a number of Kazakhstan.
only-own-contact = This contact is not your own, or it was forwarded. Tap “Send my own number”: that shows whom the code is for.

# A portal led here.
link-portal-waits =
    A code of <b>{ $portal }</b> is ready. It is for the number { $phone }
    If the number is yours, agree and send your own number: the code comes here at once by itself. If you did not open that portal, tap “Stop”.
link-code-comes = The code is in this chat. Go back to the portal and type it there: { $portal }
link-code-over = { $portal }: the code has expired. Go back to the portal and ask for it again.
link-portal-frozen = { $portal }: codes of this portal are stopped here. To allow them, tap “Codes of portals”.
link-other-number =
    <b>{ $portal }</b> sends the code to another number: { $phone }
    The number linked to this chat: { $mine }
    If your number has changed, change it here. If not, give the portal your own number.

# Linked, changed, moved.
link-change = Send your new number, and codes will come for it. The old one is unlinked from this chat.
link-done = <b>The number is linked:</b> { $phone }. Codes that portals send will now come to this chat.
link-before = The old number is unlinked: { $phone }
link-awaited-other = The portal has another number: { $phone }. To get the code, give the portal your own number.
link-old-asked =
    This number is linked to another chat, so we have asked there. If they allow it, the number and the code come here by themselves.
    If there is no answer, send your number again after 24 hours: /codes
link-was-it-you =
    Somebody wants to link your phone number ({ $phone }) to another Telegram chat. <b>Is it you?</b>
    If you allow it, codes will go there.
button-link-let-go = Yes, it is me: allow
button-link-keep = No, not me
link-let-go = The number has moved to another chat: { $phone }. Codes will no longer come here.
link-kept = The number stays with this chat: { $phone }. Tell nobody your codes.
link-refused = The chat that has this number did not allow it: { $phone }. If that chat is yours too, type /codes there and unlink the number.
link-taken = The phone number has moved to another chat: { $phone }. Codes will no longer come here. To link it again: /codes
link-move-over = This question is closed: the number has moved already, or the request was withdrawn.

# The screen of codes.
button-codes = Codes of portals
codes-title = <b>Codes of portals</b>
codes-phone = Linked number: <b>{ $phone }</b>
    Give it to a portal, and the code comes to this chat. If a portal shows a number of 12 digits, just type it here.
codes-no-phone = No number is linked yet. Link yours, and one-time codes of portals come to this chat: no SMS, no other app.
    If a portal shows a number of 12 digits, just type it here.
codes-portals = <b>Portals that wrote here</b>
codes-portal = • { $portal }: may write
codes-portal-stopped = • { $portal }: stopped
codes-portal-frozen = • { $portal }: stopped until { DAYTIME($until) }
codes-recent = <b>Latest codes</b>
codes-recent-one =
    • { SHORTDAY($at) } { TIME($at) } — { $portal }, { $purpose ->
        [register] registration
        [sign] signature
        [recover] new password
       *[login] sign-in
    }: { $state ->
        [issued] sent
        [waiting] waiting
        [held] stopped
        [used] used
        [revoked] withdrawn
        [replaced] replaced
        [locked] typed wrongly
       *[expired] expired
    }
button-codes-link = Link my number
button-codes-change = Change the number
button-codes-unlink = Unlink the number
button-codes-freeze = Stop: { $portal }
button-codes-unfreeze = Allow: { $portal }
codes-unlink-ask = Unlink the number { $phone }? Codes of portals will no longer come to this chat.
button-codes-unlink-yes = Yes, unlink
button-codes-unlink-no = No, keep it
codes-unlinked = The number is unlinked: { $phone }
not-me-done =
    The code is withdrawn; nobody can use it. <b>{ $portal }</b> cannot write to this chat until { DAYTIME($until) }
    Staff have been told. If somebody asks you for the code, do not give it.
    .stopped =
        The code is withdrawn; nobody can use it. <b>{ $portal }</b> cannot write to this chat until you allow it again.
        Staff have been told. If somebody asks you for the code, do not give it.

# The one code that is told on: a parent asks the other one to share a cabinet.
code-invite =
    <tg-spoiler>{ $code }</tg-spoiler> — code to add you to the { $cabinet } account
    The parent who adds you: { $who }
    If you agree, tell them the code. If you do not know them, tell it to nobody.
    Good until { TIME($until) }
