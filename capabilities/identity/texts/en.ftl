# Signing in, accounts, settings, the log, and the links in letters to participants.
identity-menu-accounts = Accounts
identity-menu-settings = Settings
identity-menu-log = Log

identity-role-administrator = Administrator
identity-role-coordinator = Dialogue coordinator
identity-role-project-lead = Project lead
identity-role-moderator = Moderator
identity-role-elected = Elected representative
identity-role-registrar = Registrar
identity-actor-system = The system
identity-actor-participant = Participant
identity-actor-staff = Removed account

identity-sign-in-title = Sign in
identity-sign-in-lead = Signing in is for those who work with dialogues in the municipality. You need no account to take part.
identity-sign-in-button = Sign in
identity-email = E-mail address
identity-password = Password
identity-code-title = Enter the one-time code
identity-code-hint = Six digits from the app in your phone.
identity-code-button = Continue
identity-error-email-missing = Enter your e-mail address
identity-error-password-missing = Enter your password
identity-error-no-match = The e-mail address and the password do not belong together. Check the spelling and try again
identity-error-code = The code does not fit or has been used. Wait for the next code and enter it

identity-my-account = My account
identity-name = Name
identity-unit = Unit
identity-roles = Roles
identity-roles-hint = The roles decide what the person can see and do.
identity-state = State
identity-active = The account is in use
identity-active-hint = An account that is not in use cannot sign in. Its history remains.
identity-inactive = Not in use
identity-with-second-factor = two-step verification
identity-change-password = Change password
identity-old-password = Present password
identity-new-password = New password
identity-password-hint = At least 12 characters. A sentence is easy to remember and hard to guess.
identity-error-old-password = The password does not fit. Enter the one you sign in with
identity-error-short-password = Enter a password of at least 12 characters
identity-second-factor = Two-step verification
identity-second-factor-is-on = On. When you sign in you enter a code from your phone after the password.
identity-second-factor-is-off = Off. With a code from your phone nobody else can sign in, even if the password becomes known.
identity-second-factor-on = Turn on two-step verification
identity-second-factor-off = Turn off two-step verification
identity-second-factor-how = Open an app for one-time codes in your phone and read the picture. Then enter the code that the app shows.
identity-second-factor-picture = Picture for the app in your phone. The key stands below as text.
identity-second-factor-by-hand = If you cannot read the picture, enter the key:
identity-done-password = The password is changed. Sign in with the new one.
identity-done-second-factor = Two-step verification is on. Sign in with password and code.
identity-done-second-factor-off = Two-step verification is off.

identity-new-account = New account
identity-account-title = Account: { $name }
identity-accounts-caption = { $n ->
    [one] { $text } account
   *[other] { $text } accounts
 }
identity-save-account = Save account
identity-done-account = The account is saved.
identity-error-name = Enter the person's name
identity-error-email = Enter the e-mail address in the form name@example.se
identity-error-email-taken = There is already an account with that e-mail address. Enter another or change that account
identity-error-roles = Choose at least one role
identity-error-last-administrator = There must be at least one administrator in use. Give somebody else the role first
identity-conflict-title = Somebody else has changed the account
identity-conflict-text = What you wrote is kept here. Compare with the list of accounts. If you save again, yours applies.

identity-settings-names = Names and looks
identity-settings-cases = Cases to the board
identity-settings-contact = Contact and personal data
identity-settings-areas = Areas
identity-setting-municipality = Name of the municipality
identity-setting-site-name = Name of the site
identity-setting-brand-colour = Colour of the municipality
identity-setting-brand-colour-hint = Six characters after #, for example #003e6b. Contrast is computed so that all text can be read.
identity-setting-board = Board or committee that receives the cases
identity-setting-office = Office that writes official statements
identity-setting-signatures = Signatures
identity-setting-signatures-hint = One on each line: name, title.
identity-setting-contact-email = E-mail address for questions about dialogues
identity-setting-contact-phone = Telephone
identity-setting-contact-address = Address
identity-setting-controller = Controller of personal data
identity-setting-data-protection = E-mail address of the data protection officer
identity-setting-areas = Areas of the municipality
identity-setting-areas-hint = One area on each line. They are shown when somebody chooses a place.
identity-setting-per-area = At most so many dialogues in an area within a year
identity-setting-per-area-hint = The calendar tells when an area gets more.
identity-error-setting = Fill this in. It is shown on the site or in cases
identity-error-colour = Enter the colour as # and six characters, for example #003e6b
identity-error-per-area = Write a whole number, at least 1
identity-save-settings = Save settings
identity-done-settings = The settings are saved and apply now.

identity-log-lead = Everything that changes is written here. The lines cannot be changed or removed.
identity-log-act = Act
identity-log-object = Object
identity-log-show = Show
identity-log-when = When
identity-log-who = Who
identity-log-detail = Details
identity-log-empty = No lines fit. Empty the fields to see the whole log.
identity-log-earlier = Show older lines

identity-confirm-mail-subject = Confirm that you want to know what happens: { $title }
identity-confirm-mail-body = Hello

    You or somebody else asked us to e-mail you when { $municipality } answers what came out of the dialogue "{ $title }".

    Open the link and confirm that the address is yours:
    { $link }

    If you did not ask for this you can ignore this letter. We will then not write again.

    { $municipality }
identity-link-gone = The link no longer works. Use the link in the latest letter.
identity-link-confirm-title = Confirm your e-mail address
identity-link-confirm-text = Press the button and we will e-mail you when the municipality answers.
identity-link-confirm-button = Confirm the address
identity-link-confirmed-title = The address is confirmed
identity-link-confirmed-text = We will e-mail you when the municipality has answered. Every letter has a link to stop.
identity-link-leave-title = Do you want to stop getting e-mail about the dialogue?
identity-link-leave-text = We remove your e-mail address. What you answered remains.
identity-link-leave-button = Stop and remove the address
identity-link-left-title = You will get no more e-mail
identity-link-left-text = Your e-mail address is removed. The answer is published on the site all the same.
identity-link-to-dialogues = See all dialogues

# -- Permissions, and what is withheld
identity-may-see-desk = See the desk
identity-may-plan = Plan dialogues
identity-may-approve = Approve steps of dialogues
identity-may-publish = Publish, pause and close dialogues
identity-may-moderate = Review what comes in
identity-may-record = Enter answers from paper, telephone and meetings
identity-may-analyse = Code and read results
identity-may-register = Register assignments and decisions
identity-may-answer = Write and publish answers to participants
identity-may-read-cases = Read assignments, reports and cases
identity-may-keep-register = Keep the register of organisations
identity-may-prevent-crime = Work with crime prevention
identity-may-administer = Look after accounts, settings and the log
identity-never-withheld = The right to see the desk and to look after accounts cannot be withheld. Without it nobody can put things right.
