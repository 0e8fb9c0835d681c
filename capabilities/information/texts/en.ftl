# Information pages: what the municipality tells, how it is written, and where officials begin.

## Menu
information-menu-begin = Begin here
information-menu-texts = Information pages

## Public pages
information-untranslated = This page is available in Swedish only.
information-changed = Last changed { $date }
information-step = Step { $n }
information-promise = We promise:
information-not-promise = We do not promise:
information-show = Afterwards we show:
information-methods = Usual ways:
information-ongoing = Open
information-ongoing-none = No dialogue is open just now.
information-coming = Coming
information-coming-none = No new dialogue is planned yet.
information-compiling = Being read
information-compiling-none = No dialogue is being read just now.
information-finished = Finished
information-finished-none = No dialogue is finished yet.
information-informing = Information
information-closes = Closes { $date }
information-opens = Opens { $date }
information-answer-by = Answer by { $date }
information-closed = Closed { $date }
information-contact-municipality = Municipality
information-contact-email = E-mail
information-contact-phone = Telephone
information-contact-address = Address
information-controller = Controller of personal data
information-officer = Data protection officer

## Accessibility statement
information-statement-lead = { $municipality } is behind { $service }. We want everybody to be able to use the website. Here is how it meets the Swedish act on the accessibility of digital public services, what does not work and how to tell us.
information-conforms-full = The website fully conforms to the act.
information-conforms-partial = The website partly conforms to the act. What is not accessible stands below.
information-conforms-none = The website does not conform to the act. What is not accessible stands below.
information-statement-own = The municipality has not assessed the website yet. What stands here comes from those who made the program.
information-statement-gaps = Content that is not accessible
information-statement-no-gaps = We know of nothing that is not accessible.
information-statement-other-form = Do you need the content in another form? Contact us and we will arrange it.
information-statement-burden = Left out as an unreasonable burden
information-statement-burden-lead = We have not made this accessible, because it would cost more than it gives.
information-statement-outside = Content that the act does not cover
information-statement-how = How we have tested the website
information-assessed-own = The municipality has assessed the website itself.
information-assessed-outside = Somebody outside the municipality has assessed the website.
information-statement-reviewed = Latest assessment
information-statement-updated = Statement updated
information-statement-tell = Tell us if something does not work
information-statement-tell-text = Say which page it is about and what you wanted to do. We help you to take part in another way meanwhile. { $n ->
    [one] You get an answer within { $text } working day.
   *[other] You get an answer within { $text } working days.
}
information-statement-supervision = Supervision
information-statement-supervision-text = The Agency for Digital Government checks that the act is followed. If you are not satisfied with how we handle what you point out, you can report it there.
information-statement-supervision-link = Report lacking accessibility to Digg
information-own-gap-documents = Documents that are added to a dialogue may lack tags or descriptions of pictures, because they come from many sources.
information-own-gap-languages = Some dialogues are in Swedish only, and there are no films in sign language.
information-own-gap-readers = The pages have not been tested by people with screen readers yet.
information-own-how = Every new version of the program is tested by machine against WCAG 2.2 level AA on all kinds of pages. That is stricter than the act demands (EN 301 549). Everything can be done with the keyboard only, without JavaScript and at 400 per cent zoom.
information-report-place = Which page is it about?
information-report-what = What did not work?
information-report-what-hint = Also write what you wanted to do, and whether you used an aid.
information-report-email-hint = If you want an answer.
information-report-send = Send
information-report-done = Thank you, we have received what you wrote.
information-report-error-what = Write what did not work
information-report-error-long = Shorten the text to at most 3,000 characters
information-report-error-email = Write the e-mail address in the form name@example.com
information-report-nowhere = The form is not open, because the municipality has given no e-mail address. Please telephone instead.
information-report-no-address = no address, the sender wants no answer
information-report-subject = Something is not accessible on the dialogue website
information-report-body = 
    A visitor has told about something that is not accessible.

    Page: { $place }

    What did not work:
    { $what }

    Answer to: { $email }

