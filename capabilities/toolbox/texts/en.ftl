# The toolbox: handbook, glossary, methods and the chooser.

toolbox-menu-book = Handbook
toolbox-menu-methods = Methods

# -- The handbook
toolbox-book = Handbook of citizen dialogue
toolbox-book-about = The method step by step, from the first question to the answer. Each chapter says what you can do when you have read it. The texts are in Swedish.
toolbox-contents = Contents
toolbox-more = More to look up in
toolbox-in-chapter = In this chapter
toolbox-beside = Previous and next chapter
toolbox-previous = Previous: { $name }
toolbox-next = Next: { $name }
toolbox-templates = Templates
toolbox-edit = Edit
toolbox-to-contents = To the contents of the handbook
toolbox-read-in-book = Read more in the handbook
toolbox-examples = Examples
toolbox-examples-link = See dialogues that have used { $name }
toolbox-all = The whole handbook
toolbox-all-page = As one page
toolbox-all-docx = As a document (DOCX)
toolbox-all-pdf = As PDF
toolbox-version = Version of the method
toolbox-table = Table { $n }: { $under }

# -- What the handbook includes
toolbox-level-promise = You promise:
toolbox-level-not-promise = You do not promise:
toolbox-level-show = You must be able to show:
toolbox-level-methods = Methods that tend to fit:
toolbox-principle-check = Ask yourselves:
toolbox-principle-yes = The answer is yes when:
toolbox-step = Step
toolbox-step-question = Question
toolbox-step-who = Who
toolbox-step-output = Result
toolbox-role = Role
toolbox-role-first = Begins with
toolbox-role-items = Items in the checklists
toolbox-gate = Gate
toolbox-gate-step = At the step
toolbox-gate-needs = What must be in place
toolbox-gate-level-from = the level { $level } or higher
toolbox-gate-level-to = at most the level { $level }

# -- Searching
toolbox-search = Search the handbook
toolbox-search-for = Search for
toolbox-search-do = Search
toolbox-search-count = { $n ->
    [one] { $text } hit
   *[other] { $text } hits
}
toolbox-search-most = Showing the { $text } best hits. Write more words to get fewer.
toolbox-search-none = Nothing in the handbook answers “{ $question }”.
toolbox-search-remedy = Try another word, or a shorter one, in Swedish. The search finds the inflections of a word, but does not correct spelling.
toolbox-sort-chapter = Chapter
toolbox-sort-method = Method
toolbox-sort-term = Term
toolbox-sort-item = Checklist item
toolbox-sort-template = Template
toolbox-sort-lesson = Course
toolbox-sort-page = Information page

# -- The glossary
toolbox-glossary = Glossary
toolbox-letters = Letters
toolbox-also = Also called:
toolbox-see = See also:

# -- The catalogue
toolbox-methods = Methods
toolbox-methods-about = Ways of holding a dialogue, with what they are good for and what they ask for.
toolbox-chooser-link = Get a proposal for a set of methods
toolbox-filter = Choose which methods are shown
toolbox-any = All
toolbox-show = Show
toolbox-methods-count = { $n ->
    [one] { $n } method of { $of }
   *[other] { $n } methods of { $of }
}
toolbox-methods-none = No method fits everything you chose.
toolbox-methods-remedy = Take away one of the choices. Begin with the cost or with whom it reaches.
toolbox-methods-all = Show all methods
toolbox-card-facts = Estimated { $weeks } weeks and { $hours } hours of work
toolbox-from = from { $n }
toolbox-facts = Facts
toolbox-checklist = Checklist
toolbox-estimates = Weeks, hours and cost are estimates. Work them out anew for your own dialogue.
toolbox-level = Level
toolbox-purpose = Purpose
toolbox-reach = Part of the whole
toolbox-form = Form
toolbox-cost-most = Cost, at most
toolbox-group = Whom it reaches
toolbox-people = Number of participants
toolbox-weeks-estimate = Weeks from start to result (estimate)
toolbox-hours-estimate = Hours of work (estimate)
toolbox-cost-estimate = Cost beside working time (estimate)
toolbox-conflict = Stands a question that is
toolbox-reaches = Often reaches
toolbox-misses = Often misses
toolbox-random = Are participants drawn by lot?
toolbox-random-yes = Yes
toolbox-random-no = No
toolbox-activity = Activity in the dialogue
toolbox-purpose-inform = Inform
toolbox-purpose-understand = Understand needs and reasons
toolbox-purpose-ideas = Get ideas
toolbox-purpose-prioritise = Prioritise
toolbox-purpose-test = Test a proposal
toolbox-purpose-conflict = Handle a conflict
toolbox-purpose-follow-up = Follow up
toolbox-reach-broad = Broad: reaches many
toolbox-reach-deep = Deep: gives the reasons
toolbox-reach-outreach = Outreach: goes where people are
toolbox-form-physical = In person
toolbox-form-digital = Digital
toolbox-form-paper = On paper
toolbox-cost-1 = Under 10,000 kronor
toolbox-cost-2 = 10,000–50,000 kronor
toolbox-cost-3 = 50,000–250,000 kronor
toolbox-cost-4 = Over 250,000 kronor
toolbox-conflict-low = Calm
toolbox-conflict-medium = Divided: opinions differ
toolbox-conflict-high = Contested: there is a conflict
toolbox-activity-survey = Survey
toolbox-activity-comment = Open comments
toolbox-activity-statements = Statements
toolbox-activity-budget = Participatory budget
toolbox-activity-meeting = Meeting
toolbox-phase-before = Before
toolbox-phase-during = During
toolbox-phase-after = After
toolbox-group-everyone = Open to everyone
toolbox-group-children-youth = Children and young people
toolbox-group-young-adults = Young adults
toolbox-group-parents = Parents
toolbox-group-working = People in work
toolbox-group-older = Older people
toolbox-group-disabilities = People with disabilities
toolbox-group-newcomers = Newcomers
toolbox-group-other-languages = Speakers of other languages
toolbox-group-seldom-heard = Those seldom heard
toolbox-group-rural = Rural residents
toolbox-group-associations = Associations
toolbox-group-businesses = Businesses
toolbox-group-users = Users of a service

# -- The chooser
toolbox-chooser = Choose methods
toolbox-chooser-about = Answer what you know. You get a proposal for one broad, one deep and one outreach method, with the reasons.
toolbox-level-question = Which level on the participation ladder applies?
toolbox-purpose-question = What do you want most?
toolbox-groups-question = Who needs to be reached specially?
toolbox-people-question = How many do you want to take part?
toolbox-people-unit = people
toolbox-weeks-question = How many weeks do you have, from start to result?
toolbox-weeks-unit = weeks
toolbox-hours-question = How many hours of work do you have?
toolbox-hours-hint = For the whole arrangement, the work afterwards included.
toolbox-hours-unit = hours
toolbox-digital-question = Is it possible to take part digitally?
toolbox-conflict-question = How contested is the question?
toolbox-yes = Yes
toolbox-no = No
toolbox-propose = Show a proposal
toolbox-choose-level = Choose a level on the participation ladder
toolbox-choose-purpose = Choose what you want most
toolbox-choose-number = Write a whole number in figures, for example 12
toolbox-proposal = Proposal
toolbox-proposal-none = No method manages everything you wrote.
toolbox-set-hours = { $n ->
    [one] Together they take at least { $text } hour of work, by the estimate.
   *[other] Together they take at least { $text } hours of work, by the estimate.
}
toolbox-set-missed = None of the methods tends to reach: { $groups }. Seek them out in another way, and write in the plan how.
toolbox-set-lacking = The proposal lacks a part: { $part }. More time, more hours or a higher cost may make room for it.
toolbox-set-level = None of the methods reaches the level { $level }. Lower the level, or give more time or more hours.
toolbox-set-computer = All the ways need a computer or a telephone. Add paper or a meeting.
toolbox-left-out = What was left out
toolbox-left = { $n ->
    [0] No method is left.
    [one] { $text } method is left.
   *[other] { $text } methods are left.
}
toolbox-removed-level = { $n ->
    [one] The level took away { $text } method.
   *[other] The level took away { $text } methods.
}
toolbox-removed-people = { $n ->
    [one] The number of participants took away { $text } method.
   *[other] The number of participants took away { $text } methods.
}
toolbox-removed-weeks = { $n ->
    [one] The time took away { $text } method.
   *[other] The time took away { $text } methods.
}
toolbox-removed-hours = { $n ->
    [one] The hours of work took away { $text } method.
   *[other] The hours of work took away { $text } methods.
}
toolbox-removed-cost = { $n ->
    [one] The cost took away { $text } method.
   *[other] The cost took away { $text } methods.
}
toolbox-removed-digital = { $n ->
    [one] Doing without the digital took away { $text } method.
   *[other] Doing without the digital took away { $text } methods.
}
toolbox-loosen = { $n ->
    [one] Change this, and { $n } method becomes possible: { $filters }.
   *[other] Change this, and { $n } methods become possible: { $filters }.
}
toolbox-filter-level = the level
toolbox-filter-people = the number of participants
toolbox-filter-weeks = the number of weeks
toolbox-filter-hours = the hours of work
toolbox-filter-cost = the cost
toolbox-filter-digital = that one cannot take part digitally
toolbox-also-passed = Other methods that would also work
toolbox-change-wish = Change the answers
toolbox-reason-level = Works at the level { $level }.
toolbox-reason-below = Gives a basis at the level { $level }. Another method must carry the chosen level.
toolbox-reason-purpose = Fits the purpose: { $purpose }.
toolbox-reason-reaches = Often reaches: { $groups }.
toolbox-reason-many = Has room for as many as you want.
toolbox-reason-without-computer = One can take part without a computer.
toolbox-reason-conflict = Stands a question that is so contested.
toolbox-reason-too-contested = The question may be too contested for the method.
toolbox-reason-misses = Often misses: { $groups }.
toolbox-how = How the proposal is made
toolbox-how-text = First what cannot work is taken away: wrong level, too little time, too few hours, too dear. Then purpose, target groups and how contested the question is are weighed. The proposal is a beginning. Write in the plan why you chose as you did.

