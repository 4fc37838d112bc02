# Papers sent from the phone: what can't be taken, and what to do.
no-paper-asked = No document is needed now; the file was not kept. Type the answer or tap a button.
paper-expected = A photo of the document or a PDF file is needed here. Tap 📎 and send the file.
paper-too-large = The file is { $megabytes } MB, and up to { $most } MB fit. Send a smaller one, or take a photo of the document.
paper-of-other-type = We cannot open a file of this kind. Send a photo (JPG, PNG) or a PDF.
paper-heic = The phone saved this picture as HEIC, which portals cannot open. Send it as a photo, not as a file: Telegram will turn it into a JPG.
paper-empty = There is nothing in this file. Send it again.
paper-locked = This PDF asks for a password. Save it without one and send it again, or take a photo of its pages.
paper-damaged = The file is broken or did not arrive whole. Send it again; if that does not help, take a photo of the document.
paper-too-long = Pages in this PDF: { $pages }. Up to { $most } fit. Send only the pages that are needed.
paper-too-many-pixels = The picture is too big: { $megapixels } megapixels, and up to { $most } fit. Send it as a photo, not as a file: Telegram will make it smaller.
paper-tiny = The picture is too small: { $width } × { $height } points, nothing can be read on it. Send the photo itself, not its preview.
paper-blank = Nothing can be seen on this picture. Put the page in the light, fill the frame with it and take the photo again.
paper-not-opened = We could not open this file: it is too complicated. Take a photo of the document’s pages and send those.
paper-not-fetched = We could not get the file from Telegram. Send it once more.
too-many-papers = Your unsent applications already hold { $most } files, and more do not fit. Remove a page you do not need, or send an application you have begun.
too-much-kept = Your files take up all of the { $most } MB kept for one person. Remove pages you do not need, or send a smaller file.
papers-too-heavy = All documents of one application must fit in { $most } MB, as on eGov, and these do not even when made smaller. Remove a page that is not needed, or send a photo instead of a large PDF.
page-gone = A page you sent earlier is no longer here. Remove it from the list and send it again.
keys-sent =
    <b>This file holds a signing key, and I deleted it from the chat.</b> It was not kept.
    Never send a key (.p12) or its password to anyone: whoever has both can sign in your name. If somebody else may have them, revoke the key in eGov or at a public service centre (TSON).

# A paper, page by page.
paper-received = received, pages: { $pages }
page-fine = Page { $page }: clear ✓
page-doubtful = Page { $page }: { $faults } ⚠️
page-sure = Page { $page }: { $faults }, sent as it is
pages-left-out =
    { $count ->
        [one] One file was not taken:
       *[other] Files not taken: { $count }
    }
paper-complete = Is that the whole document? If there are more pages, send them too.
page-looks-bad = <b>Page { $page } may be hard to read.</b>
page-your-choice = Take the photo again, or send it as it is: you decide.
page-again-how = Send a new photo of page { $page }: it takes the place of this one.
page-add-how = Send the next photo or PDF.
page-which = Which page is not needed?
button-paper-done = That is all
button-page-more = Add a page
button-page-which = Remove a page
button-page-remove = Remove page { $page }
button-page-again = Take page { $page } again
button-page-as-is = Send page { $page } as it is
button-page-none = None, go back

# What may be wrong with a page, and how to take it again.
fault-dark = dark
    .how = Put the page by a window or under a lamp, so that the phone throws no shadow on it.
fault-blurred = blurred
    .how = Hold the phone with both hands, tap the page on the screen to focus, and wait a second before you shoot.
fault-small = small letters
    .how = Come closer, so that the page fills the frame.
fault-cut = an edge is cut off
    .how = Move back a little: all four edges of the page must be in the frame.
fault-turned = on its side
    .how = Turn the page or the phone so that the text is upright.
fault-glare = glare
    .how = Turn the flash off and move so that the lamp is not reflected in the page.
fault-empty = nothing on it
    .how = If this page is empty on paper too, remove it.
fault-strange = not like a document
    .how = Check that it is the right picture. Put the page on a table and shoot from straight above.
