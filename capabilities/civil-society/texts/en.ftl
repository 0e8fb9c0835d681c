# Civil society: the register of organisations, agreements and crime prevention.

# -- Register
civil-menu-register = Organisations
civil-register-lead = Associations, foundations, congregations, companies and authorities that the municipality meets. The register shows roles, not persons.
civil-register-files = Files
civil-register-support = The register is for collaboration. Grants and premises are handled elsewhere.
civil-new = Add organisation
civil-edit = Change the facts
civil-save = Save the organisation
civil-search = Search organisations
civil-words = Words
civil-any = All
civil-area = Area
civil-topic = Field of work
civil-view = View
civil-view-used = In the register
civil-view-review = To review
civil-view-archived = Archived
civil-show = Show
civil-found = { $n ->
    [one] { $text } organisation
   *[other] { $text } organisations
 }
civil-nothing = No organisation fits what you searched for.
civil-all = Show all organisations
civil-empty = The register is empty. Bring in a register that you already have, or add one organisation at a time.
civil-late = late
civil-export = Get the list as CSV

# -- Columns of the list and of the files
civil-column-name = Name
civil-column-number = Organisation number
civil-column-kind = Kind
civil-column-aims = Aims
civil-column-topics = Topics
civil-column-groups = Groups
civil-column-areas = Areas
civil-column-website = Website
civil-column-contact-role = Contact role
civil-column-contact-address = Contact address
civil-column-source = Source
civil-column-meeting = Annual meeting
civil-column-met = Last met
civil-column-review = Review

# -- Kinds of organisations
civil-kind-association = Association
civil-kind-congregation = Congregation
civil-kind-foundation = Foundation
civil-kind-housing = Housing association
civil-kind-network = Network
civil-kind-company = Company
civil-kind-authority = Authority or region
civil-kind-municipal = Municipal service
civil-kind-other = Other

# -- An organisation
civil-field-name = Name
civil-field-another = It is another organisation with the same name
civil-field-number = Organisation number
civil-field-number-hint = Ten digits, such as 212000-0142. An organisation without a number can be in the register too.
civil-field-kind = Kind of organisation
civil-field-aims = Aims
civil-field-aims-hint = What the organisation wants, preferably in the words of its statutes.
civil-field-topics = Field of work
civil-field-groups = Groups reached
civil-field-areas = Areas
civil-field-lines-hint = Write one on each line.
civil-field-areas-hint = Write one on each line. Areas of the municipality: { $areas }
civil-field-website = Website
civil-field-website-hint = Begin with https://
civil-field-contact-role = Role to contact
civil-field-contact-role-hint = The role is shown in lists: “Chair” or “Office”. Write no name.
civil-field-contact-address = Address of the organisation
civil-field-contact-address-hint = An address that belongs to no person, so that it holds when the board changes.
civil-field-meeting = Latest annual meeting
civil-field-meeting-hint = Write for example 17 3 2026. The facts are to be reviewed within two months after the next annual meeting.
civil-field-source = Source
civil-field-source-hint = Where the facts come from, such as “The association’s website”.
civil-form-support-title = Roles, not persons
civil-form-support-text = Membership of an association can show what somebody believes or thinks. So write only roles here. Persons are entered by themselves, and only those who keep the register see them.
civil-archived = Archived { $day }: { $reason }
civil-archive = Archive the organisation
civil-archive-text = The organisation leaves lists and choices. What it took part in stays.
civil-restore = Restore the organisation
civil-field-reason = Reason
civil-changed = { $day } by { $name }
civil-changed-label = Changed
civil-review = Review
civil-reviewed = Reviewed
civil-review-next = Next review by
civil-review-text = Is everything right? Then saying so is enough.
civil-review-done = The facts are right

# -- Persons
civil-persons = Persons to contact
civil-persons-lead = Only those who keep the register see this. None of it comes along in files.
civil-person-new = Add a person
civil-person-edit = Change the person
civil-person-save = Save the person
civil-person-remove = Remove the person
civil-person-address = Reached at
civil-person-confirmed = Confirmed
civil-protected = Protected contact
civil-field-role = Role
civil-field-role-hint = Such as “Chair” or “Contact for the youth centre”.
civil-field-person-name = Name
civil-field-email = E-mail
civil-field-phone = Telephone
civil-field-protected = Protected contact
civil-field-protected-hint = Name and address are then shown only here, not on the page of the organisation.
civil-person-support-title = As long as needed
civil-person-support-text = Saving means that the facts hold today. Remove whoever has left. Then nothing about the person remains.

# -- How they met
civil-events = How we have met
civil-events-none = Nobody has noted a meeting yet.
civil-event-new = Note a meeting
civil-event-save = Save the meeting
civil-event-meeting = Meeting
civil-event-call = Call
civil-event-letter = Letter or e-mail
civil-event-dialogue = Dialogue
civil-event-other = Other
civil-field-met = When
civil-field-met-kind = How
civil-field-told = What it was about
civil-field-told-hint = Write what you arrived at. Name roles, not persons.

# -- A file comes in
civil-import = Bring in organisations from a file
civil-import-lead = Do you have a register already? Bring it in here. You see what the file gives before anything is saved.
civil-import-file = File
civil-import-file-hint = A file in the format CSV, XLSX or JSON, at most 10 MB.
civil-import-upload = Read the file
civil-import-choose-file = Choose a file
civil-import-columns = Columns of the file
civil-import-columns-text = The first row must hold headings. In a JSON file the headings are the names of the fields, and records are counted from 1. Only name must be there. The register also reads organisation number, type, aims, topics, groups, areas, website, contact role, contact address, source and annual meeting.
civil-import-lists = Separate several fields of work or areas with commas.
civil-import-kinds = Write the kind with one of these words:
civil-import-duplicates = An organisation that is there already is not added again. We compare organisation number and name.
civil-import-earlier = Earlier files
civil-import-when = When
civil-import-by = By
civil-import-accepted = Added
civil-import-refused = Not added
civil-import-preview = This is what the file gives
civil-import-count = { $n ->
    [0] No new organisation can be added.
    [one] { $text } organisation can be added.
   *[other] { $text } organisations can be added.
 }
