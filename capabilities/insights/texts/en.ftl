# Words on the pages where answers are read: results, coding, code plan and population.

insights-tabs = Read the answers
insights-crumb-dialogues = Dialogues
insights-channel = Channel
insights-choose = Choose
insights-duty = Read and code the free texts
insights-progress = { $done } of { $base } texts have been read.

# Results
insights-results-title = Results
insights-results-empty = Answers are shown here when they have come in. Nobody has answered yet.
insights-results-empty-link = Go to the dialogue
insights-results-total =
    { $n ->
        [one] { $text } contribution has come in.
       *[other] { $text } contributions have come in.
    }
insights-results-channels = Contributions by channel
insights-results-themes = What the texts are about
insights-results-who = Who took part
insights-results-who-none = Compare those who took part with those who live here
insights-results-who-all = See each group with its uncertainty
insights-results-code = Code the free texts
insights-results-read = Read and code the answers
insights-themes-base = Shares are of the texts that have at least one theme. A text can have several themes.
insights-support-results-title = How to read the figures
insights-support-results-n = n is those who were asked the question. Shares are of them, even if not all answered.
insights-support-results-small = Fewer than 5 are not shown, so that nobody can be pointed out. Sometimes another answer is hidden so that the first cannot be worked out.
insights-support-results-sample = Those who answer have chosen to take part. The figures show what they think, not what all residents think.
insights-base = n = { $asked } were asked, { $answered } answered.
insights-hidden = Answers from fewer than 5 are not shown. Sometimes another number is hidden so that they cannot be worked out.
insights-finding-none = Nobody has answered the question yet.
insights-finding-few = Too few have answered for the result to be shown.
insights-finding-even = No answer is the most common.
insights-finding-leading = The most common answer is “{ $label }”: { $share } ({ $count } of { $n }).
insights-finding-scale = The middle answer is { $median } on a scale from 1 to { $steps } ({ $n } answers).
insights-finding-number = The middle answer is { $median } { $unit } ({ $n } answers).
insights-finding-mean = The mean is { $mean }.
insights-finding-ranking = “{ $label }” comes highest, with mean position { $position } ({ $n } answers).
insights-finding-text =
    { $n ->
        [one] { $text } person has written an answer.
       *[other] { $text } people have written an answer.
    }
insights-finding-themes = The most common theme is “{ $label }”: { $share } ({ $count } of { $n } coded texts).
insights-finding-no-themes = No text has been given a theme yet.
insights-row-unsure = Do not know
insights-row-declined = Prefer not to answer
insights-row-own-words = Own description of the place
insights-ranking-position = Mean position
insights-ranking-first = Placed it first
insights-ranking-n = Ranked it (n)

# Coding
insights-coding-title = Coding
insights-coding-found = Showing { $found } of { $base } texts
insights-coding-none = This is where you code what people have written. No texts have come in yet.
insights-coding-nothing-found = No text fits the selection.
insights-coding-no-plan = Begin by creating themes in the code plan
insights-coding-themes = Themes
insights-coding-read = Read, no theme
insights-coding-quotable = May be quoted
insights-coding-save = Save
insights-coding-save-next = Save and show next
insights-coding-saved = The coding is saved.
insights-passage = Text { $n }
insights-passage-done = Read
insights-state-waiting = Waiting for review
insights-state-masked = Published masked
insights-state-hidden = Hidden
insights-state-published = Published
insights-stand-unread = Not read
insights-stand-without = Read, no theme
insights-stand-theme = Theme: { $name }
insights-filter = Choose texts
insights-filter-all = All
insights-filter-stand = Theme
insights-filter-question = Question
insights-filter-activity = Activity
insights-filter-words = Contains the words
insights-filter-show = Show
insights-filter-clear = Show all texts
insights-keys-switch = Code with keys
insights-keys-help = J and K go to the next and previous text. The theme's letter ticks or unticks it. 0 is “Read, no theme” and 9 is “May be quoted”. The keys only work while you are in the list.
insights-keys-ticked = Ticked:
insights-keys-unticked = Unticked:
insights-bulk-link = Give all texts in the selection the same theme
insights-bulk-title = Code the whole selection
insights-bulk-back = Back to the coding
insights-bulk-found =
    { $n ->
        [one] The selection holds { $text } text.
       *[other] The selection holds { $text } texts.
    }
