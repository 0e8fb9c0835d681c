# Uppdrag, beslut och svar.
cases-menu-assignments = Uppdrag
cases-all = Alla
cases-choose = Välj
cases-show = Visa
cases-overdue = Försenat
cases-sent-twice = Formuläret var redan skickat. Uppgifterna är sparade en gång.

cases-assignment-received = Mottaget
cases-assignment-ongoing = Pågår
cases-assignment-partly-reported = Delredovisat
cases-assignment-reported = Slutredovisat
cases-assignment-written-off = Avskrivet
cases-effect-none = Dialogen påverkade inte beslutet
cases-effect-partly = Dialogen påverkade delar av beslutet
cases-effect-large = Dialogen påverkade beslutet mycket
cases-outcome-done = Genomförs
cases-outcome-partly = Genomförs delvis
cases-outcome-investigated = Utreds
cases-outcome-under-way = Redan på gång
cases-outcome-no = Genomförs inte
cases-outcome-outside = Utanför kommunens ansvar
cases-stage-heard = Tack och det vi hörde
cases-stage-answered = Svar efter beslutet
cases-stage-followed-up = Så går det

cases-assignments-lead = Det nämnden eller styrelsen har bett om. Försenade uppdrag står först.
cases-assignments-empty = Här finns inga uppdrag. Registrera ett när nämnden har beslutat om det.
cases-assignments-caption = { $n ->
    [one] { $text } uppdrag
   *[other] { $text } uppdrag
 }
cases-assignment-new = Registrera uppdrag
cases-assignment-edit = Ändra uppdraget
cases-assignment-save = Spara uppdrag
cases-assignment-title = Uppdrag från { $body } { $date }
cases-assignment-dialogues = Dialoger i uppdraget
cases-assignment-no-dialogues = Ingen dialog är kopplad till uppdraget.
cases-assignment-link = Koppla dialogen
cases-assignment-link-label = Dialog
cases-assignment-unlink = Ta bort kopplingen
cases-done-assignment = Uppdraget är sparat.
cases-done-link = Kopplingen är ändrad.
cases-duty-assignment = Redovisa uppdraget

cases-field-assignment = Uppdrag
cases-field-body = Vem gav uppdraget?
cases-field-decided = När beslutades det?
cases-field-paragraph = Paragraf
cases-field-wording = Uppdragets text
cases-field-wording-hint = Så som det står i protokollet.
cases-field-due = Ska redovisas senast
cases-field-due-hint = Lämna tomt om nämnden inte har satt något datum.
cases-field-case-number = Diarienummer
cases-field-case-number-hint = Så som det skrivs i ert diarium, till exempel KS 2026/0123.
cases-field-responsible = Kontor eller enhet som ansvarar
cases-field-status = Läge
cases-field-note = Egen anteckning
cases-error-body = Skriv vilken nämnd eller styrelse det gäller
cases-error-decided = Skriv datumet för beslutet med dag, månad och år
cases-error-wording = Skriv vad nämnden gav i uppdrag
cases-error-due = Skriv datumet med dag, månad och år, eller lämna det tomt
cases-error-due-before = Uppdraget kan inte redovisas före beslutet. Kontrollera datumen
cases-error-status = Välj läge

cases-decisions = Beslut
cases-decisions-title = Beslut: { $title }
cases-decisions-empty = Inget beslut är infört. För in det när protokollet är justerat.
cases-decision-heading = { $body } { $date } § { $paragraph }
cases-decision-new = För in beslut
cases-decision-basis = Vad vilar beslutet på?
cases-decision-edit = Ändra beslutet
cases-decision-save = Spara beslut
cases-field-decision-body = Vem beslutade?
cases-field-decision-date = När?
cases-field-decision = Vad beslutades?
cases-field-decision-hint = Så som det står i protokollet.
cases-field-effect = Hur mycket påverkade dialogen beslutet?
cases-field-effect-reason = Hur vägdes dialogen in?
cases-field-effect-reason-hint = Det här visas på dialogens sida.
cases-error-decided-later = Beslutet kan inte vara fattat senare än i dag. Kontrollera datumet
cases-error-decision-wording = Skriv vad som beslutades
cases-error-effect = Välj hur mycket dialogen påverkade
cases-error-effect-reason = Skriv hur dialogen vägdes in, eller varför den inte gjorde det
cases-done-decision = Beslutet är sparat och visas på dialogens sida.

cases-answers = Ni sa – vi gör
cases-answers-title = Ni sa – vi gör: { $title }
cases-answers-lead = Varje tema ska få ett svar. Dialogen kan inte avslutas förrän alla har det.
cases-answers-due = Svaret är utlovat till { $date }.
cases-answers-empty = Det finns inga teman att svara på än. De skapas när svaren kodas.
cases-answers-to-plan = Gå till kodplanen
cases-answers-progress = { $n } av { $all } teman har ett svar
cases-answers-caption = Teman, av { $text } kodade texter
cases-answer-missing = Svar saknas
cases-not-published = Inte publicerat
cases-publish-title = Publicera svaren
cases-publish-missing = { $n ->
    [one] Ett tema saknar svar. Du kan publicera resten nu.
   *[other] { $text } teman saknar svar. Du kan publicera resten nu.
 }
cases-publish-text = { $n ->
    [0] Svaren visas på dialogens sida. Ingen har bett om mejl.
    [one] Svaren visas på dialogens sida och mejlas till en person som har bett om det.
   *[other] Svaren visas på dialogens sida och mejlas till { $text } personer som har bett om det.
 }
cases-publish = Publicera svaren
cases-nothing-to-publish = Alla skrivna svar är redan publicerade. Skriv eller ändra ett svar först.
cases-see-results = Se resultatsidan
cases-sent = Utskick
cases-sent-to = { $n ->
    [one] { $text } mottagare
   *[other] { $text } mottagare
 }
cases-done-publish = Svaren är publicerade.
cases-done-answer = Svaret är sparat.

cases-answer-title = Svar: { $theme } – { $title }
cases-answer-base = { $n } texter av { $base } kodade handlar om temat.
cases-answer-quotes = Det här sa de
cases-answer-is-public = Svaret är publicerat. Det du ändrar syns direkt för alla.
cases-answer-save = Spara svar
cases-field-theme = Tema
cases-field-count = Antal
cases-field-you-said = Ni sa
cases-field-you-said-hint = En mening som deltagarna känner igen, till exempel: Parken behöver mer skugga.
cases-field-outcome = Vi gör
cases-field-published = Publicerat
cases-field-answer-reason = Vad gör vi, och varför?
cases-field-answer-reason-hint = Säg vad som händer. Om något inte blir av, säg varför.
cases-field-answer-responsible = Vem ansvarar?
cases-field-when = När?
cases-field-when-hint = Till exempel: september 2026.
cases-field-rests-on = Vilar på beslutet
cases-no-decision = Inget beslut
cases-error-you-said = Skriv vad deltagarna sa, i en mening
cases-error-outcome = Välj vad som händer
cases-error-answer-reason = Skriv vad ni gör och varför
cases-error-responsible = Skriv vem som ansvarar

cases-answer-mail-subject = Svar från kommunen: { $title }
cases-answer-mail-body = Hej

    Du ville veta vad som händer efter dialogen "{ $title }". Nu har { $municipality } svarat { $n ->
        [one] på det som kom fram.
       *[other] på alla { $n } teman som kom fram.
    }

    Läs svaren här:
    { $link }

    Vill du inte ha fler mejl om dialogen? Öppna länken:
    { $leave }

    { $municipality }


# Dialograpport och tjänsteutlåtande: sidorna.
cases-report = Dialograpport
cases-statement = Tjänsteutlåtande
cases-report-lead = Rapporten berättar vad deltagarna sa. Programmet fyller i det som är känt, du skriver resten. Det du skriver finns kvar när nya uppgifter hämtas.
cases-statement-lead = Ärendet till den som beslutar. Programmet fyller i det som kommer från dialogen, kontoret skriver förslag och bedömning.
cases-paper-empty = Dokumentet är inte påbörjat.
cases-paper-begin = Börja skriva
cases-paper-saved = Sparat { $moment } av { $name }
cases-paper-sections = Avsnitt
cases-paper-missing = { $n ->
    [one] Ett avsnitt måste skrivas innan dokumentet kan fastställas:
   *[other] { $text } avsnitt måste skrivas innan dokumentet kan fastställas:
 }
