# The door: activities, answers, receipts, import.

## Start page
participation-start-questions = { $n ->
    [one] There is one question.
   *[other] There are { $n } questions.
 }
participation-start-minutes = { $n ->
    [one] It takes about one minute to answer.
   *[other] It takes about { $n } minutes to answer.
 }
participation-start-no-name = You do not need to say who you are.
participation-start-public-record = What you send becomes a public record. Anyone may ask to read it.
participation-start-background = At the end there are some voluntary questions about you, so that we see whether we reach everyone.
participation-start-closes = You can answer up to and including { $date }.
participation-start-begin = Start answering
participation-start-then-title = What happens with your answer
participation-start-then = We read all answers and summarise them for the decision. Nothing is saved until you send. Afterwards you get a code with which you can change or withdraw your answer.
participation-start-feedback = By { $date } we tell you what the answers led to.
participation-start-privacy = How we handle personal data
participation-start-paper = Print the form if you would rather answer on paper

## Questions
participation-question-number = Question { $number } of { $of }
participation-continue = Continue
participation-back = Back
participation-to-check = Go to your answers
participation-unsure = Don’t know
participation-declined = Prefer not to answer
participation-email-left = You have left an e-mail address
participation-scale-step = { $step } of { $steps }
participation-scale-end = { $step } of { $steps } ({ $end })
participation-background-title = About you
participation-background-text = The questions are voluntary. We use the answers to see who has taken part and never show them together with what you have written.
participation-background-why = Why we ask:
participation-hint-free-text = Do not write names, phone numbers or anything else about a private person.
participation-hint-multiple = You can choose more than one.
participation-hint-multiple-max = { $n ->
    [one] Choose at most one.
   *[other] Choose at most { $n }.
 }
participation-hint-multiple-min = { $n ->
    [one] Choose at least one.
   *[other] Choose at least { $n }.
 }
participation-hint-multiple-between = Choose between { $min } and { $max }.
participation-hint-ranking = Put 1 on the most important, 2 on the next and so on. You do not have to number them all.
participation-hint-place = Write an address or the name of a place, or choose an area.
participation-hint-email = The address is kept apart from your answers. We only use it to tell you what happened.
participation-place-address = Address or place
participation-place-area = Or choose an area

## Check and send
participation-check-title = Check your answers
participation-check-lead = Read through and change anything that is wrong. Nothing is saved yet.
participation-check-change-lead = Change what you like. Your earlier answer stands until you send.
participation-check-public-record = When you send, your answer becomes a public record.
participation-send = Send answers
participation-send-change = Send changed answer
participation-change-leave = Change nothing and go back
participation-preview-note = You are previewing. Nothing is saved.
participation-preview-leave = Go back to the questions
participation-preview-no-send = This is where participants send their answers.
participation-carried-unreadable = The answers on the page could not be read. Go back in your browser, copy what you wrote and start again. Nothing is saved.
participation-no-key = The form did not arrive complete. Go back, reload the page and send again. Nothing is saved.

## What is missing in an answer
participation-answer-missing-text = Write an answer
participation-answer-missing-choice = Choose one of the options
participation-answer-missing-choices = Choose at least one of the options
participation-answer-missing-scale = Choose a step on the scale
participation-answer-missing-ranking = Number the options, with 1 for the most important
participation-answer-missing-number = Write a number in digits, for example 12
participation-answer-missing-date = Write a date, for example 17 3 2026
participation-answer-missing-place = Write an address or choose an area
participation-answer-email = Write the e-mail address in the format name@example.com
participation-answer-text-long = { $over ->
    [one] Shorten the text. You have written one character too many
   *[other] Shorten the text. You have written { $over } characters too many
 }
participation-answer-address-long = Shorten the address to at most { $max } characters
participation-answer-choose-more = Choose at least { $min } options
participation-answer-choose-fewer = Choose at most { $max } options. You have chosen { $chosen }
participation-answer-number-between = Write a number between { $min } and { $max }
participation-answer-number-min = Write a number that is at least { $min }
participation-answer-number-max = Write a number that is at most { $max }
participation-answer-date-day = The date must include a day
participation-answer-date-month = The date must include a month
participation-answer-date-year = The date must include a year with four digits
participation-answer-date-unreal = There is no such date. Check the day and month
participation-answer-date-early = Write a date from { $earliest } on
participation-answer-date-late = Write a date up to { $latest }
participation-answer-ranking-twice = Two options have the same number. Give each option its own number
participation-answer-ranking-gap = A number is missing. Start with 1 and go on without gaps
participation-answer-both = You have both answered and chosen not to answer. Remove one of them
participation-answer-all-blank = Answer at least one question

