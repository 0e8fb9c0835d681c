# The door: activities, answers, receipts, import.

## Start page
participation-start-questions = { $n ->
    [one] Det är en fråga.
   *[other] Det är { $n } frågor.
 }
participation-start-minutes = { $n ->
    [one] Det tar ungefär en minut att svara.
   *[other] Det tar ungefär { $n } minuter att svara.
 }
participation-start-no-name = Du behöver inte skriva vem du är.
participation-start-public-record = Det du skickar blir en allmän handling. Vem som helst kan be att få läsa den.
participation-start-background = Sist kommer några frivilliga frågor om dig, så att vi ser om vi når alla.
participation-start-closes = Du kan svara till och med { $date }.
participation-start-begin = Börja svara
participation-start-then-title = Det här händer med ditt svar
participation-start-then = Vi läser alla svar och sammanställer dem inför beslutet. Inget sparas förrän du skickar. Efteråt får du en kod som du kan ändra eller ta tillbaka svaret med.
participation-start-feedback = Senast { $date } berättar vi vad svaren ledde till.
participation-start-privacy = Så behandlar vi personuppgifter
participation-start-paper = Skriv ut blanketten om du hellre svarar på papper

## Questions
participation-question-number = Fråga { $number } av { $of }
participation-continue = Fortsätt
participation-back = Tillbaka
participation-to-check = Gå till dina svar
participation-unsure = Vet inte
participation-declined = Vill inte svara
participation-email-left = Du har lämnat en e-postadress
participation-scale-step = { $step } av { $steps }
participation-scale-end = { $step } av { $steps } ({ $end })
participation-background-title = Om dig
participation-background-text = Frågorna är frivilliga. Vi använder svaren för att se vilka som har deltagit och redovisar dem aldrig tillsammans med det du skrivit.
participation-background-why = Därför frågar vi:
participation-hint-free-text = Skriv inte namn, telefonnummer eller annat som rör en privatperson.
participation-hint-multiple = Du kan välja flera.
participation-hint-multiple-max = { $n ->
    [one] Välj högst en.
   *[other] Välj högst { $n }.
 }
participation-hint-multiple-min = { $n ->
    [one] Välj minst en.
   *[other] Välj minst { $n }.
 }
participation-hint-multiple-between = Välj mellan { $min } och { $max }.
participation-hint-ranking = Sätt 1 på det viktigaste, 2 på det näst viktigaste och så vidare. Du behöver inte sätta nummer på alla.
participation-hint-place = Skriv en adress eller ett platsnamn, eller välj ett område.
participation-hint-email = Adressen sparas skild från dina svar. Vi använder den bara för att berätta vad som hände.
participation-place-address = Adress eller plats
participation-place-area = Eller välj område

## Check and send
participation-check-title = Kontrollera dina svar
participation-check-lead = Läs igenom och ändra om något blev fel. Inget är sparat än.
participation-check-change-lead = Ändra det du vill. Det gamla svaret gäller tills du skickar.
participation-check-public-record = När du skickar blir svaret en allmän handling.
participation-send = Skicka svar
participation-send-change = Skicka ändrat svar
participation-change-leave = Ändra inget och gå tillbaka
participation-preview-note = Du förhandsgranskar. Inget sparas.
participation-preview-leave = Gå tillbaka till frågorna
participation-preview-no-send = Här skickar deltagarna sina svar.
participation-carried-unreadable = Svaren på sidan gick inte att läsa. Gå tillbaka i webbläsaren, kopiera det du skrivit och börja om. Inget är sparat.
participation-no-key = Formuläret kom inte fram helt. Gå tillbaka, ladda om sidan och skicka igen. Inget är sparat.

## What is missing in an answer
participation-answer-missing-text = Skriv ett svar
participation-answer-missing-choice = Välj ett av alternativen
participation-answer-missing-choices = Välj minst ett av alternativen
participation-answer-missing-scale = Välj ett steg på skalan
participation-answer-missing-ranking = Sätt nummer på alternativen, med 1 för det viktigaste
participation-answer-missing-number = Skriv ett tal med siffror, till exempel 12
participation-answer-missing-date = Skriv ett datum, till exempel 17 3 2026
participation-answer-missing-place = Skriv en adress eller välj ett område
participation-answer-email = Skriv e-postadressen i formatet namn@exempel.se
participation-answer-text-long = { $over ->
    [one] Korta texten. Du har skrivit ett tecken för mycket
   *[other] Korta texten. Du har skrivit { $over } tecken för mycket
 }
participation-answer-address-long = Korta adressen till högst { $max } tecken
participation-answer-choose-more = Välj minst { $min } alternativ
participation-answer-choose-fewer = Välj högst { $max } alternativ. Du har valt { $chosen }
participation-answer-number-between = Skriv ett tal mellan { $min } och { $max }
participation-answer-number-min = Skriv ett tal som är minst { $min }
participation-answer-number-max = Skriv ett tal som är högst { $max }
participation-answer-date-day = Datumet måste innehålla en dag
participation-answer-date-month = Datumet måste innehålla en månad
participation-answer-date-year = Datumet måste innehålla ett år med fyra siffror
participation-answer-date-unreal = Datumet finns inte. Kontrollera dag och månad
participation-answer-date-early = Skriv ett datum från och med { $earliest }
participation-answer-date-late = Skriv ett datum till och med { $latest }
participation-answer-ranking-twice = Två alternativ har samma nummer. Ge varje alternativ ett eget nummer
participation-answer-ranking-gap = Ett nummer är överhoppat. Börja med 1 och fortsätt utan luckor
participation-answer-both = Du har både svarat och valt att inte svara. Ta bort det ena
participation-answer-all-blank = Svara på minst en fråga