cases-paper-incomplete = Några avsnitt saknar text. Skriv dem först.
cases-paper-to-adopt = Granska och fastställ
cases-paper-files = Ladda ner utkastet
cases-paper-preview = Förhandsvisning
cases-draft-docx = Utkast att skriva vidare i (DOCX)
cases-draft-pdf = Utkast att läsa (PDF)
cases-section-add = Lägg till avsnitt i utredningen
cases-section-remove = Ta bort avsnittet
cases-section-save = Spara avsnittet
cases-section-generated = Det här fyller programmet i
cases-section-untitled = Avsnitt utan rubrik
cases-section-nothing = Inget att redovisa.
cases-sections-enough = Utredningen har redan så många avsnitt den kan ha. Ta bort ett först.
cases-field-section-title = Rubrik
cases-field-shown = Ta med det som programmet fyller i
cases-field-shown-hint = Utan kryss står bara din egen text i dokumentet.
cases-field-written = Din text
cases-field-written-hint = Tom rad ger nytt stycke. Rader som börjar med bindestreck blir en lista.
cases-field-timetable = Tidplan
cases-field-timetable-hint = En rad om när det händer. Den står sist i avsnittet.
cases-field-phrases = Lägg till färdiga formuleringar
cases-field-phrases-hint = De läggs sist i din text när du sparar. Sedan kan du ändra dem.
cases-header = Uppgifter i sidhuvudet
cases-header-edit = Ändra uppgifter i sidhuvudet
cases-header-save = Spara uppgifterna
cases-field-paper-title = Dokumentets titel
cases-field-recipient = Vem är det skrivet till?
cases-field-recipient-hint = Till exempel: Kommunstyrelsen.
cases-field-office = Kontor
cases-field-author = Handläggare
cases-field-signatures = Underskrifter
cases-field-signatures-hint = En person på varje rad: namn, komma och titel.
cases-error-section-title = Skriv en rubrik för avsnittet
cases-error-too-long = Korta texten. Du har skrivit { $n } tecken för mycket
cases-error-paper-title = Skriv en titel
cases-error-recipient = Skriv vem dokumentet är skrivet till
cases-error-office = Skriv vilket kontor som har skrivit det
cases-conflict = Någon annan sparade medan du skrev.
cases-news = Nya uppgifter
cases-news-open = Se om det finns nya uppgifter
cases-news-none = Dokumentet har redan de senaste uppgifterna.
cases-news-text = { $n ->
    [one] Ett avsnitt har nya uppgifter. Din egen text ändras inte.
   *[other] { $text } avsnitt har nya uppgifter. Din egen text ändras inte.
 }
cases-news-come = Tillkommer
cases-news-gone = Försvinner
cases-news-fetch = Hämta nya uppgifter
cases-report-adopt = Fastställ rapporten
cases-report-adopt-text = Rapporten sparas som en utgåva med datum och kontrollsumma. Utgåvan kan inte ändras. Du kan fastställa en ny utgåva senare.
cases-statement-adopt = Fastställ och överlämna
cases-statement-adopt-text = Tjänsteutlåtandet sparas som en utgåva med datum och kontrollsumma. Ladda ner den och lämna den till registrator. Utgåvan kan inte ändras.
cases-adopt-missing = Skriv de här avsnitten först
cases-adopt-public = Visa utgåvan för alla
cases-adopt-public-hint = Den får en egen sida under dialogen. Du kan sluta visa den senare.
cases-versions = Fastställda utgåvor
cases-version-line = Utgåva { $version }, { $moment }, av { $name }
cases-version-heading = { $kind }, utgåva { $version }
cases-version-adopted = Fastställd { $moment } av { $name }.
cases-version-hash = Kontrollsumma (SHA-256)
cases-version-public = Visas för alla
cases-version-show = Visa utgåvan för alla
cases-version-hide = Sluta visa utgåvan
cases-version-see-public = Se sidan som alla ser
cases-version-docx = Dokument att redigera (DOCX)
cases-version-pdf = Dokument att läsa och arkivera (PDF)
cases-public-adopted = Utgåva { $version }, fastställd { $date }.
cases-public-swedish = Dokumentet finns på svenska.
cases-done-begin = Dokumentet är påbörjat med det som är känt.
cases-done-section = Avsnittet är sparat.
cases-done-phrases = Formuleringarna är tillagda. Läs igenom och ändra det som behövs.
cases-done-remove-section = Avsnittet är borttaget.
cases-done-header = Uppgifterna är sparade.
cases-done-refresh = Nya uppgifter är hämtade. Din egen text är som den var.
cases-done-adopt = Utgåvan är fastställd.
cases-done-show = Utgåvan visas nu för alla.
cases-done-hide = Utgåvan visas inte längre.
cases-hint-report-conclusions = Skriv kommunens bedömning här, skild från det deltagarna sa.
cases-hint-report-summary = Högst en sida: frågan, vilka som deltog och det viktigaste som kom fram.
cases-hint-report-agreement = Vad var de flesta överens om, och var skilde det sig?
cases-hint-report-differences = Beskriv bara grupper med minst fem svar.
cases-hint-statement-proposal = Skriv som om beslutet redan är fattat, en åtgärd på varje rad. Flera rader numreras.
cases-hint-statement-assessment = Bedömningen ska leda fram till förslaget.
cases-hint-statement-children = Skriv också varför, om ärendet inte har några konsekvenser.
cases-hint-statement-economy = Skriv belopp och hur det betalas, eller att ärendet inte kostar något.
cases-hint-statement-papers = Skriv fler handlingar på egna rader. De får nummer efter dem som redan finns.

