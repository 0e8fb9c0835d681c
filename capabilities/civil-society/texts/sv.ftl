# Civilsamhället: registret över organisationer, överenskommelser och det brottsförebyggande arbetet.

# -- Register
civil-menu-register = Organisationer
civil-register-lead = Föreningar, stiftelser, samfund, företag och myndigheter som kommunen möter. Registret visar roller, inte personer.
civil-register-files = Filer
civil-register-support = Registret är till för samverkan. Bidrag och lokaler sköts på annat håll.
civil-new = Lägg till organisation
civil-edit = Ändra uppgifterna
civil-save = Spara organisationen
civil-search = Sök bland organisationer
civil-words = Sökord
civil-any = Alla
civil-area = Område
civil-topic = Verksamhet
civil-view = Visa
civil-view-used = I registret
civil-view-review = Att se över
civil-view-archived = Arkiverade
civil-show = Visa
civil-found = { $n ->
    [one] { $text } organisation
   *[other] { $text } organisationer
 }
civil-nothing = Ingen organisation passar det du sökte.
civil-all = Visa alla organisationer
civil-empty = Registret är tomt. Lägg in ett register som ni redan har, eller lägg till en organisation i taget.
civil-late = försenad
civil-export = Hämta listan som CSV

# -- Columns of the list and of the files
civil-column-name = Namn
civil-column-number = Organisationsnummer
civil-column-kind = Typ
civil-column-aims = Syfte
civil-column-topics = Verksamhet
civil-column-groups = Målgrupper
civil-column-areas = Områden
civil-column-website = Webbplats
civil-column-contact-role = Kontaktroll
civil-column-contact-address = Kontaktadress
civil-column-source = Källa
civil-column-meeting = Årsmöte
civil-column-met = Möttes senast
civil-column-review = Ses över

# -- Kinds of organisations
civil-kind-association = Ideell förening
civil-kind-congregation = Trossamfund
civil-kind-foundation = Stiftelse
civil-kind-housing = Bostadsrättsförening eller samfällighet
civil-kind-network = Nätverk
civil-kind-company = Företag
civil-kind-authority = Myndighet eller region
civil-kind-municipal = Kommunens verksamhet
civil-kind-other = Annan

# -- An organisation
civil-field-name = Namn
civil-field-another = Det är en annan organisation med samma namn
civil-field-number = Organisationsnummer
civil-field-number-hint = Tio siffror, till exempel 212000-0142. En organisation utan nummer kan också stå i registret.
civil-field-kind = Typ av organisation
civil-field-aims = Syfte
civil-field-aims-hint = Vad organisationen vill, gärna med ord ur stadgarna.
civil-field-topics = Verksamhet
civil-field-groups = Grupper som nås
civil-field-areas = Områden
civil-field-lines-hint = Skriv en på varje rad.
civil-field-areas-hint = Skriv ett på varje rad. Kommunens områden: { $areas }
civil-field-website = Webbplats
civil-field-website-hint = Börja med https://
civil-field-contact-role = Roll att kontakta
civil-field-contact-role-hint = Rollen visas i listor: ”Ordförande” eller ”Kansliet”. Skriv inget namn.
civil-field-contact-address = Adress till organisationen
civil-field-contact-address-hint = En adress som inte hör till en person, så att den gäller när styrelsen byts.
civil-field-meeting = Årsmöte
civil-field-meeting-hint = Skriv till exempel 17 3 2026. Uppgifterna ska ses över inom två månader efter nästa årsmöte.
civil-field-source = Källa
civil-field-source-hint = Varifrån uppgifterna kommer, till exempel ”Föreningens webbplats”.
civil-form-support-title = Roller, inte personer
civil-form-support-text = Medlemskap i en förening kan visa vad någon tror eller tycker. Skriv därför bara roller här. Personer läggs in för sig, och bara den som sköter registret ser dem.
civil-archived = Arkiverad { $day }: { $reason }
civil-archive = Arkivera organisationen
civil-archive-text = Organisationen försvinner ur listor och val. Det den har deltagit i finns kvar.
civil-restore = Ta tillbaka organisationen
civil-field-reason = Skäl
civil-changed = { $day } av { $name }
civil-changed-label = Ändrades
civil-review = Översyn
civil-reviewed = Sågs över
civil-review-next = Ses över senast
civil-review-text = Stämmer allt? Då räcker det att säga det.
civil-review-done = Uppgifterna stämmer

# -- Persons
civil-persons = Personer att kontakta
civil-persons-lead = Bara den som sköter registret ser det här. Inget av det följer med i filer.
civil-person-new = Lägg till en person
civil-person-edit = Ändra personen
civil-person-save = Spara personen
civil-person-remove = Ta bort personen
civil-person-address = Nås på
civil-person-confirmed = Bekräftad
civil-protected = Skyddad kontakt
civil-field-role = Roll
civil-field-role-hint = Till exempel ”Ordförande” eller ”Kontakt för fritidsgården”.
civil-field-person-name = Namn
civil-field-email = E-post
civil-field-phone = Telefon
civil-field-protected = Skyddad kontakt
civil-field-protected-hint = Namn och adress visas då bara här, inte på organisationens sida.
civil-person-support-title = Så länge det behövs
civil-person-support-text = Att spara betyder att uppgifterna gäller i dag. Ta bort den som har slutat. Då finns inget kvar om personen.

# -- How they met
civil-events = Så har vi mötts
civil-events-none = Ingen har skrivit in något möte än.
civil-event-new = Skriv in ett möte
civil-event-save = Spara mötet
civil-event-meeting = Möte
civil-event-call = Samtal
civil-event-letter = Brev eller mejl
civil-event-dialogue = Dialog
civil-event-other = Annat
civil-field-met = När
civil-field-met-kind = Hur
civil-field-told = Vad det gällde
civil-field-told-hint = Skriv vad ni kom fram till. Nämn roller, inte personer.

# -- A file comes in
civil-import = Lägg in organisationer från en fil
civil-import-lead = Har ni redan ett register? Lägg in det här. Du ser vad filen ger innan något sparas.
civil-import-file = Fil
civil-import-file-hint = En fil i formatet CSV, XLSX eller JSON, högst 10 MB.
civil-import-upload = Läs filen
civil-import-choose-file = Välj en fil
civil-import-columns = Kolumner i filen
civil-import-columns-text = Första raden ska ha rubriker. I en JSON-fil är rubrikerna fältens namn, och posterna räknas från 1. Bara namn måste finnas. Registret läser också organisationsnummer, typ, syfte, verksamhet, målgrupper, områden, webbplats, kontaktroll, kontaktadress, källa och årsmöte.
civil-import-lists = Flera verksamheter eller områden skiljer du med komma.
civil-import-kinds = Typen skriver du med ett av de här orden:
civil-import-duplicates = En organisation som redan finns läggs inte in en gång till. Vi jämför organisationsnummer och namn.
civil-import-earlier = Tidigare filer
civil-import-when = När
civil-import-by = Av
civil-import-accepted = Tillagda
civil-import-refused = Inte tillagda
civil-import-preview = Det här ger filen
civil-import-count = { $n ->
    [0] Ingen ny organisation går att lägga in.
    [one] { $text } organisation går att lägga in.
   *[other] { $text } organisationer går att lägga in.
 }
