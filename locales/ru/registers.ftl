# The registers of the state.
register-gave-no-answer = Государственный регистр сейчас не отвечает, поэтому остальное я спрошу у вас.
