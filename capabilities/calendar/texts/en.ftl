# The calendar: when everything happens, and what clashes.
calendar-menu = Calendar
calendar-title = Calendar { $year }
calendar-lead = All dialogues of the year, with holidays, school breaks and elections. Choose a time when those you want to hear can take part.
calendar-earlier = The year before
calendar-later = The year after
calendar-untitled = Dialogue without a title
calendar-sent-twice = The form had been sent already. The days are saved once.

calendar-filter-area = Area
calendar-filter-committee = Committee
calendar-filter-group = Target group
calendar-filter-level = Level
calendar-filter-any = All
calendar-filter-show = Show
calendar-filter-whole = Show the whole calendar
calendar-found = { $n ->
    [one] { $text } dialogue
   *[other] { $text } dialogues
 }
calendar-on-page = On this page
calendar-picture = The year as a picture
calendar-picture-text = Each row runs from January to December. The thin lines part the months.
calendar-row-holidays = Public holidays
calendar-months = Month by month
calendar-month-empty = Nothing is entered.

calendar-tag-dialogue = Dialogue
calendar-tag-activity = Activity
calendar-tag-answer = Feedback
calendar-tag-holiday = Public holiday
calendar-tag-eve = Eve
calendar-entry-opens = { $title } opens, { $period }
calendar-entry-goes-on = { $title } goes on, { $period }
calendar-entry-closes = { $title } closes
calendar-entry-milestone = { $what } ({ $title })
calendar-entry-answer = Answer to those who took part in { $title }
calendar-entry-activity-opens = { $activity } opens ({ $title })
calendar-entry-activity-closes = { $activity } closes ({ $title })
calendar-election-ordinary = Elections to Riksdag, region and municipality

calendar-holiday-new-year = New Year’s Day
calendar-holiday-epiphany = Epiphany
calendar-holiday-good-friday = Good Friday
calendar-holiday-easter-eve = Easter Eve
calendar-holiday-easter = Easter Day
calendar-holiday-easter-monday = Easter Monday
calendar-holiday-first-of-may = First of May
calendar-holiday-ascension = Ascension Day
calendar-holiday-whit-sunday = Whit Sunday
calendar-holiday-national-day = National Day
calendar-holiday-midsummer-eve = Midsummer Eve
calendar-holiday-midsummer = Midsummer Day
calendar-holiday-all-saints = All Saints’ Day
calendar-holiday-christmas-eve = Christmas Eve
calendar-holiday-christmas = Christmas Day
calendar-holiday-boxing-day = Boxing Day
calendar-holiday-new-years-eve = New Year’s Eve

calendar-kind-school-break = School break
calendar-kind-religious = Religious holiday
calendar-kind-event = Event
calendar-kind-election = Election

calendar-clashes-title = Clashes
calendar-clashes-period = The dialogue is open { $period }.
calendar-clashes-none = Nothing clashes with the dialogue’s time.
calendar-clashes-no-dates = The dialogue has no dates yet. Set the timetable, and the calendar shows what clashes.
calendar-clashes-serious = Decide about these
calendar-clashes-serious-text = Move the dialogue, or keep the time and write why. When you have, we no longer remind you.
calendar-clashes-light = To bear in mind
calendar-serious = Serious clash
calendar-year-no-clashes = Nothing clashes this year with what is going on or to come.
calendar-clash-area = “{ $other }” goes on in the same area, { $area }, { $period }.
calendar-clash-area-groups = “{ $other }” turns to the same target group in the same area { $period }: { $groups } in { $area }.
calendar-clash-groups = “{ $other }” turns to the same target group { $period }: { $groups }.
calendar-clash-holiday = { $name } is on { $day }. Few people are there then.
calendar-clash-local = { $name } falls { $period }.
calendar-clash-local-most = { $name } takes at least half of the dialogue’s time, { $period }. Many people are away then.
calendar-clash-election = Election day, { $day }, falls within the dialogue. What the municipality asks may be taken as part of the campaign.
calendar-clash-advance-voting = Advance voting for the election on { $day } goes on during the dialogue.
calendar-clash-too-many = { $area } gets { $count } dialogues within a year. You have set the limit to { $limit }.
calendar-clash-other = See the clashes of { $title }
calendar-accepted = { $name } kept the time on { $day }: { $reason }
calendar-accept-reason = Why do you keep the time?
calendar-accept = Keep the time
calendar-error-reason = Write why you keep the time
calendar-error-reason-long = Write at most { $max } characters
calendar-note-accepted = The decision is saved.
calendar-note-clash-gone = The clash is no longer there.
calendar-to-planner = To the dialogue’s plan
calendar-to-calendar = See the whole calendar
calendar-duty-clash = Decide about a clash in the calendar
calendar-advice-light = { $n ->
    [one] { $text } smaller clash in the calendar
   *[other] { $text } smaller clashes in the calendar
 }