## Closed, paused, not yet open
participation-door-not-yet-title = Det har inte öppnat än
participation-door-opens = Du kan svara från { $date }.
participation-door-paused-title = Det är pausat just nu
participation-door-paused = Vi tar inte emot svar just nu. På dialogens sida står varför och vad som händer härnäst.
participation-door-closed-title = Det går inte längre att svara
participation-door-closed-on = Sista dagen att svara var { $date }. Nu läser vi svaren.
participation-door-closed = Insamlingen är avslutad. Nu läser vi svaren.
participation-door-feedback = Senast { $date } berättar vi vad svaren ledde till.
participation-door-to-dialogue = Gå till dialogens sida
participation-door-typed-title = Det här hade du svarat
participation-door-typed = Svaret hann inte skickas och är inte sparat. Kopiera texten om du vill ha den kvar.

## Comments
participation-comment-question = Vad vill du säga till oss?
participation-comment-help = Skriv vad du tycker och gärna varför.
participation-comment-premoderate = Vi läser kommentaren innan den visas här.
participation-comment-postmoderate = Kommentaren visas här när du har skickat den.
participation-comment-send = Skicka kommentar
participation-comments-title = Kommentarer
participation-comments-newest-first = De senaste först.
participation-comments-newest = Till de senaste kommentarerna
participation-comments-older = Äldre kommentarer
participation-comments-none = Ingen kommentar visas än. Du kan bli först.
participation-comments-masked = personuppgifter är dolda

## On paper
participation-paper-title = Blankett
participation-paper-how = Kryssa i rutorna och skriv på raderna. Hoppa över det du inte vill svara på.
participation-paper-no-name = Skriv inte ditt namn.
participation-paper-return = Lämna blanketten till { $office }.
participation-paper-last-day = Sista dag är { $date }.
participation-paper-web = Du kan också svara på webben: { $address }

## Receipt
participation-receipt-title = Tack, vi har fått ditt svar
participation-receipt-lead = Ditt svar finns nu med i dialogen ”{ $title }”.
participation-receipt-next-title = Det här händer nu
participation-receipt-next-read = Vi läser alla svar.
participation-receipt-next-summary = Vi sammanställer dem till de förtroendevalda som ska besluta.
participation-receipt-next-answer-on = Senast { $date } berättar vi vad svaren ledde till.
participation-receipt-next-answer = På dialogens sida berättar vi vad svaren ledde till.
participation-receipt-code-title = Din kod
participation-receipt-code = Spara koden. Med den kan du se svaret, ändra det medan dialogen är öppen eller ta tillbaka det. Vi kan inte ta fram koden åt dig senare.
participation-receipt-became = Se vad det blev av ditt svar
participation-receipt-see = Se ditt svar
participation-receipt-mail-title = Vill du få veta vad som hände?
participation-receipt-mail-label = E-postadress
participation-receipt-mail-hint = Vi mejlar när det finns ett svar och inget annat. Adressen sparas skild från det du svarat.
participation-receipt-mail-send = Mejla mig svaret
participation-receipt-has-address = Du har lämnat en e-postadress. Bekräfta den med länken i vårt mejl.

## My answer
participation-my-title = Mitt svar
participation-my-lead = Skriv koden från kvittot, så kan du se, ändra eller ta tillbaka ditt svar.
participation-my-code = Kod
participation-my-code-hint = Tolv tecken, till exempel 7F3A-9KQM-2XWT. Stora och små bokstäver spelar ingen roll.
participation-my-show = Visa mitt svar
participation-my-lost = Har du tappat koden? Då kan vi inte se vilket svar som är ditt, men du kan höra av dig till oss.
participation-my-contact = Kontakta oss
participation-code-form = Koden har tolv tecken. Kontrollera att du har fått med alla
participation-code-slip = Ett tecken i koden blev fel. Jämför med kvittot
participation-code-unknown = Vi hittar inget svar med den koden. Jämför med kvittot
participation-my-answer-title = Ditt svar
participation-my-sent = Skickat { $moment }.
participation-my-changed = Ändrat { $moment }.
participation-my-withdrawn = Du tog tillbaka svaret { $moment }. Det räknas inte och visas inte.
participation-my-change = Ändra svaret
participation-my-withdraw = Ta tillbaka svaret
participation-change-closed = Det går inte längre att ändra svaret, eftersom insamlingen är avslutad.
participation-text-waiting = Texten väntar på granskning.
participation-text-published = Texten är publicerad.
participation-text-masked = Texten är publicerad. Vi har dolt personuppgifter i den.
participation-text-hidden = Texten visas inte.
participation-text-reason = Skäl:
participation-withdraw-title = Ta tillbaka svaret?
participation-withdraw-lead = Det gäller ditt svar i dialogen { $title }.
participation-withdraw-gone = Svaret räknas inte längre och visas inte för någon.
participation-withdraw-kept = Det finns kvar som allmän handling hos kommunen tills det gallras.
participation-withdraw-final = Du kan inte ångra det, men du kan svara på nytt medan dialogen är öppen.
participation-withdraw-yes = Ta tillbaka svaret
participation-withdraw-no = Behåll svaret
participation-withdrawn-already = Svaret är redan taget tillbaka.

