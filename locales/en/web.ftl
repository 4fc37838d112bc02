# Pages behind the link of a letter: plain text.
page-confirm = Press the button to confirm your email; then you can go on in the bot.
    .title = Do you confirm your email?
    .button = Yes, I confirm
page-confirmed = Go back to the bot. An account is not yet registration for an event: pupils choose an event and register separately.
    .title = Email confirmed successfully
    .button = Back to Telegram
page-link-over = It was opened before, or its time is over. If your email is not confirmed, tap “Send the letter again” in the bot.
    .title = This link no longer works
    .button = Back to Telegram