## Closed, paused, not yet open
participation-door-not-yet-title = It is not open yet
participation-door-opens = You can answer from { $date }.
participation-door-paused-title = It is paused at the moment
participation-door-paused = We are not taking answers at the moment. The dialogue’s page says why and what happens next.
participation-door-closed-title = It is no longer possible to answer
participation-door-closed-on = The last day to answer was { $date }. We are now reading the answers.
participation-door-closed = Collection has ended. We are now reading the answers.
participation-door-feedback = By { $date } we tell you what the answers led to.
participation-door-to-dialogue = Go to the dialogue’s page
participation-door-typed-title = This is what you had answered
participation-door-typed = The answer was not sent in time and is not saved. Copy the text if you want to keep it.

## Comments
participation-comment-question = What do you want to tell us?
participation-comment-help = Write what you think and, if you like, why.
participation-comment-premoderate = We read the comment before it is shown here.
participation-comment-postmoderate = The comment is shown here when you have sent it.
participation-comment-send = Send comment
participation-comments-title = Comments
participation-comments-newest-first = The newest first.
participation-comments-newest = To the newest comments
participation-comments-older = Older comments
participation-comments-none = No comment is shown yet. You can be the first.
participation-comments-masked = personal data are hidden

## On paper
participation-paper-title = Paper form
participation-paper-how = Tick the boxes and write on the lines. Skip what you do not want to answer.
participation-paper-no-name = Do not write your name.
participation-paper-return = Hand in the form to { $office }.
participation-paper-last-day = The last day is { $date }.
participation-paper-web = You can also answer on the web: { $address }

## Receipt
participation-receipt-title = Thank you, we have your answer
participation-receipt-lead = Your answer is now part of the dialogue “{ $title }”.
participation-receipt-next-title = What happens now
participation-receipt-next-read = We read all answers.
participation-receipt-next-summary = We summarise them for the elected representatives who decide.
participation-receipt-next-answer-on = By { $date } we tell you what the answers led to.
participation-receipt-next-answer = On the dialogue’s page we tell you what the answers led to.
participation-receipt-code-title = Your code
participation-receipt-code = Keep the code. With it you can see your answer, change it while the dialogue is open or withdraw it. We cannot find the code for you later.
participation-receipt-became = See what became of your answer
participation-receipt-see = See your answer
participation-receipt-mail-title = Do you want to know what happened?
participation-receipt-mail-label = E-mail address
participation-receipt-mail-hint = We write when there is an answer and for nothing else. The address is kept apart from what you answered.
participation-receipt-mail-send = E-mail me the answer
participation-receipt-has-address = You have left an e-mail address. Confirm it with the link in our e-mail.

## My answer
participation-my-title = My answer
participation-my-lead = Write the code from your receipt to see, change or withdraw your answer.
participation-my-code = Code
participation-my-code-hint = Twelve characters, for example 7F3A-9KQM-2XWT. Capital and small letters do not matter.
participation-my-show = Show my answer
participation-my-lost = Have you lost the code? Then we cannot see which answer is yours, but you can contact us.
participation-my-contact = Contact us
participation-code-form = The code has twelve characters. Check that you have them all
participation-code-slip = One character in the code is wrong. Compare with your receipt
participation-code-unknown = We find no answer with that code. Compare with your receipt
participation-my-answer-title = Your answer
participation-my-sent = Sent { $moment }.
participation-my-changed = Changed { $moment }.
participation-my-withdrawn = You withdrew the answer { $moment }. It is not counted and not shown.
participation-my-change = Change the answer
participation-my-withdraw = Withdraw the answer
participation-change-closed = The answer can no longer be changed, because collection has ended.
participation-text-waiting = The text is waiting to be reviewed.
participation-text-published = The text is published.
participation-text-masked = The text is published. We have hidden personal data in it.
participation-text-hidden = The text is not shown.
participation-text-reason = Reason:
participation-withdraw-title = Withdraw the answer?
participation-withdraw-lead = This is about your answer in the dialogue { $title }.
participation-withdraw-gone = The answer is no longer counted and is shown to no one.
participation-withdraw-kept = It stays as a public record with the municipality until it is disposed of.
participation-withdraw-final = You cannot undo it, but you can answer again while the dialogue is open.
participation-withdraw-yes = Withdraw the answer
participation-withdraw-no = Keep the answer
participation-withdrawn-already = The answer has already been withdrawn.

