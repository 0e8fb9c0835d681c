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
publishing-step = Step { $n }
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

## How it works
publishing-how-title = How a citizen dialogue works
publishing-how-lead = A citizen dialogue is a way for you to influence before the municipality decides. The elected representatives decide, but they should know what you think and why.
publishing-how-course = How a dialogue goes
publishing-course-1 = We examine the question
publishing-course-1-text = Can anything be influenced, and are those who decide open to changing their minds? If not, there is information instead of dialogue.
publishing-course-2 = We promise
publishing-course-2-text = The elected representatives decide how much you can influence. That, what is already decided and when you get an answer is told on the page of the dialogue before it opens.
publishing-course-3 = You say what you think
publishing-course-3-text = You can answer on the web without signing in, on paper, by telephone or in person. Answers count the same however they come.
publishing-course-4 = We read everything
publishing-course-4-text = Officials read every answer and gather them in themes. We tell how many answered and which groups are missing.
publishing-course-5 = The elected representatives decide
publishing-course-5-text = The summary goes with the case. The decision tells how what you said was weighed in.
publishing-course-6 = You get an answer
publishing-course-6-text = For every theme we say what will be done, what will not and why. The answer is on the page of the dialogue and is e-mailed to you who asked for it.
publishing-how-ladder = The participation ladder
publishing-how-ladder-lead = The ladder has five steps.
publishing-how-promise = We promise:
publishing-how-not-promise = We do not promise:
publishing-how-show = Afterwards we show:
publishing-how-methods = Common ways:
publishing-how-principles = Our principles
publishing-principle-1 = We always examine whether a question that directly concerns residents should be preceded by dialogue.
publishing-principle-2 = We say from the start what can be influenced and what is decided.
publishing-principle-3 = Purpose and level are decided before we invite.
publishing-principle-4 = Whoever takes part is at least heard: the level consultation.
publishing-principle-5 = We seek out those who are seldom heard.
publishing-principle-6 = We ask children and young people when the question concerns them.
publishing-principle-7 = Everyone gets to know what happened to the views.
publishing-principle-8 = We evaluate every dialogue and share what we learn.
publishing-how-public = What you write becomes a public document
publishing-how-public-text = You do not have to say who you are, but others can ask to read what you hand in. So write nothing about your own or other people's health or family.

## Accessibility statement
publishing-a11y-lead = { $municipality } is responsible for this website. We want everyone to be able to use it. The website partly complies with the Swedish act on accessibility to digital public services.
publishing-a11y-how = How accessible the website is
publishing-a11y-how-text = Everything can be done with a keyboard only, without JavaScript, at 400 per cent zoom, with wide text spacing, in dark mode and with high contrast. Charts are always also available as tables.
publishing-a11y-gaps = What we know does not work for everyone
publishing-a11y-gap-1 = Documents added to a dialogue may lack tags or descriptions of pictures. Ask us for the content in another form.
publishing-a11y-gap-2 = Some dialogues are available in Swedish only, and there are no films in sign language.
publishing-a11y-gap-3 = The pages have not yet been tried by people with screen readers.
publishing-a11y-tested = How we have tested the website
publishing-a11y-tested-text = Every new version is tested by machine against WCAG 2.2 level AA, which is stricter than the act requires (EN 301 549), on all kinds of pages. The assessment was made by the supplier of the program. The statement applies from when the website was taken into use.
publishing-a11y-tell = Tell us if something does not work
publishing-a11y-tell-text = Say which page it is and what you wanted to do. We answer within five working days and help you to take part in another way meanwhile.
publishing-a11y-supervision = Supervision
publishing-a11y-supervision-text = The Agency for Digital Government checks that the act is followed. If you are not satisfied with how we handle what you point out, you can report it there.
publishing-a11y-supervision-link = Report lack of accessibility to Digg

## Personal data
publishing-privacy-lead = You can take part without an account and without saying who you are. Here is what is kept, why and for how long.
publishing-privacy-public = What you hand in becomes a public document
publishing-privacy-public-text = That holds for everything sent to the municipality (Freedom of the Press Act, chapter 2). Somebody may ask to read it. So we cannot promise that you are anonymous. Do not write names, addresses, health or anything else sensitive about yourself or others.
publishing-privacy-what = What is kept
publishing-privacy-what-1 = Your answers, when you sent them and how they came in.
publishing-privacy-what-2 = If you wish: what you answer to questions about yourself, such as age and area.
publishing-privacy-what-3 = If you wish: your e-mail address, so that you get to know the result. It is kept apart from your answers.
publishing-privacy-what-4 = The address of your computer is not kept with the answers.
publishing-privacy-shown = What we show to others
publishing-privacy-shown-text = Answers are shown together. Groups of fewer than five people are not shown. A person reads free text before any of it is shown, and details about people are removed from what is shown.
publishing-privacy-basis = Why we may keep the data
publishing-privacy-basis-text = The dialogue is a task in the public interest (General Data Protection Regulation article 6.1 e). We keep the e-mail address if you ask us to, and you can stop following at any time with the link in the e-mails.
publishing-privacy-time = How long the data are kept
publishing-privacy-time-text = Answers are kept for as long as the municipality's disposal plan says. E-mail addresses are removed six months after you got an answer. The page of each dialogue tells more about that dialogue.
publishing-privacy-cookies = Cookies
publishing-privacy-cookies-text = We only use cookies that are needed: your choice of light or dark, your answers while you fill them in, and sign-in for officials. Nothing is shared with others, and the pages fetch nothing from other websites.
publishing-privacy-rights = Your rights
publishing-privacy-rights-text = You can ask to know what there is about you, have it corrected or object to how it is used. With the code on your receipt you can change or withdraw your answer yourself. You can complain to
publishing-privacy-imy = the Swedish Authority for Privacy Protection
publishing-privacy-who = Responsible
publishing-privacy-controller = Data controller
publishing-privacy-officer = Data protection officer

## Contact
publishing-contact-lead = Ask us about the dialogues, about how to take part or if something does not work.
publishing-contact-municipality = Municipality
publishing-contact-email = E-mail
publishing-contact-phone = Telephone
publishing-contact-address = Address
publishing-contact-dialogue = Questions about a certain dialogue
publishing-contact-dialogue-text = The contact person is named on the page of the dialogue.

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