insights-bulk-theme = Theme
insights-bulk-preview = Show what happens
insights-bulk-choose = Choose the theme that the texts should be given
insights-bulk-effect-title = This will happen
insights-bulk-effect = { $new } texts are given the theme “{ $name }”. { $already } have it already. Other themes do not change.
insights-bulk-save = Code all texts in the selection
insights-bulk-sample = The first texts in the selection
insights-bulk-done =
    { $n ->
        [one] { $n } text has been given the theme “{ $name }”.
       *[other] { $n } texts have been given the theme “{ $name }”.
    }
insights-bulk-undo = Undo the coding
insights-bulk-undone = The coding of the selection is undone.
insights-export-link = Download the selection (CSV)
insights-export-file = coded-texts
insights-export-id = Number
insights-export-activity = Activity
insights-export-question = Question
insights-export-channel = Channel
insights-export-day = Received
insights-export-state = Review
insights-export-text = Text
insights-export-read = Read
insights-export-quotable = May be quoted
insights-export-themes = Themes

# Code plan
insights-plan-title = Code plan
insights-plan-new = Create theme
insights-plan-empty = The code plan is the themes that texts are sorted into. It is empty.
insights-plan-read-first = Read some texts first
insights-plan-base = Themes and how many texts have them, of { $n } coded texts
insights-plan-theme = Theme
insights-plan-child = Subtheme:
insights-plan-order = Order
insights-plan-up = Move up
insights-plan-down = Move down
insights-plan-back = Back to the code plan
insights-plan-name = Name
insights-plan-name-hint = Short and concrete, for example “Safe way to school”.
insights-plan-definition = What the theme is about
insights-plan-counts-in = Counts
insights-plan-counts-in-hint = What a text must say to be given the theme.
insights-plan-counts-out = Does not count
insights-plan-counts-out-hint = What is close to it but belongs to another theme.
insights-plan-example = Example
insights-plan-example-hint = A typical sentence from an answer. Leave out anything that points out a person.
insights-plan-parent-label = Belongs to the theme
insights-plan-parent-none = None, it stands by itself
insights-plan-shortcut = Key
insights-plan-shortcut-hint = A letter from a to z, not j or k.
insights-plan-save = Save the theme
insights-plan-created = The theme is created.
insights-plan-saved = The theme is saved.
insights-plan-moved = The order is changed.
insights-plan-merge-title = Merge with another theme
insights-plan-merge-into = Merge with
insights-plan-merge-hint = The texts are given the other theme instead. This cannot be undone.
insights-plan-merge = Merge themes
insights-plan-merge-choose = Choose the theme to keep. Go back and choose in the list.
insights-plan-merged = The themes are merged.
insights-plan-archive-title = Take the theme out of use
insights-plan-archive-text = The theme can no longer be chosen. What is already coded remains, and you can take the theme into use again.
insights-plan-archive = Archive the theme
insights-plan-archived = The theme is archived.
insights-plan-archived-title = Archived themes
insights-plan-restore = Take into use again
insights-plan-restored = The theme is in use again.
insights-plan-show-texts = Show the texts
insights-plan-change = Change the code plan
insights-plan-name-missing = Write the name of the theme
insights-plan-name-long = The name is too long. Write at most 80 characters.
insights-plan-name-taken = Another theme has that name. Choose another name.
insights-plan-text-long = The text is too long. Write at most 2,000 characters.
insights-plan-parent = The theme cannot belong to the one you chose. Choose a theme that stands by itself, or none.
insights-plan-shortcut-taken = Another theme has that key. Choose another letter.
insights-plan-shortcut-wrong = Write a letter from a to z, not j or k
insights-plan-theme-gone = A theme you chose has been archived or merged meanwhile. Go back and reload the page. Nothing is saved.
insights-support-plan-title = A good code plan
insights-support-plan-1 = Read 30–50 texts before you settle the themes. Write what counts and what does not, so that two people code alike.
insights-support-plan-2 = Eight clear themes are better than twenty vague ones. Keep what only a few say, if it matters.