## Notes
participation-note-replayed = We already had that answer. It counts once.
participation-note-address = We have sent an e-mail. Open the link in it to confirm the address.
participation-note-changed = Your answer has been changed.
participation-note-withdrawn = Your answer has been withdrawn.
participation-note-stale = Someone else made changes meanwhile. Nothing was overwritten. Please redo your change.
participation-note-saved = Saved.
participation-note-question-saved = The question is saved.
participation-note-published = The version is published.
participation-note-opened = The activity is open when the dialogue is.
participation-note-paused = The activity is paused.
participation-note-closed = The activity is closed.
participation-note-entered = The answer is recorded.
participation-note-entered-before = The answer was already recorded. Nothing new was saved.
participation-note-file-gone = The file has already been imported or removed. See the list below.
participation-note-import-cancelled = The file is removed. Nothing was imported.
participation-note-imported = The file is imported.
participation-note-nothing-new = No rows were new. Nothing was imported.
participation-note-undone = The import has been taken back.
participation-note-undone-before = The import had already been taken back.
participation-note-withdrawn-by-staff = The answer has been taken out of the results.

## Channels and languages
participation-channel-web = The web
participation-channel-paper = Paper
participation-channel-phone = Phone
participation-channel-email = E-mail
participation-channel-meeting = Meeting
participation-channel-school = School
participation-channel-interview = Interview
participation-channel-import = Imported file
participation-language-sv = Swedish
participation-language-en = English
participation-language-ar = Arabic
participation-language-fa = Persian
participation-language-fi = Finnish
participation-language-pl = Polish
participation-language-so = Somali
participation-language-es = Spanish
participation-language-ti = Tigrinya
participation-language-uk = Ukrainian
participation-language-other = Another language

## Kinds
participation-kind-survey = Survey
participation-kind-survey-hint = Questions that you build yourself, one per page.
participation-kind-comment = Open comment
participation-kind-comment-hint = One field to write freely in. Published comments are shown below it.
participation-question-single = One choice
participation-question-multiple = Several choices
participation-question-scale = Scale
participation-question-long-text = Long text
participation-question-short-text = Short text
participation-question-ranking = Ranking
participation-question-number-kind = Number
participation-question-date = Date
participation-question-place = Place
participation-question-email = E-mail address
participation-question-information = Information page

## Desk: activities
participation-activities-title = Activities
participation-activities-none = These are the ways to take part in the dialogue. No activity has been made yet.
participation-activities-count = { $n ->
    [0] No answers
    [one] One answer
   *[other] { $text } answers
 }
participation-activity-new = New activity
participation-activity-kind = How will residents take part?
participation-activity-choose-kind = Choose how residents will take part
participation-activity-name = Name
participation-activity-name-hint = What residents see, for example “Answer the survey about the square”.
participation-activity-title = Write a name of at most { $max } characters
participation-activity-create = Create activity
participation-activity-dates = The last day cannot come before the first. Change one of the dates
participation-standing-draft = Draft
participation-standing-ready = Ready, shown when the dialogue is published
participation-standing-open = Open
participation-standing-open-to = Open until { $date }
participation-standing-opens = Opens { $date }
participation-standing-paused = Paused
participation-standing-closed = Closed
participation-duty-build = Build an activity and publish it
participation-support-activities-title = Choose ways to take part
participation-support-activities = A survey fits when you know what you need to find out. An open comment fits when you want to hear what you have not thought of. Take answers on paper, by phone and at meetings too.

## Desk: builder
participation-builder-questions = Questions
participation-builder-none = No questions yet. Choose a kind and add the first.
participation-builder-version = Version { $version }
participation-builder-preview = Preview as a resident
participation-builder-paper = Open the form for printing
participation-builder-edit = Edit
participation-builder-up = Move up
participation-builder-down = Move down
participation-builder-remove = Remove
participation-builder-add-kind = Kind of question
participation-builder-add = Add question
participation-builder-required = must be answered
participation-builder-voluntary = voluntary
participation-builder-no-label = The question has no text
participation-builder-new-question = New question
participation-builder-choose-kind = Choose a kind of question and try again.
participation-builder-unknown = The button was not recognised. Go back, reload the page and try again. Nothing has changed.
participation-builder-options-lines = Write as many lines in English as in Swedish, in the same order
participation-builder-whole-number = Write a whole number in digits
participation-builder-condition-number = Write the number that the answer is compared with
participation-publish-title = Publish
participation-publish-first = When you publish, the activity is ready to open. After that you change questions by a new version.
participation-publish-next = The questions have changed since the last version. Answers already given keep their version.
participation-publish-note = What has changed, and why?
participation-publish-button = Publish version
participation-publish-unchanged = Nothing has changed since the published version.
participation-publish-same = Nothing has changed since the last version. Make a change first, then publish.
participation-open-unpublished = Publish a version first. Then the activity can open.
participation-state-title = Open and close
participation-state-open-button = Open the activity
participation-state-pause-button = Pause the activity
participation-state-close-button = Close the activity
participation-state-waiting = Waiting for review
participation-state-published = Published
participation-state-masked = Published, personal data are hidden
participation-state-hidden = Hidden
participation-versions-title = Versions
participation-versions-number = Version
participation-versions-when = When
participation-versions-who = Who
participation-versions-note = Note
participation-versions-answers = Answers
participation-support-builder-title = About the questions
participation-support-builder-order = Begin with what is easy to answer. Ask one thing at a time. Every question should matter for the decision.
participation-support-builder-versions = Corrected words count as the same option. An option with another meaning becomes a new one, so that answers can be compared between versions.

