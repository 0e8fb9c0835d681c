# The examples bank: what we did, why and what we learnt.
examples-menu = Examples
examples-lead = Dialogues that others in the municipality have held: why, how, what they led to and what was learnt.
examples-new = Write an example
examples-search = Search among examples
examples-words = Words to look for
examples-any = All
examples-show = Show
examples-found = { $n ->
    [one] { $text } example
   *[other] { $text } examples
 }
examples-empty = There are no examples here yet. When a dialogue has been answered you can make an example of it.
examples-nothing = No example fits what you looked for.
examples-all = Show all examples
examples-to-methods = Read about the methods
examples-work = Being written
examples-changed = { $name }, { $day }
examples-state-draft = Draft
examples-state-changed = Changed, not published
examples-state-withdrawn = Withdrawn

examples-offer = Publish the dialogue as an example
examples-proposed = The texts are a proposal from the dialogue’s plan, decision and answers. Shorten them and write what is of use to others.
examples-sent-twice = The form had been sent already. The example is saved once.
examples-too-early = The dialogue can become an example when those who took part have been answered.
examples-known = The dialogue has an example already.
examples-incomplete = The example lacks texts that others need. Write them, then publish.
examples-not-published = The example does not stand in the bank.

examples-field-title = Title
examples-field-lead = Introduction
examples-field-lead-hint = At most three sentences: what the question was and what it led to.
examples-section-lead = Introduction
examples-section-purpose = Purpose – why we did it
examples-section-process = Process – what we did
examples-section-result = Result – what came of it
examples-section-lessons = Lessons
examples-field-process-hint = Write so that somebody else can do the same.
examples-field-result-hint = Write what did not come about too, and why.
examples-field-lessons-hint = What would you do the same way, and what would you change?
examples-field-level = Level
examples-level-unknown = Not known
examples-field-methods = Methods
examples-field-area = Area
examples-field-committee = Committee
examples-field-year = Year
examples-field-participants = How many took part
examples-field-participants-hint = The proposal is the number of answers. Change it if the same people answered several times.
examples-field-contact = Whom can one ask?
examples-field-contact-hint = Write a role or a unit, not a name.
examples-field-note = What is new?
examples-field-note-hint = One sentence. It stands among the versions.
examples-field-reason = Why do you take the example out of the bank?
examples-facts = Facts
examples-versions = Versions
examples-version = Version { $number }
examples-save = Save the example
examples-edit = Change the example
examples-preview = Look at the draft
examples-publish = Publish the example
examples-publish-first = Everybody who works here will see the example.
examples-missing = Write this before the example can be published:
examples-withdraw = Withdraw the example
examples-public-page = Read the dialogue’s page for residents
examples-notice-draft = This is a draft. Only those who plan dialogues see it.
examples-notice-changed = This is a draft of the next version. The former one stands in the bank.
examples-notice-withdrawn = The example is withdrawn. Publish it again if it is to stand in the bank.
examples-notice-version = Version { $number }, published { $day }.
examples-note-saved = The example is saved.
examples-note-published = The example is published.
examples-note-withdrawn = The example is withdrawn.
examples-support-title = A good example
examples-support-text = Others want to know why you chose the method, what it took and what it gave. What went wrong often teaches most.
examples-support-personal = Do not write who said what. Everybody in the municipality should be able to read the example.

examples-error-title = Write a title
examples-error-title-long = Write a title of at most { $max } characters
examples-error-lead-long = Shorten the introduction to at most { $max } characters
examples-error-text-long = Shorten the text to at most { $max } characters
examples-error-line-long = Shorten the line to at most { $max } characters
examples-error-year = Write a year of four digits
examples-error-participants = Write the number in digits, or leave it empty
examples-error-note = Write what is new
examples-error-note-long = Write at most { $max } characters
examples-error-reason = Write why the example is taken out

examples-told-open = The dialogue was open { $period }.
examples-told-methods = One could take part by: { $methods }.
examples-told-voices = { $n ->
    [one] { $text } answer came in: { $ways }.
   *[other] { $text } answers came in: { $ways }.
 }
examples-told-decision = { $body } decided on { $day }: { $wording } { $reason }
examples-told-answer = Those who took part said: { $said } The answer was “{ $outcome }”: { $reason }
