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