## Desk: what hinders publishing
participation-fault-no-questions = Add at least one question
participation-fault-too-many-questions = There are too many questions. Remove some, at most 60 fit
participation-fault-key = Two questions have the same key. Remove one and add it again
participation-fault-label = Write the question
participation-fault-wording-long = Shorten the text to at most { $max } characters
participation-fault-purpose = Write why we ask
participation-fault-background-required = Questions about the person are always voluntary. Remove the tick
participation-fault-max-length = Write a highest number of characters between 1 and { $max }
participation-fault-min-max-choices = The lowest number of choices cannot be greater than the highest, and neither greater than { $options }
participation-fault-steps = Write a number of steps between 2 and 11
participation-fault-ends = Write words for both ends of the scale
participation-fault-min-max = The lowest number cannot be greater than the highest. Decimals are 0–3
participation-fault-dates = The earliest date cannot come after the latest
participation-fault-options = Write at least two options, one per line
participation-fault-too-many-options = Shorten the list to at most { $max } options
participation-fault-option-key = Two options are too alike. Word them further apart
participation-fault-option-twice = The same option stands twice. Remove one
participation-fault-condition-empty = Choose at least one answer that the question depends on, or always show it
participation-fault-condition-earlier = The condition is about a question that comes later or is gone. Choose an earlier question
participation-fault-condition-value = The answer in the condition is not among those of “{ $question }”. Choose another
participation-version-measure = The question measures in another way than when it was answered. Add a new question instead
participation-version-background = The question has already been answered. Add a new one if you want to move it to or from “About you”
participation-version-option = The option “{ $old }” has already been answered and cannot change its meaning to “{ $new }”. Write a new option instead

## Desk: one question
participation-form-title = Edit question
participation-form-published = The question is published
participation-form-label = Question
participation-form-label-en = Question in English
participation-form-statement = Statement
participation-form-statement-en = Statement in English
participation-form-help = Help text
participation-form-help-en = Help text in English
participation-form-options = Options
participation-form-options-hint = One option per line.
participation-form-options-en = Options in English
participation-form-options-en-hint = The same order, one line for each. Leave empty if they are not translated.
participation-form-areas = Areas
participation-form-areas-hint = One area per line. Leave empty if participants should only write an address.
participation-form-min-choices = Lowest number of choices
participation-form-max-choices = Highest number of choices
participation-form-max-length = Highest number of characters
participation-form-steps = Number of steps
participation-form-low = Words at the beginning of the scale
participation-form-low-en = Words at the beginning in English
participation-form-high = Words at the end of the scale
participation-form-high-en = Words at the end in English
participation-form-min = Lowest number
participation-form-max = Highest number
participation-form-decimals = Number of decimals
participation-form-unit = Unit
participation-form-unit-en = Unit in English
participation-form-earliest = Earliest date
participation-form-latest = Latest date
participation-form-answering = Answering
participation-form-required = Must be answered
participation-form-unsure = Offer “Don’t know”
participation-form-decline = Offer “Prefer not to answer”
participation-form-background = The question is about the person and comes last, among “About you”
participation-form-purpose = Why we ask
participation-form-purpose-hint = Needed for questions about the person, for example “We want to see if we reach all ages.”
participation-form-purpose-en = Why we ask, in English
participation-form-shown = When is the question shown?
participation-form-shown-always = Always
participation-form-shown-all = When all conditions below hold
participation-form-shown-any = When any condition below holds
participation-form-test = Condition { $number }
participation-form-test-answer = Answer to an earlier question
participation-form-test-operator = Compare
participation-form-test-value = Number
participation-form-test-number = the number on the right
participation-form-test-any = has answered
participation-form-operator-is = is
participation-form-operator-is-not = is not
participation-form-operator-at-least = is at least
participation-form-operator-at-most = is at most
participation-form-save = Save question
participation-form-leave = Go back without saving
participation-support-question-title = Good questions
participation-support-question = Write as you speak. Avoid leading words. Give options that do not overlap, and “Don’t know” when that is a fair answer.
participation-support-condition = A condition shows the question only to those who gave a certain answer earlier. Results are then counted on those who saw the question.
participation-condition = Answered if { $tests }.
participation-condition-and = and
participation-condition-or = or
participation-condition-is = the answer to question { $question } is “{ $value }”
participation-condition-is-not = the answer to question { $question } is not “{ $value }”
participation-condition-at-least = the answer to question { $question } is at least { $value }
participation-condition-at-most = the answer to question { $question } is at most { $value }
participation-condition-answered = question { $question } is answered
participation-condition-unanswered = question { $question } is not answered