# Suggestions
insights-suggest-title = Suggestions
insights-suggest-lead = A program has read the texts and suggests what belongs together. Nothing is coded until you decide.
insights-suggest-ask = Make suggestions
insights-suggest-again = Make new suggestions
insights-suggest-asked = The suggestions are being made. It mostly takes less than a minute. Load the page again to see them.
insights-suggest-made = The suggestions were made { $moment } from { $n } texts.
insights-suggest-new-texts =
    { $n ->
        [one] { $text } text has come since.
       *[other] { $text } texts have come since.
    }
insights-suggest-by-meaning = The themes also go by what words mean, according to the file { $file }. It recognises { $share } of the words in the texts ({ $known } of { $words }). Small words and numbers are not counted.
insights-suggest-vectors-fault = The file of word vectors, { $file }, could not be used. The themes go by the words alone. Ask whoever runs the program to read the log.
insights-suggest-waits = New suggestions are being made. Load the page again in a while.
insights-suggest-failed = The suggestions could not be made this time. The program tries again by itself.
insights-suggest-few = Themes are suggested when there are at least { $n } texts. Fewer are quicker to read.
insights-suggest-alike-title = Texts that are alike
insights-suggest-alike-text = Read one and code all at once. Each text counts by itself, and everybody is answered. Nothing is merged.
insights-suggest-alike-none = No texts are nearly the same.
insights-suggest-alike = Texts alike { $n }
insights-suggest-more-alike =
    { $n ->
        [one] { $text } more group has fewer texts. Code the largest and make new suggestions.
       *[other] { $text } more groups have fewer texts. Code the largest and make new suggestions.
    }
insights-suggest-themes-title = Texts that seem to be about the same
insights-suggest-themes-none = The program found no themes in the texts.
insights-suggest-theme = Suggested theme { $n }
insights-suggest-terms = Words that mark the texts:
insights-suggest-share = { $n } of { $base } texts.
insights-suggest-coded = { $n } of { $base } have the theme ”{ $theme }” already.
insights-suggest-aside-title = Suggestions put aside
insights-suggest-back = Back to the suggestions
insights-suggest-belongs = Belongs to the theme
insights-suggest-code-title = Code the texts that are ticked
insights-suggest-code-text = Untick the texts that do not belong. Only the texts on this page are coded.
insights-suggest-code-alike-title = Code all of these texts
insights-suggest-code-alike-text = All texts of the group get the theme, also those on other pages.
insights-suggest-name = Name of a new theme
insights-suggest-name-hint = Say in your own words what the texts are about.
insights-suggest-or-theme = Or a theme that stands
insights-suggest-name-missing = Write a name for the theme or choose one that stands
insights-suggest-one-theme = Write a new name or choose a theme, not both
insights-suggest-none-chosen = Tick at least one text
insights-suggest-code = Code the texts
insights-suggest-set-aside = Put aside
insights-suggest-take-out = Take out again
insights-suggest-put-aside = The suggestion is put aside.
insights-suggest-taken-out = The suggestion is taken out again.
insights-suggest-anew = The suggestions were made anew while you read. Nothing is changed. Open the suggestion again.
insights-suggest-how-title = How suggestions are made
insights-suggest-how-alike = The program compares the texts letter by letter and gathers those that are nearly the same, such as an appeal that many have sent.
insights-suggest-how-themes = The program counts which words often stand in the same texts. It does not understand what is meant, and misses what few write about. Read for yourself before you decide.
insights-suggest-how-persons = Suggestions are about texts and never about persons. Who wrote what is not compared.