civil-import-count-refused = { $n ->
    [0] Every row could be read.
    [one] { $text } row is not added.
   *[other] { $text } rows are not added.
 }
civil-import-confirm = { $n ->
    [one] Add { $text } organisation
   *[other] Add { $text } organisations
 }
civil-import-cancel = Cancel
civil-import-rows = Rows that are added
civil-import-refused-title = Rows that are not added
civil-import-row = Row
civil-import-why = Why
civil-import-report = The file is brought in
civil-import-done = { $n ->
    [0] No organisation was added.
    [one] { $text } organisation was added.
   *[other] { $text } organisations were added.
 }
civil-import-undone = It was undone { $moment }.
civil-import-kept = { $n ->
    [one] { $text } organisation remains, because somebody has changed or used it.
   *[other] { $text } organisations remain, because somebody has changed or used them.
 }
civil-import-undone-word = undone
civil-import-undo-title = Did it go wrong?
civil-import-undo-text = Undoing removes the organisations that the file gave and that nobody has changed or used since.
civil-import-undo = Undo
civil-import-empty = The file has no rows. Choose a file with titles on the first row and organisations below
civil-import-too-large = The file is too large. Split it into several
civil-import-workbook = The file cannot be read as a workbook. Save it as XLSX or CSV and choose that file
civil-import-json = The file is JSON but is broken at line { $value }. Correct the line and choose the file again
civil-import-no-records = The file is JSON but holds no list of organisations. Write them as a list in which each organisation is a record
civil-import-unreadable = The file cannot be read as a table. Save it as CSV in UTF-8 and choose it again
civil-import-no-column = The file has no column “{ $value }”. Write it on the first row
civil-import-broken-row = The row cannot be read. Look at quotation marks and the number of columns
civil-import-same-number = The number stands at “{ $value }” already
civil-import-same-name = “{ $value }” is there already. If this is another organisation, add it by hand
civil-import-kind = “{ $value }” is no kind that the register has. See the list of kinds
civil-import-date = “{ $value }” is no date. Write it as 2026-03-17

# -- What is said after an act
civil-note-saved = The organisation is saved.
civil-note-reviewed = The facts are reviewed today.
civil-note-archived = The organisation is archived.
civil-note-restored = The organisation is back in the register.
civil-note-event = The meeting is saved.
civil-note-person = The person is saved.
civil-note-person-removed = The person is removed.
civil-note-imported = The organisations are added.
civil-note-import-dropped = The file is gone. Nothing was added.
civil-note-import-undone = It is undone.
civil-note-file-gone = The file is gone. Choose it once more.
civil-sent-twice = The form was sent already. It is saved once.

# -- What is wrong
civil-error-name = Write the name of the organisation
civil-error-line-long = Shorten the text to at most 200 characters
civil-error-text-long = Shorten the text to at most 4,000 characters
civil-error-list-long = Write at most 50 lines of at most 200 characters each
civil-error-too-long = Shorten the text to at most { $max } characters
civil-error-website = Write the address so that it begins with https://
civil-error-source = Write where the facts come from
civil-error-number = Write the organisation number with ten digits, such as 212000-0142. See that every digit is right
civil-error-number-personal = The number looks like a personal number. Such may not stand here. Leave the field empty
civil-error-personal = The text holds a personal number. Remove it
civil-error-same-number = The number stands at “{ $value }” already. Change that organisation instead
civil-error-same-name = “{ $value }” is there already. Change it, or tick that this is another organisation
civil-error-date = Write day, month and year in digits
civil-error-reason = Write why
civil-error-met = Write the day you met
civil-error-future = The day must be today or earlier
civil-error-met-kind = Choose how you met
civil-error-told = Write what it was about
civil-error-role = Write the role of the person
civil-error-email = Write the e-mail address as name@example.com
civil-error-reach = Write e-mail or telephone, so that the person can be reached

# -- What waits on the desk
civil-duty-review = Review the facts about the organisation
civil-duty-review-many = Review the facts about several organisations

# -- Crime prevention
civil-crime = Crime prevention
civil-crime-lead = The problems of the situation picture, which actors are needed, what is missing and what you do about it.
civil-no-persons = Write nothing about individuals: no suspects, no victims, no concern about anybody. Write about places, times and groups.
civil-field-function-only = The address or number belongs to a function, not to a person
civil-error-address = The text holds a telephone number or an e-mail address. Remove it, or tick that it belongs to a function
civil-of = { $part } of { $whole }
civil-yes = Yes
civil-choose = Choose
civil-number = Number
civil-problems = Problems
civil-problems-none = There are no problems here yet. Enter those that the situation picture names.
civil-problems-closed = Problems no longer worked on
civil-problem-new = Enter a problem
civil-problem-edit = Change the problem
civil-problem-save = Save the problem
civil-problem-title = { $number }. { $title }
civil-problem-crime = Crime
civil-problem-unsafety = Unsafety
civil-field-problem = Problem
civil-field-problem-hint = What happens, in short: “Bicycle thefts at the station”.
civil-field-problem-kind = What it concerns
civil-field-place = Place
civil-field-place-hint = An area or a place, never a home.
civil-field-description = Description
civil-field-description-hint = How much, when and for how long. Write also what you compare with.
civil-field-picture = Situation picture
civil-field-picture-hint = Which version the problem comes from, such as “2026, version 1”.
civil-field-functions = What is needed
civil-field-functions-hint = What this problem does not need does not count as a gap.
civil-field-closed = We no longer work on the problem
civil-causes = Causes
civil-causes-none = Nobody has written a cause yet.
civil-field-cause = Cause
civil-field-cause-new = Probable cause
civil-field-cause-hint = Write one cause at a time. Every measure is to belong to a cause.
civil-cause-save = Add the cause
civil-note-problem = The problem is saved.
civil-note-cause = The cause is saved.
civil-error-problem-title = Write what the problem is
civil-error-place = Write where the problem is
civil-error-description = Describe the problem
civil-error-functions = Choose at least one thing that is needed
civil-error-cause = Write a cause

