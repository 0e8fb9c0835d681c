# Layouts, component kit and pages about faults.

## Frame
web-title-error = Error:
web-skip = Skip to content
web-languages = Languages
web-menu = Main menu
web-menu-dialogues = Dialogues
web-menu-how = How it works
web-menu-my-answer = My answer
web-crumbs = You are here
web-footer = About this site
web-footer-accessibility = Accessibility statement
web-footer-privacy = Personal data
web-footer-contact = Contact
web-scheme = Appearance:
web-scheme-light = Light
web-scheme-dark = Dark
web-scheme-device = Same as device

## Desk
web-desk = Workspace
web-desk-menu = Menu
web-desk-public = Public site
web-desk-support = Support
web-account = Account and language
web-sign-out = Sign out

## Forms
web-error-summary = Something is missing or wrong
web-error-prefix = Error:
web-optional = (optional)
web-counter-left = Characters left: %n%
web-counter-over = Characters too many: %n%
web-counter-most = Maximum number of characters:
web-date-hint = For example 17 3 2026
web-date-day = Day
web-date-month = Month
web-date-year = Year
web-change = Change
web-no-answer = No answer
web-print = Print
web-copy = Copy the code
web-copied = The code has been copied

## Someone else saved first
web-conflict-title = Someone else changed this in the meantime
web-conflict-text = Nothing has been overwritten. Compare the texts, change what you want and save again.
web-conflict-theirs = What it says now
web-conflict-mine = What you wrote

## States of a dialogue
web-state-draft = Draft
web-state-published = Coming
web-state-open = Open
web-state-closed = Closed
web-state-compiled = Compiled
web-state-decided = Decided
web-state-answered = Answered
web-state-paused = Paused
web-state-cancelled = Cancelled
web-state-information = Information
web-phase-done = Done.
web-phase-late = Late

## States of a task
web-task-not-started = Not started
web-task-started = In progress
web-task-done = Done
web-task-blocked = Cannot start yet
web-task-not-needed = Not needed

## What becomes of a view
web-outcome-done = Will be done
web-outcome-partly = Partly
web-outcome-investigated = Being looked into
web-outcome-under-way = Already under way
web-outcome-no = No
web-outcome-outside = Outside our responsibility

## Lists of pages
web-pages = Pages
web-pages-page = Page
web-pages-previous = Previous
web-pages-next = Next

## Charts
web-as-table = Show as table
web-table-choice = Answer
web-table-count = Number
web-table-share = Share
web-table-base = Base (n)
web-table-group = Group
web-table-period = Period
web-few = Not shown
web-comparison-ours = Participants
web-comparison-theirs = The population

## Theme
web-theme-unchanged = The colour is used as it is. White text is clearly visible on it.
web-theme-dark-text = White text cannot be read on the colour. The text on buttons is therefore dark.
web-theme-edge = The colour is pale. Buttons therefore get a darker edge so that they stand out from the page.
web-theme-moved = No text could be read on the colour. Buttons have been given a neighbouring colour.

## Faults
web-fault-onward = Where to go now
web-fault-to-dialogues = See all dialogues
web-fault-to-home = Go to the start page
web-fault-to-contact = Contact us
web-fault-reference = Error number, if you contact us:
web-fault-not-found-title = The page does not exist
web-fault-not-found-text = The address may be misspelt, or the page has moved.
web-fault-gone-title = This has ended
web-fault-forbidden-title = You do not have permission
web-fault-forbidden-text = Your role does not give access to the page. Nothing has changed. Ask an administrator if you need it.
web-fault-withheld-title = You need to do something first
web-fault-sign-in-title = Sign in first
web-fault-sign-in-text = You need to sign in to see the page.
web-fault-rule-title = Not possible yet
web-fault-conflict-title = Someone else changed this in the meantime
web-fault-conflict-text = Nothing has been overwritten. Go back, copy what you wrote and reload the page to see what applies now.
web-fault-too-many-title = Wait a moment
web-fault-too-many-text = There were many attempts from your connection in a short time. Wait a minute and try again. Go back to find what you wrote.
web-fault-too-large-title = What you sent is too large
web-fault-too-large-text = A file may be at most 10 MB. Go back, shorten the text or choose a smaller file and send it again.
web-fault-bad-request-title = We could not read what you sent
web-fault-encoding = The text is not encoded as UTF-8. Save it in that format and send it again. Nothing has been saved.
web-fault-no-form = No form arrived. Go back and send it again. Nothing has been saved.
web-fault-unreadable-form = The form did not arrive whole. Go back and send it again. Nothing has been saved.
web-fault-internal-title = The page could not be shown
web-fault-internal-text = The error is ours and has been noted. If you sent something, it is not certain that it was saved. Go back and try again in a while.
