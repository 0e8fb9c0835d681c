# The chain from a voice to what happened: evidence, insights, ideas, measures and answers.
chain-menu = Insights
chain-bank-lead = What the municipality has understood, with what supports it. Search before you ask the residents again.
chain-search = Search among insights
chain-words = Words
chain-column-kind = Kind
chain-column-standing = Standing
chain-topic = Topic
chain-area = Area
chain-group = Group
chain-year = Year
chain-any = All
chain-all-kinds = All kinds
chain-show = Show
chain-show-all = Show everything
chain-nothing = Nothing fits what you searched for.
chain-empty = There is nothing here yet. Evidence and insights come from dialogues that have been read, and from the projects' own interviews.
chain-empty-way = Go to the dialogues
chain-found = { $n ->
    [one] One hit
   *[other] { $n } hits
}
chain-support-title = How it hangs together
chain-support = Evidence is what somebody said or what you saw. An insight is what you understand of it. Insights become questions, ideas, tests and measures. Every link leads onwards and shows who made it.
chain-export = Download as CSV
chain-standing-draft = Draft
chain-standing-standing = Stands
chain-standing-set-aside = Set aside

# The kinds.
chain-kind-evidence = Evidence
chain-kind-insight = Insight
chain-kind-need = Need
chain-kind-question = Question
chain-kind-idea = Idea
chain-kind-prototype = Prototype
chain-kind-test = Test
chain-kind-measure = Measure
chain-kind-effect = Benefit
chain-kind-answer = Answer
chain-kinds-evidence = Evidence
chain-kinds-insight = Insights
chain-kinds-need = Needs
chain-kinds-question = Questions
chain-kinds-idea = Ideas
chain-kinds-prototype = Prototypes
chain-kinds-test = Tests
chain-kinds-measure = Measures
chain-kinds-effect = Benefits
chain-kinds-answer = Answers
chain-new-evidence = New evidence
chain-new-insight = New insight
chain-new-need = New need
chain-new-question = New question
chain-new-idea = New idea
chain-new-prototype = New prototype
chain-new-test = New test
chain-new-measure = New measure
chain-new-effect = New benefit
chain-new-answer = New answer

# Strength.
chain-strength = { $evidence ->
    [one] One piece of evidence
   *[other] { $evidence } pieces of evidence
} from { $sources ->
    [one] one source
   *[other] { $sources } sources
} of { $kinds ->
    [one] one kind
   *[other] { $kinds } kinds
}, { $groups ->
    [one] one group heard
   *[other] { $groups } groups heard
}
chain-warning-none = No evidence
chain-warning-one-source = One source only
chain-warning-one-kind = All sources are of the same kind
chain-warning-contradicted = { $n ->
    [one] One piece of evidence contradicts
   *[other] { $n } pieces of evidence contradict
}
chain-voice-one = One person stands behind it.
chain-voices = { $n } people stand behind it, out of { $base } texts read.
chain-counted = { $n } of { $base } texts are about { $name }.

# A node.
chain-edit = Change { $title }
chain-change = Change
chain-save = Save
chain-rests-on = Rests on
chain-conflict-who = { $name } saved { $when }, while you were writing.
chain-erased = Erased text
chain-erased-note = The text is erased to protect somebody. The links stay, so that one sees that something was here.
chain-beneath = Rests on
chain-beneath-none = Nothing yet.
chain-against = Contradicts it
chain-above = Leads to
chain-above-none = Nothing yet.
chain-removed = Removed links
chain-projects = Projects that work with it
chain-projects-none = No project.
chain-projects-all = Service design
chain-place = Put in a project
chain-place-save = Add
chain-choose = Choose
chain-made = { $name }, { $when }
chain-changed = Changed by { $name }, { $when }
chain-column-origin = Comes from
chain-traces = Follow the thread
chain-trace-back-link = What does it rest on?
chain-trace-on-link = What became of it?

# Links.
chain-link = Link
chain-link-title = Link to something in the bank
chain-link-lead = Choose what belongs together. What comes first in the thread leads to the other.
chain-link-nothing = Nothing to link to. Search for another word or choose another kind.
chain-link-reason = Why do they belong together?
chain-link-reason-hint = Write what somebody else does not see by themselves.
chain-link-save = Link
chain-link-removed = Removed by { $name } { $when }: { $reason }
chain-sort = How does it speak?
chain-sort-supports = Supports
chain-sort-contradicts = Contradicts
chain-sort-leads-to = Leads to
chain-unlink = Remove the link
chain-unlink-title = Remove the link?
chain-unlink-lead = The link leaves the thread but stays in the history, with your reason.
chain-why = Why?

# Erase.
chain-erase = Erase the text
chain-erase-lead = The text is taken away and cannot be brought back. Links and counts stay, with a mark that the text is erased.
chain-erase-hint = For example: the person can be recognised.
chain-erase-save = Erase the text

