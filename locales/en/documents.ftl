# Documents as PDFs, and the page that checks them.
document-head = No. { $number } · { DAYTIME($made) }
document-moment = { DAYTIME($at) }
document-foot = No. { $number } · made by the Otinim bot
document-check = Is this document ours? Point the camera at the QR code, or open { $link }

page-document =
    .title = This document is ours
    .what = What it is
    .number = Number
    .issued = Made
    .status = Now
    .person = Whose (initials)
    .safe = Compare the number and the initials with the paper you hold. We show nothing else about the person here.
page-document-unknown =
    .title = We have no such document
    .text = Either the link is not whole, or the document is not ours. Scan the QR code again; if this page comes again, do not rely on the paper.
page-document-often =
    .title = Too many checks
    .text = Wait a minute and open the page again.
issued-application = Application
issued-decision = Decision on an application
issued-referral = Referral
issued-as-sent = sent, under review
issued-as-accepted = accepted
issued-as-refused = refused
issued-as-withdrawn = withdrawn