## Desk: settings
participation-settings-link = Name, dates and review
participation-settings-title = Name
participation-settings-title-en = Name in English
participation-settings-lead = Lead
participation-settings-lead-hint = One sentence, shown on the dialogue’s page and at the top of the activity.
participation-settings-lead-en = Lead in English
participation-settings-intro = Introduction
participation-settings-intro-hint = What participants need to know to be able to answer. Changes apply when the next version is published.
participation-settings-intro-en = Introduction in English
participation-settings-opens = First day
participation-settings-closes = Last day
participation-settings-dates-hint = Leave empty to follow the dialogue’s dates. For example 17 3 2026.
participation-settings-premoderate = Review texts before they are shown
participation-settings-premoderate-hint = Texts that may hold personal data always wait for a person.
participation-settings-save = Save settings

## Desk: entry
participation-entry-link = Record answers
participation-entry-title = Record answers
participation-entry-how = How did the answer come?
participation-entry-channel = Choose how the answer came
participation-entry-round = Round
participation-entry-round-hint = For example “The meeting at the library 12 March”. Kept for the next answer.
participation-entry-language = Language of the answer
participation-entry-day = Day the answer was given
participation-entry-day-hint = Leave empty for today.
participation-entry-future = Write a day that has been
participation-entry-save-next = Save and record the next
participation-entry-save = Save and go to the list
participation-support-entry-title = Word for word
participation-support-entry = Copy the answer as it stands, spelling mistakes too. Skip what is empty.
participation-support-entry-words = Do not copy names and phone numbers. They are not part of the answer.

## Desk: import
participation-import-link = Import file
participation-import-title = Import answers from a file
participation-import-lead = You see which rows can be read before anything is saved.
participation-import-file = File
participation-import-file-hint = CSV with headings on the first row, at most 10 MB. Comma, semicolon and tab work.
participation-import-map-label = Point out columns
participation-import-map-hint = Needed when the columns are called something else, for example text=title+body, date=received.
participation-import-channel-label = Channel for rows without their own
participation-import-language-label = Language for rows without their own
participation-import-force = Take in rows that the file has already brought
participation-import-force-hint = Otherwise they are skipped, so that the same answer is not counted twice.
participation-import-upload = Read the file
participation-import-choose-file = Choose a file
participation-import-unpublished = Publish a version of the questions first. Then answers can be recorded and imported.
participation-import-earlier = Earlier imports
participation-import-accepted = Rows imported
participation-import-refused = Rows refused
participation-import-undone-word = taken back
participation-import-preview-title = Check the file
participation-import-utf8 = UTF-8
participation-import-utf16 = UTF-16
participation-import-windows = Windows-1252
participation-import-count-ok = { $n ->
    [0] No rows can be imported.
    [one] One row can be imported.
   *[other] { $text } rows can be imported.
 }
participation-import-count-refused = { $n ->
    [0] No rows are refused.
    [one] One row is refused.
   *[other] { $text } rows are refused.
 }
participation-import-count-already = { $n ->
    [one] One row was brought by the same file before.
   *[other] { $text } rows were brought by the same file before.
 }
participation-import-done-accepted = { $n ->
    [one] One row is imported.
   *[other] { $text } rows are imported.
 }
participation-import-confirm = { $n ->
    [one] Import one row
   *[other] Import { $text } rows
 }