# From a dialogue.
chain-gather = Send to service design
chain-gather-lead = Choose themes and quotations. They become evidence in the bank, and in a project if you choose one.
chain-gather-empty = There are no themes yet. Read and code the answers first.
chain-gather-empty-way = Go to the coding
chain-gather-count = Take the theme: { $n } of { $base } texts
chain-gather-no-quotes = No quotations are marked as quotable.
chain-gather-insight = What do you understand of it?
chain-gather-insight-hint = An insight in one or two sentences, with no solution. It is saved as a draft with evidence beneath.
chain-gather-project = Project
chain-gather-project-hint = The bank always has them.
chain-gather-bank = The bank only
chain-gather-save = Send
chain-taken = Is evidence
chain-dialogues = Dialogues

# Traces.
chain-trace-back = What does { $title } rest on?
chain-trace-back-lead = All that led here, from what somebody said.
chain-trace-on = What became of { $title }?
chain-trace-on-lead = All that it led to, up to the answer.
chain-trace-dialogue = What became of { $title }?
chain-trace-dialogue-lead = Evidence that comes from here, and all that it led to.
chain-trace-project = Show the whole thread
chain-trace-empty = Nothing from here has become evidence yet.
chain-trace-many = The picture is not shown, for it would have more than 60 boxes. The list has everything.
chain-picture = The thread in { $nodes } parts with { $links } links. The same stands in the list.
chain-picture-name = The thread as a picture
chain-picture-caption = Dashed arrows contradict. Dashed boxes are set aside or erased. The list below has the same content.
chain-comes-from = Comes of:
chain-files = Download

# A project's pages.
chain-page-trace = What became of it?
chain-pages = The thread
chain-project-empty = Nothing yet. Write new, or take from the bank.
chain-unplace = Take out of the project
chain-from-bank = Take from the bank
chain-from-bank-none = The bank has no more of that kind.
chain-from-bank-choose = This is in the bank
chain-from-bank-save = Put in the project

# Columns of files.
chain-column-id = Identity
chain-column-title = Heading
chain-column-text = Text
chain-column-status = Status
chain-column-reason = Reason
chain-column-groups = Groups
chain-column-source = Source
chain-column-voices = People
chain-column-base = Of texts
chain-column-supporting = Supports
chain-column-contradicting = Contradicts
chain-column-made = Written
chain-column-from-kind = Comes of kind
chain-column-from = Comes of
chain-column-sort = Link
chain-column-link-reason = Reason of the link

# Receipts.
chain-done-added = Saved.
chain-done-saved = Saved.
chain-done-placed = It is in the project.
chain-done-unplaced = It is out of the project and stays in the bank.
chain-done-linked = Linked.
chain-done-unlinked = The link is removed. It stays in the history.
chain-done-erased = The text is erased.
chain-done-gathered = What you chose is evidence now.

# Errors.
chain-sent-twice = The form has been sent already.
chain-error-ground = The status asks that it rests on at least one of: { $kinds }. Link first, or choose draft.
chain-error-order = What you link from must come earlier in the thread.
chain-error-sort = Choose whether it supports or contradicts.
chain-error-erased = The text is erased and cannot be changed.
chain-error-erase-reason = Write why the text is erased.
chain-error-unlink-reason = Write why the link is removed.
chain-error-last-ground = It is the last thing that this rests on. Make it a draft first, or link something else.
chain-error-nothing-picked = Choose at least one theme or quotation.
chain-error-nothing-chosen = Choose at least one.
chain-error-project = Choose a project.

# The page for whoever answered.
chain-voice-title = What became of your answer
chain-voice-lead = You took part in “{ $title }”. This is what it led to.
chain-voice-not-yet = Nothing to show yet. The answers are being read.
chain-voice-used = What you said is part of the ground. What we understand and do is shown here when it is ready.
chain-voice-feedback = We have promised to answer by { $date }.
chain-voice-understood = This is what we have understood
chain-voice-needs = What is needed
chain-voice-questions = The questions we work with
chain-voice-ideas = The ideas
chain-voice-tried = This is what we have tried
chain-voice-measures = This is what we do
chain-voice-effects = This is what it is to give
chain-voice-answers = The answer to you
chain-voice-set-aside = Does not go on
chain-voice-because = Reason: { $reason }
chain-voice-mine = Show my answer

# A decision.
chain-decision = { $body } § { $paragraph }, { $date }
chain-decision-title = On what does the decision rest?
chain-decision-measures = Measures that the decision is about
chain-decision-none = No measure is tied to the decision yet.
chain-decision-untie = Untie
chain-decision-choose = Tie a measure
chain-decision-tie = Tie to the decision
chain-decisions = Decisions
chain-error-no-measure = Only measures can be tied to a decision.

# The chain of effects on the page of benefits.
chain-effects = Chain of effects
chain-effects-finding = { $benefits ->
    [one] 1 benefit
   *[other] { $benefits } benefits
}. { $alone ->
    [0] A measure leads to each.
    [one] No measure leads to 1 of them.
   *[other] No measure leads to { $alone } of them.
}
chain-effects-change = Measure
chain-effects-obstacle = Obstacle:
chain-effects-obstacles = Obstacles
chain-effects-effect = Effect
chain-effects-benefit = Benefit
chain-effects-goal = Goal
chain-effects-status = Status
chain-effects-none = No measure leads here
chain-effects-loose = These measures do not lead to a benefit yet:
