# The registers of the state.
register-gave-no-answer = Государственная база сейчас не отвечает, поэтому остальное я спрошу у вас.
