# The registers of the state.
register-gave-no-answer = Мемлекеттік деректер қоры қазір жауап бермей тұр, сондықтан қалғанын өзіңізден сұраймын.
