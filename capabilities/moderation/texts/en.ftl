# Words where texts are reviewed, and on the page with the rules for it.

moderation-menu = Review
moderation-duty = Review texts that have waited for more than a day
moderation-all = All
moderation-show = Show
moderation-show-all = Show all that wait
moderation-filter = Choose texts
moderation-dialogue = Dialogue
moderation-activity = Activity
moderation-question = Question
moderation-channel = Channel
moderation-came = Received
moderation-stands = State
moderation-latest-decision = Latest decision
moderation-text = Text
moderation-waits = Why it waits
moderation-waits-forwarded = Passed on
moderation-waits-marked = Possible personal data
moderation-waits-premoderated = Reviewed before publishing
moderation-state-waiting = Waiting
moderation-state-published = Published
moderation-state-masked = Published masked
moderation-state-hidden = Hidden
moderation-ago-minutes =
    { $n ->
        [0] just now
        [one] { $text } minute ago
       *[other] { $text } minutes ago
    }
moderation-ago-hours =
    { $n ->
        [one] { $text } hour ago
       *[other] { $text } hours ago
    }
moderation-ago-days =
    { $n ->
        [one] { $text } day ago
       *[other] { $text } days ago
    }

# The queue
moderation-queue-title = Review
moderation-queue-count =
    { $n ->
        [0] Nothing waits.
        [one] { $text } text waits.
       *[other] { $text } texts wait.
    }
moderation-queue-oldest = The oldest came { $ago }.
moderation-queue-latest = Latest review: { $moment }.
moderation-queue-empty = Texts that a person needs to read before they are shown stand here. Nothing waits just now.
moderation-to-log = Show the review log
moderation-to-rules = Read the rules we have published
moderation-bulk-choose = Choose
moderation-bulk-all = Choose all without marks
moderation-bulk-save = Publish chosen texts
moderation-bulk-done = The chosen texts are published.
moderation-bulk-some = Some of the texts are published. The rest have changed meanwhile and wait for you to read them.
moderation-bulk-none = Choose at least one text. Nothing is published.
moderation-marks-further = Further on in the text:
moderation-support-title = Keep in mind
moderation-support-1 = Hide only what breaks a published rule. An opinion may be uncomfortable.
moderation-support-2 = Nothing is deleted. A hidden text is still a public record, and the reason shows in the statistics.

# One text
moderation-item-title = Review text
moderation-item-back = Back to the queue
moderation-mask-personal-number = [personal identity number removed]
moderation-mask-coordination-number = [coordination number removed]
moderation-mask-phone = [telephone number removed]
moderation-mask-email = [e-mail address removed]
moderation-hints = The text may contain
moderation-hints-text = The marks are made by a program. You decide. An address may be what the dialogue is about. Names are not found, so read the whole text.
moderation-no-hints = No numbers or addresses were found. Names are not found, so read the whole text.
moderation-keys = Choose decisions with Alt and 1–4
moderation-decision = Decision
moderation-choice-publicera = Publish
moderation-choice-publicera-hint = The text is shown as it is written.
moderation-choice-maskera = Publish masked
moderation-choice-maskera-hint = The masked text below is shown.
moderation-choice-dolj = Hide
moderation-choice-dolj-hint = The text counts but is not shown. Choose a reason below.
moderation-choice-vidare = Pass on
moderation-choice-vidare-hint = The text goes on waiting. Write in the note who should decide and why.
moderation-masked = Masked text
moderation-masked-hint = Used only if you publish masked. Change the suggestion if needed.
moderation-hide-reason = Reason to hide
moderation-hide-reason-hint = Used only if you hide. The reason is shown in public, without the text.
moderation-note = Note
moderation-note-hint = For colleagues. Not shown in public, but can be requested.
moderation-save = Save and show next
moderation-saved = The decision is saved. Here is the next text.
moderation-saved-last = The decision is saved. Nothing more waits.
moderation-just-decided = Previous text: “{ $text }” ({ $state })
moderation-undo = Undo the decision
moderation-undone = The decision is undone. The text waits for review again.
moderation-undo-late = A decision can be undone for 10 minutes. Open the text in the review log and make a new decision instead.
moderation-withdrawn = The one who wrote the text has withdrawn it. It is no longer shown and needs no review.
moderation-history = { $by }, { $moment }: { $what }
moderation-error-choice = Choose a decision
moderation-error-reason = Choose the reason why the text is hidden
moderation-error-forward = Write who should decide and why
moderation-error-note-long = The note is too long. Write at most 1,000 characters.
moderation-error-mask-empty = Write the masked text, or hide the text
moderation-error-mask-same = The masked text is the same as the original. Remove what should not be shown, or choose Publish.
moderation-error-mask-left = There is still a number or an e-mail address in the masked text. Remove it, or choose Publish if it may be shown.

# The log
moderation-log-title = Review log
moderation-log-states = Texts by state
moderation-log-reasons = Hidden texts by reason
moderation-log-none-hidden = No text is hidden.
moderation-log-decisions = Decisions, the latest first
moderation-log-empty = Decisions about texts stand here. None has been made yet.
moderation-log-when = When
moderation-log-who = Who

# The rules
moderation-reason-unlawful = Unlawful content
moderation-reason-person = Personal data or insult
moderation-reason-threat = Threat or hate
moderation-reason-advertising = Advertising
moderation-reason-off-topic = Off topic
moderation-reason-duplicate = Duplicate
moderation-reason-secrecy = Secrecy
moderation-rule-unlawful = What the act on electronic bulletin boards (1998:112, section 5) says that we must remove, such as unlawful threats, incitement, agitation against a population group or copyright infringement.
moderation-rule-person = Data that point out a private person, or words that insult somebody.
moderation-rule-threat = Threats against somebody, or words of hate against a group.
moderation-rule-advertising = Texts that sell or market something.
moderation-rule-off-topic = Texts that are not about what the dialogue concerns. We pass them on within the municipality.
moderation-rule-duplicate = The same text sent several times. One of them is shown.
moderation-rule-secrecy = Data under secrecy by the Public Access to Information and Secrecy Act.
moderation-rules-title = How we review texts
moderation-rules-lead = Everyone may say what they think, also when the opinion is uncomfortable. We hide only what breaks the rules here.
moderation-rules-who = { $municipality } is responsible for the texts on this site. What you write can be read by everyone once it is published.
moderation-rules-hidden-title = What we hide
moderation-rules-hidden-text = A person reads and decides. A hidden text is not deleted. It is a public record, and it counts when the answers are compiled.
moderation-rules-masked-title = What we mask
moderation-rules-masked-text = If a text holds for example a personal identity number or a telephone number, we can remove it and show the rest.
moderation-rules-wrong-title = If you think we were wrong
moderation-rules-wrong-text = Contact us and tell which text it is about. Somebody other than the one who decided looks at it again.
moderation-rules-contact = How to reach us
moderation-rules-counts-title = How much we have hidden
moderation-rules-counts = Hidden texts by reason, in all dialogues