calendar-support-rules = How we look for clashes
calendar-rule-area = Two dialogues in the same area at the same time. Serious if the target group is the same too.
calendar-rule-groups = The same target group at the same time, when one of the dialogues is for the whole municipality.
calendar-rule-holidays = Public holidays and eves on the first day, the last day or a day that the plan names.
calendar-rule-local = School breaks, religious holidays and events. Serious if a school break takes half of the time.
calendar-rule-election = Election day and advance voting, which begins 18 days before.
calendar-rule-too-many = More than { $text } dialogues in an area within a year.

calendar-support-days = School breaks and local days
calendar-support-days-text = Public holidays and elections are worked out. School breaks, religious holidays and events are entered by the municipality.
calendar-support-feed = For residents
calendar-support-feed-text = Published dialogues come as a calendar file. Whoever adds the address to a calendar gets changes too.
calendar-feed-answer = Answer to those who took part: { $title }

calendar-days-title = School breaks and local days
calendar-days-write = Enter school breaks and local days
calendar-days-lead = Days that do not follow from the almanac. The calendar warns when a dialogue clashes with them.
calendar-days-empty = There are no days here yet. Enter the school year’s breaks, and the calendar warns of them.
calendar-days-caption = { $n ->
    [one] { $text } row
   *[other] { $text } rows
 }
calendar-days-earlier = Show earlier years too
calendar-day-new = Add days
calendar-day-edit = Change the days
calendar-day-save = Save the days
calendar-day-remove = Remove the days
calendar-column-period = When
calendar-field-name = Name
calendar-field-kind = Kind
calendar-field-first = First day
calendar-field-last = Last day
calendar-field-last-hint = Leave empty if it is a single day.
calendar-error-name = Write what the days are called
calendar-error-name-long = Write a name of at most { $max } characters
calendar-error-first = Write the first day with day, month and year
calendar-error-last = Write the last day with day, month and year, or leave it empty
calendar-error-backwards = The last day is before the first. Swap them
calendar-error-long = The period is longer than { $max } days. Check the year
calendar-error-kind = Choose what kind of days they are
calendar-note-day-saved = The days are saved.
calendar-note-day-removed = The days are removed.
calendar-note-imported = The rows are entered.

calendar-import-title = Enter from a file
calendar-import-lead = Choose a CSV file or paste rows. You see what each row gives before anything is saved.
calendar-import-file = CSV file
calendar-import-file-hint = Save the spreadsheet as CSV.
calendar-import-rows = Rows
calendar-import-rows-hint = The first row is name;from;to;kind. Dates are written 2026-02-23. Kind is school break, religious holiday, event or election. Without a kind it is a school break.
calendar-import-look = Check the rows
calendar-import-preview = This is what the rows give
calendar-import-good = { $n ->
    [one] { $text } row can be entered
   *[other] { $text } rows can be entered
 }
calendar-import-bad = { $n ->
    [one] { $text } row cannot be entered. Correct it in the box below and check again, or skip it.
   *[other] { $text } rows cannot be entered. Correct them in the box below and check again, or skip them.
 }
calendar-import-bad-caption = Rows that cannot be entered
calendar-import-row = Row
calendar-import-why = How to correct it
calendar-import-confirm = { $n ->
    [one] Enter { $text } row
   *[other] Enter { $text } rows
 }
calendar-import-again = Correct and check again
calendar-import-nothing = Choose a file or paste rows
calendar-import-column = The column “{ $column }” is missing. Write name;from;to;kind on the first row
calendar-import-date = “{ $text }” cannot be read as a date. Write for example 2026-02-23
calendar-import-kind = “{ $word }” is no kind. Write school break, religious holiday, event or election
calendar-import-known = The days are there already
calendar-import-too-many = The file has more than { $max } rows. Split it
