# Assignments, decisions and answers.
cases-menu-assignments = Assignments
cases-all = All
cases-choose = Choose
cases-show = Show
cases-overdue = Late
cases-sent-twice = The form had been sent already. What you wrote is saved once.

cases-assignment-received = Received
cases-assignment-ongoing = Ongoing
cases-assignment-partly-reported = Partly reported
cases-assignment-reported = Reported
cases-assignment-written-off = Written off
cases-effect-none = The dialogue did not change the decision
cases-effect-partly = The dialogue changed parts of the decision
cases-effect-large = The dialogue changed the decision a great deal
cases-outcome-done = Carried out
cases-outcome-partly = Carried out in part
cases-outcome-investigated = Being looked into
cases-outcome-under-way = Already on its way
cases-outcome-no = Not carried out
cases-outcome-outside = Outside the municipality's responsibility
cases-stage-heard = Thanks and what we heard
cases-stage-answered = Answer after the decision
cases-stage-followed-up = How it is going

cases-assignments-lead = What the board or a committee has asked for. Late assignments stand first.
cases-assignments-empty = There are no assignments here. Register one when the board has decided on it.
cases-assignments-caption = { $n ->
    [one] { $text } assignment
   *[other] { $text } assignments
 }
cases-assignment-new = Register assignment
cases-assignment-edit = Change the assignment
cases-assignment-save = Save assignment
cases-assignment-title = Assignment from { $body } { $date }
cases-assignment-dialogues = Dialogues in the assignment
cases-assignment-no-dialogues = No dialogue is linked to the assignment.
cases-assignment-link = Link the dialogue
cases-assignment-link-label = Dialogue
cases-assignment-unlink = Remove the link
cases-done-assignment = The assignment is saved.
cases-done-link = The link is changed.
cases-duty-assignment = Report the assignment

cases-field-assignment = Assignment
cases-field-body = Who gave the assignment?
cases-field-decided = When was it decided?
cases-field-paragraph = Paragraph
cases-field-wording = Text of the assignment
cases-field-wording-hint = As it stands in the minutes.
cases-field-due = To be reported by
cases-field-due-hint = Leave empty if the board has set no date.
cases-field-case-number = Case number
cases-field-case-number-hint = As your registry writes it, for example KS 2026/0123.
cases-field-responsible = Office or unit responsible
cases-field-status = State
cases-field-note = Own note
cases-error-body = Enter which board or committee it is
cases-error-decided = Enter the date of the decision with day, month and year
cases-error-wording = Enter what the board asked for
cases-error-due = Enter the date with day, month and year, or leave it empty
cases-error-due-before = The assignment cannot be reported before the decision. Check the dates
cases-error-status = Choose a state

cases-decisions = Decisions
cases-decisions-title = Decisions: { $title }
cases-decisions-empty = No decision is recorded. Record it when the minutes have been approved.
cases-decision-heading = { $body } { $date } § { $paragraph }
cases-decision-new = Record decision
cases-decision-basis = On what does the decision rest?
cases-decision-edit = Change the decision
cases-decision-save = Save decision
cases-field-decision-body = Who decided?
cases-field-decision-date = When?
cases-field-decision = What was decided?
cases-field-decision-hint = As it stands in the minutes.
cases-field-effect = How much did the dialogue change the decision?
cases-field-effect-reason = How was the dialogue weighed in?
cases-field-effect-reason-hint = This is shown on the dialogue's page.
cases-error-decided-later = The decision cannot have been made after today. Check the date
cases-error-decision-wording = Enter what was decided
cases-error-effect = Choose how much the dialogue changed
cases-error-effect-reason = Enter how the dialogue was weighed in, or why it was not
cases-done-decision = The decision is saved and shown on the dialogue's page.

cases-answers = You said – we do
cases-answers-title = You said – we do: { $title }
cases-answers-lead = Every theme gets an answer. The dialogue cannot be ended until all have one.
cases-answers-due = The answer is promised by { $date }.
cases-answers-empty = There are no themes to answer yet. They are made when the answers are coded.
cases-answers-to-plan = Go to the code plan
cases-answers-progress = { $n } of { $all } themes have an answer
cases-answers-caption = Themes, of { $text } coded texts
cases-answer-missing = Answer missing
cases-not-published = Not published
cases-publish-title = Publish the answers
cases-publish-missing = { $n ->
    [one] One theme lacks an answer. You can publish the rest now.
   *[other] { $text } themes lack an answer. You can publish the rest now.
 }