# -- What a problem needs
civil-function = What is needed

# -- Judgements
civil-matrix = Relevance of the actors
civil-matrix-lead = For each problem: who can contribute what is needed? Open a box to read the judgements and write a new one.
civil-matrix-caption = Problems and what is needed
civil-mark-covered = Actor with agreement
civil-mark-decided = Gap with decision
civil-mark-open = Gap without decision
civil-not-needed = Not needed
civil-not-judged = No judgement
civil-best = Highest { $best }, { $actors }
civil-actors = { $n ->
    [one] { $text } actor
   *[other] { $text } actors
 }
civil-judgements = Judgements
civil-judgements-show = Read the judgements
civil-judgements-standing = Judgements that stand
civil-judgements-past = Earlier judgements
civil-judgements-none = No actor is judged here yet.
civil-judge = Judge an actor
civil-judge-save = Save the judgement
civil-judge-support-title = Judge the actor for the problem
civil-judge-support-text = Judge what the actor can contribute here, not the actor as such. A new judgement replaces the one that stood, but the old one can be read. The text is a public document: write briefly and factually.
civil-relevance = Relevance
civil-judged = Judged
civil-field-relevance = How relevant is the actor?
civil-grade-0 = 0 – not relevant
civil-grade-0-means = The actor cannot contribute this.
civil-grade-1 = 1 – little
civil-grade-1-means = The actor can contribute now and then.
civil-grade-2 = 2 – relevant
civil-grade-2-means = The actor can take responsibility for a part.
civil-grade-3 = 3 – decisive
civil-grade-3-means = It cannot be done without the actor.
civil-field-organisation = Organisation
civil-field-organisation-hint = Write the name or the organisation number as it stands in the register.
civil-field-judgement-reason = Reason
civil-field-judgement-reason-hint = Why the actor can contribute or not.
civil-field-evidence = Evidence
civil-field-evidence-hint = What the judgement rests on: a meeting, a report, an agreement.
civil-field-judged-by = Who judged
civil-field-judged-on = When
civil-field-review = Next review
civil-note-judged = The judgement is saved.
civil-error-organisation = Write which organisation it is
civil-error-organisation-unknown = No organisation in the register fits. Add it to the register first
civil-error-organisation-many = Several organisations fit: { $names }. Write the whole name or the number
civil-error-relevance = Choose how relevant the actor is
civil-error-judgement-reason = Write why
civil-error-judged-by = Write who judged
civil-error-judged-on = Write when the actor was judged
civil-error-review = Write a day for the next review that is after the judgement

# -- Gaps
civil-gaps = Gaps
civil-gaps-show = Show the gaps
civil-gaps-lead = The list comes from the judgements and the agreements. A gap is something needed where no actor is judged 2 or 3, or where none of those has an agreement in force.
civil-gaps-none = There are no gaps. All that is needed has an actor with an agreement.
civil-gaps-left = { $n ->
    [0] Every gap has a decision.
    [one] { $text } gap has no decision.
   *[other] { $text } gaps have no decision.
 }
civil-gap-why = Why it is a gap
civil-gap-missing = No actor is judged 2 or 3.
civil-gap-unagreed = None of the actors has an agreement in force.
civil-gap-unagreed-with = No agreement is in force with { $names }.
civil-gap-decide = Decide on the gap
civil-gap-no-longer = This is no gap any longer.
civil-gap-save = Save the decision
civil-gap-history = Decisions on the gap
civil-decided = Decided
civil-undecided = No decision
civil-decision-close = We fill the gap
civil-decision-accept = We accept the gap
civil-decision-other = We do something else
civil-field-decision = Decision
civil-field-gap-reason-hint = Why, and what you do.
civil-field-gap-responsible = Who fills the gap
civil-field-gap-responsible-hint = Write the role. Needed when you are to fill the gap.
civil-field-due = By
civil-note-gap = The decision is saved.
civil-error-decision = Choose what you decide
civil-error-gap-reason = Write why you decide so
civil-error-gap-responsible = Write which role fills the gap
civil-error-gap-due = Write when the gap is to be filled
civil-duty-judge = Judge the actors again
civil-duty-gap = Fill the gap in crime prevention

