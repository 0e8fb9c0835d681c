# Words of lotteries.
lottery-page = Draw by lot
lottery-new = Draw a panel by lot
lottery-edit = Change what is drawn from
lottery-save = Save and compute the chances
lottery-people = { $n ->
    [one] { $text } person.
   *[other] { $text } people.
 }
lottery-for-seats = Replacements: { $name }
lottery-stage-preparing = Being prepared
lottery-stage-published = The lottery is published
lottery-stage-drawn = The panel is drawn
lottery-stage-cancelled = Cancelled

# List
lottery-list-lead = Draw by lot among those who have said yes, so that the panel mirrors the municipality and everybody has as equal a chance as possible.
lottery-list-title = Lotteries of the dialogue
lottery-list-empty = Lotteries of panels are shown here. None has been begun.
lottery-support-title = How it is done
lottery-support-1 = First you publish a file of 1,000 panels that all meet the quotas. Then a number that nobody can choose decides which of them it is.
lottery-support-2 = What you have published cannot be changed. If you cancel a lottery, that is shown with the reason.
lottery-support-3 = No names are needed. Give everybody who said yes a number, and keep the list of who has which number elsewhere.

# Form
lottery-field-name = Name of the lottery
lottery-field-name-hint = For example ”Citizens' assembly on the square”. Everybody sees the name.
lottery-field-stage = Stage
lottery-field-latest = Latest change
lottery-field-seats = Seats in the panel
lottery-field-seats-hint = A number from 1 to 500.
lottery-field-quotas = Quotas
lottery-field-quotas-hint = One row for each group below the heads kategori;grupp;minst;högst. You may paste from a spreadsheet.
lottery-field-file = File with those who said yes
lottery-field-file-new = New file with those who said yes
lottery-field-file-hint = CSV or XLSX. One row for each person, with the column id and a column for each category of the quotas. At most 20,000 people. Other columns are not kept.
lottery-file-stands = The file that is here stands until you choose another.
lottery-field-household = Columns that tell who live together
lottery-household-stands = The list that stands has households. Is the new one to have them too? Write the columns again.
lottery-field-household-hint = For example street, postcode. At most one of each household is drawn. The addresses are not kept.
lottery-field-erase = The data are erased no later than
lottery-field-erase-hint = Take the day that your decision on disposal says. You get a reminder.
lottery-names-title = No names here
lottery-names-1 = The file must not have names, personal identity numbers, telephone numbers or e-mail addresses. The number in the column id is published.
lottery-names-2 = Give each person a number for this lottery alone, and tell each of them what number they have.
lottery-quotas-title = How to write quotas
lottery-quotas-text = The least and the most are how many of the panel may belong to the group. Leave some room, and the chances will be more equal.
lottery-quotas-example =
    kategori;grupp;minst;högst
    Age;16–29;5;7
    Age;30–64;9;12
    Age;65 or older;5;7
lottery-error-name = Write a name for the lottery
lottery-error-long = The text is too long or has signs that are not seen. Write at most { $most } characters
lottery-error-seats = Write how many seats the panel has, a number from 1 to 500
lottery-error-date = Write day, month and year in figures
lottery-error-erase = Write the day by which the data are to be erased
lottery-error-erase-past = Write a day to come
lottery-error-file = Choose the file with those who said yes. If you had chosen one, correct the rest and choose it again
lottery-error-file-again = The quotas have other groups. Choose the file with those who said yes again

# Faults of files
lottery-read-empty = There are no rows. Begin with the heads and write a row below for each group or person
lottery-read-large = The file is too large. Take away what is not needed
lottery-read-no-table = The file cannot be read as a table. Save it as CSV or XLSX and choose it again
lottery-read-row = Row { $line } cannot be read. Look for quotation marks and the number of columns
lottery-read-missing-column = The column ”{ $column }” is missing in the first row. Add it
lottery-read-same-column = The column ”{ $column }” stands twice. Take one away
lottery-read-empty-cell = Row { $line }: ”{ $column }” is empty. Fill it in or take the row away
lottery-read-number = Row { $line }: ”{ $cell }” below ”{ $column }” is not a whole number. Write it in figures
lottery-read-same-group = Row { $line }: the group ”{ $group }” stands on row { $first } already. Take one of them away
lottery-read-crossed = Row { $line }: at least { $low } is more than at most { $high }. Swap or correct them
lottery-read-unknown-group = Row { $line }: the group ”{ $group }” is not among the quotas of ”{ $category }”. Correct the spelling or add a quota
lottery-read-same-id = Row { $line }: the number ”{ $id }” stands on row { $first } already. Everybody needs their own
lottery-read-id = Row { $line }: the column id takes a number without spaces, not a name, a personal identity number, a telephone number or an e-mail address
lottery-read-names = The column ”{ $column }” tells who the people are. Take it out of the file and choose the file again
lottery-read-long = Row { $line } has too long a text. Write at most { $most } characters
lottery-read-many = The file has more than { $most } people. Divide the lottery
lottery-read-many-groups = The quotas have more than { $most } categories, or groups in a category. Join some of them

