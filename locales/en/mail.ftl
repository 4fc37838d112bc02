# Letters: plain text. The link stands alone on its line.
letter-daryn-confirm =
    Hello!

    An account was opened with this address. Confirm your email: open the link and press the button.

    { $link }

    Or type this code to the bot in Telegram.

    Code: { $code }

    The link and the code work until { DAYTIME($until) }, Astana time.

    An account is not yet registration for an event: once the email is confirmed, choose an event and send the registration.

    If you did not open an account, ignore this letter.
    .subject = Confirm your registration with Daryn.kz
letter-daryn-reset =
    Hello!

    A new password was asked for your account. Type this code to the bot in Telegram.

    Code: { $code }

    The code works until { DAYTIME($until) }, Astana time.

    Do not tell the code to anyone.

    If you did not ask for this, ignore this letter: your password stays as it is.
    .subject = A new password with Daryn.kz