## Notes
participation-note-replayed = Vi hade redan fått det svaret. Det räknas en gång.
participation-note-address = Vi har skickat ett mejl. Öppna länken i det för att bekräfta adressen.
participation-note-changed = Ditt svar är ändrat.
participation-note-withdrawn = Ditt svar är taget tillbaka.
participation-note-stale = Någon annan har ändrat under tiden. Inget är överskrivet. Gör om det du ville ändra.
participation-note-saved = Sparat.
participation-note-question-saved = Frågan är sparad.
participation-note-published = Versionen är publicerad.
participation-note-opened = Aktiviteten är öppen när dialogen är det.
participation-note-paused = Aktiviteten är pausad.
participation-note-closed = Aktiviteten är stängd.
participation-note-entered = Svaret är registrerat.
participation-note-entered-before = Svaret var redan registrerat. Inget nytt är sparat.
participation-note-file-gone = Filen är redan importerad eller borttagen. Se listan nedanför.
participation-note-import-cancelled = Filen är borttagen. Inget är importerat.
participation-note-imported = Filen är importerad.
participation-note-nothing-new = Inga rader var nya. Inget är importerat.
participation-note-undone = Importen är tillbakatagen.
participation-note-undone-before = Importen var redan tillbakatagen.
participation-note-withdrawn-by-staff = Svaret är taget ur resultatet.

## Channels and languages
participation-channel-web = Webben
participation-channel-paper = Papper
participation-channel-phone = Telefon
participation-channel-email = E-post
participation-channel-meeting = Möte
participation-channel-school = Skola
participation-channel-interview = Intervju
participation-channel-import = Importerad fil
participation-language-sv = Svenska
participation-language-en = Engelska
participation-language-ar = Arabiska
participation-language-fa = Persiska
participation-language-fi = Finska
participation-language-pl = Polska
participation-language-so = Somaliska
participation-language-es = Spanska
participation-language-ti = Tigrinja
participation-language-uk = Ukrainska
participation-language-other = Annat språk

## Kinds
participation-kind-survey = Enkät
participation-kind-survey-hint = Frågor som du själv bygger, en per sida.
participation-kind-comment = Öppen kommentar
participation-kind-comment-hint = Ett fält att skriva fritt i. Publicerade kommentarer syns under.
participation-question-single = Ett val
participation-question-multiple = Flera val
participation-question-scale = Skala
participation-question-long-text = Lång text
participation-question-short-text = Kort text
participation-question-ranking = Rangordning
participation-question-number-kind = Tal
participation-question-date = Datum
participation-question-place = Plats
participation-question-email = E-postadress
participation-question-information = Informationssida

## Desk: activities
participation-activities-title = Aktiviteter
participation-activities-none = Här finns sätten att delta i dialogen. Ingen aktivitet är skapad än.
participation-activities-count = { $n ->
    [0] Inga svar
    [one] Ett svar
   *[other] { $text } svar
 }
participation-activity-new = Ny aktivitet
participation-activity-kind = Hur ska invånarna delta?
participation-activity-choose-kind = Välj hur invånarna ska delta
participation-activity-name = Namn
participation-activity-name-hint = Det invånarna ser, till exempel ”Svara på enkäten om torget”.
participation-activity-title = Skriv ett namn på högst { $max } tecken
participation-activity-create = Skapa aktivitet
participation-activity-dates = Sista dagen kan inte ligga före första dagen. Ändra ett av datumen
participation-standing-draft = Utkast
participation-standing-ready = Klar, visas när dialogen publiceras
participation-standing-open = Öppen
participation-standing-open-to = Öppen till och med { $date }
participation-standing-opens = Öppnar { $date }
participation-standing-paused = Pausad
participation-standing-closed = Stängd
participation-duty-build = Bygg en aktivitet och publicera den
participation-support-activities-title = Välj sätt att delta
participation-support-activities = Enkäten passar när ni vet vad ni behöver veta. Den öppna kommentaren passar när ni vill höra vad ni inte tänkt på. Ta även emot svar på papper, per telefon och på möten.

## Desk: builder
participation-builder-questions = Frågor
participation-builder-none = Inga frågor än. Välj typ och lägg till den första.
participation-builder-version = Version { $version }
participation-builder-preview = Förhandsgranska som invånare
participation-builder-paper = Öppna blanketten för utskrift
participation-builder-edit = Ändra
participation-builder-up = Flytta upp
participation-builder-down = Flytta ner
participation-builder-remove = Ta bort
participation-builder-add-kind = Typ av fråga
participation-builder-add = Lägg till fråga
participation-builder-required = måste besvaras
participation-builder-voluntary = frivillig
participation-builder-no-label = Text saknas
participation-builder-new-question = Ny fråga
participation-builder-choose-kind = Välj en typ av fråga och försök igen.
participation-builder-unknown = Knappen kändes inte igen. Gå tillbaka, ladda om sidan och försök igen. Inget är ändrat.
participation-builder-options-lines = Skriv lika många rader på engelska som på svenska, i samma ordning
participation-builder-whole-number = Skriv ett helt tal med siffror
participation-builder-condition-number = Skriv talet som svaret jämförs med
participation-publish-title = Publicera
participation-publish-first = När du publicerar är aktiviteten klar att öppna. Frågorna går sedan att ändra genom en ny version.
participation-publish-next = Frågorna är ändrade sedan förra versionen. Svar som redan kommit in behåller sin version.
participation-publish-note = Vad är ändrat, och varför?
participation-publish-button = Publicera version
participation-publish-unchanged = Inget är ändrat sedan den publicerade versionen.
participation-publish-same = Inget är ändrat sedan den senaste versionen. Ändra först och publicera sedan.
participation-open-unpublished = Publicera en version först. Sedan kan aktiviteten öppna.
participation-state-title = Öppna och stäng
participation-state-open-button = Öppna aktiviteten
participation-state-pause-button = Pausa aktiviteten
participation-state-close-button = Stäng aktiviteten
participation-state-waiting = Väntar på granskning
participation-state-published = Publicerad
participation-state-masked = Publicerad, personuppgifter är dolda
participation-state-hidden = Dold
participation-versions-title = Versioner
participation-versions-number = Version
participation-versions-when = När
participation-versions-who = Vem
participation-versions-note = Anteckning
participation-versions-answers = Svar
participation-support-builder-title = Om frågorna
participation-support-builder-order = Börja med det som är lätt att svara på. Fråga en sak i taget. Varje fråga ska ha betydelse för beslutet.
participation-support-builder-versions = Rättade ord räknas som samma alternativ. Får ett alternativ en annan betydelse blir det ett nytt, så att svar går att jämföra mellan versioner.

