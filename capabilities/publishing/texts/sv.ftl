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
publishing-step = Steg { $n }
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

## How it works
publishing-how-title = Så fungerar medborgardialog
publishing-how-lead = En medborgardialog är ett sätt för dig att påverka innan kommunen beslutar. De förtroendevalda beslutar, men de ska veta vad ni tycker och varför.
publishing-how-course = Så går en dialog till
publishing-course-1 = Vi prövar frågan
publishing-course-1-text = Går något att påverka, och är de som beslutar öppna för att ändra sig? Om inte blir det information i stället för dialog.
publishing-course-2 = Vi lovar
publishing-course-2-text = De förtroendevalda bestämmer hur mycket du kan påverka. Det, vad som redan är bestämt och när du får svar står på dialogens sida innan den öppnar.
publishing-course-3 = Du säger vad du tycker
publishing-course-3-text = Du kan svara på webben utan att logga in, på papper, i telefon eller på plats. Svar på olika sätt räknas lika.
publishing-course-4 = Vi läser allt
publishing-course-4-text = Tjänstepersoner läser varje svar och samlar dem i teman. Vi berättar hur många som svarade och vilka grupper som saknas.
publishing-course-5 = De förtroendevalda beslutar
publishing-course-5-text = Sammanställningen följer med ärendet. Av beslutet framgår hur det ni sa vägdes in.
publishing-course-6 = Du får svar
publishing-course-6-text = För varje tema säger vi vad som genomförs, vad som inte gör det och varför. Svaret står på dialogens sida och mejlas till dig som bett om det.
publishing-how-ladder = Delaktighetstrappan
publishing-how-ladder-lead = Trappan har fem steg.
publishing-how-promise = Vi lovar:
publishing-how-not-promise = Vi lovar inte:
publishing-how-show = Efteråt visar vi:
publishing-how-methods = Vanliga sätt:
publishing-how-principles = Våra principer
publishing-principle-1 = Vi prövar alltid om en fråga som direkt berör invånare bör föregås av dialog.
publishing-principle-2 = Vi säger från början vad som går att påverka och vad som är bestämt.
publishing-principle-3 = Syfte och nivå är beslutade innan vi bjuder in.
publishing-principle-4 = Den som deltar blir minst hörd: nivån konsultation.
publishing-principle-5 = Vi söker upp dem som sällan hörs.
publishing-principle-6 = Vi frågar barn och unga när frågan berör dem.
publishing-principle-7 = Alla får veta vad som hände med synpunkterna.
publishing-principle-8 = Vi utvärderar varje dialog och delar det vi lär oss.
publishing-how-public = Det du skriver blir allmän handling
publishing-how-public-text = Du behöver inte säga vem du är, men det du lämnar in kan begäras ut av andra. Skriv därför inget om din eller andras hälsa eller familj.

## Accessibility statement
publishing-a11y-lead = { $municipality } står bakom den här webbplatsen. Vi vill att alla ska kunna använda den. Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service.
publishing-a11y-how = Så tillgänglig är webbplatsen
publishing-a11y-how-text = Allt går att göra med bara tangentbord, utan JavaScript, i 400 procents förstoring, med stora avstånd i texten, i mörkt läge och med höga kontraster. Diagram finns alltid också som tabell.
publishing-a11y-gaps = Det här vet vi inte fungerar för alla
publishing-a11y-gap-1 = Dokument som läggs upp i en dialog kan sakna taggar eller beskrivningar av bilder. Be oss om innehållet i en annan form.
publishing-a11y-gap-2 = Vissa dialoger finns bara på svenska, och det finns inga filmer på teckenspråk.
publishing-a11y-gap-3 = Sidorna är inte prövade av personer med skärmläsare än.
publishing-a11y-tested = Så har vi prövat webbplatsen
publishing-a11y-tested-text = Varje ny version prövas maskinellt mot WCAG 2.2 nivå AA, som är strängare än lagens krav (EN 301 549), på alla sorters sidor. Det är en bedömning som leverantören av programmet har gjort. Redogörelsen gäller från och med att webbplatsen togs i bruk.
publishing-a11y-tell = Berätta om något inte fungerar
publishing-a11y-tell-text = Säg vilken sida det gäller och vad du ville göra. Vi svarar inom fem arbetsdagar och hjälper dig att delta på ett annat sätt under tiden.
publishing-a11y-supervision = Tillsyn
publishing-a11y-supervision-text = Myndigheten för digital förvaltning kontrollerar att lagen följs. Om du inte är nöjd med hur vi hanterar det du påpekar kan du anmäla det dit.
publishing-a11y-supervision-link = Anmäl bristande tillgänglighet till Digg

## Personal data
publishing-privacy-lead = Du kan delta utan konto och utan att säga vem du är. Här står vad som sparas, varför och hur länge.
publishing-privacy-public = Det du lämnar in blir allmän handling
publishing-privacy-public-text = Det gäller allt som skickas till kommunen (tryckfrihetsförordningen 2 kapitlet). Någon kan begära att få läsa det. Vi kan därför inte lova att du är anonym. Skriv inte namn, adress, hälsa eller annat känsligt om dig själv eller andra.
publishing-privacy-what = Det här sparas
publishing-privacy-what-1 = Dina svar, när du skickade dem och på vilket sätt de kom in.
publishing-privacy-what-2 = Om du vill: det du svarar på frågor om dig, till exempel ålder och område.
publishing-privacy-what-3 = Om du vill: din e-postadress, för att du ska få veta resultatet. Den sparas skild från dina svar.
publishing-privacy-what-4 = Din dators adress sparas inte tillsammans med svaren.
publishing-privacy-shown = Det här visar vi för andra
publishing-privacy-shown-text = Svaren visas samlade. Grupper med färre än fem personer visas inte. Fri text läses av en person innan något av den visas, och uppgifter om personer tas bort ur det som visas.
publishing-privacy-basis = Därför får vi spara uppgifterna
publishing-privacy-basis-text = Dialogen är en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e). E-postadressen sparar vi om du ber om det, och du kan när som helst avsluta bevakningen med länken i mejlen.
publishing-privacy-time = Så länge sparas uppgifterna
publishing-privacy-time-text = Svaren sparas så länge kommunens gallringsplan säger. E-postadresser tas bort sex månader efter att du har fått svar. Varje dialogs sida säger mer om just den dialogen.
publishing-privacy-cookies = Kakor
publishing-privacy-cookies-text = Vi använder bara kakor som behövs: ditt val av ljus eller mörk visning, dina svar medan du fyller i dem, och inloggning för tjänstepersoner. Inget delas med andra, och sidorna hämtar inget från andra webbplatser.
publishing-privacy-rights = Dina rättigheter
publishing-privacy-rights-text = Du kan begära att få veta vad som finns om dig, få det rättat eller invända mot hur det används. Med koden på ditt kvitto kan du själv ändra eller ta tillbaka ditt svar. Du kan klaga hos
publishing-privacy-imy = Integritetsskyddsmyndigheten
publishing-privacy-who = Ansvarig
publishing-privacy-controller = Personuppgiftsansvarig
publishing-privacy-officer = Dataskyddsombud

## Contact
publishing-contact-lead = Fråga oss om dialogerna, om hur du deltar eller om något inte fungerar.
publishing-contact-municipality = Kommun
publishing-contact-email = E-post
publishing-contact-phone = Telefon
publishing-contact-address = Adress
publishing-contact-dialogue = Frågor om en viss dialog
publishing-contact-dialogue-text = Kontaktpersonen står på dialogens sida.

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
