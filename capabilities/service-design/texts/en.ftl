# Service design: sheets, board, gate decisions and ordered dialogues.
design-board = Board
design-sheets = Sheets
design-decisions = Gate decisions
design-order = Order a dialogue

design-sheets-lead = Here you fill in what you do many of: conversations, observations, journeys and personas. Each template can also be printed blank.
design-sheets-caption = { $name }: sheets filled in
design-column-title = Sheet
design-column-answered = Filled in
design-column-written = Changed
design-column-by = By
design-column-erase = To be erased by
design-answered = { $has } of { $of } questions
design-late = Late
design-is-erased = Erased
design-new = New sheet
design-none = No sheets yet.
design-archived = Archived sheets
design-new-title = New sheet: { $name }
design-edit-title = Change { $title }
design-back = Back without saving
design-no-persons = Write codes instead of names. Nobody may be recognised by what stands here.
design-save = Save the sheet
design-conflict-who = { $name } saved { $when }.
design-written = Changed { $day } by { $name }.
design-project = Project
design-written-on = Changed
design-written-by = By
design-edit = Change the sheet
design-curve-finding = Lowest is “{ $step }”, with { $value }.
design-curve-step = Step
design-curve-value = Number
design-no-number = No number
design-files = Take along
design-file = Get as { $form }
design-erase-title = Erase
design-erase-on = Must be erased by { $day }.
design-erase-decision = By which decision on disposal?
design-erase-hint = What stands on the sheet disappears and cannot be brought back. The code, the day and the decision remain.
design-erase = Erase the sheet
design-erased = Erased { $day } by { $decision }.
design-archive-title = Put away
design-archive = Archive the sheet
design-restore = Take the sheet back
design-is-archived = The sheet is archived. Take it back to change it.
design-duty-erase = Erase raw material
design-done-saved = The sheet is saved
design-done-archived = The sheet is archived. You can take it back at the bottom of the page
design-done-restored = The sheet is back
design-done-erased = The sheet is erased
design-done-moved = The sheet is moved
design-error-title = Fill in the first question. It becomes the sheet's name
design-error-sent-twice = This is already saved. Load the page again to see it
design-error-not-open = The sheet is archived or erased and cannot be changed
design-error-decision = Write which decision the erasure rests on
design-error-choice = Choose what to do with the sheet

design-challenge = Challenge
design-owner = Project owner
design-show-columns = Show as columns
design-show-table = Show as table
design-board-caption = The project's tasks and sheets, step by step
design-column-card = What
design-column-sort = Kind
design-column-step = Step
design-card-task = Task
design-move = Move
design-move-label = Move { $title } to the step
design-no-cards = No tasks.

design-decisions-lead = All decisions to continue, pause, stop or go back. The latest is on top.
design-decisions-none = No decisions yet. Every step that the project takes is shown here, with who decided, when and why.
design-decisions-caption = The project's decisions
design-to-plan = Go to the tasks
design-column-when = When
design-column-decision = Decision
design-column-state = From and to
design-column-who = Who
design-column-ground = Why
design-decided-on = Decided { $day }
design-entered-by = Entered by { $name }
design-decision-back = Back
design-decision-pause = Pause
design-decision-resume = Resumed
design-decision-other = Onward

design-order-lead = A dialogue reaches more people than those you meet. It begins with what the project already knows, and the answers come back here as evidence.
design-ordered = Dialogues ordered
design-ordered-on = ordered { $day }
design-ordered-by = The dialogue is ordered by the project { $project }
design-order-new = New dialogue
design-order-nothing = The project has not written challenge, target group or level yet. The dialogue then begins empty.
design-order-inherits = This comes along. You can change it in the dialogue.
design-order-template = How is the dialogue to be held?
design-order-title = Title
design-order-title-hint = Short and in residents' words.
design-order-question = Which question do you want answered?
design-order-question-hint = One sentence that ends with a question mark.
design-order-submit = Order the dialogue
design-order-none = The project has not ordered any dialogue.
design-error-order-title = Write a title
design-error-order-question = Write the question you want answered
design-done-ordered = The dialogue is ordered. Go on with the tasks below

design-compare = Compare ideas
design-compare-lead = The ideas by how much they give and how much they take. The numbers stand on the idea cards.
design-compare-none = No idea has both numbers. Fill them in on the idea cards, and the picture is drawn here.
design-compare-finding = “{ $title }” gives most for least.
design-compare-up = Upwards: { $field }.
design-compare-across = To the right: { $field }.
design-compare-number = Number in the picture
design-compare-without = These lack a number and are not in the picture.