## Desk: what hinders publishing
participation-fault-no-questions = Lägg till minst en fråga
participation-fault-too-many-questions = Det är för många frågor. Ta bort några, högst 60 får plats
participation-fault-key = Två frågor har samma nyckel. Ta bort den ena och lägg till den på nytt
participation-fault-label = Skriv frågan
participation-fault-wording-long = Korta texten till högst { $max } tecken
participation-fault-purpose = Skriv varför vi frågar
participation-fault-background-required = Frågor om personen är alltid frivilliga. Ta bort krysset
participation-fault-max-length = Skriv ett högsta antal tecken mellan 1 och { $max }
participation-fault-min-max-choices = Det minsta antalet val kan inte vara större än det högsta, och inget av dem större än { $options }
participation-fault-steps = Skriv ett antal steg mellan 2 och 11
participation-fault-ends = Skriv ord för skalans båda ändar
participation-fault-min-max = Det minsta talet kan inte vara större än det största. Decimalerna är 0–3
participation-fault-dates = Det tidigaste datumet kan inte ligga efter det senaste
participation-fault-options = Skriv minst två alternativ, ett per rad
participation-fault-too-many-options = Korta listan till högst { $max } alternativ
participation-fault-option-key = Två alternativ är för lika. Skriv dem tydligare isär
participation-fault-option-twice = Samma alternativ står två gånger. Ta bort det ena
participation-fault-condition-empty = Välj minst ett svar som frågan ska bero på, eller visa den alltid
participation-fault-condition-earlier = Villkoret gäller en fråga som kommer senare eller är borttagen. Välj en tidigare fråga
participation-fault-condition-value = Svaret i villkoret finns inte i frågan ”{ $question }”. Välj ett annat
participation-version-measure = Frågan mäter på ett annat sätt än när den besvarades. Lägg till en ny fråga i stället
participation-version-background = Frågan har redan besvarats. Lägg till en ny fråga om du vill flytta den till eller från ”Om dig”
participation-version-option = Alternativet ”{ $old }” har redan besvarats och kan inte byta betydelse till ”{ $new }”. Skriv ett nytt alternativ i stället

## Desk: one question
participation-form-title = Ändra fråga
participation-form-published = Frågan är publicerad
participation-form-label = Fråga
participation-form-label-en = Fråga på engelska
participation-form-statement = Påstående
participation-form-statement-en = Påstående på engelska
participation-form-help = Hjälptext
participation-form-help-en = Hjälptext på engelska
participation-form-options = Alternativ
participation-form-options-hint = Ett alternativ per rad.
participation-form-options-en = Alternativ på engelska
participation-form-options-en-hint = Samma ordning, en rad för varje. Lämna tomt om de inte är översatta.
participation-form-areas = Områden
participation-form-areas-hint = Ett område per rad. Lämna tomt om deltagarna bara ska skriva en adress.
participation-form-min-choices = Minsta antal val
participation-form-max-choices = Högsta antal val
participation-form-max-length = Högsta antal tecken
participation-form-steps = Antal steg
participation-form-low = Ord vid skalans början
participation-form-low-en = Ord vid skalans början på engelska
participation-form-high = Ord vid skalans slut
participation-form-high-en = Ord vid skalans slut på engelska
participation-form-min = Minsta tal
participation-form-max = Största tal
participation-form-decimals = Antal decimaler
participation-form-unit = Enhet
participation-form-unit-en = Enhet på engelska
participation-form-earliest = Tidigaste datum
participation-form-latest = Senaste datum
participation-form-answering = Att svara
participation-form-required = Måste besvaras
participation-form-unsure = Erbjud ”Vet inte”
participation-form-decline = Erbjud ”Vill inte svara”
participation-form-background = Frågan handlar om personen och kommer sist, bland ”Om dig”
participation-form-purpose = Varför vi frågar
participation-form-purpose-hint = Behövs för frågor om personen, till exempel ”Vi vill se om vi når alla åldrar.”
participation-form-purpose-en = Varför vi frågar, på engelska
participation-form-shown = När visas frågan?
participation-form-shown-always = Alltid
participation-form-shown-all = När alla villkor nedan stämmer
participation-form-shown-any = När något av villkoren nedan stämmer
participation-form-test = Villkor { $number }
participation-form-test-answer = Svar på en tidigare fråga
participation-form-test-operator = Jämför
participation-form-test-value = Tal
participation-form-test-number = talet till höger
participation-form-test-any = har svarat
participation-form-operator-is = är
participation-form-operator-is-not = är inte
participation-form-operator-at-least = är minst
participation-form-operator-at-most = är högst
participation-form-save = Spara fråga
participation-form-leave = Gå tillbaka utan att spara
participation-support-question-title = Bra frågor
participation-support-question = Skriv som du talar. Undvik ledande ord. Ge alternativ som inte överlappar, och ”Vet inte” när det är ett rimligt svar.
participation-support-condition = Ett villkor visar frågan bara för dem som har svarat något visst tidigare. Resultatet räknas då på dem som såg frågan.
participation-condition = Besvaras om { $tests }.
participation-condition-and = och
participation-condition-or = eller
participation-condition-is = svaret på fråga { $question } är ”{ $value }”
participation-condition-is-not = svaret på fråga { $question } inte är ”{ $value }”
participation-condition-at-least = svaret på fråga { $question } är minst { $value }
participation-condition-at-most = svaret på fråga { $question } är högst { $value }
participation-condition-answered = fråga { $question } är besvarad
participation-condition-unanswered = fråga { $question } inte är besvarad