# Population
insights-population-title = Population
insights-population-empty-page = Here those who took part are compared with those who live here. No population figures have been added yet.
insights-population-differences = Difference from the population
insights-population-difference = Difference, percentage points
insights-population-limit = Limit for counting as a difference
insights-population-finding = Assessment
insights-population-remove = Remove the figures
insights-population-removed = The population figures are removed.
insights-population-import-title = Add population figures
insights-population-no-questions = No activity asks about for example age or area. Add a question with options under “About you” to be able to compare.
insights-population-import-text = The file needs the columns question, category, population, source and year. Categories must be named as the options. This can be compared:
insights-population-template = Download a file to fill in (CSV)
insights-population-file = population
insights-population-file-label = File with population figures
insights-population-paste = Or paste the rows
insights-population-paste-hint = Begin with the row question;category;population;source;year.
insights-population-import = Add the figures
insights-population-imported = The population figures are added.
insights-population-refused =
    { $n ->
        [one] { $text } row needs correcting. Nothing has been added.
       *[other] { $text } rows need correcting. Nothing has been added.
    }
insights-population-refused-title = Rows to correct
insights-population-row = Row
insights-population-problem = What is wrong
insights-population-encoding = The file is not saved as UTF-8. Save it in that format and send it again.
insights-population-empty = There are no rows. Choose a file or paste the rows.
insights-population-long = The file has more than 2,000 rows. Remove the rows that are not needed.
insights-population-column = The column “{ $value }” is missing in the first row. Add it.
insights-population-question = There is no question “{ $value }”. Write one of: { $known }.
insights-population-category = There is no option “{ $value }”. Write one of: { $known }.
insights-population-number = “{ $value }” is not a whole number. Write the number in digits.
insights-population-year = “{ $value }” is not a year. Write the year with four digits.
insights-population-twice = “{ $value }” stands several times for the same question. Remove one of the rows.
insights-population-one-group = “{ $value }” has only one group, or no population. Include all groups: { $known }.
insights-representation-missing = Nobody took part from: { $groups }.
insights-representation-under = Under-represented: { $groups }.
insights-representation-over = Over-represented: { $groups }.
insights-representation-alike = Participants resemble the population.
insights-representation-base = n = { $n } have told which group they belong to.
insights-representation-untold = { $n } were asked but chose none of the groups.
insights-representation-index = { $index } % of participants would have to belong to another group for the distribution to be that of the population.
insights-representation-lacking = { $group } ({ $n } more)
insights-representation-lacking-all = So many more are needed for the group to have the same share as in the population: { $groups }.
insights-population-interval = Uncertainty, percentage points
insights-population-from-to = { $low } to { $high }
insights-representation-source = Source: { $source }. { $population } people. Added { $day } by { $by }.
insights-group-over = Over-represented
insights-group-under = Under-represented
insights-group-expected = About as the population
insights-group-missing = Nobody took part
insights-group-few = Too few to show
insights-support-population-title = How the difference is worked out
insights-support-population-1 = A group counts as over- or under-represented when the difference is larger than 3 percentage points and larger than two standard errors.
insights-support-population-2 = Include only the ages that the dialogue is meant for.
insights-support-population-3 = The figures are not weighted. Tell in the report what you did to reach those who are missing.