# Chances
lottery-lead-computing = The chances are being computed. It mostly takes less than a minute. Load the page again to see them.
lottery-lead-ready = The chances are computed. Read the table, and publish the lottery when the quotas are as you want them.
lottery-lead-impossible = No panel meets the quotas. Change what is drawn from.
lottery-lead-published = The lottery is published. { $source } settles it on { $day }.
lottery-lead-drawn = The random number { $seed } gave panel { $number } of 1,000.
lottery-lead-cancelled = The lottery was cancelled. { $reason }
lottery-lead-erased = The lottery ended when the data were erased.
lottery-impossible-title = Why it cannot be done
lottery-impossible-change = The smallest change that is enough:
lottery-infeasible-together = Each quota can be met by itself, but not all at once.
lottery-infeasible-lows = { $category }: the least numbers add up to { $sum }, more than { $seats } seats.
lottery-infeasible-highs = { $category }: the largest numbers add up to { $sum }, fewer than { $seats } seats.
lottery-infeasible-few = { $category }, { $group }: { $people } can sit, but the quota asks for at least { $low }. Invite more or lower the quota.
lottery-infeasible-households = With at most one of each household there are enough for { $households } of { $seats } seats.
lottery-infeasible-change = { $category }, { $group }: { $from } becomes { $to }.
lottery-too-few-people = { $people } have said yes to { $seats } seats. Invite more or make the panel smaller.
lottery-same-name = ”{ $name }” stands more than once among the quotas. Each category and group stands once.
lottery-too-many-types = There are { $types } different kinds of people, and chances can be computed for at most { $most }. Take a category away.
lottery-too-hard = The quotas are so narrow that the chances could not be computed. Widen the narrowest by a seat.
lottery-chances-title = Chances and groups
lottery-chances = Whoever has the least chance is in { $least } of the 1,000 panels, whoever has the most in { $most }.
lottery-chances-proved = It is proved that the chances cannot be more equal with these quotas.
lottery-chances-not-proved = The chances could not be proved. Widen the narrowest quotas by a seat.
lottery-table-title = Each group among those who said yes, in the quotas and in the panel
lottery-table-category = Category
lottery-table-group = Group
lottery-table-pool = Said yes
lottery-table-quota = Quota
lottery-table-expected = Expected
lottery-table-drawn = In the panel

# Steps
lottery-publish-title = Publish the lottery
lottery-publish-text = The file with the 1,000 panels becomes available to everybody and cannot be changed. Decide now what settles it. It must be something that nobody can know or choose yet.
lottery-publish = Publish the lottery
lottery-field-source = What settles it
lottery-field-source-hint = For example ”The Lotto row of Saturday 6 June, the numbers in order with spaces”. Say how it is written too.
lottery-field-settles = The day on which it is settled
lottery-field-settles-hint = Tomorrow at the earliest.
lottery-error-source = Write what settles the lottery
lottery-error-settles-past = Write a day after today
lottery-not-computed = The chances are not computed and proved for what stands now. Load the page again and wait until they are ready
lottery-draw-title = Draw the panel
lottery-draw-text = Write the random number exactly as it is to be written. It cannot be changed afterwards.
lottery-draw = Draw the panel
lottery-field-seed = Random number
lottery-field-seed-hint = Spaces and capitals count.
lottery-field-seed-again = Write the random number once more
lottery-error-seed = Write the random number
lottery-error-seed-again = The two random numbers differ. Write the same again
lottery-error-early = The random number is not known yet. Wait until the day on which it is settled
lottery-cancel-title = Cancel the lottery
lottery-cancel = Cancel the lottery
lottery-field-reason = Why the lottery is cancelled
lottery-field-reason-hint = Everybody sees the reason if the lottery is published. Write nothing that points out a person.
lottery-error-reason = Write the reason
lottery-erase-title = Erase the data of those who said yes
lottery-erase-text = All numbers are taken away: the file of those who said yes, the 1,000 panels and who were drawn. The protocol stays, with how many there are of each group. A lottery that is not drawn is cancelled.
lottery-erase-sure = Yes, erase the data. It cannot be undone.
lottery-erase = Erase the data
lottery-error-sure = Tick that the data are to be erased
lottery-erased-on = The file of panels was erased on { $day }. Its checksum and the random number remain.
lottery-not-now = That step cannot be taken now. Load the page again to see where the lottery is
lottery-conflict = Somebody else changed the lottery first. Read the page again before you go on
lottery-done-prepared = The lottery is saved. The chances are being computed.
lottery-done-changed = What is drawn from is changed. The chances are computed anew.
lottery-done-published = The lottery is published.
lottery-done-drawn = The panel is drawn.
lottery-done-cancelled = The lottery is cancelled.
lottery-done-erased = The data are erased. The protocol remains.
lottery-duty-draw = Draw the panel when the random number is known
lottery-duty-erase = Erase the data of those who said yes to the panel