participation-import-cancel = Remove the file without importing
participation-import-columns = Columns
participation-import-ignored = Not used
participation-import-target-channel = Channel
participation-import-target-date = Date
participation-import-target-language = Language
participation-import-refused-title = Refused rows
participation-import-rows-title = The first rows
participation-import-row = Row
participation-import-column = Column
participation-import-why = What you can do
participation-import-report-title = Import
participation-import-undone = The import was taken back { $moment }.
participation-import-another = Import another file
participation-import-undo-title = Did it go wrong?
participation-import-undo-text = You can take back the whole import as long as nothing in the dialogue has been coded. The rows stay as public records but are not counted.
participation-import-undo = Take back the import
participation-undo-coded = Answers in the dialogue have already been coded, so the import cannot be taken back as a whole. Take single answers out in the list of answers instead.
participation-support-import-title = Columns that are recognised
participation-support-import = The heading should be one of these words, or the text of the question. Options are written as in the question; several are parted by a vertical bar.

## Import: what is wrong
participation-import-empty = The file is empty. Choose a file with headings on the first row
participation-import-no-rows = The file has headings only. Add rows below them
participation-import-too-large = The file is too large. Split it into files of at most { $max } MB
participation-import-too-many-rows = The file has more than { $max } rows. Split it
participation-import-not-a-table = The file does not look like a table: { $broken } rows cannot be read. Save it as CSV and try again
participation-import-workbook = The file is a workbook or a package. Open it in the spreadsheet program, save as CSV and choose that file
participation-import-encoding = The character encoding cannot be read. Save the file as UTF-8 and try again
participation-import-no-columns = No column answers a question. The file has: { $columns }. Change the heading or point out the column
participation-import-map = The part “{ $part }” cannot be read. Write target=column, for example text=body
participation-import-map-target = “{ $target }” is no question here. Write text, date, channel, language or the key of a question before the equals sign
participation-import-map-column = The file has no column called “{ $column }”. It has: { $columns }
participation-import-cells = The row has { $cells } cells but the heading row { $columns }. Put quotation marks around text that contains delimiters
participation-import-nul = The row holds characters that are not text. Remove them or save the file as CSV again
participation-import-quote = A quotation mark opens on the row but never closes. Close it, or double quotation marks inside the text
participation-import-after-quote = There is text right after a closing quotation mark. Double quotation marks inside the text
participation-import-row-long = The row is too long. Shorten the text
participation-import-blank = The row has no answer. Write an answer or remove the row
participation-import-channel = “{ $value }” is no channel. Write web, paper, phone, email, meeting, school or interview
participation-import-date = “{ $value }” cannot be read as a date. Write it as 2026-03-17
participation-import-date-range = “{ $value }” is a date in the future or before 1900. Correct it
participation-import-language = “{ $value }” is no language we recognise. Write for example sv, en or ar
participation-import-option = “{ $value }” is not among the options. Write one of: { $options }
participation-import-scale = “{ $value }” is no step on the scale. Write a number from 1 to { $max }
participation-import-number = “{ $value }” cannot be read as a number. Write it in digits
participation-import-not-asked = The question takes no answers from a file. Remove the column from the mapping

## Desk: answers
participation-answers-link = See the answers
participation-answers-title = Answers
participation-answers-answer = Answer
participation-answers-all = All
participation-answers-show = Show
participation-answers-filter = Show answers
participation-answers-standing = Standing
participation-answers-withdrawn = Withdrawn
participation-answers-changed = Changed
participation-answers-none = No answers match the selection.
participation-answer-title = One answer
participation-answer-came = Came in
participation-answer-channel = Channel
participation-answer-round = Round
participation-answer-version = Version of the questions
participation-answer-language = Language
participation-answer-entered-by = Recorded by
participation-answer-changed = Changed
participation-answer-withdrawn = Withdrawn
participation-answer-moderation = Review of the texts
participation-answer-history = History
participation-answer-withdraw-title = Recorded wrongly?
participation-answer-withdraw-text = The answer is taken out of the results but stays as a record.
participation-answer-withdraw-reason = Reason
participation-answer-withdraw-button = Take the answer out of the results
participation-withdraw-reason-missing = Write why the answer is taken out of the results
participation-withdraw-not-yours = The answer came from the person, who can withdraw it with their code. A text that should not be shown is hidden in moderation.
participation-change-withdrawn = Taken out of the results. { $reason }
participation-change-before = Changed. Before it said: { $answers }

## Exports
participation-export-number = Number of the row
participation-export-version = Which version of the questions was answered
participation-export-channel = How the answer came
participation-export-language = Language
participation-export-day = The day the answer came
participation-export-chosen = Chosen
participation-export-not-chosen = Not chosen
participation-export-first = Most important
participation-export-address = { $question }: address
participation-export-area = { $question }: area

