# A referral as a PDF: sent with it, and had again from its screen.
button-referral-paper = Referral (PDF)
referral-paper-here = The same referral as a document for the kindergarten, in Kazakh or Russian. Show it on paper or on your phone.
referral-paper = Referral to a kindergarten
    .child = Child
    .person = Surname, given name, patronymic
    .born = Date of birth
    .application = Application No.
    .kindergarten = Kindergarten
    .name = Name
    .address = Address
    .phone = Phone
    .group = Group
    .kind = Kind of group
    .language = Language
    .years = Year of birth of the children
    .dates = Dates
    .issued = Issued
    .due = Valid until
    .note = While the referral is valid, bring to the kindergarten: your identity card, the child’s birth certificate, the health passport (form 052-2).
document-not-made = We could not make the document just now. Try again in a minute.

# What a referral has come to: on the page behind the QR.
issued-as-open = valid until: { DAYTIME($until) }
issued-as-registered = used: the kindergarten has registered the child
issued-as-enrolled = used: the child is enrolled in the kindergarten
issued-as-lapsed = not valid any more, it lapsed: { DAYTIME($until) }
issued-as-declined = not valid: the family gave the place up
issued-as-cancelled = not valid: it was cancelled
issued-as-left = not valid any more: the child has left the kindergarten