# Facts
lottery-facts-title = Facts about the lottery
lottery-when-by = { $moment }, { $by }
lottery-field-dialogue = Dialogue
lottery-field-people = Said yes
lottery-field-begun = Begun
lottery-field-published = Published
lottery-field-fingerprint = Checksum of the file (SHA-256)
lottery-field-number = Number of the panel
lottery-field-drawn = Drawn
lottery-field-cancelled = Cancelled
lottery-field-erased = Data erased
lottery-basis-pool = Download those who said yes (CSV)
lottery-basis-quotas = Download the quotas (CSV)
lottery-to-public = The page that everybody sees
lottery-to-protocol = Read the protocol

# Replacements
lottery-to-replace = Draw replacements
lottery-to-parent = To the lottery of the panel
lottery-replace-lead = Replacements are drawn among all others who said yes, so that the panel still meets the quotas. The lottery is published and settled in the same way as the first.
lottery-replace = Prepare the lottery
lottery-field-gone = Who leave the panel?
lottery-field-unavailable = Others who cannot take part any more
lottery-field-unavailable-hint = Numbers of those who have said no or moved, with commas between.
lottery-field-why-empty = Why the seats are empty
lottery-field-why-empty-hint = Write nothing that points out a person. The reason stands in the protocol.
lottery-error-gone = Tick at least one who leaves the panel
lottery-replacing = A lottery of replacements is under way. Finish or cancel it first
lottery-nobody-left = Too few are left to draw among. Invite more and make a new lottery
lottery-replaced-title = Lotteries of replacements
lottery-panel-title = The panel
lottery-panel-now = The panel after lotteries for empty seats: { $ids }
lottery-panel-erased = { $seats } people were drawn. The numbers were erased on { $day }.

# Protocol and the open page
lottery-protocol = Protocol
lottery-protocol-title = Protocol of a draw by lot: { $name }
lottery-protocol-file = protocol-lottery
lottery-protocol-how = How the lottery was done
lottery-step-quotas = Everybody who said yes got a number. Quotas decided how many of each group the panel may have.
lottery-step-odds = A program computed the most equal chances that the quotas allow (the method is called leximin) and proved that they cannot be more equal.
lottery-step-file = From the chances 1,000 equally likely panels were made. The file was published, with a checksum that shows if anybody changes it.
lottery-step-seed = What would settle it was decided at the same time. It was something that nobody could know or choose then.
lottery-step-number = The checksum and the random number together give the number of the panel. Anybody can compute it again.
lottery-again-title = Check the lottery
lottery-again-public = Download the file and run the commands in the same folder.
lottery-again-file = The page where the file is
lottery-again-kept = The file is erased. Whoever kept a copy can check the lottery: run the commands in the folder where the file lies.
lottery-again-how = Download the file and run the commands in the same folder. Put the random number in place of SLUMPTAL.
lottery-again-whole = Whoever has the pool and the quotas can do the whole lottery again:
lottery-download = Download the file of 1,000 panels
lottery-public-lead = { $source } settles on { $day } which of the 1,000 panels it will be. Download the file now, and you can check the lottery afterwards.
lottery-public-ids = Have you said yes? You were given a number. These numbers were drawn:
lottery-others-title = Other lotteries of the same dialogue