civil-import-count-refused = { $n ->
    [0] Alla rader gick att läsa.
    [one] { $text } rad läggs inte in.
   *[other] { $text } rader läggs inte in.
 }
civil-import-confirm = { $n ->
    [one] Lägg in { $text } organisation
   *[other] Lägg in { $text } organisationer
 }
civil-import-cancel = Avbryt
civil-import-rows = Rader som läggs in
civil-import-refused-title = Rader som inte läggs in
civil-import-row = Rad
civil-import-why = Varför
civil-import-report = Filen är inlagd
civil-import-done = { $n ->
    [0] Ingen organisation lades in.
    [one] { $text } organisation lades in.
   *[other] { $text } organisationer lades in.
 }
civil-import-undone = Inläggningen ångrades { $moment }.
civil-import-kept = { $n ->
    [one] { $text } organisation finns kvar, för att någon har ändrat eller använt den.
   *[other] { $text } organisationer finns kvar, för att någon har ändrat eller använt dem.
 }
civil-import-undone-word = ångrad
civil-import-undo-title = Blev det fel?
civil-import-undo-text = Ångra tar bort de organisationer som filen gav och som ingen har ändrat eller använt sedan dess.
civil-import-undo = Ångra inläggningen
civil-import-empty = Filen har inga rader. Välj en fil med rubriker på första raden och organisationer under
civil-import-too-large = Filen är för stor. Dela upp den i flera
civil-import-workbook = Filen går inte att läsa som en arbetsbok. Spara den som XLSX eller CSV och välj den filen
civil-import-json = Filen är JSON men är trasig på rad { $value }. Rätta raden och välj filen igen
civil-import-no-records = Filen är JSON men har ingen lista över organisationer. Skriv dem som en lista där varje organisation är en post
civil-import-unreadable = Filen går inte att läsa som en tabell. Spara den som CSV med teckenkodningen UTF-8 och välj den igen
civil-import-no-column = Filen saknar kolumnen ”{ $value }”. Skriv den på första raden
civil-import-broken-row = Raden går inte att läsa. Se efter citattecken och antalet kolumner
civil-import-same-number = Numret finns redan hos ”{ $value }”
civil-import-same-name = ”{ $value }” finns redan. Är det en annan organisation lägger du till den för hand
civil-import-kind = ”{ $value }” är ingen typ som registret har. Se listan över typer
civil-import-date = ”{ $value }” är inget datum. Skriv som 2026-03-17

# -- What is said after an act
civil-note-saved = Organisationen är sparad.
civil-note-reviewed = Uppgifterna är genomgångna i dag.
civil-note-archived = Organisationen är arkiverad.
civil-note-restored = Organisationen står i registret igen.
civil-note-event = Mötet är sparat.
civil-note-person = Personen är sparad.
civil-note-person-removed = Personen är borttagen.
civil-note-imported = Organisationerna är inlagda.
civil-note-import-dropped = Filen är borttagen. Inget har lagts in.
civil-note-import-undone = Inläggningen är ångrad.
civil-note-file-gone = Filen finns inte kvar. Välj den en gång till.
civil-sent-twice = Formuläret var redan skickat. Det är sparat en gång.

# -- What is wrong
civil-error-name = Skriv vad organisationen heter
civil-error-line-long = Korta texten till högst 200 tecken
civil-error-text-long = Korta texten till högst 4 000 tecken
civil-error-list-long = Skriv högst 50 rader, var och en på högst 200 tecken
civil-error-too-long = Korta texten till högst { $max } tecken
civil-error-website = Skriv adressen så att den börjar med https://
civil-error-source = Skriv varifrån uppgifterna kommer
civil-error-number = Skriv organisationsnumret med tio siffror, som 212000-0142. Se efter att alla siffror stämmer
civil-error-number-personal = Numret ser ut som ett personnummer. Sådana får inte stå här. Lämna fältet tomt
civil-error-personal = Texten innehåller ett personnummer. Ta bort det
civil-error-same-number = Numret finns redan hos ”{ $value }”. Ändra den organisationen i stället
civil-error-same-name = ”{ $value }” finns redan. Ändra den, eller kryssa för att det är en annan organisation
civil-error-date = Skriv dag, månad och år med siffror
civil-error-reason = Skriv varför
civil-error-met = Skriv vilken dag ni möttes
civil-error-future = Dagen ska vara i dag eller tidigare
civil-error-met-kind = Välj hur ni möttes
civil-error-told = Skriv vad det gällde
civil-error-role = Skriv personens roll
civil-error-email = Skriv e-postadressen i formatet namn@exempel.se
civil-error-reach = Skriv e-post eller telefon, så att personen går att nå

# -- What waits on the desk
civil-duty-review = Se över uppgifterna om organisationen
civil-duty-review-many = Se över uppgifterna om flera organisationer

# -- Crime prevention
civil-crime = Brottsförebyggande
civil-crime-lead = Lägesbildens problem, vilka aktörer som behövs, vad som saknas och vad ni gör åt det.
civil-no-persons = Skriv inget om enskilda: inga misstänkta, inga utsatta och ingen oro för någon. Skriv om platser, tider och grupper.
civil-field-function-only = Adressen eller numret hör till en funktion, inte till en person
civil-error-address = Texten innehåller ett telefonnummer eller en e-postadress. Ta bort det, eller kryssa för att det hör till en funktion
civil-of = { $part } av { $whole }
civil-yes = Ja
civil-choose = Välj
civil-number = Nummer
civil-problems = Problem
civil-problems-none = Här finns inga problem än. Lägg in dem som lägesbilden pekar ut.
civil-problems-closed = Problem som ni inte arbetar med längre
civil-problem-new = Lägg in ett problem
civil-problem-edit = Ändra problemet
civil-problem-save = Spara problemet
civil-problem-title = { $number }. { $title }
civil-problem-crime = Brott
civil-problem-unsafety = Otrygghet
civil-field-problem = Problem
civil-field-problem-hint = Vad som händer, kort: ”Cykelstölder vid stationen”.
civil-field-problem-kind = Vad det gäller
civil-field-place = Plats
civil-field-place-hint = Ett område eller en plats, aldrig en bostad.
civil-field-description = Beskrivning
civil-field-description-hint = Hur mycket, när och hur länge. Skriv också vad ni jämför med.
civil-field-picture = Lägesbild
civil-field-picture-hint = Vilken version problemet kommer från, till exempel ”2026, version 1”.
civil-field-functions = Vad som behövs
civil-field-functions-hint = Det som inte behövs för det här problemet räknas inte som en lucka.
civil-field-closed = Vi arbetar inte längre med problemet
civil-causes = Orsaker
civil-causes-none = Ingen har skrivit någon orsak än.
civil-field-cause = Orsak
civil-field-cause-new = Trolig orsak
civil-field-cause-hint = Skriv en orsak i taget. Varje åtgärd ska höra ihop med en orsak.
civil-cause-save = Lägg till orsaken
civil-note-problem = Problemet är sparat.
civil-note-cause = Orsaken är sparad.
civil-error-problem-title = Skriv vad problemet är
civil-error-place = Skriv var problemet finns
civil-error-description = Beskriv problemet
civil-error-functions = Välj minst en sak som behövs
civil-error-cause = Skriv en orsak

