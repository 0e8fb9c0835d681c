# The desk's words about dialogues. The content of the method is in content/.
dialogues-menu-today = Overview
dialogues-menu-dialogues = Dialogues
dialogues-untitled = Dialogue without a title
dialogues-state = State:

dialogues-head-label = The dialogue's pages
dialogues-head-tasks = Tasks
dialogues-head-activities = Activities
dialogues-head-results = Results
dialogues-head-report = Report
dialogues-head-answers = Answers
dialogues-head-checklist = Checklist
dialogues-head-sheets = Templates
dialogues-head-documents = Documents
dialogues-head-history = History
dialogues-head-preview = Preview

dialogues-today-title = Overview
dialogues-today-duties = To do today
dialogues-today-nothing = Nothing is waiting. Dates that approach and things that are late are shown here.
dialogues-today-mine = My dialogues
dialogues-today-none-mine = You are not responsible for any dialogue in progress.
dialogues-today-counts = The situation now
dialogues-today-counts-caption = Number of dialogues in each phase
dialogues-count-hidden = Being planned
dialogues-count-coming = Coming
dialogues-count-open = Open
dialogues-count-closed = Closed, being summarised
dialogues-count-deciding = Before decision
dialogues-count-decided = Decided, waiting for feedback
dialogues-duty-late = Late, was due { $day }
dialogues-duty-today = Due today
dialogues-duty-due = Due { $day }
dialogues-duty-promised = Keep what you have promised
dialogues-duty-ready = The next step can be taken
dialogues-next-opens = Opens { $day }
dialogues-next-closes = Closes { $day }
dialogues-next-feedback = Feedback no later than { $day }

dialogues-list-title = Dialogues
dialogues-list-caption = Dialogues with phase, state, level and dates
dialogues-list-empty = No dialogue fits. All dialogues are shown here, drafts too.
dialogues-all-link = Show all dialogues
dialogues-filter-label = Filter dialogues
dialogues-filter-words = Search for words
dialogues-filter-phase = Phase
dialogues-filter-area = Area
dialogues-filter-all = All
dialogues-filter-mine = Only mine
dialogues-filter-submit = Show dialogues
dialogues-found = { $n ->
    [0] No dialogue
    [one] 1 dialogue
   *[other] { $text } dialogues
}
dialogues-column-title = Dialogue
dialogues-column-phase = Phase
dialogues-column-state = State
dialogues-column-level = Level
dialogues-column-period = Open
dialogues-column-feedback = Feedback no later than
dialogues-column-count = Number
dialogues-phase-hidden = Being planned
dialogues-phase-information = Information
dialogues-phase-coming = Coming
dialogues-phase-open = In progress
dialogues-phase-closed = Closed
dialogues-phase-deciding = Before decision
dialogues-phase-decided = Decided
dialogues-phase-answered = Answered
dialogues-phase-ended = Ended
dialogues-phase-paused = Paused
dialogues-phase-cancelled = Cancelled

dialogues-new-link = Start a dialogue
dialogues-new-title = Start a dialogue
dialogues-new-lead = Begin with the question. You fill in the rest of the plan step by step, and nothing is shown to residents until the dialogue is published.
dialogues-new-name = Title
dialogues-new-name-hint = Short and in residents' words. It can be changed later.
dialogues-new-question = Which question do you want answered?
dialogues-new-question-hint = One sentence that ends with a question mark.
dialogues-new-copy = Start from an earlier dialogue
dialogues-new-copy-hint = The texts of the plan come along. Dates, examination and case number are filled in anew.
dialogues-new-copy-none = Start from the beginning
dialogues-new-submit = Create draft
dialogues-copy-link = Copy the plan to a new dialogue
dialogues-already-created = The dialogue has already been created. Go to the list of dialogues to open it
dialogues-error-title = Write a title
dialogues-error-question = Write the question you want answered

dialogues-progress = { $done } of { $of } tasks are done
dialogues-step-next = Next step
dialogues-step-ready = Nothing is missing. You can take the step now.
dialogues-step-ready-other = Nothing is missing. The step is taken by whoever approves.
dialogues-step-missing = { $n ->
    [one] 1 thing is missing
   *[other] { $text } things are missing
}
dialogues-step-other = Other choices
dialogues-step-to = The state becomes: { $state }.
dialogues-step-reason = Why?
dialogues-step-reason-public = The reason is shown to everyone on the dialogue's page.
dialogues-step-reason-internal = The reason is kept in the history.
dialogues-step-back = Go back to the tasks
dialogues-step-not-yours = The step is taken by someone with another role. Ask the dialogue coordinator for help.
dialogues-step-already = The dialogue is already in another state
dialogues-error-missing = Finish what is missing before you take the step
dialogues-error-reason = Write why
dialogues-error-public-reason = Write why. The reason is shown to everyone
dialogues-support-level = Level and promise
dialogues-support-no-level = No level is chosen yet. Choose the level when the examination is done.
dialogues-support-not-promise = Do not promise:
dialogues-support-show = This you must be able to show
dialogues-support-methods = Methods that usually fit:
dialogues-support-owed = What you have promised
dialogues-support-warnings = Worth considering
dialogues-support-sheets = Templates
dialogues-support-all-sheets = The status of all templates