# -- The method itself: editions and the municipality's own files ----------------------------------------------------
toolbox-editions = The method
toolbox-editions-lead = The method is content that the municipality can change itself. Here you see what is in use, what is your own and what was in use before. A dialogue that has begun follows its edition until whoever plans it chooses to change.
toolbox-editions-refused = The municipality's own files are not in use
toolbox-editions-refused-more = They do not fit the base that comes with the program. The edition that was in use before holds until the faults are mended.
toolbox-editions-processes-title = Processes to choose from
toolbox-editions-steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
toolbox-editions-gates = { $n ->
    [one] { $n } gate
   *[other] { $n } gates
}
toolbox-editions-own = The municipality's own
toolbox-editions-own-none = The municipality uses the method as it comes with the program.
toolbox-editions-own-files = { $n ->
    [one] The municipality has { $n } file of its own over the base.
   *[other] The municipality has { $n } files of its own over the base.
}
toolbox-editions-differences = { $n ->
    [one] See the difference
   *[other] See the { $n } differences
}
toolbox-editions-change = Bring in your own files
toolbox-editions-export = Download the whole method as one file (JSON)
toolbox-editions-all = Editions
toolbox-editions-in-use = In use now
toolbox-editions-base = The base in the program
toolbox-editions-caption = Editions that have been in use, the latest first
toolbox-editions-name = Edition
toolbox-editions-since = From
toolbox-editions-by = By
toolbox-editions-note = Note
toolbox-editions-followed = Dialogues that follow it
toolbox-editions-processes = { $n ->
    [one] { $n } dialogue
   *[other] { $n } dialogues
}
toolbox-editions-used = In use
toolbox-differences = The municipality's own in the method
toolbox-differences-lead = The left column shows the base that comes with the program. The right column shows what holds here.
toolbox-differences-back = Go back to the base
toolbox-differences-back-more = The base's content then holds for the file, for dialogues that begin after that.
toolbox-differences-remove = Go back
toolbox-change = Bring in your own files
toolbox-change-lead = The files are laid over the base. What has the same key is replaced, what is new is added. First you see what changes.
toolbox-change-file = File with the method
toolbox-change-file-hint = A file that ends with .pack.json. Whoever has a folder of files makes it with the command samspel pack export.
toolbox-change-replace = Take away own files that are not in the new one
toolbox-change-replace-hint = Otherwise they stay.
toolbox-change-note = What changes?
toolbox-change-look = See what changes
toolbox-change-take = Begin to use
toolbox-change-leave = Change nothing
toolbox-change-choose = Choose a file
toolbox-change-not-a-pack = The file cannot be read: { $problem }
toolbox-change-refused = The method has faults and is not used. Mend the faults in the file and choose it again. What held before still holds.
toolbox-change-faults = { $n ->
    [one] One fault
   *[other] { $n } faults
}
toolbox-done-method = The method has changed. New dialogues follow the new edition.
toolbox-done-method-file = The base's content holds for the file.
toolbox-use = Use in my dialogue
toolbox-use-set = Use the proposal in my dialogue
