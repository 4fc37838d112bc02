# Is this message ours?
button-check = Check a message
command-check = Check whether a message is from us
check-ask =
    <b>Let us check whether a message is from us</b>
    Type the number in the message (8 digits), or forward the message here.
check-ours = ✅ Yes, this message is ours.
check-from-us = This bot wrote it, but it is not an official notice: those have a number. Anybody could have had it written in their own chat, so do not rely on it.
check-other-words = ⛔ The number is ours, but the words are not those we sent. Do not open links in it or do what it says.
check-not-ours = ⛔ We did not send this message. Do not open links in it or do what it says.
check-slip = One digit of the number seems wrong. Look at the message and type the 8 digits again.
check-sent = This is what we sent on { DAYTIME($at) }:
check-never = We never ask for money, a card number or a code from an SMS.
button-check-again = Check another