## Desk: settings
participation-settings-link = Namn, datum och granskning
participation-settings-title = Namn
participation-settings-title-en = Namn på engelska
participation-settings-lead = Ingress
participation-settings-lead-hint = En mening som står på dialogens sida och överst i aktiviteten.
participation-settings-lead-en = Ingress på engelska
participation-settings-intro = Inledning
participation-settings-intro-hint = Det deltagaren behöver veta för att kunna svara. Ändringar gäller när nästa version publiceras.
participation-settings-intro-en = Inledning på engelska
participation-settings-opens = Första dag
participation-settings-closes = Sista dag
participation-settings-dates-hint = Lämna tomt för att följa dialogens datum. Till exempel 17 3 2026.
participation-settings-premoderate = Granska texter innan de visas
participation-settings-premoderate-hint = Texter som kan innehålla personuppgifter väntar alltid på en person.
participation-settings-save = Spara inställningar

## Desk: entry
participation-entry-link = Registrera svar
participation-entry-title = Registrera svar
participation-entry-how = Hur kom svaret?
participation-entry-channel = Välj hur svaret kom
participation-entry-round = Omgång
participation-entry-round-hint = Till exempel ”Mötet på biblioteket 12 mars”. Följer med till nästa svar.
participation-entry-language = Språk i svaret
participation-entry-day = Dag då svaret lämnades
participation-entry-day-hint = Lämna tomt för i dag.
participation-entry-future = Skriv en dag som har varit
participation-entry-save-next = Spara och registrera nästa
participation-entry-save = Spara och gå till listan
participation-support-entry-title = Ord för ord
participation-support-entry = Skriv av svaret som det står, även stavfel. Hoppa över det som är tomt.
participation-support-entry-words = Skriv inte av namn och telefonnummer. De hör inte till svaret.

## Desk: import
participation-import-link = Importera fil
participation-import-title = Importera svar från en fil
participation-import-lead = Du får se vilka rader som går att läsa innan något sparas.
participation-import-file = Fil
participation-import-file-hint = CSV med rubriker på första raden, högst 10 MB. Komma, semikolon och tabb fungerar.
participation-import-map-label = Peka ut kolumner
participation-import-map-hint = Behövs när kolumnerna heter något annat, till exempel text=rubrik+brödtext, datum=inkom.
participation-import-channel-label = Kanal för rader utan egen
participation-import-language-label = Språk för rader utan eget
participation-import-force = Ta in rader som filen redan har gett
participation-import-force-hint = Annars hoppas de över, så att samma svar inte räknas två gånger.
participation-import-upload = Läs filen
participation-import-choose-file = Välj en fil
participation-import-unpublished = Publicera en version av frågorna först. Sedan går det att registrera och importera svar.
participation-import-earlier = Tidigare importer
participation-import-accepted = Importerade rader
participation-import-refused = Stoppade rader
participation-import-undone-word = tillbakatagen
participation-import-preview-title = Kontrollera filen
participation-import-utf8 = UTF-8
participation-import-utf16 = UTF-16
participation-import-windows = Windows-1252
participation-import-count-ok = { $n ->
    [0] Inga rader går att importera.
    [one] En rad går att importera.
   *[other] { $text } rader går att importera.
 }
participation-import-count-refused = { $n ->
    [0] Inga rader är stoppade.
    [one] En rad är stoppad.
   *[other] { $text } rader är stoppade.
 }
participation-import-count-already = { $n ->
    [one] En rad har samma fil redan gett.
   *[other] { $text } rader har samma fil redan gett.
 }
participation-import-done-accepted = { $n ->
    [one] En rad är importerad.
   *[other] { $text } rader är importerade.
 }
participation-import-confirm = { $n ->
    [one] Importera en rad
   *[other] Importera { $text } rader
 }