# -- What a problem needs
civil-function = Det som behövs

# -- Judgements
civil-matrix = Aktörernas relevans
civil-matrix-lead = För varje problem: vem kan bidra med det som behövs? Öppna en ruta för att läsa bedömningarna och skriva en ny.
civil-matrix-caption = Problem och det som behövs
civil-mark-covered = Aktör med överenskommelse
civil-mark-decided = Lucka med beslut
civil-mark-open = Lucka utan beslut
civil-not-needed = Behövs inte
civil-not-judged = Ingen bedömning
civil-best = Högst { $best }, { $actors }
civil-actors = { $n ->
    [one] { $text } aktör
   *[other] { $text } aktörer
 }
civil-judgements = Bedömningar
civil-judgements-show = Läs bedömningarna
civil-judgements-standing = Bedömningar som gäller
civil-judgements-past = Tidigare bedömningar
civil-judgements-none = Ingen aktör är bedömd här än.
civil-judge = Bedöm en aktör
civil-judge-save = Spara bedömningen
civil-judge-support-title = Bedöm aktören för problemet
civil-judge-support-text = Bedöm vad aktören kan bidra med här, inte aktören i sig. En ny bedömning ersätter den som gällde, men den gamla går att läsa. Texten är en allmän handling: skriv kort och sakligt.
civil-relevance = Relevans
civil-judged = Bedömd
civil-field-relevance = Hur relevant är aktören?
civil-grade-0 = 0 – inte relevant
civil-grade-0-means = Aktören kan inte bidra med det här.
civil-grade-1 = 1 – lite
civil-grade-1-means = Aktören kan bidra någon gång.
civil-grade-2 = 2 – relevant
civil-grade-2-means = Aktören kan ta ansvar för en del.
civil-grade-3 = 3 – avgörande
civil-grade-3-means = Utan aktören går det inte.
civil-field-organisation = Organisation
civil-field-organisation-hint = Skriv namnet eller organisationsnumret som det står i registret.
civil-field-judgement-reason = Skäl
civil-field-judgement-reason-hint = Varför aktören kan bidra eller inte.
civil-field-evidence = Belägg
civil-field-evidence-hint = Vad bedömningen vilar på: ett möte, en rapport, en överenskommelse.
civil-field-judged-by = Vem som bedömde
civil-field-judged-on = När
civil-field-review = Nästa översyn
civil-note-judged = Bedömningen är sparad.
civil-error-organisation = Skriv vilken organisation det gäller
civil-error-organisation-unknown = Ingen organisation i registret passar. Lägg till den i registret först
civil-error-organisation-many = Flera organisationer passar: { $names }. Skriv hela namnet eller numret
civil-error-relevance = Välj hur relevant aktören är
civil-error-judgement-reason = Skriv varför
civil-error-judged-by = Skriv vem som bedömde
civil-error-judged-on = Skriv när aktören bedömdes
civil-error-review = Skriv en dag för nästa översyn som är efter bedömningen

# -- Gaps
civil-gaps = Luckor
civil-gaps-show = Visa luckorna
civil-gaps-lead = Listan kommer ur bedömningarna och överenskommelserna. En lucka är något som behövs där ingen aktör är bedömd till 2 eller 3, eller där ingen av dem har en överenskommelse som gäller.
civil-gaps-none = Här finns inga luckor. Allt som behövs har en aktör med överenskommelse.
civil-gaps-left = { $n ->
    [0] Alla luckor har ett beslut.
    [one] { $text } lucka saknar beslut.
   *[other] { $text } luckor saknar beslut.
 }
civil-gap-why = Varför det är en lucka
civil-gap-missing = Ingen aktör är bedömd till 2 eller 3.
civil-gap-unagreed = Ingen av aktörerna har en överenskommelse som gäller.
civil-gap-unagreed-with = Ingen överenskommelse gäller med { $names }.
civil-gap-decide = Besluta om luckan
civil-gap-no-longer = Det här är ingen lucka längre.
civil-gap-save = Spara beslutet
civil-gap-history = Beslut om luckan
civil-decided = Beslutat
civil-undecided = Inget beslut
civil-decision-close = Vi fyller luckan
civil-decision-accept = Vi godtar luckan
civil-decision-other = Vi gör något annat
civil-field-decision = Beslut
civil-field-gap-reason-hint = Varför, och vad ni gör.
civil-field-gap-responsible = Vem som fyller luckan
civil-field-gap-responsible-hint = Skriv rollen. Behövs när ni ska fylla luckan.
civil-field-due = Senast
civil-note-gap = Beslutet är sparat.
civil-error-decision = Välj vad ni beslutar
civil-error-gap-reason = Skriv varför ni beslutar så
civil-error-gap-responsible = Skriv vilken roll som fyller luckan
civil-error-gap-due = Skriv när luckan ska vara fylld
civil-duty-judge = Bedöm aktörerna igen
civil-duty-gap = Fyll luckan i det brottsförebyggande arbetet