design-votes = Vote with dots
design-votes-lead = Everybody in the room votes on the ideas with their phone, without an account. The outcome tells where to begin talking, not what to decide.
design-votes-none = The project has had no vote.
design-vote-open = Open
design-vote-is-closed = Closed
design-vote-address = Ask everybody to open:
design-vote-close = Close the vote
design-vote-idea = Idea
design-vote-dots = Dots
design-vote-new = Open a vote
design-vote-question = Question
design-vote-question-hint = For example: Which ideas are we to test first?
design-vote-dots-each = Dots for each
design-vote-submit = Open the vote
design-vote-base = { $n ->
    [0] Nobody has voted yet
    [one] 1 has voted
   *[other] { $text } have voted
}
design-vote-lead = { $n ->
    [one] You have 1 dot. Write 1 at the idea that you choose.
   *[other] You have { $text } dots. Write how many you give each idea. You may put several on the same.
}
design-vote-cast = Vote
design-vote-thanks = Your vote is counted. The outcome is shown here when the vote closes.
design-vote-closed = The vote is closed.
design-vote-privacy = We do not keep who you are. A cookie in your browser makes you vote once. It disappears after a day.
design-done-vote-opened = The vote is open. Show the address to everybody in the room
design-done-vote-closed = The vote is closed
design-error-vote-question = Write a question of at most 200 characters
design-error-vote-dots = Choose between 1 and { $most } dots
design-error-vote-ideas = The project needs at least two ideas to choose between. Add them under Ideas
design-error-dots = Write whole numbers, 0 or more
design-error-no-dots = Put at least one dot
design-error-many-dots = You have put too many dots. Put at most { $dots }

design-wall = Wall of notes
design-wall-lead = The wall shows the project's evidence and the loose notes that you write yourselves.
design-wall-evidence = Add evidence
design-wall-keys = Drag a note to another group. Or go to the note with tab and move it with the arrow keys.
design-wall-unsorted = Not sorted
design-wall-count = { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}, { $sources ->
    [0] no source
    [one] 1 source
   *[other] { $sources } sources
}
design-wall-one-sided = All evidence comes from one kind of source
design-wall-insight = Read the insight
design-wall-empty = No notes.
design-wall-is-evidence = Evidence
design-wall-is-loose = Loose note
design-wall-erased = The evidence has been erased. Its place remains.
design-wall-move-label = Move “{ $note }” to
design-wall-move = Move
design-wall-take-down = Take down
design-wall-change = Change the group
design-wall-name = Heading of the group
design-wall-rename = Change heading
design-wall-dissolve = Take the group apart
design-wall-carry = Make an insight of the group
design-wall-statement = What have you understood?
design-wall-statement-hint = The evidence of the group becomes that of the insight. It is a draft until somebody has reviewed it.
design-wall-against = Which evidence contradicts?
design-wall-carry-submit = Create the insight
design-wall-new-group = New group
design-wall-begin = Create the group
design-wall-new-note = New loose note
design-wall-note = What does the note say?
design-wall-note-hint = One thing per note. Never write a name or anything else that points out a person.
design-wall-source = Source
design-wall-source-hint = Write the code of the source, for example Interview A3.
design-wall-write = Put the note up
design-wall-removed = Notes that you have taken down
design-wall-put-back = Put up again
design-wall-erase = Erase for good
design-wall-undo = Undo
design-wall-did-move = { $name } moved a note.
design-wall-did-begin = { $name } created a group.
design-wall-did-rename = { $name } changed a heading.
design-wall-did-dissolve = { $name } took a group apart.
design-wall-did-write = { $name } put up a note.
design-wall-did-take-down = { $name } took down a note.
design-wall-did-put-back = { $name } put up a note again.
design-done-wall-moved = The note is moved
design-done-wall-begun = The group is created
design-done-wall-renamed = The heading is changed
design-done-wall-dissolved = The group is taken apart. Its notes lie among those not sorted
design-done-wall-written = The note is on the wall, among those not sorted
design-done-wall-taken-down = The note is taken down. It lies at the bottom of the page
design-done-wall-put-back = The note is on the wall again
design-done-wall-undone = It is undone
design-done-wall-erased = The text of the note is erased
design-done-wall-carried = The insight is created as a draft, with the evidence of the group
design-error-wall-group-gone = The group is no longer there. Choose another
design-error-wall-note-gone = The note is no longer on the wall
design-error-wall-moved = Somebody else has moved the note. See where it lies now
design-error-wall-renamed = Somebody else has changed the heading. Read the new one before you write over it
design-error-wall-many-groups = The wall holds at most 60 groups. Merge some first
design-error-wall-evidence-stays = Evidence is taken out of the project on the page Evidence
design-error-wall-since = It cannot be undone, for somebody has changed the same thing since
design-error-wall-name = Write a heading
design-error-wall-name-long = Write a heading of at most 120 characters
design-error-wall-name-taken = Another group has that heading already
design-error-wall-note = Write something on the note
design-error-wall-note-long = Write at most 500 characters
design-error-wall-note-person = It looks like a personal identity number, a telephone number or an e-mail address. Take it away
design-error-wall-statement = Write what you have understood
design-error-wall-carried = The group is an insight already
design-error-wall-no-evidence = The group has no evidence, only loose notes. An insight needs at least one piece of evidence.
design-error-chain-lacks = The method asks for more than the text of a draft. Add it on the project's own page instead