dialogues-task-chapter = Read more in the handbook: { $name }
dialogues-task-help = Support for this step
dialogues-task-english = English
dialogues-task-to-english = Write the texts in English
dialogues-task-to-swedish = Go to the Swedish texts
dialogues-task-reason = Why do you make the change?
dialogues-task-reason-hint = Needed when level, promise or dates change after publication. The reason is shown to everyone.
dialogues-task-finished = Have you finished this step?
dialogues-task-save = Save
dialogues-task-read-only = You can read but not change.
dialogues-error-held = { $what }. It is needed for a step already taken
dialogues-conflict-who = { $name } saved { $when }.

dialogues-checklist-progress = { $done } of { $of } items are done
dialogues-checklist-before = Before the dialogue
dialogues-checklist-during = During the dialogue
dialogues-checklist-after = After the dialogue
dialogues-checklist-by-itself = Done through what the plan says.
dialogues-checklist-change = Tick or change
dialogues-checklist-done = Mark as done
dialogues-checklist-na = Does not apply here
dialogues-checklist-open = Open again
dialogues-checklist-not-applicable = Does not apply
dialogues-checklist-note = Note
dialogues-checklist-note-text = Write what you concluded
dialogues-checklist-note-file = Write where the document is
dialogues-checklist-note-date = Write when it was done
dialogues-checklist-note-link = Write the link
dialogues-checklist-noted = { $name }, { $when }
dialogues-error-tick = Choose whether the item is done or does not apply
dialogues-error-tick-reason = Write why the item does not apply
dialogues-error-tick-held = The item is needed for a step already taken. Go back a step if it is to be opened again
dialogues-error-note-long = Shorten the note to at most 2,000 characters


dialogues-documents-empty = No documents. Material, minutes and annexes that belong to the dialogue are gathered here.
dialogues-documents-add = Add a document
dialogues-documents-title = Name of the document
dialogues-documents-title-hint = Write so that a resident understands what the document is.
dialogues-documents-file = File
dialogues-documents-file-hint = PDF, Word, Excel, PowerPoint, OpenDocument, picture, CSV or text. At most 10 MB.
dialogues-documents-make-public = Show the document on the dialogue's page
dialogues-documents-make-public-hint = Check that it holds no personal data and that it is accessible.
dialogues-documents-submit = Add the document
dialogues-documents-public = Public
dialogues-documents-internal = Internal
dialogues-documents-show = Show to the public
dialogues-documents-hide = Make internal
dialogues-documents-remove = Remove
dialogues-documents-removed = Removed documents
dialogues-documents-restore = Undo the removal
dialogues-error-document-title = Write the name of the document
dialogues-error-document-title-long = Shorten the name to at most 150 characters
dialogues-error-file-missing = Choose a file
dialogues-error-file-empty = The file is empty. Choose another file
dialogues-error-file-large = The file is too large. Choose a file of at most 10 MB
dialogues-error-file-kind = This type of file cannot be added. Choose a PDF, an office document without macros, a picture, CSV or text
dialogues-error-file-ending = The file's name and content do not agree. Save the file again in the right format
dialogues-error-choice = Choose what to do with the document

dialogues-history-empty = Nothing has happened yet. Everything that is saved and changed is shown here.
dialogues-history-public = Shown to everyone
dialogues-history-saved = The plan was saved.
dialogues-history-task = Saved “{ $what }”.
dialogues-history-field = { $what } was changed from “{ $from }” to “{ $to }”.
dialogues-history-state = The state was changed from { $from } to { $to }.
dialogues-history-item-done = Checklist, done: { $what }
dialogues-history-item-not-applicable = Checklist, does not apply: { $what }
dialogues-history-item-open = Checklist, opened again: { $what }

dialogues-done-created = The draft is created. Go on with the tasks below
dialogues-done-saved = Saved
dialogues-done-saved-unfinished = Saved, but something is missing before the step is done
dialogues-done-step = The state is changed
dialogues-done-tick = The checklist is updated
dialogues-done-document = The document is added
dialogues-done-document-shown = The document is shown on the dialogue's page
dialogues-done-document-hidden = The document is internal
dialogues-done-document-removed = The document is removed. You can undo further down the page
dialogues-done-document-restored = The document is back

# -- Process templates and editions of the method -----------------------------------------------------------------
dialogues-new-template = How is the dialogue to be held?
dialogues-new-template-hint = Choose the process that suits the question. The standard dialogue suits most.
dialogues-plan-template = Process: { $name }
dialogues-edition-offered = The method has changed since the dialogue began. The dialogue follows the edition it began with.
dialogues-edition-see = See what is new, and change if you want to
dialogues-edition-title = New edition of the method
dialogues-edition-lead = The dialogue follows edition { $from }. { $to } is in use now. You decide whether the dialogue changes. What you have written stays.
dialogues-edition-same = The dialogue follows the edition of the method that is in use.
dialogues-edition-missing = { $n ->
    [one] After the change one thing is missing that the new edition asks for where you are:
   *[other] After the change { $n } things are missing that the new edition asks for where you are:
}
dialogues-edition-take = Change to the new edition
dialogues-edition-stay = Keep the dialogue's edition
dialogues-edition-read-only = Whoever plans the dialogue can change the edition.
dialogues-done-edition = The dialogue now follows the new edition of the method.
dialogues-error-edition = The dialogue cannot change, because the new edition does not have the state the dialogue is in.
dialogues-history-edition = Changed the edition of the method from { $from } to { $to }