# -- Agreements
civil-agreements = Överenskommelser
civil-agreements-lead = Skriftliga överenskommelser med organisationer och myndigheter. De som snart går ut står först.
civil-agreements-none = Här finns inga överenskommelser än.
civil-agreement-new = Lägg till överenskommelse
civil-agreement-edit = Ändra överenskommelsen
civil-agreement-save = Spara överenskommelsen
civil-agreement-end = Avsluta överenskommelsen
civil-agreement-support-title = Syften och områden
civil-agreement-support-text = Lagen om kommuners ansvar för brottsförebyggande arbete kräver att en överenskommelse säger för vilka syften och inom vilka områden ni samverkar. Parterna lägger du till när överenskommelsen är sparad.
civil-agreement-collaboration = Överenskommelse om samverkan
civil-agreement-partnership = Idéburet offentligt partnerskap
civil-agreement-police = Överenskommelse med polisen
civil-state = Läge
civil-state-draft = Inte undertecknad
civil-state-in-force = Gäller
civil-state-runs-out = Går ut snart
civil-state-expired = Har gått ut
civil-state-ended = Avslutad
civil-ended = Avslutades
civil-end-reason = Skäl att avsluta
civil-field-agreement-title = Överenskommelse
civil-field-agreement-kind = Typ av överenskommelse
civil-field-purposes = Syften
civil-field-agreement-areas = Områden för samverkan
civil-field-agreement-areas-hint = Sakområden eller platser, en på varje rad.
civil-field-our-commitment = Kommunens åtagande
civil-field-legal-check = Juridisk granskning
civil-field-legal-check-hint = Vem som har granskat upphandling och statsstöd, när och med vilket resultat. Behövs för ett partnerskap.
civil-field-case-number = Diarienummer
civil-field-signed = Undertecknad
civil-field-signed-hint = Lämna tomt tills alla har skrivit under.
civil-field-expires = Sista dag
civil-field-expires-hint = Arbetsytan påminner sex månader före. Lämna tomt om den gäller tills vidare.
civil-field-follow-up = Nästa uppföljning
civil-parties = Parter
civil-parties-none = Ingen part är tillagd. En överenskommelse utan part räknas inte.
civil-party-new = Lägg till en part
civil-party-save = Spara parten
civil-party-remove = Ta bort
civil-field-commitment = Partens åtagande
civil-follow-ups = Uppföljningar
civil-follow-ups-none = Ingen har följt upp överenskommelsen än.
civil-follow-up-new = Skriv in en uppföljning
civil-follow-up-save = Spara uppföljningen
civil-field-on = Dag
civil-field-follow-up-told = Vad uppföljningen visade
civil-field-next = Nästa uppföljning
civil-note-agreement = Överenskommelsen är sparad.
civil-note-party = Parten är sparad.
civil-note-party-removed = Parten är borttagen.
civil-note-follow-up = Uppföljningen är sparad.
civil-note-ended = Överenskommelsen är avslutad.
civil-error-agreement-title = Skriv vad överenskommelsen heter
civil-error-purposes = Skriv minst ett syfte
civil-error-areas = Skriv minst ett område
civil-error-commitment = Skriv vad kommunen åtar sig
civil-error-party-commitment = Skriv vad parten åtar sig
civil-error-legal-check = Skriv vem som har granskat juridiken, när och med vilket resultat
civil-error-expires = Sista dagen ska vara efter dagen då den undertecknades
civil-error-follow-up = Skriv vad uppföljningen visade
civil-error-follow-up-on = Skriv vilken dag ni följde upp
civil-duty-expires = Förnya eller avsluta överenskommelsen
civil-duty-expired = Överenskommelsen har gått ut: förnya eller avsluta den
civil-duty-agreement-follow-up = Följ upp överenskommelsen

# -- Measures
civil-measures = Åtgärdsplan
civil-measures-lead = Varje åtgärd möter en orsak och har mål, tid och ansvarig.
civil-measures-none = Här finns inga åtgärder än.
civil-measures-no-causes = Skriv först vilka orsaker problemen har. En åtgärd möter alltid en orsak.
civil-measure = Åtgärd
civil-measure-new = Lägg till åtgärd
civil-measure-edit = Ändra åtgärden
civil-measure-save = Spara åtgärden
civil-measure-not-followed = Ingen har följt upp åtgärden än.
civil-who = Vem
civil-follow-up = Uppföljning
civil-field-measure-cause-hint = Orsakerna skrivs vid varje problem.
civil-field-action = Åtgärd
civil-field-goal = Operativt mål
civil-field-goal-hint = Något som går att mäta.
civil-field-timing = När
civil-field-timing-hint = Till exempel ”våren 2027” eller ”varje fredag”.
civil-field-measure-due = Klar senast
civil-field-order = Ordning
civil-field-measure-organisation-hint = Vem som gör det, som det står i registret. Lämna tomt om det är kommunen.
civil-field-responsible = Ansvarig
civil-field-responsible-hint = Skriv rollen, inte namnet.
civil-field-indicator = Så ser ni att det hjälper
civil-field-colour = Hur gick det?
civil-field-colour-hint = Gjordes det som var tänkt, med god verkan på problemet?
civil-field-outcome = Utfall
civil-field-outcome-hint = Vad som gjordes. Skriv varför om det är gult eller rött.
civil-field-effect = Verkan på problemet
civil-colour-green = Grönt
civil-colour-yellow = Gult
civil-colour-red = Rött
civil-colour-none = Inte uppföljd
civil-note-measure = Åtgärden är sparad.
civil-note-followed = Uppföljningen är sparad.
civil-error-measure-cause = Välj vilken orsak åtgärden möter
civil-error-action = Skriv vad som ska göras
civil-error-goal = Skriv ett mål
civil-error-timing = Skriv när det ska göras
civil-error-responsible = Skriv vilken roll som ansvarar
civil-error-order = Skriv ett tal mellan 1 och 999
civil-error-colour = Välj grönt, gult eller rött
civil-error-outcome = Skriv vad som gjordes
civil-duty-measure = Följ upp åtgärden

# -- Report to the council
civil-reports = Rapport till fullmäktige
civil-reports-lead = Rapporten byggs av det som står i problem, luckor, överenskommelser och åtgärder. Skriv nämndens bedömning och förslag. När rapporten är klar ändras den inte mer.
civil-reports-finished = Färdiga rapporter
civil-reports-none = Ingen rapport är färdig än.
civil-report-title = Brottsförebyggande arbete { $year }
civil-report-finish = Gör rapporten färdig
civil-report-preview = Så blir rapporten
civil-report-files = Filer
civil-report-made = Färdig
civil-report-seal = Kontrollsumma
civil-field-report-title = Rubrik
civil-field-assessment = Nämndens bedömning
civil-field-assessment-hint = Vad läget är, vad som har blivit bättre och vad som är svårt.
civil-field-proposal = Förslag till beslut
civil-note-report = Rapporten är färdig.
civil-error-report-title = Skriv en rubrik
civil-error-assessment = Skriv nämndens bedömning
civil-error-proposal = Skriv ett förslag till beslut
civil-report-summary = Sammanfattning
civil-report-problems = Problem och orsaker
civil-report-no-problems = Lägesbilden har inga problem som är inlagda.
civil-report-gaps = Luckor och beslut
civil-report-no-gaps = Allt som behövs har en aktör med överenskommelse.
civil-report-agreements = Överenskommelser som gäller
civil-report-no-agreements = Ingen skriftlig överenskommelse gäller.
civil-report-measures = Åtgärdsplan
civil-report-no-measures = Planen har inga åtgärder.
civil-report-outcomes = Utfall
civil-report-no-outcomes = Ingen åtgärd är uppföljd.
civil-report-no-promises = Inget medborgarlöfte är lagt in.
civil-report-proposal = Förslag till beslut
civil-report-note = Rapporten innehåller inga uppgifter om enskilda. Den följer lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete.
civil-report-kind = Rapport
civil-report-subject = Rapport om det brottsförebyggande arbetet
civil-report-recipient = Kommunfullmäktige
civil-report-date = Datum
civil-report-judged = Problem med bedömda aktörer
civil-report-decided = Luckor med beslut
civil-report-in-force = Överenskommelser som gäller

