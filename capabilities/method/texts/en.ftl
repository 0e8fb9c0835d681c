# Words that the method itself says. The content of the method is in content/.
method-row = Row { $n }
method-row-date-hint = Write as 2026-03-17
method-more-rows = Add more rows
method-error-unknown-field = The method has no such field
method-error-not-text = Write a text
method-error-choose-listed = Choose one of the options
method-error-date = Write a date with day, month and year, for example 17 3 2026
method-error-number = Write a whole number in digits
method-error-too-long = { $n ->
    [one] Shorten the text. You have written 1 character too many
   *[other] Shorten the text. You have written { $n } characters too many
}
method-error-line-too-long = { $n ->
    [one] Shorten the longest line. It is 1 character too long
   *[other] Shorten the longest line. It is { $n } characters too long
}
method-error-too-many-lines = Write at most { $n } lines
method-error-row-date = Row { $n }: write the date as 2026-03-17
method-error-row-number = Row { $n }: write the number in digits
method-error-row-too-long = Row { $n }: shorten the text to at most 1,000 characters
method-error-row-incomplete = Row { $n }: fill in the boxes that are needed, or empty the row
method-missing-field = Fill in: { $what }
method-missing-one-of = { $what }: choose { $options }
method-missing-level-from = Choose the level { $what } or higher
method-missing-level-to = Choose the level { $what }
method-missing-order = { $what }: choose a date that is not before { $first }
method-missing-passed = { $what }: the date has passed. Choose a new one
method-missing-evidence = Missing: { $what }
method-missing-evidence-count = Missing: { $what } ({ $count } of { $base })
method-missing-item = The checklist: { $what }
method-refused-fields = It cannot be saved as it stands. Look over these: { $fields }
method-refused-missing = { $count } things are missing before the step can be taken. Open the step on the dialogue's page to see which
method-refused-holds = This is needed for a step already taken. Go back a step if it is to be changed
method-refused-reason = Write why. The reason is shown to everyone
method-refused-closed = The dialogue has ended and cannot be changed
method-yes = Yes
method-no = No

method-difference-none = Nothing differs.
method-difference-caption = { $n ->
    [one] One difference
   *[other] { $n } differences
}
method-difference-where = What
method-difference-from = Before
method-difference-to = Now
method-difference-not-there = Not there
method-difference-moved = The same content in another order
method-from-process = The dialogue
method-from-level = The level on the participation ladder
method-from-owner = The owner of the dialogue
method-from-today = Today's date
method-from-settings = The municipality's settings