participation-import-cancel = Ta bort filen utan att importera
participation-import-columns = Kolumner
participation-import-ignored = Används inte
participation-import-target-channel = Kanal
participation-import-target-date = Datum
participation-import-target-language = Språk
participation-import-refused-title = Stoppade rader
participation-import-rows-title = De första raderna
participation-import-row = Rad
participation-import-column = Kolumn
participation-import-why = Vad du kan göra
participation-import-report-title = Import
participation-import-undone = Importen togs tillbaka { $moment }.
participation-import-another = Importera en fil till
participation-import-undo-title = Blev det fel?
participation-import-undo-text = Du kan ta tillbaka hela importen så länge inget i dialogen är kodat. Raderna finns kvar som allmän handling men räknas inte.
participation-import-undo = Ta tillbaka importen
participation-undo-coded = Svar i dialogen är redan kodade, så importen går inte att ta tillbaka i sin helhet. Ta i stället ur enskilda svar i listan över svar.
participation-support-import-title = Kolumner som känns igen
participation-support-import = Rubriken ska vara något av orden här, eller frågans text. Alternativ skrivs som de står i frågan; flera skiljs med lodstreck.

## Import: what is wrong
participation-import-empty = Filen är tom. Välj en fil med rubriker på första raden
participation-import-no-rows = Filen har bara rubriker. Lägg till rader under dem
participation-import-too-large = Filen är för stor. Dela upp den i filer på högst { $max } MB
participation-import-too-many-rows = Filen har fler än { $max } rader. Dela upp den
participation-import-not-a-table = Filen ser inte ut som en tabell: { $broken } rader går inte att läsa. Spara den som CSV och försök igen
participation-import-workbook = Filen är en arbetsbok eller ett paket. Öppna den i kalkylprogrammet, spara som CSV och välj den filen
participation-import-encoding = Teckenkodningen går inte att läsa. Spara filen som UTF-8 och försök igen
participation-import-no-columns = Ingen kolumn svarar på en fråga. Filen har: { $columns }. Byt rubrik eller peka ut kolumnen
participation-import-map = Delen ”{ $part }” går inte att läsa. Skriv mål=kolumn, till exempel text=brödtext
participation-import-map-target = ”{ $target }” är ingen fråga här. Skriv text, datum, kanal, sprak eller en frågas nyckel före likhetstecknet
participation-import-map-column = Filen har ingen kolumn som heter ”{ $column }”. Den har: { $columns }
participation-import-cells = Raden har { $cells } celler men rubrikraden { $columns }. Sätt citattecken runt text som innehåller skiljetecken
participation-import-nul = Raden innehåller tecken som inte är text. Ta bort dem eller spara filen på nytt som CSV
participation-import-quote = Ett citattecken öppnas på raden men stängs aldrig. Stäng det, eller dubblera citattecken inne i texten
participation-import-after-quote = Det står text direkt efter ett avslutande citattecken. Dubblera citattecken inne i texten
participation-import-row-long = Raden är för lång. Korta texten
participation-import-blank = Raden har inget svar. Skriv ett svar eller ta bort raden
participation-import-channel = ”{ $value }” är ingen kanal. Skriv webb, papper, telefon, e-post, möte, skola eller intervju
participation-import-date = ”{ $value }” går inte att läsa som datum. Skriv det som 2026-03-17
participation-import-date-range = ”{ $value }” är ett datum i framtiden eller före 1900. Rätta det
participation-import-language = ”{ $value }” är inget språk vi känner igen. Skriv till exempel sv, en eller ar
participation-import-option = ”{ $value }” finns inte bland alternativen. Skriv något av: { $options }
participation-import-scale = ”{ $value }” är inget steg på skalan. Skriv ett tal från 1 till { $max }
participation-import-number = ”{ $value }” går inte att läsa som tal. Skriv det med siffror
participation-import-not-asked = Frågan tar inte emot svar från en fil. Ta bort kolumnen ur pekningen

## Desk: answers
participation-answers-link = Se svaren
participation-answers-title = Svar
participation-answers-answer = Svar
participation-answers-all = Alla
participation-answers-show = Visa
participation-answers-filter = Visa svar
participation-answers-standing = Gällande
participation-answers-withdrawn = Tillbakatagna
participation-answers-changed = Ändrat
participation-answers-none = Inga svar stämmer med urvalet.
participation-answer-title = Ett svar
participation-answer-came = Kom in
participation-answer-channel = Kanal
participation-answer-round = Omgång
participation-answer-version = Version av frågorna
participation-answer-language = Språk
participation-answer-entered-by = Registrerat av
participation-answer-changed = Ändrat
participation-answer-withdrawn = Tillbakataget
participation-answer-moderation = Granskning av texterna
participation-answer-history = Historik
participation-answer-withdraw-title = Fel registrerat?
participation-answer-withdraw-text = Svaret tas ur resultatet men finns kvar som handling.
participation-answer-withdraw-reason = Skäl
participation-answer-withdraw-button = Ta svaret ur resultatet
participation-withdraw-reason-missing = Skriv varför svaret tas ur resultatet
participation-withdraw-not-yours = Svaret kom från personen själv, som kan ta tillbaka det med sin kod. En text som inte ska visas döljer du i granskningen.
participation-change-withdrawn = Taget ur resultatet. { $reason }
participation-change-before = Ändrat. Innan stod: { $answers }

## Exports
participation-export-number = Radens nummer
participation-export-version = Vilken version av frågorna som besvarades
participation-export-channel = Hur svaret kom
participation-export-language = Språk
participation-export-day = Dagen då svaret kom
participation-export-chosen = Valt
participation-export-not-chosen = Inte valt
participation-export-first = Viktigast
participation-export-address = { $question }: adress
participation-export-area = { $question }: område

