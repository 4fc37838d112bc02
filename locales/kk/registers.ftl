# The registers of the state.
register-gave-no-answer = Халық тіркелімі қазір жауап бермей тұр, сондықтан қалғанын өзіңізден сұраймын.
