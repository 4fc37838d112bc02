# Who works here, and what they may do.
not-allowed = You do not have the right to do this. Ask the head of your organisation.
organisation-unknown = “{ $organisation }” does not fit as the code of an organisation. Type it in small Latin letters, for example: daryn
area-unknown = “{ $area }” is not the code of an area. Type a KATO code or its beginning; for the whole country: *
not-granted = This right has been taken away already.
granted-already = This person has exactly this right already.

# A table (CSV) that staff send: what is wrong with it, or with one of its cells.
table-too-large = The file is too large; { $most } KB fit. Split the table.
table-not-utf8 = The file is not in UTF-8. Save the table as “CSV UTF-8” and send it again.
table-empty = The table has no lines under the names of its columns. Fill it in and send it again.
table-without-columns = The first line lacks these columns: { $columns }. Add them and send it again.
table-too-long = The table has too many lines; { $most } fit. Split it.
table-unreadable = The table cannot be read from this line on. Save it as “CSV UTF-8” and send it again.
cell-empty = This cell is empty. Fill it in.
import-gone = This table has been taken or dropped already. Send it again if you need to.
sitting-twice = This test is on an earlier line too. Keep one of them.
sitting-unknown = The event has no test of stage { $stage } in “{ $subject }”. Check both.
reason-unknown = There is no such reason. Choose one of these: { $known }
reason-half = Write the reason in both languages, Kazakh and Russian.
