# Что говорится вскользь на второе нажатие: это уже сделано.
interest-noted-already = Уже отмечено: место вам нужно.
application-restored-already = Заявление { $number } уже снова в очереди.
application-withdrawn-already = Заявление { $number } уже удалено.
referral-longer-already = Срок направления уже продлён.
referral-declined-already = Вы уже отказались от этого места.
referral-tap-late = Эта кнопка от прежнего направления. Вот нынешнее.