# -- Agreements
civil-agreements = Agreements
civil-agreements-lead = Written agreements with organisations and authorities. Those that run out soonest stand first.
civil-agreements-none = There are no agreements yet.
civil-agreement-new = Add agreement
civil-agreement-edit = Change the agreement
civil-agreement-save = Save the agreement
civil-agreement-end = End the agreement
civil-agreement-support-title = Purposes and areas
civil-agreement-support-text = The act on municipalities’ responsibility for crime prevention requires that an agreement says for which purposes and within which areas you work together. Add the parties when the agreement is saved.
civil-agreement-collaboration = Agreement on collaboration
civil-agreement-partnership = Partnership with a non-profit organisation
civil-agreement-police = Agreement with the police
civil-state = State
civil-state-draft = Not signed
civil-state-in-force = In force
civil-state-runs-out = Runs out soon
civil-state-expired = Has run out
civil-state-ended = Ended
civil-ended = Ended
civil-end-reason = Reason to end
civil-field-agreement-title = Agreement
civil-field-agreement-kind = Kind of agreement
civil-field-purposes = Purposes
civil-field-agreement-areas = Areas of collaboration
civil-field-agreement-areas-hint = Fields or places, one on each line.
civil-field-our-commitment = The municipality’s commitment
civil-field-legal-check = Legal check
civil-field-legal-check-hint = Who checked procurement and state aid, when and with what result. Needed for a partnership.
civil-field-case-number = Case number
civil-field-signed = Signed
civil-field-signed-hint = Leave empty until all have signed.
civil-field-expires = Last day
civil-field-expires-hint = The desk reminds six months before. Leave empty if it holds until further notice.
civil-field-follow-up = Next follow-up
civil-parties = Parties
civil-parties-none = No party is added. An agreement without a party does not count.
civil-party-new = Add a party
civil-party-save = Save the party
civil-party-remove = Remove
civil-field-commitment = The party’s commitment
civil-follow-ups = Follow-ups
civil-follow-ups-none = Nobody has followed up the agreement yet.
civil-follow-up-new = Note a follow-up
civil-follow-up-save = Save the follow-up
civil-field-on = Day
civil-field-follow-up-told = What the follow-up showed
civil-field-next = Next follow-up
civil-note-agreement = The agreement is saved.
civil-note-party = The party is saved.
civil-note-party-removed = The party is removed.
civil-note-follow-up = The follow-up is saved.
civil-note-ended = The agreement is ended.
civil-error-agreement-title = Write the name of the agreement
civil-error-purposes = Write at least one purpose
civil-error-areas = Write at least one area
civil-error-commitment = Write what the municipality commits itself to
civil-error-party-commitment = Write what the party commits itself to
civil-error-legal-check = Write who made the legal check, when and with what result
civil-error-expires = The last day must be after the day it was signed
civil-error-follow-up = Write what the follow-up showed
civil-error-follow-up-on = Write the day of the follow-up
civil-duty-expires = Renew or end the agreement
civil-duty-expired = The agreement has run out: renew or end it
civil-duty-agreement-follow-up = Follow up the agreement

# -- Measures
civil-measures = Plan of measures
civil-measures-lead = Every measure meets a cause and has a goal, a time and somebody responsible.
civil-measures-none = There are no measures yet.
civil-measures-no-causes = First write which causes the problems have. A measure always meets a cause.
civil-measure = Measure
civil-measure-new = Add measure
civil-measure-edit = Change the measure
civil-measure-save = Save the measure
civil-measure-not-followed = Nobody has followed up the measure yet.
civil-who = Who
civil-follow-up = Follow-up
civil-field-measure-cause-hint = Causes are written at each problem.
civil-field-action = Measure
civil-field-goal = Operative goal
civil-field-goal-hint = Something that can be measured.
civil-field-timing = When
civil-field-timing-hint = Such as “spring 2027” or “every Friday”.
civil-field-measure-due = Done by
civil-field-order = Order
civil-field-measure-organisation-hint = Who does it, as it stands in the register. Leave empty if it is the municipality.
civil-field-responsible = Responsible
civil-field-responsible-hint = Write the role, not the name.
civil-field-indicator = How you see that it helps
civil-field-colour = How did it go?
civil-field-colour-hint = Was it done as meant, with good effect on the problem?
civil-field-outcome = Outcome
civil-field-outcome-hint = What was done. Write why if it is yellow or red.
civil-field-effect = Effect on the problem
civil-colour-green = Green
civil-colour-yellow = Yellow
civil-colour-red = Red
civil-colour-none = Not followed up
civil-note-measure = The measure is saved.
civil-note-followed = The follow-up is saved.
civil-error-measure-cause = Choose which cause the measure meets
civil-error-action = Write what is to be done
civil-error-goal = Write a goal
civil-error-timing = Write when it is to be done
civil-error-responsible = Write which role is responsible
civil-error-order = Write a number between 1 and 999
civil-error-colour = Choose green, yellow or red
civil-error-outcome = Write what was done
civil-duty-measure = Follow up the measure

# -- Report to the council
civil-reports = Report to the council
civil-reports-lead = The report is built from what stands in problems, gaps, agreements and measures. Write the committee’s assessment and proposal. Once finished, the report does not change.
civil-reports-finished = Finished reports
civil-reports-none = No report is finished yet.
civil-report-title = Crime prevention { $year }
civil-report-finish = Finish the report
civil-report-preview = How the report will be
civil-report-files = Files
civil-report-made = Finished
civil-report-seal = Checksum
civil-field-report-title = Title
civil-field-assessment = The committee’s assessment
civil-field-assessment-hint = What the situation is, what has improved and what is hard.
civil-field-proposal = Proposed decision
civil-note-report = The report is finished.
civil-error-report-title = Write a title
civil-error-assessment = Write the committee’s assessment
civil-error-proposal = Write a proposed decision
civil-report-summary = Summary
civil-report-problems = Problems and causes
civil-report-no-problems = No problems of the situation picture are entered.
civil-report-gaps = Gaps and decisions
civil-report-no-gaps = All that is needed has an actor with an agreement.
civil-report-agreements = Agreements in force
civil-report-no-agreements = No written agreement is in force.
civil-report-measures = Plan of measures
civil-report-no-measures = The plan has no measures.
civil-report-outcomes = Outcomes
civil-report-no-outcomes = No measure is followed up.
civil-report-no-promises = No promise to residents is entered.
civil-report-proposal = Proposed decision
civil-report-note = The report holds no data about individuals. It follows the act (2023:196) on municipalities’ responsibility for crime prevention.
civil-report-kind = Report
civil-report-subject = Report on crime prevention
civil-report-recipient = The municipal council
civil-report-date = Date
civil-report-judged = Problems with judged actors
civil-report-decided = Gaps with a decision
civil-report-in-force = Agreements in force