participation-use-title = Use in my dialogue
participation-use-methods = Methods
participation-use-which = Choose the dialogue in which the methods are to be used.
participation-use-dialogue = Dialogue
participation-use-go-on = Continue
participation-use-none = No dialogue is going on. Here you choose among dialogues that are being planned or held.
participation-use-begin = Begin a dialogue
participation-use-untitled = Dialogue without a title
participation-use-lead = This is added to the dialogue. Untick what you do not want.
participation-use-for = Dialogue:
participation-use-makes = This is made
participation-use-activity = An activity as a draft: { $name } ({ $kind })
participation-use-activity-there = The activity is there already.
participation-use-no-activity = The method happens on site and therefore gets no activity here. You get the items of the checklist and the line of the plan.
participation-use-plan = The name of the method in the plan
participation-use-plan-there = The method stands in the plan already.
participation-use-item = Checklist item, { $phase }: { $text }
participation-use-before = before the dialogue
participation-use-during = during the dialogue
participation-use-after = after the dialogue
participation-use-items-there = { $n ->
    [one] 1 of the method's items is on the checklist already.
   *[other] { $text } of the method's items are on the checklist already.
}
participation-use-all-there = Everything of the methods is in the dialogue already.
participation-use-nothing = Tick at least one thing
participation-use-submit = Add to the dialogue
participation-use-leave = Go to the dialogue without changing anything
participation-use-done = The methods are added to the dialogue
participation-use-support-title = What happens then?
participation-use-support = Activities become drafts that only the desk sees. The items come onto the dialogue's checklist, where you can assign them. Doing this again adds nothing twice.

## What a text may hold of personal data
participation-mark-personal-number = Possible personal identity number
participation-mark-coordination-number = Possible coordination number
participation-mark-phone = Possible telephone number
participation-mark-email = Possible e-mail address
participation-mark-address = Possible address
participation-mark-plate = Possible registration number

## Statements
participation-kind-statements = Statements
participation-kind-statements-hint = People take a stance on one statement at a time. Fits when you want to see what many agree on and what divides them.
participation-question-statement = Statement
participation-question-proposal = Field for participants’ own statements
participation-stance-agree = Agree
participation-stance-disagree = Disagree
participation-stance-pass = Don’t know, skip
participation-statement-heading = What do you think of this?
participation-statement-progress = You have taken a stance on { $done } of { $all } statements.
participation-proposal-saved = Your statement has been saved.
participation-statement-saved = Saved. You answered: { $stance }.
participation-statement-change-last = Change your answer
participation-statement-before = Your earlier answer: { $stance }. What you choose now counts instead.
participation-statement-all-done = You have taken a stance on all statements. Thank you. If there are more you find them here.
participation-statement-none = Here you take a stance on statements. There are none yet.
participation-statement-stop = Every answer is saved at once. You can stop whenever you like and go on later.
participation-statement-public-record = Your answers become a public record. Nobody can see who has answered.
participation-statement-later-title = Go on later
participation-statement-later = Keep the address of this page or write down the code. With it you go on where you stopped, change answers or withdraw them.
participation-statement-receipt = What happens with my answers?
participation-statement-taken = Your answers
participation-statement-gone = It is no longer possible to take a stance on that statement. Nothing is saved. Take a stance on another one
participation-answer-missing-stance = Choose what you think of the statement
participation-proposal-question = Is something missing? Propose a statement of your own
participation-proposal-help = Write one thing that others can agree with or not.
participation-proposal-title = Propose a statement of your own
participation-proposal-label = Your statement
participation-proposal-hint = Write one thing that others can agree with or not, and nothing about a private person. We read the statement before others see it. You can propose one.
participation-proposal-send = Send the statement
participation-proposal-empty = Write a statement
participation-proposal-once = You have already proposed a statement
participation-proposal-known = That statement is there already. Write another one or take a stance on the one that is there
participation-proposal-closed = It is not possible to propose statements here
participation-proposal-yours = Your statement
participation-proposal-waiting = We have received the statement and read it before others see it.
participation-proposal-published = The statement is published. Now others take a stance on it.
participation-proposal-hidden = We have not published the statement. Why stands on the page Your answer, which you reach with the code.
participation-fault-no-statements = Add at least one statement
participation-fault-too-many-statements = There are too many statements. Remove some, at most 300 fit
participation-fault-statement-long = Shorten the statement to at most { $max } characters. One thought in each statement
participation-fault-statement-twice = The statement is in the list already. Remove one of them
participation-support-statement = Write one thought in each statement, so that whoever agrees knows with what. Also write things that you believe many disagree with. Fifteen to thirty are a good start.