# -- Councils and forums
civil-councils = Råd och forum
civil-councils-lead = Möten som kommer tillbaka: vilka som sitter där, vad de kom fram till och vem som gör vad.
civil-councils-none = Här finns inga råd än.
civil-councils-closed = Råd som inte möts längre
civil-council-new = Lägg till råd eller forum
civil-council-edit = Ändra rådet
civil-council-save = Spara rådet
civil-council-closed = Rådet möts inte längre.
civil-council-support-title = Värdet ligger mellan mötena
civil-council-support-text = Börja varje möte med vad som har hänt sedan sist. Skriv organisation och roll, inte person, och ta inte upp enskilda fall.
civil-council-strategic-title = Strategiskt råd
civil-council-strategic-text = Lagen om kommuners ansvar för brottsförebyggande arbete säger att kommunen leder rådet. De andra bör skicka någon i ledande befattning, som kan säga ja för sin organisation.
civil-field-council = Namn på rådet
civil-field-council-kind = Slag av forum
civil-field-chair = Ordförande
civil-field-chair-hint = Skriv rollen, inte namnet.
civil-field-led = Kommunen leder rådet
civil-field-rhythm = Hur ofta rådet möts
civil-field-rules = Reglemente
civil-field-rules-hint = Var det finns, till exempel ett diarienummer.
civil-field-council-closed = Rådet möts inte längre
civil-field-meeting-next = Nästa möte
civil-field-meeting-next-hint = Lämna tomt om dagen som står redan gäller.
civil-seats = Ledamöter
civil-seats-none = Rådet har inga ledamöter än.
civil-seats-left = Tidigare ledamöter
civil-seat-new = Lägg till en ledamot
civil-seat-save = Spara ledamoten
civil-seat-leave = Lämnar rådet i dag
civil-seat-since = från { $day }
civil-seat-leading = Ledande befattning
civil-seat-not-leading = Saknar ledande befattning
civil-field-leading = Har en ledande befattning
civil-field-leading-hint = Kan säga ja för sin organisation.
civil-field-seat-from = Från
civil-meetings = Möten
civil-meetings-none = Rådet har inte mötts än.
civil-meeting-new = Lägg till möte
civil-meeting-edit = Skriv anteckningar
civil-meeting-save = Spara mötet
civil-meeting-title = { $council } { $day }
civil-meeting-by = Senast ändrat av
civil-meeting-support-title = Anteckningarna
civil-meeting-support-text = Skriv punkt för punkt vad ni kom fram till. Det som någon ska göra lägger du till på mötets sida, med ansvarig roll och dag.
civil-field-meeting-on = Dag för mötet
civil-field-meeting-place = Plats för mötet
civil-field-agenda = Dagordning
civil-field-agenda-hint = Skriv en punkt på varje rad.
civil-field-minutes = Minnesanteckningar
civil-field-minutes-hint = Organisation och roll, vad ni kom fram till och varför. Inget om enskilda.
civil-field-document = Anteckningarna som fil
civil-field-document-hint = En PDF, högst 10 MB. En ny fil ersätter den som finns.
civil-document-stands = Filen { $name } är sparad.
civil-present = Närvarande
civil-present-hint = Kryssa för dem som var där.
civil-absent = Frånvarande
civil-minutes-none = Inga anteckningar
civil-minutes-written = Arbetsmaterial
civil-minutes-approved = Justerade
civil-minutes-approved-on = Justerades
civil-minutes-none-yet = Ingen har skrivit några anteckningar än.
civil-approve = Justera anteckningarna
civil-approve-text = Justerade anteckningar går inte att ändra.
civil-actions = Att göra
civil-actions-open = Att göra
civil-actions-none = Inget är kvar att göra.
civil-actions-done = Det som är gjort
civil-actions-meeting-none = Mötet kom inte fram till något att göra.
civil-actions-at-council = Avsluta på rådets sida
civil-action-new = Lägg till något att göra
civil-action-save = Lägg till
civil-action-close = Avsluta
civil-action-close-save = Det är gjort
civil-action-closed = gjort
civil-field-action-task = Vad som ska göras
civil-field-action-outcome = Vad det ledde till
civil-note-council = Rådet är sparat.
civil-note-seat = Ledamoten är sparad.
civil-note-seat-left = Ledamoten har lämnat rådet.
civil-note-meeting = Mötet är sparat.
civil-note-approved = Anteckningarna är justerade.
civil-note-action = Det är tillagt.
civil-note-action-done = Det är avslutat.
civil-error-council-name = Skriv vad rådet heter
civil-error-council-kind = Välj vilket slag av forum det är
civil-error-council-chair = Skriv vilken roll som är ordförande
civil-error-council-led = Ett strategiskt råd leds av kommunen. Kryssa för det, eller välj ett annat slag
civil-error-seat-role = Skriv vilken roll ledamoten har
civil-error-seat-from = Skriv från vilken dag
civil-error-agenda = Skriv minst en punkt
civil-error-meeting-on = Skriv vilken dag mötet är
civil-error-meeting-next = Nästa möte ska vara efter det här
civil-error-minutes-early = Mötet har inte varit än. Skriv anteckningarna efteråt
civil-error-minutes-long = Korta anteckningarna till högst { $max } tecken, eller lägg in dem som fil
civil-error-pdf = Välj en fil i formatet PDF
civil-error-pdf-large = Filen är större än 10 MB. Välj en mindre
civil-error-action-task = Skriv vad som ska göras
civil-error-action-due = Skriv till vilken dag det ska vara gjort
civil-error-action-outcome = Skriv vad det ledde till
civil-error-approved = Anteckningarna är justerade och går inte att ändra.
civil-duty-council = Håll rådets möte
civil-duty-minutes = Justera anteckningarna från mötet
civil-duty-action = Gör det ni sa i rådet

# -- What the act asks for every other year
civil-demands = Det lagen kräver vartannat år
civil-demands-lead = Lägesbilden ska uppdateras och åtgärdsplanen följas upp minst vartannat år. För in varje beslut, så räknas 24 månader därifrån.
civil-demand-picture = Lägesbild
civil-demand-plan = Uppföljning av åtgärdsplanen
civil-demand-never = Inget beslut infört
civil-demand-late = Försenad
civil-demand-soon = Dags att börja
civil-demand-met = I tid
civil-demand-due = Senast
civil-demand-new = För in ett beslut
civil-demand-save = Spara beslutet
civil-demand-history = Tidigare beslut
civil-demand-report = Till fullmäktige rapporterar ni löpande.
civil-demand-reported = Senaste rapporten blev färdig { $day }.
civil-demand-support-title = Så räknas tiden
civil-demand-support-text = Tiden räknas från den dag beslutet fattades. Arbetsytan påminner sex månader före, eftersom källorna tar längst tid. Kravet står i 6 § lagen om kommuners ansvar för brottsförebyggande arbete.
civil-field-demand = Vad som beslutades
civil-field-version = Version
civil-field-decided-by = Vem som beslutade
civil-field-decided-by-hint = Nämnd och paragraf.
civil-field-decided-on = Dag för beslutet
civil-note-demand = Beslutet är infört.
civil-error-demand = Välj vad som beslutades
civil-error-version = Skriv vilken version det gäller
civil-error-decided-by = Skriv vem som beslutade
civil-error-decided-on = Skriv vilken dag beslutet fattades
civil-duty-picture = Uppdatera lägesbilden
civil-duty-plan = Följ upp åtgärdsplanen