# -- Councils and forums
civil-councils = Councils and forums
civil-councils-lead = Meetings that come back: who sits there, what they arrived at and who does what.
civil-councils-none = There are no councils yet.
civil-councils-closed = Councils that do not meet any longer
civil-council-new = Add a council or forum
civil-council-edit = Change the council
civil-council-save = Save the council
civil-council-closed = The council does not meet any longer.
civil-council-support-title = Its worth lies between the meetings
civil-council-support-text = Begin each meeting with what has happened since the last. Write organisation and role, not person, and take up no single cases.
civil-council-strategic-title = Strategic council
civil-council-strategic-text = The act on municipalities' responsibility for crime prevention says that the municipality leads the council. The others should send somebody in a leading position, who can say yes for their organisation.
civil-field-council = Name of the council
civil-field-council-kind = Kind of forum
civil-field-chair = Chair
civil-field-chair-hint = Write the role, not the name.
civil-field-led = The municipality leads the council
civil-field-rhythm = How often the council meets
civil-field-rules = Rules of procedure
civil-field-rules-hint = Where they are, for example a case number.
civil-field-council-closed = The council does not meet any longer
civil-field-meeting-next = Next meeting
civil-field-meeting-next-hint = Leave empty if the day that stands still holds.
civil-seats = Members
civil-seats-none = The council has no members yet.
civil-seats-left = Earlier members
civil-seat-new = Add a member
civil-seat-save = Save the member
civil-seat-leave = Leaves the council today
civil-seat-since = from { $day }
civil-seat-leading = Leading position
civil-seat-not-leading = Lacks a leading position
civil-field-leading = Has a leading position
civil-field-leading-hint = Can say yes for their organisation.
civil-field-seat-from = From
civil-meetings = Meetings
civil-meetings-none = The council has not met yet.
civil-meeting-new = Add a meeting
civil-meeting-edit = Write minutes
civil-meeting-save = Save the meeting
civil-meeting-title = { $council } { $day }
civil-meeting-by = Last changed by
civil-meeting-support-title = The minutes
civil-meeting-support-text = Write item by item what you arrived at. What somebody is to do is added on the meeting's page, with the responsible role and a day.
civil-field-meeting-on = Day of the meeting
civil-field-meeting-place = Place of the meeting
civil-field-agenda = Agenda
civil-field-agenda-hint = Write one item on each line.
civil-field-minutes = Minutes
civil-field-minutes-hint = Organisation and role, what you arrived at and why. Nothing about individuals.
civil-field-document = The minutes as a file
civil-field-document-hint = A PDF of at most 10 MB. A new file replaces the one that is there.
civil-document-stands = The file { $name } is saved.
civil-present = Present
civil-present-hint = Tick those who were there.
civil-absent = Absent
civil-minutes-none = No minutes
civil-minutes-written = Working material
civil-minutes-approved = Approved
civil-minutes-approved-on = Approved on
civil-minutes-none-yet = Nobody has written any minutes yet.
civil-approve = Approve the minutes
civil-approve-text = Approved minutes cannot be changed.
civil-actions = To do
civil-actions-open = To do
civil-actions-none = Nothing is left to do.
civil-actions-done = What is done
civil-actions-meeting-none = The meeting arrived at nothing to do.
civil-actions-at-council = Close on the council's page
civil-action-new = Add something to do
civil-action-save = Add
civil-action-close = Close
civil-action-close-save = It is done
civil-action-closed = done
civil-field-action-task = What is to be done
civil-field-action-outcome = What it led to
civil-note-council = The council is saved.
civil-note-seat = The member is saved.
civil-note-seat-left = The member has left the council.
civil-note-meeting = The meeting is saved.
civil-note-approved = The minutes are approved.
civil-note-action = It is added.
civil-note-action-done = It is closed.
civil-error-council-name = Write what the council is called
civil-error-council-kind = Choose what kind of forum it is
civil-error-council-chair = Write which role is the chair
civil-error-council-led = A strategic council is led by the municipality. Tick that, or choose another kind
civil-error-seat-role = Write which role the member has
civil-error-seat-from = Write from which day
civil-error-agenda = Write at least one item
civil-error-meeting-on = Write which day the meeting is
civil-error-meeting-next = The next meeting must be after this one
civil-error-minutes-early = The meeting has not been yet. Write the minutes afterwards
civil-error-minutes-long = Shorten the minutes to at most { $max } characters, or add them as a file
civil-error-pdf = Choose a file in the format PDF
civil-error-pdf-large = The file is larger than 10 MB. Choose a smaller one
civil-error-action-task = Write what is to be done
civil-error-action-due = Write by which day it is to be done
civil-error-action-outcome = Write what it led to
civil-error-approved = The minutes are approved and cannot be changed.
civil-duty-council = Hold the council's meeting
civil-duty-minutes = Approve the minutes of the meeting
civil-duty-action = Do what you said in the council

# -- What the act asks for every other year
civil-demands = What the law asks for every other year
civil-demands-lead = The situation picture must be updated and the plan followed up at least every other year. Enter each decision, and 24 months are counted from it.
civil-demand-picture = Situation picture
civil-demand-plan = Follow-up of the plan
civil-demand-never = No decision entered
civil-demand-late = Late
civil-demand-soon = Time to begin
civil-demand-met = In time
civil-demand-due = No later than
civil-demand-new = Enter a decision
civil-demand-save = Save the decision
civil-demand-history = Earlier decisions
civil-demand-report = To the council you report continuously.
civil-demand-reported = The latest report was finished { $day }.
civil-demand-support-title = How the time is counted
civil-demand-support-text = The time is counted from the day of the decision. The workspace reminds you six months before, since the sources take longest. The demand stands in section 6 of the act on municipalities' responsibility for crime prevention.
civil-field-demand = What was decided
civil-field-version = Version
civil-field-decided-by = Who decided
civil-field-decided-by-hint = Committee and paragraph.
civil-field-decided-on = Day of the decision
civil-note-demand = The decision is entered.
civil-error-demand = Choose what was decided
civil-error-version = Write which version it concerns
civil-error-decided-by = Write who decided
civil-error-decided-on = Write which day it was decided
civil-duty-picture = Update the situation picture
civil-duty-plan = Follow up the plan of measures