## The fields of the statement
information-statement-form = Accessibility statement
information-statement-form-about = What you fill in here becomes the page that every footer links to. Look it over at least once a year.
information-field-service = Name of the website
information-field-conformance = How well does the website follow the act?
information-conformance-full = Fully: everything is accessible
information-conformance-partial = Partly: most is accessible
information-conformance-none = Not: large parts are not accessible
information-field-gaps = Content that is not accessible, and why
information-field-gaps-hint = Write everything you know of, one lack on each line.
information-field-gaps-en = The same in English
information-field-reviewed = When did you last assess the website?
information-field-assessor = Who made the assessment?
information-assessor-own = The municipality itself
information-assessor-outside = Somebody outside the municipality
information-field-how = How was the assessment made?
information-field-how-hint = For example which pages, which aids and against which standard.
information-field-how-en = The assessment in English
information-field-days = Within how many working days do you answer whoever contacts you?
information-field-days-unit = working days
information-statement-exceptions = Exceptions
information-field-burden = Content that is an unreasonable burden to adapt, with reasons
information-field-burden-hint = Used in exceptional cases only. One on each line.
information-field-burden-en = The exceptions in English
information-field-outside = Content that the act does not cover
information-field-outside-hint = For example older documents. One on each line.
information-field-outside-en = Such content in English
information-statement-save = Save the statement
information-statement-saved = { $who } saved { $when }.
information-statement-law = What the statement must contain
information-statement-law-text = The act demands eleven things. The municipality's name and contact details come from the settings, and the day you save is written out. The link to the supervisory authority is always there.
information-statement-settings = Change name and contact details
information-done-statement = The statement is saved and everybody can see it.
information-error-service = Write what the website is called
information-error-conformance = Choose how well the website follows the act
information-error-gaps = Write what is not accessible, or choose "Fully"
information-error-no-gaps = Take the lacks away, or choose "Partly"
information-error-gaps-swedish = Write the lacks in Swedish too
information-error-reviewed = Write the day, month and year when you assessed the website
information-error-reviewed-later = The assessment cannot be in the future
information-error-assessor = Choose who made the assessment
information-error-how = Write how the assessment was made
information-error-days = Write a number of working days from 1 to 30
information-duty-statement = Look over the accessibility statement
information-duty-stopped = A planned chapter could not be published

## The texts
information-texts = Information pages
information-texts-about = Here you change what the municipality tells about dialogue. Every text has a base text that comes with the program.
information-shelf-public = Pages for everybody
information-shelf-intranet = Pages for the municipality's staff
information-shelf-handbook = Chapters of the handbook
information-table-public = Where the pages for everybody stand
information-table-intranet = Where the staff's pages stand
information-chapters-about = Open a chapter and choose "Edit". Chapters with a text of your own or a draft stand here.
information-column-page = Page
information-column-text = Text
information-column-state = State
information-state-own = Own text since { $date }
information-state-base = Base text
information-state-missing = Missing, Swedish is shown
information-state-draft = Draft
information-state-planned = To be published { $when }
information-state-older = Older than the Swedish one
information-how = How to change a text
information-how-text = Write a draft and preview it. Approve it when it is ready, for now or for a later time. All versions are kept, so nothing is lost.
information-shown = Readers see
information-shown-base = The base text
information-waits = Waits
information-draft = Draft
information-open-page = Open the page
information-planned = Version { $n } will be published { $when }
information-edit = Edit
information-to-approve = Review and approve
information-compare = Compare versions
information-call-off = Call the planned publication off
information-to-base = Return to the base text
information-to-base-text = Readers then see the base text at once. Your own text stays among the versions, and you can fetch it back.
information-history = Versions
information-history-empty = Nobody has changed the text yet. Readers see the base text.
information-version = Version { $n }, { $who }, { $when }
information-version-draft = Draft
information-version-approved = Approved by { $who }, shown from { $when }
information-version-planned = Approved by { $who }, to be published { $when }
information-version-base = { $who } returned to the base text { $when }
information-version-withdrawn = The publication was called off
information-version-stopped = Did not fit the method any more when its time came. Open the text, correct it and approve it again.
information-compare-base = Compare with the base text
information-compare-last = Compare with the latest
information-restore = Make it a new draft
information-note-restored = Fetched from version { $n }
information-note-base = The base text
information-done-draft = The draft is saved. Readers do not see it until it is approved.
information-done-restored = The older text is now a draft. Review and approve it to show it.
information-done-base = Readers now see the base text.
information-done-base-chapter = The chapter now has its base text.
information-done-called-off = The publication is called off. The text stays among the versions.
information-done-published = The text is approved and shown now.
information-done-planned = The text is approved and will be published at the time you chose.