# Dokumentens egna ord.
cases-head-date = Datum
cases-head-case-number = Diarienummer
cases-head-author = Handläggare
cases-head-standing = Läge
cases-head-draft = Utkast
cases-head-version = Utgåva
cases-report-title = Dialograpport: { $title }
cases-heading-report-summary = Sammanfattning
cases-heading-report-assignment = Uppdrag, syfte, nivå och löfte
cases-heading-report-scope = Vad kunde påverkas
cases-heading-report-account = Så gick det till
cases-heading-report-participants = Vilka deltog
cases-heading-report-themes = Resultat per tema
cases-heading-report-agreement = Enighet och oenighet
cases-heading-report-differences = Skillnader mellan grupper
cases-heading-report-outside = Frågor utanför ämnet
cases-heading-report-conclusions = Slutsatser och kommunens bedömning
cases-heading-report-next = Nästa steg
cases-heading-report-method = Metod och felkällor
cases-heading-report-annex-questions = Bilaga 1: Frågor
cases-heading-report-annex-code-plan = Bilaga 2: Kodplan
cases-report-question = Frågan till deltagarna var: { $question }
cases-report-came-in = { $n ->
    [one] Ett svar kom in { $period }.
   *[other] { $text } svar kom in { $period }.
 }
cases-report-came-in-undated = { $n ->
    [one] Ett svar har kommit in.
   *[other] { $text } svar har kommit in.
 }
cases-report-themes-lead = { $n ->
    [one] En fritext är kodad. Det här handlade den om:
   *[other] { $text } fritexter är kodade. Det här handlade flest om:
 }
cases-report-theme-line = { $theme }: { $count } ({ $share })
cases-report-assigned = { $body } beslutade den { $cited } om uppdraget: { $wording }
cases-report-assigned-to = { $body } gav den { $cited } { $office } i uppdrag: { $wording }
cases-report-purpose = Syfte
cases-report-level = Nivå på delaktighetstrappan
cases-report-promise = Löfte till deltagarna
cases-report-used = Så används resultatet
cases-report-decider = Beslutar
cases-report-can = Det här gick att påverka
cases-report-cannot = Det här gick inte att påverka
cases-report-cannot-caption = Det som låg fast, och varför
cases-report-methods = Metoder
cases-report-activities = Aktiviteter och antal svar
cases-report-channels = { $n ->
    [one] Hur svaret kom in (n = { $text })
   *[other] Hur svaren kom in (n = { $text })
 }
cases-report-self-selected = De som deltog valde det själva. Resultatet visar vad de tycker, inte vad alla invånare tycker.
cases-report-themes-base = { $n ->
    [one] En fritext har fått ett eller flera teman. Andelarna räknas på den.
   *[other] { $text } fritexter har fått ett eller flera teman. Andelarna räknas på dem.
 }
