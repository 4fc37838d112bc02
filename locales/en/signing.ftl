# A document that waits for its signature: the message in the chat.
signing-card-created =
    ✍️ <b>{ $name }</b>

    Press the button: eGov Mobile opens and shows this document. Sign it there with your e-signature.
    The link works until { TIME($until) } and once. We never ask for your key or its password.
signing-card-requested =
    ✍️ <b>{ $name }</b>

    📱 The phone has opened the link. Go on in eGov Mobile.
    The link works until { TIME($until) }.
signing-card-shown =
    ✍️ <b>{ $name }</b>

    📱 The document is open in eGov Mobile. Read it and sign.
    The link works until { TIME($until) }.
signing-card-signed =
    ✅ <b>{ $name }</b>

    Signed.
signing-card-expired =
    ⌛ The time to sign is over; nobody signed. Everything you filled in is kept: ask for a new link whenever you are ready.
signing-card-cancelled =
    The link to sign no longer works. Everything you filled in is kept.
signing-entry-created =
    ✍️ <b>{ $name }</b>

    Press the button: eGov Mobile opens and shows a short text that says only who signs in; it is no application. Sign it there with your e-signature.
    The link works until { TIME($until) } and once. We never ask for your key or its password.
signing-entry-expired =
    ⌛ The time to sign is over, so you are not signed in yet. Ask for a new link whenever you are ready.
signing-entry-cancelled =
    The link to sign no longer works; you are not signed in yet.
button-signing-open = Open eGov Mobile
button-signing-qr = QR code for another phone
button-signing-other = Other ways to sign
button-signing-drop = Don’t sign now
button-signing-again = New link to sign
signing-qr = Open eGov Mobile on the other phone, choose “QR scanner” and point it at this picture. The link works until { TIME($until) }.
signing-other =
    <b>Other ways to sign</b>

    💻 On a computer with NCALayer: open this address there
    { $url }

    📎 By file: press the button, sign the document you get in any program for e-signatures, and send the .cms or .p7s file to this chat. Never send the key itself (.p12): nobody may have it.
button-signing-file = Send me the document
signing-file = Sign exactly this file and send the signature (.cms or .p7s) here until { TIME($until) }.
signing-nothing = Nothing waits for a signature now. If the link is over, ask for a new one where you got it, for example with “Sign” in the application.
signing-over = Nothing waits for a signature under this link: it was signed already, or you gave it up. Look into the chat.
signing-too-often = Many signatures did not count, so this link takes no more. Ask for a new one in the chat.
signing-iin = IIN
signing-organisation = Otinim
signing-challenge =
    Sign-in to Otinim
    Purpose: to show who you are. This text is no application and binds you to nothing.
    Number: { $nonce }
    .name = Sign-in to Otinim

# The page for a computer.
signing-page = Sign with NCALayer on this computer. The key and its password stay in NCALayer.
    .title = Sign the document
    .open = Read the document
    .sign = Sign
    .working = Choose the key in the NCALayer window.
    .done = Signed. You can close this page and go back to the chat.
    .away = NCALayer doesn’t answer. Start it and press “Sign” again.
    .declined = NCALayer did not sign. Press “Sign” to try again.