cases-publish-text = { $n ->
    [0] The answers are shown on the dialogue's page. Nobody has asked for e-mail.
    [one] The answers are shown on the dialogue's page and e-mailed to one person who asked.
   *[other] The answers are shown on the dialogue's page and e-mailed to { $text } people who asked.
 }
cases-publish = Publish the answers
cases-nothing-to-publish = All written answers are published already. Write or change an answer first.
cases-see-results = See the results page
cases-sent = Letters sent
cases-sent-to = { $n ->
    [one] { $text } recipient
   *[other] { $text } recipients
 }
cases-done-publish = The answers are published.
cases-done-answer = The answer is saved.

cases-answer-title = Answer: { $theme } – { $title }
cases-answer-base = { $n } of { $base } coded texts are about the theme.
cases-answer-quotes = What they said
cases-answer-is-public = The answer is published. What you change is visible to everybody at once.
cases-answer-save = Save answer
cases-field-theme = Theme
cases-field-count = Count
cases-field-you-said = You said
cases-field-you-said-hint = A sentence that participants recognise, for example: The park needs more shade.
cases-field-outcome = We do
cases-field-published = Published
cases-field-answer-reason = What do we do, and why?
cases-field-answer-reason-hint = Say what happens. If something will not happen, say why.
cases-field-answer-responsible = Who is responsible?
cases-field-when = When?
cases-field-when-hint = For example: September 2026.
cases-field-rests-on = Rests on the decision
cases-no-decision = No decision
cases-error-you-said = Enter what participants said, in one sentence
cases-error-outcome = Choose what happens
cases-error-answer-reason = Enter what you do and why
cases-error-responsible = Enter who is responsible

cases-answer-mail-subject = Answer from the municipality: { $title }
cases-answer-mail-body = Hello

    You wanted to know what happens after the dialogue "{ $title }". { $municipality } has now answered { $n ->
        [one] what came out of it.
       *[other] all { $n } themes that came out of it.
    }

    Read the answers here:
    { $link }

    If you do not want more e-mail about the dialogue, open the link:
    { $leave }

    { $municipality }


# Dialogue report and official statement: the pages.
cases-report = Dialogue report
cases-statement = Official statement
cases-report-lead = The report tells what participants said. The program fills in what is known, you write the rest. What you write stays when new facts are fetched.
cases-statement-lead = The case to those who decide. The program fills in what comes from the dialogue, the office writes the proposal and the assessment.
cases-paper-empty = The document is not begun.
cases-paper-begin = Begin writing
cases-paper-saved = Saved { $moment } by { $name }
cases-paper-sections = Sections
cases-paper-missing = { $n ->
    [one] One section must be written before the document can be adopted:
   *[other] { $text } sections must be written before the document can be adopted:
 }
cases-paper-incomplete = Some sections have no text. Write them first.
cases-paper-to-adopt = Review and adopt
cases-paper-files = Download the draft
cases-paper-preview = Preview
cases-draft-docx = Draft to go on writing in (DOCX)
cases-draft-pdf = Draft to read (PDF)
cases-section-add = Add a section to the investigation
cases-section-remove = Remove the section
cases-section-save = Save the section
cases-section-generated = This is filled in by the program
cases-section-untitled = Section without a heading
cases-section-nothing = Nothing to report.
cases-sections-enough = The investigation already has as many sections as it can have. Remove one first.
cases-field-section-title = Heading
cases-field-shown = Include what the program fills in
cases-field-shown-hint = Without a tick only your own text stands in the document.
cases-field-written = Your text
cases-field-written-hint = An empty line begins a new paragraph. Lines that begin with a hyphen become a list.
cases-field-timetable = Timetable
cases-field-timetable-hint = One line about when it happens. It stands last in the section.
cases-field-phrases = Add ready phrases
cases-field-phrases-hint = They are put last in your text when you save. After that you can change them.
cases-header = Details in the head
cases-header-edit = Change details in the head
cases-header-save = Save the details
cases-field-paper-title = Title of the document
cases-field-recipient = To whom is it written?
cases-field-recipient-hint = For example: Kommunstyrelsen.
cases-field-office = Office
cases-field-author = Official in charge
cases-field-signatures = Signatures
cases-field-signatures-hint = One person on each line: name, comma and title.
cases-error-section-title = Write a heading for the section
cases-error-too-long = Shorten the text. You have written { $n } characters too many
cases-error-paper-title = Write a title
cases-error-recipient = Write to whom the document is written
cases-error-office = Write which office has written it
cases-conflict = Someone else saved while you were writing.
cases-news = New facts
cases-news-open = See whether there are new facts
cases-news-none = The document already has the latest facts.
cases-news-text = { $n ->
    [one] One section has new facts. Your own text does not change.
   *[other] { $text } sections have new facts. Your own text does not change.
 }