# -- Promises to residents
civil-promises = Promises to residents
civil-promises-lead = What police and municipality promise residents together, for a place and a time.
civil-promises-none = There are no promises yet.
civil-promise-new = Add a promise
civil-promise-edit = Change the promise
civil-promise-save = Save the promise
civil-promise-period = Holds
civil-promise-holds = Holds now
civil-promise-coming = Begins later
civil-promise-over = Has run out
civil-promise-not-followed = Nobody has followed up the promise yet.
civil-promise-support-title = Write what can be seen
civil-promise-support-text = Whoever lives there should be able to say whether the promise was kept. Build it on the situation picture and on dialogue with those who are there.
civil-field-promise-title = Name of the promise
civil-field-promise-parties = Who promises
civil-field-promise-parties-hint = Beside the municipality, for example the police. Write one on each line.
civil-field-promise-places = Places
civil-field-promises = Promises
civil-field-promises-hint = Write one on each line: what, who and how much.
civil-field-promise-background = Background
civil-field-promise-background-hint = What the promise rests on: picture, dialogues, statistics.
civil-field-promise-effect = What you expect
civil-field-promise-from = First day
civil-field-promise-until = Last day
civil-field-promise-colour = Was the promise kept?
civil-field-promise-told = How it went
civil-note-promise = The promise is saved.
civil-error-promise-title = Write what the promise is called
civil-error-promise-parties = Write who promises together with the municipality
civil-error-promises = Write at least one promise
civil-error-promise-background = Write what the promise rests on
civil-error-promise-effect = Write what you expect
civil-error-promise-from = Write from which day the promise holds
civil-error-promise-until = Write a last day that is after the first
civil-error-promise-told = Write how it went
civil-duty-promise = Write the next promise to residents
civil-duty-promise-follow-up = Follow up the promise to residents

# -- Organisations asked in a process
civil-untitled = Collaboration without a title
civil-asked = Organisations
civil-asked-lead = Whom you have asked, what came of it and what they answered. Letters go to the organisation's address, not to a person.
civil-asked-none = No organisation is chosen yet.
civil-asked-no-address = No address
civil-asked-on = asked
civil-reminded-on = reminded
civil-asked-new = Add an organisation
civil-asked-save = Add
civil-asked-remove = Take off the list
civil-asked-public = Organisations that were asked
civil-asked-open = Show the list that everybody sees
civil-asked-count = { $n ->
    [one] { $text } organisation was asked.
   *[other] { $text } organisations were asked.
 }
civil-outcome-took-part = Took part
civil-outcome-declined = Declined
civil-outcome-silent = Did not answer
civil-outcome-none = Waiting for an answer
civil-outcome-write = Write how it went
civil-outcome-save = Save
civil-referral-set = Time to answer and list
civil-referral-save = Save the time
civil-letters = Write to the organisations
civil-letters-invite = { $n ->
    [one] Ask { $text } organisation
   *[other] Ask { $text } organisations
 }
civil-letters-remind = { $n ->
    [one] Remind { $text } organisation
   *[other] Remind { $text } organisations
 }
civil-answers = Answers of organisations
civil-answers-lead = An answer is the organisation's, however many members it has. It is never counted as residents.
civil-answers-none = No organisation has answered yet.
civil-answer-new = Enter an answer
civil-answer-save = Save the answer
civil-field-asked-address = Address for the question
civil-field-asked-address-hint = An address of the organisation. Leave empty to use the one in the register.
civil-field-answer-due = Answer no later than
civil-field-answer-due-hint = Six weeks are short for a board. If one gets more time, all do.
civil-field-listed = Everybody may see who was asked
civil-field-listed-hint = The list shows the organisations' names and whether they took part, not what they answered.
civil-field-message = The letter
civil-field-message-hint = Write what the question is and how they answer. Time and sender stand below.
civil-field-outcome-asked = How did it go?
civil-field-note = Note
civil-field-organisation-answer = The answer
civil-field-received = Came in
civil-invitation-subject = What do you think about { $title }?
civil-reminder-subject = Reminder: { $title }
civil-letter-due = Answers are needed no later than { $day }.
civil-letter = { $message }

    { $due }

    { $office }, { $municipality }
    { $contact }
civil-note-asked = The organisation is on the list.
civil-note-unasked = The organisation is off the list.
civil-note-referral = The time is saved.
civil-note-letters = The letters are on their way.
civil-note-no-letters = There was nobody to write to.
civil-note-outcome = It is saved.
civil-note-answer = The answer is saved.
civil-error-message = Write what the letter is to say
civil-error-outcome-asked = Choose how it went
civil-error-mandate = Choose who stands behind it
civil-error-speaks-for = Write for whom the organisation speaks
civil-error-organisation-answer = Write what the organisation answered
civil-error-received = Write which day the answer came in
civil-duty-referral = Write how it went with the organisations

# -- Parties of a process
civil-process-parties-lead = Who is to sign, what each commits itself to and who has signed. When all have, enter the finished agreement.
civil-process-parties-none = No party is entered yet.
civil-parties-unsigned = { $n ->
    [0] All parties have signed.
    [one] { $text } party has not signed.
   *[other] { $text } parties have not signed.
 }
civil-signed = Has signed
civil-not-signed = Not signed yet
civil-sign = Enter the signature
civil-sign-save = Save the signature
civil-field-commitment-hint = If you change the commitment, the party must sign anew.
civil-field-signed-role = Role that signed
civil-note-signed = The signature is saved.
civil-error-signed-on = Write which day the party signed
civil-error-signed-role = Write which role signed

