# Public pages.

## Home
publishing-home-title = Start
publishing-home-heading = Var med och påverka
publishing-home-lead = Här frågar { $municipality } vad du tycker, innan besluten fattas. Du får alltid veta vad som hände med det du sa.
publishing-home-all = Se alla dialoger
publishing-home-how = Läs hur det fungerar
publishing-home-open = Pågår nu
publishing-home-none-open = Ingen dialog pågår just nu. Du kan läsa vad tidigare dialoger ledde till.
publishing-home-earlier = Se tidigare dialoger
publishing-home-coming = Kommer snart
publishing-home-heard = Det här hände med era synpunkter
publishing-home-heard-lead = De senaste svaren från oss till er som har deltagit.
publishing-home-ladder = Så mycket kan du påverka
publishing-home-ladder-lead = Varje dialog ligger på ett av fem steg. Steget säger vad vi lovar.
publishing-home-ladder-more = Läs mer om de fem stegen

## List
publishing-list-title = Dialoger
publishing-list-lead = Här kan du påverka det som händer i kommunen, och se vad tidigare dialoger ledde till.
publishing-list-words = Sök efter ord
publishing-list-state = Läge
publishing-list-area = Område
publishing-list-topic = Ämne
publishing-list-level = Nivå
publishing-list-any = Alla
publishing-list-show = Visa dialoger
publishing-list-found = { $n ->
    [0] Inga dialoger
    [one] 1 dialog
   *[other] { $text } dialoger
 }
publishing-list-empty = Kommunen har inte publicerat någon dialog än.
publishing-list-nothing = Ingen dialog passar det du sökte. Prova att ta bort något av det du valde.
publishing-list-remove = Ta bort ”{ $what }”
publishing-list-remove-all = Visa alla dialoger
publishing-state-reading = Svaren läses
publishing-feed-title = Dialoger
publishing-feed-link = Följ nya dialoger som flöde (Atom)
publishing-calendar-link = Dialogernas dagar som kalenderfil (ICS)

## Days
publishing-opens = Öppnar { $date }
publishing-closes = Stänger { $date }
publishing-closes-today = Stänger i dag
publishing-closes-in = Stänger { $date }, om { $n ->
    [one] 1 dag
   *[other] { $n } dagar
 }
publishing-closed = Stängde { $date }
publishing-report-comes = Sammanställningen kommer senast { $date }
publishing-decision-comes = Beslutet väntas { $date }
publishing-answer-comes = Du får svar senast { $date }.
publishing-result-is-here = Resultatet finns att läsa
publishing-from = Från { $date }

## Dialogue
publishing-crumb-home = Start
publishing-preview = Förhandsgranskning.
publishing-preview-text = Så här ser sidan ut för en invånare. Ingen annan kan se den här adressen.
publishing-only-swedish = Den här dialogen finns bara på svenska.
publishing-read-results = Läs resultatet
publishing-coming-text = Dialogen har inte öppnat än.
publishing-coming-remind = Få ett mejl när det händer något
publishing-closed-text = Det går inte längre att lämna svar. Nu läser vi det ni har sagt.
publishing-deciding-text = Sammanställningen är klar. Nu väger de som beslutar in det ni har sagt.
publishing-paused-title = Dialogen är pausad
publishing-paused-text = Det ni redan har sagt är sparat. Här står det när dialogen fortsätter.
publishing-cancelled-title = Dialogen är avbruten
publishing-cancelled-text = Det blev inget resultat av dialogen. Det ni har sagt är sparat.
publishing-information-title = Det här är information
publishing-information-text = Frågan går inte att påverka just nu. Här berättar vi vad som händer och varför.
publishing-answers-title = Ni sa, vi gör
publishing-all-answers = Läs alla svar och hela resultatet
publishing-you-said = Ni sa
publishing-we-do = Vi gör
publishing-influence-title = Så mycket kan du påverka
publishing-step-of = steg { $n } av 5 på delaktighetstrappan
publishing-promise = Kommunens löfte:
publishing-about-ladder = Läs om delaktighetstrappan
publishing-course-title = Så går det till
publishing-phase-presented = Dialogen presenteras
publishing-phase-collect = Ni säger vad ni tycker
publishing-phase-compile = Vi läser och sammanställer
publishing-phase-decide = Beslut
publishing-phase-decide-in = Beslut: { $body }
publishing-phase-answer = Ni får svar
publishing-phase-by = Senast { $date }
publishing-phase-was-due = Skulle ha varit klart { $date }
publishing-take-part = Delta
publishing-way-survey = Svara på frågorna
publishing-way-comment = Skriv en synpunkt
publishing-way-statements = Ta ställning
publishing-way-budget = Rösta
publishing-way-paper = Skriv ut som blankett
publishing-way-closed = Stängd
publishing-way-paused = Pausad
publishing-can = Det här kan du påverka
publishing-cannot = Det här är redan bestämt
publishing-purpose = Därför frågar vi
publishing-how-used = Så använder vi svaren
publishing-background = Bakgrund
publishing-background-more = Läs mer om bakgrunden
publishing-documents = Dokument
publishing-news = Nytt om dialogen
publishing-news-state = Nytt läge: { $state }.
publishing-news-field = { $what } ändrades från { $from } till { $to }.
publishing-news-reason = Skäl: { $reason }
publishing-personal-data = Så behandlar vi dina uppgifter
publishing-personal-data-more = Läs om personuppgifter och allmänna handlingar
publishing-facts = Fakta
publishing-fact-question = Fråga
publishing-fact-period = När du kan delta
publishing-fact-who = Vem som kan delta
publishing-fact-decides = Vem som beslutar
publishing-fact-answer-by = Du får svar senast
publishing-fact-case = Diarienummer
publishing-fact-contact = Kontakt
publishing-follow-title = Bevaka dialogen
publishing-follow-email = E-postadress
publishing-follow-hint = Vi mejlar när resultatet och svaren finns. Först får du ett mejl där du bekräftar adressen.
publishing-follow-button = Bevaka dialogen
publishing-follow-error = Skriv e-postadressen i formatet namn@exempel.se
publishing-follow-done = Vi har skickat ett mejl till dig. Öppna länken i mejlet för att bekräfta adressen.

## Results
publishing-results-title = Resultat: { $title }
publishing-results-lead = { $n ->
    [0] Inga bidrag har kommit in.
    [one] 1 bidrag har kommit in.
   *[other] { $text } bidrag har kommit in.
 }
publishing-results-inpage = På den här sidan
publishing-results-decision = Beslutet
publishing-results-themes = Det här handlade texterna om
publishing-results-questions = Svaren på frågorna
publishing-results-no-questions = Det fanns inga frågor att räkna svar på.
publishing-results-who = Vilka som deltog
publishing-results-period = Det gick att delta { $period }.
publishing-results-source = Källa för befolkningen: { $source }
publishing-results-channels = Hur bidragen kom in
publishing-results-channel = Sätt
publishing-results-method = Alla bidrag räknas lika, hur de än kom in. Deltagarna har valt själva att vara med, så svaren säger inte vad alla i kommunen tycker. Grupper med färre än fem visas inte.
publishing-results-next = Nästa steg
publishing-results-downloads = Ladda ner
publishing-results-back = Till dialogens sida
publishing-download-csv = Svaren på frågorna som tabell (CSV)
publishing-download-json = Samma uppgifter som öppna data (JSON)
publishing-csv-question = Fråga
publishing-csv-answer = Svar
publishing-csv-count = Antal
publishing-csv-base = Fick frågan (n)
publishing-ranking-position = Plats i snitt
publishing-ranking-first = Satte den först