participation-use-title = Använd i min dialog
participation-use-methods = Metoder
participation-use-which = Välj vilken dialog metoderna ska användas i.
participation-use-dialogue = Dialog
participation-use-go-on = Fortsätt
participation-use-none = Ingen dialog pågår. Här väljer du bland dialoger som planeras eller pågår.
participation-use-begin = Starta en dialog
participation-use-untitled = Dialog utan rubrik
participation-use-lead = Det här läggs till i dialogen. Ta bort krysset för det du inte vill ha.
participation-use-for = Dialog:
participation-use-makes = Det här skapas
participation-use-activity = En aktivitet som utkast: { $name } ({ $kind })
participation-use-activity-there = Aktiviteten finns redan.
participation-use-no-activity = Metoden sker på plats och får därför ingen aktivitet här. Du får punkterna i checklistan och raden i planen.
participation-use-plan = Metodens namn i planen
participation-use-plan-there = Metoden står redan i planen.
participation-use-item = Punkt i checklistan, { $phase }: { $text }
participation-use-before = före dialogen
participation-use-during = under dialogen
participation-use-after = efter dialogen
participation-use-items-there = { $n ->
    [one] 1 av metodens punkter finns redan i checklistan.
   *[other] { $text } av metodens punkter finns redan i checklistan.
}
participation-use-all-there = Allt från metoderna finns redan i dialogen.
participation-use-nothing = Kryssa för minst en sak
participation-use-submit = Lägg till i dialogen
participation-use-leave = Gå till dialogen utan att ändra
participation-use-done = Metoderna är tillagda i dialogen
participation-use-support-title = Vad händer sedan?
participation-use-support = Aktiviteter blir utkast som bara arbetsytan ser. Punkterna hamnar i dialogens checklista, där du kan fördela dem. Gör du om det här läggs inget till två gånger.

## What a text may hold of personal data
participation-mark-personal-number = Möjligt personnummer
participation-mark-coordination-number = Möjligt samordningsnummer
participation-mark-phone = Möjligt telefonnummer
participation-mark-email = Möjlig e-postadress
participation-mark-address = Möjlig adress
participation-mark-plate = Möjligt registreringsnummer

## Statements
participation-kind-statements = Påståenden
participation-kind-statements-hint = Deltagarna tar ställning till ett påstående i taget. Passar när du vill se vad många är överens om och vad som delar dem.
participation-question-statement = Påstående
participation-question-proposal = Fält för deltagarnas egna påståenden
participation-stance-agree = Håller med
participation-stance-disagree = Håller inte med
participation-stance-pass = Vet inte, hoppa över
participation-statement-heading = Vad tycker du om det här?
participation-statement-progress = Du har tagit ställning till { $done } av { $all } påståenden.
participation-proposal-saved = Ditt förslag till påstående är sparat.
participation-statement-saved = Sparat. Du svarade: { $stance }.
participation-statement-change-last = Ändra ditt svar
participation-statement-before = Du har tidigare svarat: { $stance }. Det du väljer nu gäller i stället.
participation-statement-all-done = Du har tagit ställning till alla påståenden. Kommer det fler hittar du dem här.
participation-statement-none = Här tar du ställning till påståenden. Det finns inga än.
participation-statement-stop = Varje svar sparas direkt. Du kan sluta när du vill och fortsätta senare.
participation-statement-public-record = Dina svar blir en allmän handling. Ingen kan se vem som har svarat.
participation-statement-later-title = Fortsätt senare
participation-statement-later = Spara adressen till den här sidan eller skriv upp koden. Med den fortsätter du där du slutade, ändrar svar eller tar tillbaka dem.
participation-statement-receipt = Vad händer med mina svar?
participation-statement-taken = Dina svar
participation-statement-gone = Det går inte längre att ta ställning till påståendet. Inget är sparat. Ta ställning till ett annat
participation-answer-missing-stance = Välj vad du tycker om påståendet
participation-proposal-question = Saknar du något? Föreslå ett eget påstående
participation-proposal-help = Skriv en sak som andra kan hålla med om eller inte.
participation-proposal-title = Föreslå ett eget påstående
participation-proposal-label = Ditt påstående
participation-proposal-hint = Skriv en sak som andra kan hålla med om eller inte, men inget som rör en privatperson. Vi läser påståendet innan andra ser det. Du kan föreslå ett.
participation-proposal-send = Skicka påståendet
participation-proposal-empty = Skriv ett påstående
participation-proposal-once = Du har redan föreslagit ett påstående
participation-proposal-known = Det påståendet finns redan. Skriv ett annat eller ta ställning till det som finns
participation-proposal-closed = Det går inte att föreslå egna påståenden här
participation-proposal-yours = Ditt påstående
participation-proposal-waiting = Vi har fått påståendet och läser det innan andra ser det.
participation-proposal-published = Påståendet är publicerat. Nu tar andra ställning till det.
participation-proposal-hidden = Vi har inte publicerat påståendet. Varför står på sidan Ditt svar, som du når med koden.
participation-fault-no-statements = Lägg till minst ett påstående
participation-fault-too-many-statements = Det är för många påståenden. Ta bort några, högst 300 får plats
participation-fault-statement-long = Korta påståendet till högst { $max } tecken. En tanke i varje påstående
participation-fault-statement-twice = Påståendet finns redan i listan. Ta bort det ena
participation-support-statement = Skriv en tanke i varje påstående, så att den som håller med vet vad hen håller med om. Skriv också sådant som ni tror att många inte håller med om. Femton till trettio är lagom att börja med.