# Statements
insights-voting-first = Being computed for the first time. Look again in a while.
insights-voting-current = Computed { $moment }.
insights-voting-waits = Being computed anew. Last computed { $moment }.
insights-voting-none = Nobody has answered yet.
insights-statements-empty = Here stands what people think of the statements. Nothing has been computed yet.
insights-statements-base-people = n = { $n } people have taken a stance. They chose to take part themselves, and differ in how many statements they took a stance on.
insights-statements-base = n = { $n } people have taken a stance, together { $stances } times. They chose to take part themselves, and differ in how many statements they took a stance on.
insights-statements-finding = Most agree on: “{ $statement }”
insights-statements-finding-none = There is no statement that clearly more than half agree with.
insights-statements-agreed = Most agree
insights-statements-rejected = Most disagree
insights-statements-dividing = What divides the groups
insights-statements-of = { $share } ({ $count } of { $n })
insights-statements-against = Most in group { $agreeing } agree. Most in group { $disagreeing } do not.
insights-statements-groups = Groups that think alike
insights-statements-groups-told = The groups are computed from the answers, not from who people are. No group has fewer than five people.
insights-statements-group = Group { $label }
insights-statements-picture =
    { $n ->
        [one] Picture of how participants stand to each other. All belong to one group.
       *[other] Picture of how participants stand to each other in { $n } groups. The groups and what is typical of them stand in text after the picture.
    }
insights-statements-picture-told = Those who answer alike stand close to each other. The letter is the group, and a larger letter is more people. A dot is people who have taken a stance on too few statements for a group.
insights-statements-typical = Typical of { $group }
insights-statements-agrees = Agrees more often than others.
insights-statements-disagrees = Disagrees more often than others.
insights-statements-too-few = Too few have taken a stance for groups to be shown.
insights-statements-merged = Groups of fewer than five people have joined the nearest.
insights-statements-pass = Don’t know
insights-statements-sizes = How many there are in each group
insights-statements-counts = Where everybody stands
insights-statements-overlap = The groups partly run into each other. The differences between them are uncertain, so draw no firm conclusions.
insights-statements-all = All statements
insights-statements-statement = Statement
insights-statements-shares = Shares are of those who answered on the statement, “don’t know” included. The number stands in brackets. Fewer than 5 are not shown, and sometimes another number is hidden so that they cannot be worked out.
insights-files = Compute the result again
insights-files-told = The files hold every answer without names. With the command samspel analyse anybody can compute the same result.
insights-file-votes = All stances (CSV)
insights-file-statements = All statements (CSV)
insights-file-ballots = All ballots (PB)

# Participatory budget
insights-budget-empty = Here stands what the votes decided. Nothing has been computed yet.
insights-budget-base =
    { $n ->
        [one] n = { $text } vote.
       *[other] n = { $text } votes.
    }
insights-budget-finding = { $winners } of { $projects } projects are funded. They cost { $cost } of { $total } kronor.
insights-budget-projects = The projects in the order in which the rule took them
insights-budget-project = Project
insights-budget-result = Result
insights-budget-votes = Votes
insights-budget-cost = Cost in kronor
insights-budget-why = Why
insights-budget-funded = Funded
insights-budget-not-funded = Not funded
insights-budget-rule = The rule that decided
insights-budget-why-ranked = Came in place { $place } and fitted the money that was left.
insights-budget-why-completed = Got what was left over, in place { $place }.
insights-budget-why-bought = Those who voted for the project could afford it. It was number { $place }.
insights-budget-why-no-support = Nobody has voted for the project.
insights-budget-why-above = The project costs more than the whole sum.
insights-budget-why-short = { $short } kronor were lacking when its turn came.
insights-budget-why-too-little = Those who voted for the project had too little money together.
insights-budget-why-too-late = The money was spent before those who voted for the project could afford it.
insights-budget-lacking =
    { $n ->
        [one] One more vote would have been enough.
       *[other] { $text } more votes would have been enough.
    }
insights-budget-lacking-never = More votes would not have been enough.
insights-budget-undecided = The rule could not be computed to its end with this sum. Nothing is decided.
insights-budget-tie = “{ $first }” was exactly equal to { $others } and went first because it comes first in the list.
insights-budget-refused =
    { $n ->
        [one] One vote broke the terms and is not counted.
       *[other] { $text } votes broke the terms and are not counted.
    }
