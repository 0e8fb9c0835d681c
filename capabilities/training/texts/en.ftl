# Training: courses, certificates, the register, and rights that ask for a course.

training-menu = Training
training-lead = Read a page at a time and answer the questions. You can stop when you like and go on another day.
training-courses = Courses
training-none = The method has no courses.
training-mine = What you have taken
training-mine-none = You have not taken a course yet.
training-mine-caption = Courses you have taken, the latest first
training-more = More on training
training-of = { $part } of { $whole }
training-minutes = { $n ->
    [one] { $text } minute
   *[other] { $text } minutes
}
training-questions = { $n ->
    [0] no questions
    [one] { $text } question
   *[other] { $text } questions
}
training-pages-done = { $done } pages are done
training-answered = You have answered { $answered } questions

# -- A course that a right asks for
training-asked = You need the course by { $day } to keep this right: { $permission }. Take the course:
training-asked-late-title = You lack a right until you have taken a course
training-asked-late = Since { $day } you do not have this right: { $permission }. You get it back when you have taken the course:
training-withheld = Your role gives you the right, but it requires the course { $name }. Take the course on the desk. You get the right back as soon as you have passed. Nothing has changed.
training-duty-take = Take the course to keep a right
training-duty-withheld = Take the course to get a right back

# -- A course
training-fact-audience = For
training-fact-time = Time
training-fact-pass = To pass
training-fact-lasts = Lasts
training-fact-edition = Edition
training-pass-words = { $needed } questions answered right
training-lasts-always = For ever
training-lasts-months = { $n ->
    [one] { $text } month
   *[other] { $text } months
}
training-begin = Begin the course
training-go-on = Go on with the course
training-pages = Pages
training-again-title = Take the course again
training-again-text = Your answers in the course are removed, and you begin at the first page. Certificates you have stay.
training-again = Begin from the start
training-note-begun-again = The course is empty. You can begin again.

# -- A page
training-page-of = Page { $place }
training-page-read = read
training-to-questions = Go on to the questions
training-to-next-page = Go on to the next page
training-to-next-question = Go on to the next question
training-to-result = See your result
training-previous = Previous
training-film = Film: { $name }
training-audio = Audio: { $name }
training-film-words = Read what is said and shown in the film
training-audio-words = Read what is said in the recording
training-captions = Captions in Swedish

# -- A question
training-question-of = Question { $place } on the page { $page }
training-choose-hint = Choose all answers that are true.
training-choose-one = Choose an answer
training-choose-some = Choose at least one answer
training-answer = Answer
training-answer-again = Answer again
training-right = Right
training-not-right = Not quite
training-something-missing = What you chose is true, but something more is true as well.
training-still-counts = You have answered right before. That answer still counts.
training-others = Why not the other answers?

# -- The result
training-result = Your result
training-result-right = You have answered { $right } questions right. To pass you need { $needed }.
training-result-left = You have pages or questions left. The result is complete when you have done them.
training-passed-title = You have passed
training-passed = You passed on { $day }. The certificate is there to read, print and download.
training-to-certificate = Open your certificate
training-not-passed-title = Not passed yet
training-not-passed = Answer the questions below once more. You may try as many times as you like.
training-missed = Questions to answer again

# -- The certificate
training-certificate = Certificate
training-certificate-title = Certificate: { $course }
training-certificate-statement = { $name } has taken the course { $course } and answered { $right } questions right.
training-certificate-about = What the course covers
training-certificate-files = Download the certificate
training-certificate-pdf = Download as PDF
training-certificate-docx = Download as a document (DOCX)
training-certificate-file = certificate
training-edition-words = { $edition } (version { $version } of the method)
training-fact-day = Passed
training-fact-until = Lasts until
training-fact-number = Number of the certificate

# -- The overview
training-overview = Overview of training
training-overview-lead = Here you see who has taken which course, and who soon needs to take it again.
training-by-unit = By unit
training-by-unit-caption = How many have a course that lasts, of all with an account in the unit
training-no-unit = Without a unit
training-all-units = All units
training-all-courses = All courses
training-endings = Ending soon
training-endings-none = No course or right ends in the next two months.
training-endings-text = These need to take the course in the next two months, or should have taken it.
training-ending-course = The course no longer lasts
training-records = Who has taken what
training-records-caption = Courses, the latest first
training-find = Name, e-mail or number of the certificate
training-show = Show
training-count = { $n ->
    [0] Nobody has taken a course that fits what you look for.
    [one] { $text } course taken
   *[other] { $text } courses taken
}
training-csv = Download the list (CSV)
training-old = Has run out
training-over = Passed
training-until-always = For ever
training-elsewhere = Took the course elsewhere
training-column-person = Name
training-column-email = E-mail
training-column-unit = Unit
training-column-people = Accounts
training-column-course = Course
training-column-day = Passed
training-column-until = Lasts until
training-column-edition = Edition
training-column-number = Number of the certificate
training-column-certificate = Certificate
training-column-ends = What ends
training-column-last-day = Last day