## A vote over money
participation-kind-budget = Medborgarbudget
participation-kind-budget-hint = Deltagarna röstar om vilka projekt en summa pengar ska gå till. Regeln som avgör berättas innan de röstar.
participation-question-budget = Röst om pengar
participation-budget-question = Vilka projekt vill du att pengarna ska gå till?
participation-kronor = { $amount } kronor
participation-budget-total = Det finns { $total } kronor att fördela.
participation-budget-sum-left = Du har valt för { $chosen } kronor. { $left } kronor är kvar av { $total }.
participation-budget-sum-over = Du har valt för { $chosen } kronor. Det är { $left } kronor för mycket. Ta bort något innan du fortsätter.
participation-budget-sum-approval = { $n ->
    [0] Du har inte valt något projekt än.
    [one] Du har valt ett projekt. Det kostar { $chosen } kronor.
   *[other] Du har valt { $count } projekt. De kostar { $chosen } kronor tillsammans.
 }
participation-budget-add-up = Räkna ut
participation-ballot-knapsack = Så länge pengarna räcker
participation-ballot-knapsack-hint = Deltagaren väljer projekt som tillsammans ryms i summan.
participation-ballot-knapsack-told = Välj så många projekt som pengarna räcker till.
participation-ballot-approval = Ett visst antal projekt
participation-ballot-approval-hint = Deltagaren väljer vilka projekt som helst, vad de än kostar.
participation-ballot-approval-told = { $n ->
    [one] Välj högst ett projekt. Det spelar ingen roll vad det kostar.
   *[other] Välj högst { $n } projekt. Det spelar ingen roll vad de kostar tillsammans.
 }
participation-ballot-approval-any-told = Välj så många projekt du vill. Det spelar ingen roll vad de kostar tillsammans.
participation-rule-greedy = Flest röster först
participation-rule-greedy-told = Projektet med flest röster får pengar först, sedan det med näst flest, så länge pengarna räcker. Ett projekt som inte ryms hoppas över.
participation-rule-equal-shares = Lika del till var och en
participation-rule-equal-shares-told = Varje röst förfogar över en lika stor del av pengarna. De som vill ha ett projekt betalar det tillsammans med sina delar. Blir det pengar över höjs delarna en krona i taget, och till sist går resten till det som ryms och har flest röster. Så får också mindre grupper något.
participation-rule-phragmen = Växande delar
participation-rule-phragmen-told = Varje röst tjänar pengar i samma takt. När de som vill ha ett projekt har råd med det köper de det. Det slutar när nästa projekt inte ryms. Så får också mindre grupper något.
participation-rule-ties = Om två projekt är exakt lika går det först som står först i listan.
participation-answer-missing-projects = Välj minst ett projekt
participation-answer-over-budget = Projekten kostar { $over } kronor för mycket. Ta bort något
participation-answer-choose-fewer-projects = Välj högst { $max } projekt. Du har valt { $chosen }
participation-budget-form-total = Summa i kronor
participation-budget-form-total-hint = Hela kronor, till exempel 500 000. Ligger fast när aktiviteten är publicerad.
participation-budget-form-ballot = Vad får deltagaren välja?
participation-budget-form-most = Högsta antal projekt
participation-budget-form-most-hint = Gäller när deltagaren väljer ett visst antal. Lämna tomt för hur många som helst.
participation-budget-form-rule = Vilken regel avgör?
participation-budget-form-projects = Projekt
participation-budget-form-projects-hint = Ordningen här är ordningen på sidan. Töm en rutas alla fält för att ta bort projektet.
participation-budget-form-project = Projekt { $number }
participation-budget-form-name = Namn
participation-budget-form-name-en = Namn på engelska
participation-budget-form-cost = Kostnad i kronor
participation-budget-form-text = Vad det är
participation-budget-form-text-en = Vad det är, på engelska
participation-budget-form-place = Plats
participation-budget-form-more = Spara för att få plats med fler projekt.
participation-budget-name-missing = Skriv vad varje projekt heter
participation-budget-choose-ballot = Välj vad deltagaren får välja
participation-budget-choose-rule = Välj regeln som avgör
participation-fault-budget-total = Skriv summan i hela kronor, större än noll
participation-fault-budget-most = Det högsta antalet kan inte vara större än antalet projekt, { $options }
participation-fault-project-cost = Skriv vad projektet ”{ $project }” kostar i hela kronor
participation-fault-project-over = Projektet ”{ $project }” kostar mer än hela summan. Det kan aldrig få pengar
participation-fault-no-ballot = Rösten saknas. Skapa aktiviteten på nytt
participation-version-budget = Summan ligger fast sedan aktiviteten publicerades. Gör en ny aktivitet om den är fel
participation-version-ballot = Röstsättet ligger fast sedan aktiviteten publicerades. Gör en ny aktivitet om det är fel
participation-version-rule = Regeln ligger fast sedan aktiviteten publicerades. Gör en ny aktivitet om den är fel
participation-version-cost = Kostnaden för ett publicerat projekt ligger fast. Lägg till ett nytt projekt i stället
participation-support-budget = Berätta för deltagarna vem som betalar och när projekten blir av. Regeln, summan och kostnaderna ligger fast när den första versionen är publicerad. Nya projekt kan komma till, och de som tas bort kan inte längre vinna.