# -- Promises to residents
civil-promises = Medborgarlöften
civil-promises-lead = Det polis och kommun lovar invånarna tillsammans, för en plats och en tid.
civil-promises-none = Här finns inga löften än.
civil-promise-new = Lägg till medborgarlöfte
civil-promise-edit = Ändra löftet
civil-promise-save = Spara löftet
civil-promise-period = Gäller
civil-promise-holds = Gäller nu
civil-promise-coming = Börjar senare
civil-promise-over = Har gått ut
civil-promise-not-followed = Ingen har följt upp löftet än.
civil-promise-support-title = Skriv det som går att se
civil-promise-support-text = Den som bor på platsen ska kunna säga om löftet hölls. Bygg löftet på lägesbilden och på dialog med dem som rör sig där.
civil-field-promise-title = Löftets namn
civil-field-promise-parties = Vilka som lovar
civil-field-promise-parties-hint = Utöver kommunen, till exempel polisen. Skriv en på varje rad.
civil-field-promise-places = Platser
civil-field-promises = Löften
civil-field-promises-hint = Skriv ett på varje rad: vad, vem och hur mycket.
civil-field-promise-background = Bakgrund
civil-field-promise-background-hint = Vad löftet bygger på: lägesbild, dialoger, statistik.
civil-field-promise-effect = Vad ni väntar er
civil-field-promise-from = Första dag
civil-field-promise-until = Sista dag
civil-field-promise-colour = Hölls löftet?
civil-field-promise-told = Så gick det
civil-note-promise = Löftet är sparat.
civil-error-promise-title = Skriv vad löftet heter
civil-error-promise-parties = Skriv vilka som lovar tillsammans med kommunen
civil-error-promises = Skriv minst ett löfte
civil-error-promise-background = Skriv vad löftet bygger på
civil-error-promise-effect = Skriv vad ni väntar er
civil-error-promise-from = Skriv vilken dag löftet börjar gälla
civil-error-promise-until = Skriv en sista dag som är efter den första
civil-error-promise-told = Skriv hur det gick
civil-duty-promise = Skriv nästa medborgarlöfte
civil-duty-promise-follow-up = Följ upp medborgarlöftet

# -- Organisations asked in a process
civil-untitled = Samverkan utan rubrik
civil-asked = Organisationer
civil-asked-lead = Vilka ni har frågat, vad det ledde till och vad de svarade. Brev går till organisationens adress, inte till en person.
civil-asked-none = Ingen organisation är vald än.
civil-asked-no-address = Adress saknas
civil-asked-on = frågad
civil-reminded-on = påmind
civil-asked-new = Lägg till en organisation
civil-asked-save = Lägg till
civil-asked-remove = Ta bort från listan
civil-asked-public = Organisationer som har fått frågan
civil-asked-open = Visa listan som alla ser
civil-asked-count = { $n ->
    [one] { $text } organisation har fått frågan.
   *[other] { $text } organisationer har fått frågan.
 }
civil-outcome-took-part = Deltog
civil-outcome-declined = Avstod
civil-outcome-silent = Svarade inte
civil-outcome-none = Väntar på svar
civil-outcome-write = Skriv hur det gick
civil-outcome-save = Spara
civil-referral-set = Svarstid och lista
civil-referral-save = Spara svarstiden
civil-letters = Skriv till organisationerna
civil-letters-invite = { $n ->
    [one] Fråga { $text } organisation
   *[other] Fråga { $text } organisationer
 }
civil-letters-remind = { $n ->
    [one] Påminn { $text } organisation
   *[other] Påminn { $text } organisationer
 }
civil-answers = Svar från organisationer
civil-answers-lead = Ett svar är organisationens, hur många medlemmar den än har. Det räknas aldrig som invånare.
civil-answers-none = Ingen organisation har svarat än.
civil-answer-new = För in ett svar
civil-answer-save = Spara svaret
civil-field-asked-address = Adress för frågan
civil-field-asked-address-hint = En adress till organisationen. Lämna tomt för att använda den som står i registret.
civil-field-answer-due = Svar senast
civil-field-answer-due-hint = Sex veckor är kort för en styrelse. Får en mer tid får alla det.
civil-field-listed = Alla får se vilka som har fått frågan
civil-field-listed-hint = Listan visar organisationernas namn och om de deltog, inte vad de svarade.
civil-field-message = Brevet
civil-field-message-hint = Skriv vad frågan gäller och hur de svarar. Svarstid och avsändare står under.
civil-field-outcome-asked = Hur gick det?
civil-field-note = Anteckning
civil-field-organisation-answer = Svaret
civil-field-received = Kom in
civil-invitation-subject = Vad tycker ni om { $title }?
civil-reminder-subject = Påminnelse: { $title }
civil-letter-due = Svar behövs senast { $day }.
civil-letter = { $message }

    { $due }

    { $office }, { $municipality }
    { $contact }
civil-note-asked = Organisationen står på listan.
civil-note-unasked = Organisationen är borttagen från listan.
civil-note-referral = Svarstiden är sparad.
civil-note-letters = Breven är på väg.
civil-note-no-letters = Det fanns ingen att skriva till.
civil-note-outcome = Det är sparat.
civil-note-answer = Svaret är sparat.
civil-error-message = Skriv vad brevet ska säga
civil-error-outcome-asked = Välj hur det gick
civil-error-mandate = Välj vem som står bakom
civil-error-speaks-for = Skriv vem organisationen talar för
civil-error-organisation-answer = Skriv vad organisationen svarade
civil-error-received = Skriv vilken dag svaret kom in
civil-duty-referral = Skriv hur det gick med organisationerna

# -- Parties of a process
civil-process-parties-lead = Vilka som ska skriva under, vad var och en åtar sig och vilka som har skrivit under. När alla har gjort det lägger ni in den färdiga överenskommelsen.
civil-process-parties-none = Ingen part är inlagd än.
civil-parties-unsigned = { $n ->
    [0] Alla parter har skrivit under.
    [one] { $text } part har inte skrivit under.
   *[other] { $text } parter har inte skrivit under.
 }
civil-signed = Har skrivit under
civil-not-signed = Inte undertecknad än
civil-sign = För in underskriften
civil-sign-save = Spara underskriften
civil-field-commitment-hint = Ändrar du åtagandet ska parten skriva under igen.
civil-field-signed-role = Roll som skrev under
civil-note-signed = Underskriften är sparad.
civil-error-signed-on = Skriv vilken dag parten skrev under
civil-error-signed-role = Skriv vilken roll som skrev under