cases-news-come = Added
cases-news-gone = Removed
cases-news-fetch = Fetch new facts
cases-report-adopt = Adopt the report
cases-report-adopt-text = The report is kept as a version with a date and a checksum. The version cannot be changed. You can adopt a new version later.
cases-statement-adopt = Adopt and hand over
cases-statement-adopt-text = The statement is kept as a version with a date and a checksum. Download it and give it to the registrar. The version cannot be changed.
cases-adopt-missing = Write these sections first
cases-adopt-public = Show the version to everyone
cases-adopt-public-hint = It gets a page of its own under the dialogue. You can stop showing it later.
cases-versions = Adopted versions
cases-version-line = Version { $version }, { $moment }, by { $name }
cases-version-heading = { $kind }, version { $version }
cases-version-adopted = Adopted { $moment } by { $name }.
cases-version-hash = Checksum (SHA-256)
cases-version-public = Shown to everyone
cases-version-show = Show the version to everyone
cases-version-hide = Stop showing the version
cases-version-see-public = See the page that everyone sees
cases-version-docx = Document to edit (DOCX)
cases-version-pdf = Document to read and archive (PDF)
cases-public-adopted = Version { $version }, adopted { $date }.
cases-public-swedish = The document is in Swedish.
cases-done-begin = The document is begun with what is known.
cases-done-section = The section is saved.
cases-done-phrases = The phrases are added. Read through and change what is needed.
cases-done-remove-section = The section is removed.
cases-done-header = The details are saved.
cases-done-refresh = New facts are fetched. Your own text is as it was.
cases-done-adopt = The version is adopted.
cases-done-show = The version is now shown to everyone.
cases-done-hide = The version is no longer shown.
cases-hint-report-conclusions = Write the municipality's assessment here, apart from what participants said.
cases-hint-report-summary = One page at most: the question, who took part and the most important findings.
cases-hint-report-agreement = What did most agree on, and where did they differ?
cases-hint-report-differences = Describe only groups with at least five answers.
cases-hint-statement-proposal = Write as if already decided, one action on each line. Several lines are numbered.
cases-hint-statement-assessment = The assessment should lead to the proposal.
cases-hint-statement-children = Say why, also when the case has no consequences.
cases-hint-statement-economy = Write amounts and how they are paid, or that the case costs nothing.
cases-hint-statement-papers = Write more papers on lines of their own. They are numbered after those already there.

# The documents' own words.
cases-head-date = Date
cases-head-case-number = Case number
cases-head-author = Official in charge
cases-head-standing = Standing
cases-head-draft = Draft
cases-head-version = Version
cases-report-title = Dialogue report: { $title }
cases-heading-report-summary = Summary
cases-heading-report-assignment = Assignment, purpose, level and promise
cases-heading-report-scope = What could be influenced
cases-heading-report-account = How it was done
cases-heading-report-participants = Who took part
cases-heading-report-themes = Results by theme
cases-heading-report-agreement = Agreement and disagreement
cases-heading-report-differences = Differences between groups
cases-heading-report-outside = Questions outside the subject
cases-heading-report-conclusions = Conclusions and the municipality's assessment
cases-heading-report-next = Next steps
cases-heading-report-method = Method and sources of error
cases-heading-report-annex-questions = Annex 1: Questions
cases-heading-report-annex-code-plan = Annex 2: Code plan
cases-report-question = The question to participants was: { $question }
cases-report-came-in = { $n ->
    [one] One answer came in { $period }.
   *[other] { $text } answers came in { $period }.
 }
cases-report-came-in-undated = { $n ->
    [one] One answer has come in.
   *[other] { $text } answers have come in.
 }
cases-report-themes-lead = { $n ->
    [one] One free text is coded. This is what it was about:
   *[other] { $text } free texts are coded. This is what most were about:
 }
cases-report-theme-line = { $theme }: { $count } ({ $share })
cases-report-assigned = { $body } decided on { $cited } on the assignment: { $wording }
cases-report-assigned-to = { $body } on { $cited } gave { $office } the assignment: { $wording }
cases-report-purpose = Purpose
cases-report-level = Level on the participation ladder
cases-report-promise = Promise to participants
cases-report-used = How the result is used
cases-report-decider = Decides
cases-report-can = This could be influenced
cases-report-cannot = This could not be influenced
cases-report-cannot-caption = What was fixed, and why
cases-report-methods = Methods
cases-report-activities = Activities and number of answers
cases-report-channels = { $n ->
    [one] How the answer came in (n = { $text })
   *[other] How the answers came in (n = { $text })
 }