cases-report-theme-count = { $count } av { $base } fritexter ({ $share }).
cases-report-parts = Inom temat:
cases-report-questions = Svar på frågorna
cases-report-outside-caption = Frågor som hör hemma någon annanstans, och vart de har skickats
cases-report-decided = { $body } beslutade den { $cited }: { $wording }
cases-report-decision-on = Beslut väntas
cases-report-feedback-on = Återkoppling senast
cases-report-feedback-owner = Ansvarig för återkopplingen
cases-report-reading = { $base } fritexter kom in. { $coded } har fått ett tema och { $without } har lästs utan att passa i något tema. En text kan ha flera teman.
cases-report-small-cells = Grupper med färre än { $text } svar visas inte, för att ingen ska kunna pekas ut.
cases-report-code-plan = Teman och vad som räknas till dem
cases-population-source = Deltagare och befolkning. Källa: { $source }
cases-statement-title = Redovisning av dialogen { $title }
cases-heading-statement-matter = Ärendet
cases-heading-statement-proposal = { $office } förslag till beslut
cases-statement-body-decision = { $body } beslut
cases-heading-statement-background = Bakgrund
cases-statement-investigation-of = { $office } utredning
cases-heading-statement-investigation = Medborgardialog
cases-heading-statement-assessment = { $office } bedömning
cases-heading-statement-children = Konsekvenser för barn och unga
cases-heading-statement-economy = Ekonomiska konsekvenser
cases-heading-statement-papers = Handlingar i ärendet
cases-statement-came = Kommunen har genomfört dialogen { $title }. { $came }
cases-statement-purpose = Syftet med dialogen var:
cases-statement-period = Tid för dialogen
cases-statement-answers = Antal svar
cases-statement-channels = Så kom svaren in
cases-statement-not-met = Synpunkter som inte tillgodoses:
cases-statement-children-yes = Ärendet berör barn och unga.
cases-statement-children-no = Ärendet berör inte barn och unga direkt.
cases-statement-children-schools = { $n ->
    [one] Ett svar kom in genom skolor.
   *[other] { $text } svar kom in genom skolor.
 }
cases-statement-cost = Dialogen beräknas kosta { $sum } kronor.
cases-timetable-label = Tidplan:
cases-timetable-decision = Beslut väntas { $date }.
cases-timetable-feedback = Deltagarna får återkoppling senast { $date }.
cases-timetable-evaluation = Dialogen utvärderas { $date }.
cases-papers-statement = Tjänsteutlåtande, { $title }
cases-papers-report = Dialograpport, { $title }, utgåva { $version }, { $date }
cases-papers-decision = { $body } beslut, { $cited }
cases-phrase-note = { $body } noterar informationen och lägger rapporteringen till handlingarna.
cases-phrase-ends = { $office } uppdrag av den { $cited } är därmed genomfört.
cases-phrase-assign = { $body } ger { $office } i uppdrag att genomföra åtgärderna enligt dialograpporten.
cases-phrase-adopt = { $body } antar förslaget.
cases-phrase-approve = { $body } godkänner rapporten { $title }.
cases-table-activity = Aktivitet
cases-table-answers = Antal svar
cases-table-channel = Kanal
cases-table-part = Vad
cases-table-reason = Varför
cases-table-question = Fråga
cases-table-sent-to = Skickad till
cases-table-theme = Tema
cases-table-definition = Definition
cases-table-counts-in = Räknas
cases-table-counts-out = Räknas inte
cases-table-position = Plats i medeltal
cases-table-first = Valde först

# Svar som filer.
cases-export = Ladda ner svar
cases-export-title = Ladda ner svar: { $title }
cases-export-lead = Svaren som tabell, en rad för varje svar. Arbetsboken har ett blad som förklarar kolumnerna.
cases-export-empty = Dialogen har ingen aktivitet som har varit öppen.
cases-export-count = { $n ->
    [0] Inga svar än.
    [one] Ett svar.
   *[other] { $text } svar.
 }
cases-export-own = För kommunens eget arbete
cases-export-own-hint = Allt så som det sades. Innehåller det personer har skrivit, också texter som inte är publicerade. Nedladdningen loggas.
cases-export-open = För utlämnande och öppna data
cases-export-open-hint = Bara publicerade texter, och inga svar på frågorna om personen.
cases-export-xlsx = Arbetsbok med kodbok (XLSX)
cases-export-csv = Tabell (CSV)
cases-export-json = Data för program (JSON)
cases-codebook = Kodbok
cases-codebook-answers = Svar
cases-codebook-column = Kolumn
cases-codebook-question = Fråga
cases-codebook-kind = Typ
cases-codebook-values = Värden
