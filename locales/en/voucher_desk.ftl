# Staff give vouchers out.
button-vouchers-issue = Give vouchers out
form-vouchers =
    .intro = To give vouchers out: 4 questions. They go to the first of the queue, those in the waiting list before the others.
    .check = <b>Is all right?</b> The families are told at once.
    .send = Give them out
    .left = No vouchers are given out.
    .go-on = Go on: vouchers ({ $step ->
        [one] { $step } answer
       *[other] { $step } answers
    })
ask-vouchers-born = In which year were the children born?
    .label = Year of birth
ask-vouchers-count = How many vouchers are there?
    .label = Vouchers
    .example = 20
vouchers-issued = { $issued ->
    [0] Nobody waits in that queue: no voucher is given out.
    [one] <b>One voucher is given out</b> of { $asked }, and the family is told. If it does not answer in time, the voucher can be given to the next.
   *[other] <b>{ $issued } vouchers are given out</b> of { $asked }, and the families are told. Whoever does not answer in time makes room for the next.
  }