# -- Proposals of organisations
civil-propose = Föreslå samverkan
civil-propose-lead = Vill er förening eller organisation göra något tillsammans med kommunen? Skriv det här. Ni behöver inget konto.
civil-propose-open = Förslaget är en allmän handling. Skriv roller och inte namn. Det här är inget medborgarförslag: ett sådant lämnar den som bor i kommunen.
civil-propose-send = Skicka förslaget
civil-propose-see = Följ ert förslag
civil-field-proposal-organisation = Organisation
civil-field-proposal-role = Vem som talar för organisationen
civil-field-proposal-role-hint = Skriv rollen, till exempel ordförande. Inget namn behövs.
civil-field-proposal-mandate = Vem står bakom?
civil-field-speaks-for = Vilka ni talar för
civil-field-speaks-for-hint = Till exempel medlemmarna, de boende i området eller en viss grupp.
civil-field-proposal-title = Rubrik på förslaget
civil-field-proposal-body = Förslaget
civil-field-proposal-body-hint = Vad ni vill göra, för vem och varför. Skriv inget om enskilda.
civil-field-proposal-offers = Vad ni själva vill bidra med
civil-field-proposal-address = Organisationens e-post
civil-field-proposal-address-hint = Hit skickar vi svaret. När det är skickat tar vi bort adressen.
civil-field-code = Kod
civil-field-code-hint = Tolv tecken, till exempel 7F3A-9KQM-2XWT.
civil-proposal-code = Er kod
civil-proposal-code-text = Spara koden. Med den ser ni vad som händer med förslaget.
civil-proposal-waits = Förslaget har kommit fram. Här ser ni vem som svarar och när.
civil-proposal-received = Kom in
civil-proposal-responsible = Svarar
civil-proposal-due = Besked senast
civil-proposal-due-hint = Organisationen ser dagen. Hinner ni inte svara, skriv en ny.
civil-proposal-answered = Besvarat
civil-proposal-answer = Kommunens svar
civil-proposal-take = Vem svarar, och när?
civil-proposal-take-save = Spara
civil-proposal-answer-write = Svara
civil-proposal-answer-save = Skicka svaret
civil-proposal-letter = Organisationen får svaret med e-post. Sedan tas adressen bort.
civil-proposals = Samverkansförslag
civil-proposals-lead = Det organisationer vill göra tillsammans med kommunen. Alla får svar med skäl.
civil-proposals-form = Formuläret som organisationer fyller i
civil-proposals-waiting = Väntar på svar
civil-proposals-none = Inget förslag väntar på svar.
civil-proposals-answered = Besvarade
civil-field-proposal-outcome = Svaret i korthet
civil-field-proposal-answer = Svaret
civil-field-proposal-answer-hint = Skriv så att ordföranden kan läsa upp det på nästa möte: ja, delvis eller nej, alltid med skäl.
civil-proposal-mail-subject = Svar på ert förslag: { $title }
civil-proposal-mail = Ni föreslog: { $title }

    Kommunens svar: { $outcome }

    { $answer }

    Förslaget och svaret finns på { $address }. Skriv in er kod där.
civil-note-proposed = Förslaget är skickat. Spara koden.
civil-note-proposal-taken = Det är sparat.
civil-note-proposal-answered = Svaret är skickat.
civil-error-proposal-organisation = Skriv vilken organisation ni är
civil-error-proposal-role = Skriv vilken roll som talar för organisationen
civil-error-proposal-title = Skriv en rubrik på förslaget
civil-error-proposal-body = Beskriv förslaget
civil-error-proposal-due = Skriv när organisationen får besked
civil-error-outcome-choice = Välj ett svar i korthet
civil-error-answer = Skriv svaret
civil-error-code = Skriv koden med tolv tecken
civil-error-code-slip = Något tecken i koden är fel. Se efter och skriv den igen
civil-error-code-unknown = Koden hör inte till något förslag. Se efter och skriv den igen
civil-duty-proposal = Svara på samverkansförslaget

# -- Network
civil-network = Nätverk
civil-network-lead = Vilka organisationer som har något gemensamt: verksamhet, överenskommelser, råd och samverkan. Länkarna finns i tabellen.
civil-network-told = Organisationer i bilden: { $organisations }. Band: { $ties }. Flest band har { $most }: { $count }.
civil-network-some = De som har flest band är med. Alla står i tabellen.
civil-network-none = Inga band finns än. De kommer ur verksamheter, överenskommelser, råd och samverkan.
civil-network-table = Organisationer och vad de har gemensamt
civil-network-with = Samarbetar med
civil-network-collaborations = Samverkan

# -- Those who speak for an organisation: on the desk
civil-representatives = Företrädare
civil-representatives-lead = En företrädare kan svara på frågor, lämna förslag och be om ändringar för organisationens räkning, utan konto och lösenord. Bara den som sköter registret ser namn och adresser.
civil-representatives-none = Ingen företräder organisationen än.
civil-representatives-keep = Bjud in eller avsluta företrädare
civil-representative-until = till och med { $day }
civil-representative-speaks = Företräder
civil-representative-invited = Inbjuden
civil-representative-ended = Avslutad
civil-representative-time = Sedan { $since }, till och med { $until }
civil-representative-link = Inbjuden av { $by }. Länken gäller till { $until }
civil-representative-ended-by = Avslutades { $day } av { $by }
civil-representative-ran-out = Tiden gick ut { $day }
civil-representative-end = Avsluta
civil-invitation-take-back = Ta tillbaka inbjudan
civil-representative-invite = Bjud in en företrädare
civil-representative-invite-text = Personen får ett brev med en länk som fungerar en gång och i två veckor. Den som öppnar länken bekräftar att hen talar för organisationen.
civil-representative-send = Skicka inbjudan
civil-representative-support-title = En ny styrelse, nya företrädare
civil-representative-support-text = Uppdraget gäller till två månader efter nästa årsmöte, eller ett år om årsmötet inte är känt. En månad efter att det har slutat raderar vi namn och adress. Roll och datum finns kvar.
civil-field-representative-role-hint = Rollen i organisationen, till exempel ”Ordförande” eller ”Sekreterare”.
civil-by-representative = organisationens företrädare
civil-answer-own = Lämnat av företrädaren
civil-note-invited = Brevet är på väg.
civil-note-representative-ended = Uppdraget är avslutat.
civil-error-person-name = Skriv personens namn
civil-error-speaks-already = Den adressen företräder redan organisationen

# -- A change that an organisation asks for
civil-change = Organisationen vill ändra
civil-change-told = { $role } skickade det { $day }.
civil-change-waits = Organisationen bad om en ändring { $day }.
civil-change-look = Godkänn eller neka
civil-change-table = Vad som ändras
civil-change-fact = Uppgift
civil-change-stands = Står i registret
civil-change-wanted = Organisationen vill ha
civil-change-disputed = ändrad sedan dess
civil-change-disputed-text = Någon har ändrat samma uppgift i registret efter att organisationen skrev. Godkänner du gäller organisationens uppgift.
civil-change-moved = Någon hann före: registret eller förslaget har ändrats. Läs igenom en gång till innan du bestämmer.
civil-change-approve = Godkänn
civil-change-approve-text = Bara det som organisationen vill ändra skrivs in. Resten av registret står kvar.
civil-change-approve-save = Godkänn ändringen
civil-change-refuse = Neka
civil-change-refuse-save = Neka ändringen
civil-change-reason-hint = Företrädaren läser skälet.
civil-change-approved = Ändringen är införd
civil-change-refused = Ändringen infördes inte
civil-change-replaced = Ersatt av ett nyare förslag
civil-change-source = Organisationens företrädare: { $role }
civil-change-mail-subject = Uppgifterna om { $organisation }
civil-change-mail-approved = Ni bad oss ändra uppgifterna om { $organisation }. Nu är de ändrade.

    Ni ser dem här: { $address }