## A vote over money
participation-kind-budget = Participatory budget
participation-kind-budget-hint = People vote on which projects a sum of money should go to. The rule that decides is told before they vote.
participation-question-budget = Vote over money
participation-budget-question = Which projects do you want the money to go to?
participation-kronor = { $amount } kronor
participation-budget-total = There are { $total } kronor to distribute.
participation-budget-sum-left = You have chosen for { $chosen } kronor. { $left } kronor are left of { $total }.
participation-budget-sum-over = You have chosen for { $chosen } kronor. That is { $left } kronor too much. Remove something before you continue.
participation-budget-sum-approval = { $n ->
    [0] You have not chosen a project yet.
    [one] You have chosen one project. It costs { $chosen } kronor.
   *[other] You have chosen { $count } projects. Together they cost { $chosen } kronor.
 }
participation-budget-add-up = Add up
participation-ballot-knapsack = As far as the money goes
participation-ballot-knapsack-hint = People choose projects that together fit the sum.
participation-ballot-knapsack-told = Choose as many projects as the money pays for.
participation-ballot-approval = A number of projects
participation-ballot-approval-hint = People choose any projects, whatever they cost.
participation-ballot-approval-told = { $n ->
    [one] Choose at most one project. What it costs does not matter.
   *[other] Choose at most { $n } projects. What they cost together does not matter.
 }
participation-ballot-approval-any-told = Choose as many projects as you like. What they cost together does not matter.
participation-rule-greedy = Most votes first
participation-rule-greedy-told = The project with most votes is funded first, then the one with the next most, as long as the money lasts. A project that does not fit is skipped.
participation-rule-equal-shares = An equal part for everybody
participation-rule-equal-shares-told = Every vote decides over an equal part of the money. Those who want a project pay for it together with their parts. If money is left, the parts are raised by one krona at a time, and at last the rest goes to what fits and has most votes. So smaller groups get something, too.
participation-rule-phragmen = Growing parts
participation-rule-phragmen-told = Every vote earns money at the same speed. When those who want a project can afford it they buy it. It ends when the next project does not fit. So smaller groups get something, too.
participation-rule-ties = If two projects are exactly equal, the one that comes first in the list goes first.
participation-answer-missing-projects = Choose at least one project
participation-answer-over-budget = The projects cost { $over } kronor too much. Remove something
participation-answer-choose-fewer-projects = Choose at most { $max } projects. You have chosen { $chosen }
participation-budget-form-total = Sum in kronor
participation-budget-form-total-hint = Whole kronor, for example 500 000. It is fixed once the activity is published.
participation-budget-form-ballot = What may people choose?
participation-budget-form-most = Highest number of projects
participation-budget-form-most-hint = Holds when people choose a number of projects. Leave empty for any number.
participation-budget-form-rule = Which rule decides?
participation-budget-form-projects = Projects
participation-budget-form-projects-hint = The order here is the order on the page. Empty all fields of a box to remove the project.
participation-budget-form-project = Project { $number }
participation-budget-form-name = Name
participation-budget-form-name-en = Name in English
participation-budget-form-cost = Cost in kronor
participation-budget-form-text = What it is
participation-budget-form-text-en = What it is, in English
participation-budget-form-place = Place
participation-budget-form-more = Save to make room for more projects.
participation-budget-name-missing = Write what each project is called
participation-budget-choose-ballot = Choose what people may choose
participation-budget-choose-rule = Choose the rule that decides
participation-fault-budget-total = Write the sum in whole kronor, above zero
participation-fault-budget-most = The highest number cannot be above the number of projects, { $options }
participation-fault-project-cost = Write what the project “{ $project }” costs in whole kronor
participation-fault-project-over = The project “{ $project }” costs more than the whole sum. It can never be funded
participation-fault-no-ballot = The ballot is missing. Make the activity anew
participation-version-budget = The sum is fixed since the activity was published. Make a new activity if it is wrong
participation-version-ballot = The way to vote is fixed since the activity was published. Make a new activity if it is wrong
participation-version-rule = The rule is fixed since the activity was published. Make a new activity if it is wrong
participation-version-cost = The cost of a published project is fixed. Add a new project instead
participation-support-budget = Tell people who pays and when the projects come about. The rule, the sum and the costs are fixed once the first version is published. New projects can be added, and those that are removed can no longer win.
