# Public pages.

## Home
publishing-home-title = Home
publishing-home-heading = Have your say
publishing-home-lead = Here { $municipality } asks what you think, before decisions are made. You always get to know what happened to what you said.
publishing-home-all = See all dialogues
publishing-home-how = Read how it works
publishing-home-open = Open now
publishing-home-none-open = No dialogue is open just now. You can read what earlier dialogues led to.
publishing-home-earlier = See earlier dialogues
publishing-home-coming = Coming soon
publishing-home-heard = What happened to your views
publishing-home-heard-lead = The latest answers from us to you who took part.
publishing-home-ladder = How much you can influence
publishing-home-ladder-lead = Every dialogue is on one of five steps. The step tells what we promise.
publishing-home-ladder-more = Read more about the five steps

## List
publishing-list-title = Dialogues
publishing-list-lead = Here you can influence what happens in the municipality, and see what earlier dialogues led to.
publishing-list-words = Search for words
publishing-list-state = Status
publishing-list-area = Area
publishing-list-topic = Topic
publishing-list-level = Level
publishing-list-any = All
publishing-list-show = Show dialogues
publishing-list-found = { $n ->
    [0] No dialogues
    [one] 1 dialogue
   *[other] { $text } dialogues
 }
publishing-list-empty = The municipality has not published any dialogue yet.
publishing-list-nothing = No dialogue matches what you looked for. Try removing something you chose.
publishing-list-remove = Remove “{ $what }”
publishing-list-remove-all = Show all dialogues
publishing-state-reading = Answers being read
publishing-feed-title = Dialogues
publishing-feed-link = Follow new dialogues as a feed (Atom)
publishing-calendar-link = The days of the dialogues as a calendar file (ICS)

## Days
publishing-opens = Opens { $date }
publishing-closes = Closes { $date }
publishing-closes-today = Closes today
publishing-closes-in = Closes { $date }, in { $n ->
    [one] 1 day
   *[other] { $n } days
 }
publishing-closed = Closed { $date }
publishing-report-comes = The summary comes no later than { $date }
publishing-decision-comes = The decision is expected { $date }
publishing-answer-comes = You get an answer no later than { $date }.
publishing-result-is-here = The result is ready to read
publishing-from = From { $date }

## Dialogue
publishing-crumb-home = Home
publishing-preview = Preview.
publishing-preview-text = This is how a resident sees the page. Nobody else can see this address.
publishing-only-swedish = This dialogue is available in Swedish only.
publishing-read-results = Read the results
publishing-coming-text = The dialogue has not opened yet.
publishing-coming-remind = Get an e-mail when something happens
publishing-closed-text = It is no longer possible to answer. We are now reading what you said.
publishing-deciding-text = The summary is ready. Those who decide are now weighing in what you said.
publishing-paused-title = The dialogue is paused
publishing-paused-text = What you have already said is kept. This page will tell when the dialogue continues.
publishing-cancelled-title = The dialogue is cancelled
publishing-cancelled-text = The dialogue gave no result. What you said is kept.
publishing-information-title = This is information
publishing-information-text = The question cannot be influenced just now. Here we tell you what happens and why.
publishing-answers-title = You said, we do
publishing-all-answers = Read all answers and the whole result
publishing-you-said = You said
publishing-we-do = We do
publishing-influence-title = How much you can influence
publishing-step-of = step { $n } of 5 on the participation ladder
publishing-promise = The municipality's promise:
publishing-about-ladder = Read about the participation ladder
publishing-course-title = What happens when
publishing-phase-presented = The dialogue is presented
publishing-phase-collect = You say what you think
publishing-phase-compile = We read and summarise
publishing-phase-decide = Decision
publishing-phase-decide-in = Decision: { $body }
publishing-phase-answer = You get an answer
publishing-phase-by = No later than { $date }
publishing-phase-was-due = Was due { $date }
publishing-take-part = Take part
publishing-way-survey = Answer the questions
publishing-way-comment = Write a comment
publishing-way-statements = Take a stance
publishing-way-budget = Vote
publishing-way-paper = Print as a form
publishing-way-closed = Closed
publishing-way-paused = Paused
publishing-can = What you can influence
publishing-cannot = What is already decided
publishing-purpose = Why we ask
publishing-how-used = How we use the answers
publishing-background = Background
publishing-background-more = Read more about the background
publishing-documents = Documents
publishing-news = News about the dialogue
publishing-news-state = New status: { $state }.
publishing-news-field = { $what } changed from { $from } to { $to }.
publishing-news-reason = Reason: { $reason }
publishing-personal-data = How we handle your data
publishing-personal-data-more = Read about personal data and public documents
publishing-facts = Facts
publishing-fact-question = Question
publishing-fact-period = When you can take part
publishing-fact-who = Who may take part
publishing-fact-decides = Who decides
publishing-fact-answer-by = You get an answer no later than
publishing-fact-case = Case number
publishing-fact-contact = Contact
publishing-follow-title = Follow the dialogue
publishing-follow-email = E-mail address
publishing-follow-hint = We e-mail when the result and the answers are ready. First you get an e-mail where you confirm the address.
publishing-follow-button = Follow the dialogue
publishing-follow-error = Write the e-mail address in the format name@example.com
publishing-follow-done = We have sent you an e-mail. Open the link in it to confirm the address.

## Results
publishing-results-title = Results: { $title }
publishing-results-lead = { $n ->
    [0] No contributions have come in.
    [one] 1 contribution has come in.
   *[other] { $text } contributions have come in.
 }
publishing-results-inpage = On this page
publishing-results-decision = The decision
publishing-results-themes = What the texts were about
publishing-results-questions = The answers to the questions
publishing-results-no-questions = There were no questions to count answers to.
publishing-results-who = Who took part
publishing-results-period = It was possible to take part { $period }.
publishing-results-source = Source for the population: { $source }
publishing-results-channels = How the contributions came in
publishing-results-channel = Channel
publishing-results-method = All contributions count the same, however they came in. Participants chose to take part, so the answers do not tell what everyone in the municipality thinks. Groups of fewer than five are not shown.
publishing-results-next = Next steps
publishing-results-downloads = Download
publishing-results-back = To the page of the dialogue
publishing-download-csv = The answers to the questions as a table (CSV)
publishing-download-json = The same data as open data (JSON)
publishing-csv-question = Question
publishing-csv-answer = Answer
publishing-csv-count = Number
publishing-csv-base = Saw the question (n)
publishing-ranking-position = Mean position
publishing-ranking-first = Put it first