civil-change-mail-refused = Ni bad oss ändra uppgifterna om { $organisation }. Vi har inte ändrat dem.

    Skälet: { $reason }

    Ni ser uppgifterna här: { $address }
civil-note-change-approved = Ändringen är införd. Företrädaren får ett brev.
civil-note-change-refused = Ändringen är nekad. Företrädaren får ett brev.
civil-error-change-reason = Skriv varför ändringen inte införs
civil-error-no-change = Du har inte ändrat något. Ändra en uppgift, eller gå tillbaka och säg att uppgifterna stämmer
civil-duty-change = Godkänn eller neka ändring för

# -- The door for those who speak for an organisation
civil-door = Företräd en förening
civil-door-lead = Du som företräder en förening eller annan organisation kan svara på frågor från kommunen, ändra uppgifter och följa era förslag. Du behöver inget lösenord.
civil-door-email-hint = Adressen som du blev inbjuden med. Dit skickar vi en kod.
civil-door-send = Skicka en kod
civil-door-new = Företräder du en organisation som inte är med?
civil-door-new-text = Kommunen bjuder in dem som ska företräda en organisation. Hör av dig, så skickar vi en inbjudan.
civil-door-contact = Så når du oss
civil-propose-signed-in = Företräder du organisationen här redan? Logga in, så ser du alla era förslag.
civil-door-enter = Logga in som företrädare
civil-door-propose = Föreslå samverkan utan att logga in
civil-code-title = Skriv koden från brevet
civil-code-lead = Om adressen hör till någon som företräder en organisation har vi skickat en kod till den. Koden gäller i tio minuter.
civil-login-code-hint = Sex siffror. Titta också bland skräpposten.
civil-code-enter = Logga in
civil-code-again = Begär en ny kod
civil-code-mail-subject = Din kod: { $code }
civil-code-mail = Din kod är { $code }. Den gäller i tio minuter, i webbläsaren där du bad om den.

    Har du inte bett om någon kod? Då kan du slänga brevet. Ingen kommer in utan koden.

    { $municipality }
civil-invite-mail-subject = Vill du företräda { $organisation }?
civil-invite-mail = { $municipality } bjuder in dig att företräda { $organisation } som { $role }.

    Öppna länken och bekräfta senast { $day }: { $link }

    Länken fungerar en gång. Du behöver inget lösenord.
    Är det fel person? Då kan du slänga brevet. Efter { $day } raderar vi din adress.

    Frågor: { $contact }
civil-invited = Vill du företräda { $organisation }?
civil-invited-role = Du är inbjuden som { $role }.
civil-invited-means = Det här betyder det
civil-invited-may = Du talar för organisationen när du svarar på frågor, lämnar förslag eller ber om ändringar här.
civil-invited-open = Det du skickar in är allmän handling. Organisationens namn och din roll visas, inte ditt namn.
civil-invited-time = Uppdraget gäller till två månader efter nästa årsmöte, eller ett år. Du kan sluta när du vill.
civil-invited-kept = Vi sparar ditt namn och din e-postadress så länge du företräder organisationen och en månad till.
civil-invited-speaks = Jag talar för { $organisation } som { $role }
civil-invited-confirm = Bekräfta
civil-invited-not = Stämmer det inte? Stäng sidan. Då händer inget, och vi raderar din adress när länken har gått ut.
civil-link-gone = Länken har använts eller är för gammal. Be den som bjöd in dig om en ny. Har du redan bekräftat kan du logga in med din adress.
civil-note-entered = Du är inloggad.
civil-note-speaks = Tack. Nu företräder du organisationen.
civil-note-signed-out = Du är utloggad.
civil-note-left = Du företräder inte organisationen längre.
civil-error-login-code-missing = Skriv koden från brevet
civil-error-login-code = Koden stämmer inte eller har gått ut. Läs den en gång till, eller begär en ny
civil-error-speaks = Kryssa i rutan om du talar för organisationen

# -- Pages of those who speak for an organisation
civil-own-who = Vem du företräder
civil-own-badge = Du företräder { $organisation }
civil-own-role = { $role }, till och med { $day }
civil-own-sign-out = Logga ut
civil-own-others = Du företräder också:
civil-own-asked = Frågor till er
civil-own-asked-none = Kommunen har inte frågat er något just nu.
civil-own-late = Svarstiden är slut
civil-own-closed = Besvarad eller avslutad
civil-own-facts = Uppgifter i kommunens register
civil-own-waits = Ändring skickad { $day }, väntar på kommunen
civil-own-review = Kommunen vill att ni ser över uppgifterna senast { $day }.
civil-own-change = Ändra uppgifterna
civil-own-change-lead = Skriv hur det ska vara. En tjänsteperson på kommunen godkänner ändringen eller svarar varför inte.
civil-own-change-send = Skicka ändringen
civil-own-moved = Kommunen ändrade uppgifterna { $day }.
civil-own-agreements = Överenskommelser
civil-own-agreements-none = Ni har ingen gällande överenskommelse med kommunen.
civil-own-theirs = Ni har lovat
civil-own-ours = Kommunen har lovat
civil-own-until = Gäller till
civil-own-proposals = Era förslag
civil-own-proposals-none = Ni har inte lämnat något förslag här.
civil-own-people = Se vilka som företräder er, och lämna över
civil-own-you = du
civil-own-invite = Lämna över eller bjud in fler
civil-own-invite-text = Efter ett årsmöte bjuder du in den som tar över. Ni kan vara flera som företräder organisationen.
civil-own-leave = Sluta företräda organisationen
civil-own-leave-text = Du loggas ut. Vi raderar ditt namn och din adress efter en månad.
civil-own-leave-sure = Jag vill inte företräda organisationen längre
civil-own-answer = Ert svar
civil-own-answer-write = Svara
civil-own-answer-text = Svaret är organisationens och allmän handling. Skriv roller och inte namn. Ni kan svara en gång.
civil-own-answer-send = Skicka svaret
civil-note-own-answer = Tack. Svaret har kommit fram.
civil-note-own-proposed = Förslaget är skickat. Här ser ni vad som händer med det.
civil-note-change-asked = Ändringen är skickad. Kommunen läser den och svarar.
civil-error-own-speaks-for = Skriv vem ni talar för
civil-error-own-answer = Skriv ert svar
civil-error-sure = Kryssa i rutan om du vill sluta