cases-report-self-selected = Those who took part chose to. The result shows what they think, not what all residents think.
cases-report-themes-base = { $n ->
    [one] One free text was given one or more themes. The shares are of it.
   *[other] { $text } free texts were given one or more themes. The shares are of them.
 }
cases-report-theme-count = { $count } of { $base } free texts ({ $share }).
cases-report-parts = Within the theme:
cases-report-questions = Answers to the questions
cases-report-outside-caption = Questions that belong elsewhere, and where they were sent
cases-report-decided = { $body } decided on { $cited }: { $wording }
cases-report-decision-on = Decision expected
cases-report-feedback-on = Feedback by
cases-report-feedback-owner = Responsible for the feedback
cases-report-reading = { $base } free texts came in. { $coded } have a theme and { $without } were read without fitting a theme. A text can have several themes.
cases-report-small-cells = Groups with fewer than { $text } answers are not shown, so that nobody can be identified.
cases-report-code-plan = Themes and what counts in them
cases-population-source = Participants and population. Source: { $source }
cases-statement-title = Account of the dialogue { $title }
cases-heading-statement-matter = The matter
cases-heading-statement-proposal = Proposal for decision by { $office }
cases-statement-body-decision = Decision by { $body }
cases-heading-statement-background = Background
cases-statement-investigation-of = Investigation by { $office }
cases-heading-statement-investigation = Citizen dialogue
cases-heading-statement-assessment = Assessment by { $office }
cases-heading-statement-children = Consequences for children and young people
cases-heading-statement-economy = Economic consequences
cases-heading-statement-papers = Papers in the case
cases-statement-came = The municipality has held the dialogue { $title }. { $came }
cases-statement-purpose = The purpose of the dialogue was:
cases-statement-period = Time of the dialogue
cases-statement-answers = Number of answers
cases-statement-channels = How the answers came in
cases-statement-not-met = Views that are not met:
cases-statement-children-yes = The case concerns children and young people.
cases-statement-children-no = The case does not concern children and young people directly.
cases-statement-children-schools = { $n ->
    [one] One answer came through schools.
   *[other] { $text } answers came through schools.
 }
cases-statement-cost = The dialogue is expected to cost { $sum } kronor.
cases-timetable-label = Timetable:
cases-timetable-decision = Decision expected { $date }.
cases-timetable-feedback = Participants get feedback by { $date }.
cases-timetable-evaluation = The dialogue is evaluated { $date }.
cases-papers-statement = Official statement, { $title }
cases-papers-report = Dialogue report, { $title }, version { $version }, { $date }
cases-papers-decision = Decision by { $body }, { $cited }
cases-phrase-note = { $body } notes the information and closes the report.
cases-phrase-ends = The assignment to { $office } of { $cited } is thereby carried out.
cases-phrase-assign = { $body } assigns { $office } to carry out the actions of the dialogue report.
cases-phrase-adopt = { $body } adopts the proposal.
cases-phrase-approve = { $body } approves the report { $title }.
cases-table-activity = Activity
cases-table-answers = Number of answers
cases-table-channel = Channel
cases-table-part = What
cases-table-reason = Why
cases-table-question = Question
cases-table-sent-to = Sent to
cases-table-theme = Theme
cases-table-definition = Definition
cases-table-counts-in = Counts
cases-table-counts-out = Does not count
cases-table-position = Mean position
cases-table-first = Chose first

# Answers as files.
cases-export = Download answers
cases-export-title = Download answers: { $title }
cases-export-lead = The answers as a table, one row for each. The workbook has a sheet that explains the columns.
cases-export-empty = The dialogue has no activity that has been open.
cases-export-count = { $n ->
    [0] No answers yet.
    [one] One answer.
   *[other] { $text } answers.
 }
cases-export-own = For the municipality's own work
cases-export-own-hint = Everything as it was said. Holds what people have written, also texts that are not published. The download is logged.
cases-export-open = For disclosure and open data
cases-export-open-hint = Published texts only, and no answers to the questions about the person.
cases-export-xlsx = Workbook with codebook (XLSX)
cases-export-csv = Table (CSV)
cases-export-json = Data for programs (JSON)
cases-codebook = Codebook
cases-codebook-answers = Answers
cases-codebook-column = Column
cases-codebook-question = Question
cases-codebook-kind = Kind
cases-codebook-values = Values