# -- Proposals of organisations
civil-propose = Propose collaboration
civil-propose-lead = Does your association or organisation want to do something together with the municipality? Write it here. You need no account.
civil-propose-open = The proposal is a public document. Write roles and not names. This is no citizen's proposal: such a one is made by somebody who lives in the municipality.
civil-propose-send = Send the proposal
civil-propose-see = Follow your proposal
civil-field-proposal-organisation = Organisation
civil-field-proposal-role = Who speaks for the organisation
civil-field-proposal-role-hint = Write the role, for example chair. No name is needed.
civil-field-proposal-mandate = Who stands behind it?
civil-field-speaks-for = For whom you speak
civil-field-speaks-for-hint = For example the members, those who live in the area or a certain group.
civil-field-proposal-title = Title of the proposal
civil-field-proposal-body = The proposal
civil-field-proposal-body-hint = What you want to do, for whom and why. Write nothing about individuals.
civil-field-proposal-offers = What you want to contribute yourselves
civil-field-proposal-address = The organisation's e-mail
civil-field-proposal-address-hint = The answer is sent here. When it is sent we remove the address.
civil-field-code = Code
civil-field-code-hint = Twelve characters, for example 7F3A-9KQM-2XWT.
civil-proposal-code = Your code
civil-proposal-code-text = Keep the code. With it you see what becomes of the proposal.
civil-proposal-waits = The proposal has arrived. Here you see who answers and when.
civil-proposal-received = Came in
civil-proposal-responsible = Answers
civil-proposal-due = Word no later than
civil-proposal-due-hint = The organisation sees the day. If you cannot answer by then, write a new one.
civil-proposal-answered = Answered
civil-proposal-answer = The municipality's answer
civil-proposal-take = Who answers, and when?
civil-proposal-take-save = Save
civil-proposal-answer-write = Answer
civil-proposal-answer-save = Send the answer
civil-proposal-letter = The organisation gets the answer by e-mail. Then the address is removed.
civil-proposals = Proposals for collaboration
civil-proposals-lead = What organisations want to do together with the municipality. All get an answer with reasons.
civil-proposals-form = The form that organisations fill in
civil-proposals-waiting = Waiting for an answer
civil-proposals-none = No proposal waits for an answer.
civil-proposals-answered = Answered
civil-field-proposal-outcome = The answer in brief
civil-field-proposal-answer = The answer
civil-field-proposal-answer-hint = Write so that the chair can read it aloud at the next meeting: yes, partly or no, always with reasons.
civil-proposal-mail-subject = Answer to your proposal: { $title }
civil-proposal-mail = You proposed: { $title }

    The municipality's answer: { $outcome }

    { $answer }

    The proposal and the answer are at { $address }. Enter your code there.
civil-note-proposed = The proposal is sent. Keep the code.
civil-note-proposal-taken = It is saved.
civil-note-proposal-answered = The answer is sent.
civil-error-proposal-organisation = Write which organisation you are
civil-error-proposal-role = Write which role speaks for the organisation
civil-error-proposal-title = Write a title of the proposal
civil-error-proposal-body = Describe the proposal
civil-error-proposal-due = Write when the organisation gets word
civil-error-outcome-choice = Choose an answer in brief
civil-error-answer = Write the answer
civil-error-code = Write the code with twelve characters
civil-error-code-slip = Some character of the code is wrong. Check and write it again
civil-error-code-unknown = The code belongs to no proposal. Check and write it again
civil-duty-proposal = Answer the proposal for collaboration

# -- Network
civil-network = Network
civil-network-lead = Which organisations have something in common: topics, agreements, councils and collaboration. The links are in the table.
civil-network-told = Organisations in the picture: { $organisations }. Ties: { $ties }. Most ties has { $most }: { $count }.
civil-network-some = Those with most ties are in it. All are in the table.
civil-network-none = There are no ties yet. They come from topics, agreements, councils and collaboration.
civil-network-table = Organisations and what they have in common
civil-network-with = Works together with
civil-network-collaborations = Collaboration

# -- Those who speak for an organisation: on the desk
civil-representatives = Representatives
civil-representatives-lead = A representative can answer questions, send proposals and ask for changes on behalf of the organisation, without account and password. Only those who keep the register see names and addresses.
civil-representatives-none = Nobody represents the organisation yet.
civil-representatives-keep = Invite or end representatives
civil-representative-until = until { $day }
civil-representative-speaks = Represents
civil-representative-invited = Invited
civil-representative-ended = Ended
civil-representative-time = Since { $since }, until { $until }
civil-representative-link = Invited by { $by }. The link works until { $until }
civil-representative-ended-by = Ended { $day } by { $by }
civil-representative-ran-out = The time ran out { $day }
civil-representative-end = End
civil-invitation-take-back = Take the invitation back
civil-representative-invite = Invite a representative
civil-representative-invite-text = The person gets a letter with a link that works once and for two weeks. Whoever opens it confirms that they speak for the organisation.
civil-representative-send = Send the invitation
civil-representative-support-title = A new board, new representatives
civil-representative-support-text = It holds until two months after the next annual meeting, or a year when no annual meeting is known. A month after it ended we erase name and address. Role and days stay.
civil-field-representative-role-hint = The role in the organisation, for example “Chair” or “Secretary”.
civil-by-representative = the organisation's representative
civil-answer-own = Given by the representative
civil-note-invited = The letter is on its way.
civil-note-representative-ended = It has ended.
civil-error-person-name = Write the person's name
civil-error-speaks-already = That address represents the organisation already

# -- A change that an organisation asks for
civil-change = The organisation wants to change
civil-change-told = { $role } sent it on { $day }.
civil-change-waits = The organisation asked for a change on { $day }.
civil-change-look = Approve or refuse
civil-change-table = What changes
civil-change-fact = Fact
civil-change-stands = In the register
civil-change-wanted = What the organisation wants
civil-change-disputed = changed since then
civil-change-disputed-text = Somebody changed the same fact in the register after the organisation wrote. If you approve, the organisation's fact holds.
civil-change-moved = Somebody was first: the register or the proposal has changed. Read it once more before you decide.
civil-change-approve = Approve
civil-change-approve-text = Only what the organisation wants to change is written. The rest of the register stays.
civil-change-approve-save = Approve the change
civil-change-refuse = Refuse
civil-change-refuse-save = Refuse the change
civil-change-reason-hint = The representative reads the reason.
civil-change-approved = The change is made
civil-change-refused = The change was not made
civil-change-replaced = Replaced by a later proposal
civil-change-source = The organisation's representative: { $role }
civil-change-mail-subject = The facts about { $organisation }
civil-change-mail-approved = You asked us to change the facts about { $organisation }. They are changed now.

    You see them here: { $address }
