# What a second tap says in passing: it is done already.
interest-noted-already = Noted already: you still want the place.
application-restored-already = Application { $number } is in the queue again already.
application-withdrawn-already = Application { $number } is deleted already.
referral-longer-already = The referral is extended already.
referral-declined-already = You have given this place up already.
referral-tap-late = That button belongs to an earlier referral. This is the present one.