## Editing
information-field-title = Title
information-field-lead = Lead
information-field-text = Text
information-field-text-hint = Write with simple marks for headings and links. They stand beside.
information-field-note = What have you changed?
information-field-note-hint = One sentence, for whoever reads the history.
information-save-draft = Save draft
information-do-preview = Preview
information-preview = How readers see the text
information-hints = Advice on language
information-hints-none = Nothing to remark on.
information-hint-sentence = Long sentence, { $n } words: "{ $start } …"
information-hint-abbreviation = Write out "{ $word }".
information-hint-word = Write "{ $common }" instead of "{ $word }".
information-hint-without = The text does without "{ $word }".
information-lix = Readability (LIX): { $text }. Under 40 is easy, over 50 is hard.
information-marks = Marks
information-mark-heading = Heading, first on the line
information-mark-list = Item of a list, first on the line
information-mark-bold = Bold text between the stars
information-mark-link = Link: what is to stand, and the address
information-directives = Content that is fetched
information-directives-text = A line with one of these words shows what holds when the page is read.
information-includes-text = Lines in braces fetch texts from other parts of the method. Leave them on lines of their own.
information-directive-levels = The steps of the ladder with promises
information-directive-rungs = The steps of the ladder, one sentence each
information-directive-principles = The principles
information-directive-dialogues = The dialogues, by where they stand
information-directive-contact = The contact details in the settings
information-directive-controller = Who answers for personal data
information-directive-pages = Links to the other pages
information-faults = This needs correcting
information-fault-line = Line { $line }:
information-fault-file = { $file }, line { $line }:
information-error-faults = { $n ->
    [one] Correct { $text } fault in the text
   *[other] Correct { $text } faults in the text
}
information-error-unsound = The text does not fit the method as it is now. Open it, correct it and try again. Nothing has changed.
information-error-title = Write a title
information-error-lead = Write a lead
information-error-text = Write a text
information-error-long = { $n ->
    [one] Shorten the text. You have written { $n } character too many
   *[other] Shorten the text. You have written { $n } characters too many
}
information-conflict-mine = What you wrote

## Comparing and approving
information-base = The base text
information-compare-from = From
information-compare-to = To
information-compare-do = Show the difference
information-compare-caption = { $left } compared with { $right }
information-no-difference = The texts are the same.
information-skipped = { $n ->
    [one] … { $text } line is the same
   *[other] … { $text } lines are the same
}
information-approve = Approve
information-approve-text = On the left is what readers see now, on the right the draft.
information-when = When is the text to be shown?
information-when-now = Now
information-when-later = Later
information-day = Day
information-day-hint = If the text is to be shown later. For example 3 2 2027
information-time = Time
information-time-hint = For example 08.00
information-approve-do = Approve the text
information-error-when = Choose when the text is to be shown
information-error-day = Write day, month and year
information-error-time = Write the time as 08.00
information-error-past = Choose a time that has not been

## Where officials begin
information-places = What there is
information-place-book = Handbook
information-place-book-about = The method step by step.
information-place-methods = Methods
information-place-methods-about = Ways of holding a dialogue, with what they need.
information-place-chooser = Choose methods
information-place-chooser-about = Get a proposal that fits level, time and target groups.
information-place-examples = Examples
information-place-examples-about = What other dialogues have led to.
information-place-calendar = Calendar
information-place-calendar-about = All dialogues, so that they do not clash.
information-place-training = Training
information-place-training-about = Courses that you take when you like.
information-place-glossary = Glossary
information-place-glossary-about = What the words mean.
information-templates = Templates
information-checklists = Checklists
information-support = Support
information-guide-begin = Start the guide
information-guide-question = Question { $n }
information-guide-next = Continue
information-guide-back = Previous question
information-guide-reason = Why
information-guide-then = Next step
information-guide-begin-dialogue = Begin a dialogue on that level
information-guide-read = Read more
information-guide-given = How you answered
information-guide-again = Do the guide again
information-error-answer = Choose an answer