# -- Records from a file
training-import = Bring in courses from a file
training-import-lead = Do you have a register of courses from before? Bring it in here. You see what the file gives before anything is saved.
training-import-file = File
training-import-file-hint = A CSV file of at most 10 MB. In the spreadsheet you choose to save as CSV.
training-import-upload = Read the file
training-import-choose-file = Choose a file
training-import-columns = Columns of the file
training-import-columns-text = The first row holds e-mail, course and date. Write a date as 2026-03-17. The e-mail is the one that the person signs in with.
training-import-courses = Write the course by its name or by its key:
training-import-earlier = Earlier files
training-import-when = When
training-import-by = By
training-import-accepted = Added
training-import-refused = Not added
training-import-preview = What the file gives
training-import-count = { $n ->
    [0] No new row can be added.
    [one] { $text } row can be added.
   *[other] { $text } rows can be added.
}
training-import-count-refused = { $n ->
    [0] All rows could be read.
    [one] { $text } row is not added.
   *[other] { $text } rows are not added.
}
training-import-count-already = { $n ->
    [one] { $text } row is there already.
   *[other] { $text } rows are there already.
}
training-import-confirm = { $n ->
    [one] Add { $text } row
   *[other] Add { $text } rows
}
training-import-cancel = Cancel
training-import-rows = Rows that are added
training-import-refused-title = Rows that are not added
training-import-row = Row
training-import-why = Why
training-import-report = The file is in
training-import-done = { $n ->
    [0] No row was added.
    [one] { $text } row was added.
   *[other] { $text } rows were added.
}
training-import-undone = This was undone on { $moment }. The rows are removed.
training-import-undone-word = undone
training-import-undo-title = Did something go wrong?
training-import-undo-text = Undoing removes all rows that the file gave. Those who need one of the courses for a right may lose that right.
training-import-undo = Undo the file
training-note-imported = The rows are added.
training-note-import-dropped = The file is removed. Nothing was added.
training-note-import-undone = The file is undone.
training-note-file-gone = The file is no longer there. Choose it once more.
training-import-empty = The file has no rows. Choose a file with headings in the first row and courses below
training-import-too-large = The file is too large. Split it into several
training-import-workbook = The file is a workbook. Open it in the spreadsheet, save as CSV and choose that file
training-import-unreadable = The file cannot be read as a table. Save it as CSV in UTF-8 and choose it again
training-import-no-column = The file lacks the column “{ $value }”. Write it in the first row
training-import-broken-row = The row cannot be read. Look at quotation marks and the number of columns
training-import-no-account = No account in use has the e-mail address “{ $value }”. Make the account first, or correct the address
training-import-no-course = There is no course called “{ $value }”. Write the course's name or key
training-import-date = “{ $value }” is no date. Write it as 2026-03-17
training-import-day = “{ $value }” cannot be right. The day must be today or earlier

# -- Rights that ask for a course
training-requirements = Rights that require a course
training-requirements-lead = A right can require a course. Those who have not taken it in time lose the right, and get it back when they have passed.
training-requirements-caption = Rights and the courses they require
training-requirement-lead = Choose which course the right requires, and how long people have.
training-requirement-course = Course
training-requirement-course-hint = With another course everyone gets the days anew.
training-requirement-save = Save the requirement
training-no-course = No course
training-course-gone = The course is no longer there, so the requirement asks nothing
training-grace = Days to take the course
training-grace-hint = Counted from the day the person gets the right or the requirement begins. With 0 days the right is lost the day after.
training-renewal = Take the course again after
training-renewal-hint = Leave empty if the course lasts for ever.
training-renew-never = Never
training-renew-months = { $n ->
    [one] { $text } month
   *[other] { $text } months
}
training-days = { $n ->
    [one] { $text } day
   *[other] { $text } days
}
training-days-word = days
training-months-word = months
training-column-permission = Right
training-column-holders = Have the right now
training-shares = Have taken the course
training-shares-text = So many of those whose role gives the right have taken the course at some time.
training-error-days = Write a number of days from 0 to { $most }
training-error-months = Write a number of months from 1 to { $most }, or leave it empty
training-conflict = { $name } changed the requirement on { $moment }.
training-conflict-gone = Somebody has removed the requirement.
training-note-requirement = The requirement is saved.
