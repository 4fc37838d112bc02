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