design-rounds = Ideas in rounds
design-rounds-desk-lead = Everybody writes at the same time on their phone, without an account. In the next round each reads what somebody else wrote and builds on it.
design-rounds-none = The project has not written ideas in rounds.
design-rounds-new = Begin a new session
design-rounds-choose = Choose one of the project's questions
design-rounds-choose-none = Write a question of your own instead
design-rounds-question = Own question
design-rounds-question-hint = Preferably begin with How might we. Leave empty if you have chosen a question.
design-rounds-each = Ideas in each round, from each
design-rounds-last-day = Last day to write
design-rounds-open = Open the session
design-rounds-told = { $round ->
    [one] Round 1
   *[other] Round { $round }
}, { $seats ->
    [0] nobody has joined yet
    [one] 1 has joined
   *[other] { $seats } have joined
}
design-rounds-until = The session closes after { $day }.
design-rounds-next = Begin round { $number }
design-rounds-close = Close the session
design-rounds-held = { $n ->
    [one] 1 idea may point out a person. Nobody else sees it until you have read it.
   *[other] { $text } ideas may point out a person. Nobody else sees them until you have read them.
}
design-rounds-ideas = The ideas
design-rounds-no-ideas = Nobody has written anything yet.
design-rounds-carry = Which ideas do you take on?
design-rounds-carry-submit = Make idea cards of those chosen
design-rounds-built = builds on “{ $idea }”
design-rounds-is-held = Waits for you to read it
design-rounds-is-hidden = Hidden:
design-rounds-card = Open the idea card
design-rounds-show = Show to the others
design-rounds-hide = Hide
design-rounds-reason = Why do you hide the idea?
design-rounds-hide-submit = Hide the idea
design-rounds-lead = { $n ->
    [one] You write 1 idea in each round.
   *[other] You write at most { $text } ideas in each round.
}
design-rounds-how = In the next round you read what somebody else wrote and build on it. The others read your ideas but do not see who wrote them. Those who lead the session then take some of them on to the project.
design-rounds-join = Take part
design-rounds-privacy = We do not keep who you are. A cookie in your browser holds your rounds together through { $day }. What you write becomes a public record of the municipality.
design-rounds-round = Round { $number }
design-rounds-idea = Idea { $number }
design-rounds-passed = Build on this
design-rounds-nothing-passed = Nobody else has written anything that you can build on yet. Write an idea of your own.
design-rounds-yours = Your ideas
design-rounds-no-persons = Do not write names, telephone numbers or anything else that points out somebody.
design-rounds-builds = { $idea } builds on
design-rounds-builds-none = None of them
design-rounds-send = Send
design-rounds-wait = You are done with this round. Wait until whoever leads begins the next.
design-rounds-look = See whether the next round has begun
design-rounds-own = This is what you have written
design-rounds-own-waits = The others do not see it
design-rounds-closed = The session is closed. Thank you for taking part.
design-rounds-unsent = The session closed before this arrived. It is not kept:
design-done-rounds-opened = The session is open. Show the address to everybody in the room
design-done-rounds-next = The next round has begun. Ask everybody to load the page again
design-done-rounds-closed = The session is closed
design-done-rounds-carried = The idea cards are created as drafts in the project
design-done-rounds-hidden = The idea is hidden
design-done-rounds-shown = The others can now read the idea
design-error-rounds-question = Choose a question, or write one of at most 200 characters
design-error-rounds-each = Choose between 1 and { $most } ideas
design-error-rounds-day = Choose a day from today to { $days } days ahead
design-error-rounds-full = The room is full. Ask whoever leads to open another session
design-error-rounds-round = The round has not begun yet
design-error-rounds-nothing = Write at least one idea
design-error-rounds-long = Write at most 400 characters in each idea
design-error-rounds-many = You have already written as many ideas as the round holds
design-error-rounds-builds = Choose one of the ideas that you got to read, or none
design-error-rounds-reason = Write why you hide the idea
design-error-rounds-none-chosen = Choose at least one idea that is not an idea card already

design-attached = Pictures and files
design-file-new = Add a picture or file
design-file-file = Picture or file
design-file-file-hint = PNG, JPG, PDF, Office, OpenDocument, CSV or TXT. At most 10 MB.
design-file-title = What is it?
design-file-alt = Describe the picture
design-file-alt-hint = For those who do not see it. For pictures only.
design-file-people = Can anybody in the picture be recognised?
design-file-people-hint = For pictures only. Think of name tags and signs too.
design-people-none = No
design-people-consented = Yes, and everybody has agreed that the picture is kept
design-people-unsure = Yes, but not everybody has agreed
design-file-submit = Add
design-file-remove = Remove
design-done-file-added = The file lies on the sheet
design-done-file-removed = The file is removed. You can take it back under Documents
design-error-file-title = Write what it is
design-error-file-title-long = Write at most 150 characters
design-error-file-alt = Describe what the picture shows, for those who do not see it
design-error-file-alt-long = Write at most 300 characters
design-error-file-people = Answer whether anybody can be recognised
design-error-file-consent = Do not add the picture until everybody has agreed. Otherwise take one in which nobody can be recognised
design-error-file-many = The sheet has 20 files already. Remove one first, or put the file under Documents
