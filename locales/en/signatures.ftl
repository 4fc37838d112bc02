# Why an e-signature doesn't count: what happened, and what to do.
signature-unreadable = This is not an e-signature, or the file is damaged. Sign once more and send the .cms or .p7s file as it is.
signature-too-large = The signature is larger than { $most } KB; signatures are much smaller. Sign once more in eGov Mobile or NCALayer.
signature-not-one =
    { $signers ->
        [0] Nobody has signed this file. Sign it in eGov Mobile or NCALayer.
       *[other] Several people have signed this file. One signature is needed: the applicant’s. Sign once more, alone.
    }
signature-incomplete = The program that made this signature left out something that must be in it. Sign once more in eGov Mobile or NCALayer.
signature-of-other-document = This is a signature of another document. Open the application here again and sign exactly that one.
signature-broken = The signature does not match the document: the file was changed, or was not sent whole. Sign once more.
signature-by-unsupported-key = The key is of an old sort that is no longer accepted. Get a new key in eGov Mobile (it takes a few minutes), then sign once more.
signature-by-stranger = The key was not issued by the National Certification Authority of Kazakhstan. Sign with a key you got in eGov Mobile or at egov.kz.
signature-key-expired = The key is over: its last day was { SHORTDAY($day) }. Get a new key in eGov Mobile, then sign once more.
signature-key-too-new = The key begins to work on { SHORTDAY($day) }. Sign with another key, or come back on that day.
signature-key-revoked = The key was revoked on { SHORTDAY($day) }. Get a new key in eGov Mobile, then sign once more. If you did not revoke it yourself, call 1414.
signature-by-sign-in-key = This key is only for signing in (its file begins with AUTH). Sign with the other one: its file begins with RSA or GOST.
signature-by-other-kind = This is not an individual’s key for signing; it may belong to an organisation. Sign with your personal key.
signature-by-nobody = The key does not name a person: it has no IIN in it. Sign with your personal key from eGov Mobile.
signature-by-other-person = Another person’s key was used. Only the applicant can sign: the person whose IIN is in the application.
signature-not-checked-now = We could not ask whether the key is still valid: the certification authority does not answer. Your signature is all right so far. Try again in a few minutes.

# Getting something signed.
signing-declined = You did not sign in eGov Mobile. Your answers are kept; you can ask for a new link and sign.
signing-expired = The link to sign worked only for a short time, and it is over. Your answers are kept; ask for a new link.
signing-away = The signing service does not answer now. Your answers are kept. Try again in a few minutes.
