# The registers of the state.
register-gave-no-answer = The state register does not answer now, so I will ask you for the rest.
