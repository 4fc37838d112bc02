# What staff of admission are refused.
not-among-yours = There is no such application or school among those you decide for.
changed-since-seen = The parent has changed application { $number } since you looked at it. Look at it again.
not-accepted = Application { $number } is not accepted; no originals are awaited.
papers-not-named = This reason is about papers. Name at least one of those that came with the application.
reason-not-listed = There is no such reason. Choose one of these: { $known }