civil-change-mail-refused = You asked us to change the facts about { $organisation }. We have not changed them.

    The reason: { $reason }

    You see the facts here: { $address }
civil-note-change-approved = The change is made. The representative gets a letter.
civil-note-change-refused = The change is refused. The representative gets a letter.
civil-error-change-reason = Write why the change is not made
civil-error-no-change = You have changed nothing. Change a fact, or go back and say that the facts are right
civil-duty-change = Approve or refuse the change for

# -- The door for those who speak for an organisation
civil-door = Represent an association
civil-door-lead = If you represent an association or another organisation you can answer questions from the municipality, change facts and follow your proposals. You need no password.
civil-door-email-hint = The address that you were invited with. We send a code there.
civil-door-send = Send a code
civil-door-new = Do you represent an organisation that is not here?
civil-door-new-text = The municipality invites those who are to represent an organisation. Get in touch and we send an invitation.
civil-door-contact = How to reach us
civil-propose-signed-in = Do you represent the organisation here already? Sign in and you see all your proposals.
civil-door-enter = Sign in as representative
civil-door-propose = Propose collaboration without signing in
civil-code-title = Write the code from the letter
civil-code-lead = If the address belongs to somebody who represents an organisation we have sent a code to it. The code works for ten minutes.
civil-login-code-hint = Six digits. Look among the junk mail too.
civil-code-enter = Sign in
civil-code-again = Ask for a new code
civil-code-mail-subject = Your code: { $code }
civil-code-mail = Your code is { $code }. It works for ten minutes, in the browser where you asked for it.

    Have you not asked for a code? Then you can throw this letter away. Nobody gets in without the code.

    { $municipality }
civil-invite-mail-subject = Do you want to represent { $organisation }?
civil-invite-mail = { $municipality } invites you to represent { $organisation } as { $role }.

    Open the link and confirm no later than { $day }: { $link }

    The link works once. You need no password.
    Is it the wrong person? Then you can throw this letter away. After { $day } we erase your address.

    Questions: { $contact }
civil-invited = Do you want to represent { $organisation }?
civil-invited-role = You are invited as { $role }.
civil-invited-means = This is what it means
civil-invited-may = You speak for the organisation when you answer questions, send proposals or ask for changes here.
civil-invited-open = What you send is a public record. The organisation's name and your role are shown, not your name.
civil-invited-time = It holds until two months after the next annual meeting, or a year. You can stop whenever you want.
civil-invited-kept = We keep your name and e-mail address as long as you represent the organisation and a month more.
civil-invited-speaks = I speak for { $organisation } as { $role }
civil-invited-confirm = Confirm
civil-invited-not = Is it not right? Close the page. Then nothing happens, and we erase your address when the link no longer works.
civil-link-gone = The link has been used or is too old. Ask whoever invited you for a new one. If you have confirmed already you can sign in with your address.
civil-note-entered = You are signed in.
civil-note-speaks = Thank you. You represent the organisation now.
civil-note-signed-out = You are signed out.
civil-note-left = You do not represent the organisation any more.
civil-error-login-code-missing = Write the code from the letter
civil-error-login-code = The code is wrong or no longer works. Read it once more, or ask for a new one
civil-error-speaks = Tick the box if you speak for the organisation

# -- Pages of those who speak for an organisation
civil-own-who = Whom you represent
civil-own-badge = You represent { $organisation }
civil-own-role = { $role }, until { $day }
civil-own-sign-out = Sign out
civil-own-others = You also represent:
civil-own-asked = Questions to you
civil-own-asked-none = The municipality has asked you nothing right now.
civil-own-late = The time to answer is over
civil-own-closed = Answered or closed
civil-own-facts = Facts in the municipality's register
civil-own-waits = Change sent { $day }, waits for the municipality
civil-own-review = The municipality wants you to look at the facts no later than { $day }.
civil-own-change = Change the facts
civil-own-change-lead = Write how it should be. An official of the municipality approves the change or answers why not.
civil-own-change-send = Send the change
civil-own-moved = The municipality changed the facts on { $day }.
civil-own-agreements = Agreements
civil-own-agreements-none = You have no agreement in force with the municipality.
civil-own-theirs = You have promised
civil-own-ours = The municipality has promised
civil-own-until = Holds until
civil-own-proposals = Your proposals
civil-own-proposals-none = You have sent no proposal here.
civil-own-people = See who represents you, and hand over
civil-own-you = you
civil-own-invite = Hand over or invite more
civil-own-invite-text = After an annual meeting you invite whoever takes over. Several of you can represent the organisation.
civil-own-leave = Stop representing the organisation
civil-own-leave-text = You are signed out. We erase your name and address after a month.
civil-own-leave-sure = I do not want to represent the organisation any more
civil-own-answer = Your answer
civil-own-answer-write = Answer
civil-own-answer-text = The answer is the organisation's and a public record. Write roles and not names. You can answer once.
civil-own-answer-send = Send the answer
civil-note-own-answer = Thank you. The answer has arrived.
civil-note-own-proposed = The proposal is sent. Here you see what becomes of it.
civil-note-change-asked = The change is sent. The municipality reads it and answers.
civil-error-own-speaks-for = Write for whom you speak
civil-error-own-answer = Write your answer
civil-error-sure = Tick the box if you want to stop
