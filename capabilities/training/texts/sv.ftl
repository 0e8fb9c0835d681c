# Training: courses, certificates, the register, and rights that ask for a course.

training-menu = Utbildning
training-lead = Läs en sida i taget och svara på frågorna. Du kan sluta när du vill och fortsätta en annan dag.
training-courses = Kurser
training-none = Metoden har inga kurser.
training-mine = Det du har gått
training-mine-none = Du har inte gått någon kurs än.
training-mine-caption = Kurser du har gått, den senaste först
training-more = Mer om utbildning
training-of = { $part } av { $whole }
training-minutes = { $n ->
    [one] { $text } minut
   *[other] { $text } minuter
}
training-questions = { $n ->
    [0] inga frågor
    [one] { $text } fråga
   *[other] { $text } frågor
}
training-pages-done = { $done } sidor är klara
training-answered = Du har svarat på { $answered } frågor

# -- A course that a right asks for
training-asked = Du behöver kursen senast { $day } för att behålla den här rätten: { $permission }. Gå kursen:
training-asked-late-title = Du saknar en rätt tills du har gått en kurs
training-asked-late = Sedan { $day } har du inte den här rätten: { $permission }. Du får tillbaka den när du har gått kursen:
training-withheld = Din roll ger dig rätten, men den kräver kursen { $name }. Gå kursen på arbetsytan. Du får tillbaka rätten direkt när kursen är godkänd. Inget har ändrats.
training-duty-take = Gå kursen för att behålla en rätt
training-duty-withheld = Gå kursen för att få tillbaka en rätt

# -- A course
training-fact-audience = För
training-fact-time = Tid
training-fact-pass = Godkänt
training-fact-lasts = Gäller i
training-fact-edition = Utgåva
training-pass-words = { $needed } frågor rätt besvarade
training-lasts-always = Alltid
training-lasts-months = { $n ->
    [one] { $text } månad
   *[other] { $text } månader
}
training-begin = Börja kursen
training-go-on = Fortsätt kursen
training-pages = Sidor
training-again-title = Gå kursen en gång till
training-again-text = Dina svar i kursen tas bort, och du börjar på den första sidan. Intyg du redan har finns kvar.
training-again = Börja om från början
training-note-begun-again = Kursen är tom. Du kan börja om.

# -- A page
training-page-of = Sida { $place }
training-page-read = läst
training-to-questions = Fortsätt till frågorna
training-to-next-page = Fortsätt till nästa sida
training-to-next-question = Fortsätt till nästa fråga
training-to-result = Se ditt resultat
training-previous = Föregående
training-film = Film: { $name }
training-audio = Ljud: { $name }
training-film-words = Läs det som sägs och visas i filmen
training-audio-words = Läs det som sägs i inspelningen
training-captions = Undertexter på svenska

# -- A question
training-question-of = Fråga { $place } till sidan { $page }
training-choose-hint = Välj alla svar som stämmer.
training-choose-one = Välj ett svar
training-choose-some = Välj minst ett svar
training-answer = Svara
training-answer-again = Svara en gång till
training-right = Rätt
training-not-right = Inte riktigt
training-something-missing = Det du valde stämmer, men något mer stämmer också.
training-still-counts = Du har svarat rätt tidigare. Det svaret räknas fortfarande.
training-others = Varför inte de andra svaren?

# -- The result
training-result = Ditt resultat
training-result-right = Du har svarat rätt på { $right } frågor. För att bli godkänd behöver du { $needed }.
training-result-left = Du har sidor eller frågor kvar. Resultatet är klart när du har gjort dem.
training-passed-title = Du är godkänd
training-passed = Du blev godkänd { $day }. Intyget finns att läsa, skriva ut och hämta.
training-to-certificate = Öppna ditt intyg
training-not-passed-title = Inte godkänd än
training-not-passed = Svara en gång till på frågorna här under. Du får försöka hur många gånger du vill.
training-missed = Frågor att svara på en gång till

# -- The certificate
training-certificate = Intyg
training-certificate-title = Intyg: { $course }
training-certificate-statement = { $name } har gått kursen { $course } och svarat rätt på { $right } frågor.
training-certificate-about = Det här ingick
training-certificate-files = Hämta intyget
training-certificate-pdf = Hämta som PDF
training-certificate-docx = Hämta som dokument (DOCX)
training-certificate-file = intyg
training-edition-words = { $edition } (metodens version { $version })
training-fact-day = Godkänd
training-fact-until = Gäller till
training-fact-number = Intygets nummer

# -- The overview
training-overview = Översikt över utbildning
training-overview-lead = Här ser du vilka som har gått vilken kurs, och vilka som snart behöver gå den igen.
training-by-unit = Per enhet
training-by-unit-caption = Hur många som har en kurs som gäller, av alla med konto på enheten
training-no-unit = Utan enhet
training-all-units = Alla enheter
training-all-courses = Alla kurser
training-endings = Snart slut
training-endings-none = Ingen kurs eller rätt tar slut de närmaste två månaderna.
training-endings-text = De här behöver gå kursen de närmaste två månaderna, eller skulle ha gått den.
training-ending-course = Kursen gäller inte längre
training-records = Vem har gått vad
training-records-caption = Kurser, den senaste först
training-find = Namn, e-post eller intygets nummer
training-show = Visa
training-count = { $n ->
    [0] Ingen har gått någon kurs som passar det du söker.
    [one] { $text } gången kurs
   *[other] { $text } gångna kurser
}
training-csv = Hämta listan (CSV)
training-old = Har gått ut
training-over = Passerat
training-until-always = Alltid
training-elsewhere = Gick kursen på annat håll
training-column-person = Namn
training-column-email = E-post
training-column-unit = Enhet
training-column-people = Konton
training-column-course = Kurs
training-column-day = Godkänd
training-column-until = Gäller till
training-column-edition = Utgåva
training-column-number = Intygets nummer
training-column-certificate = Intyg
training-column-ends = Det som tar slut
training-column-last-day = Sista dag

# -- Records from a file
training-import = Lägg in kurser från en fil
training-import-lead = Har ni ett register över kurser sedan tidigare? Lägg in det här. Du ser vad filen ger innan något sparas.
training-import-file = Fil
training-import-file-hint = En CSV-fil, högst 10 MB. I kalkylprogrammet väljer du att spara som CSV.
training-import-upload = Läs filen
training-import-choose-file = Välj en fil
training-import-columns = Kolumner i filen
training-import-columns-text = Första raden ska innehålla e-post, kurs och datum. Datum skriver du som 2026-03-17. E-posten ska vara den som personen loggar in med.
training-import-courses = Kursen skriver du med sitt namn eller med sin nyckel:
training-import-earlier = Tidigare filer
training-import-when = När
training-import-by = Av
training-import-accepted = Tillagda
training-import-refused = Inte tillagda
training-import-preview = Det här ger filen
training-import-count = { $n ->
    [0] Ingen ny rad går att lägga in.
    [one] { $text } rad går att lägga in.
   *[other] { $text } rader går att lägga in.
}
training-import-count-refused = { $n ->
    [0] Alla rader gick att läsa.
    [one] { $text } rad läggs inte in.
   *[other] { $text } rader läggs inte in.
}
training-import-count-already = { $n ->
    [one] { $text } rad finns redan.
   *[other] { $text } rader finns redan.
}
training-import-confirm = { $n ->
    [one] Lägg in { $text } rad
   *[other] Lägg in { $text } rader
}
training-import-cancel = Avbryt
training-import-rows = Rader som läggs in
training-import-refused-title = Rader som inte läggs in
training-import-row = Rad
training-import-why = Varför
training-import-report = Filen är inlagd
training-import-done = { $n ->
    [0] Ingen rad lades in.
    [one] { $text } rad lades in.
   *[other] { $text } rader lades in.
}
training-import-undone = Inläggningen ångrades { $moment }. Raderna är borttagna.
training-import-undone-word = ångrad
training-import-undo-title = Blev det fel?
training-import-undo-text = Ångra tar bort alla rader som filen gav. Den som behöver en av kurserna för en rätt kan förlora den rätten.
training-import-undo = Ångra inläggningen
training-note-imported = Raderna är inlagda.
training-note-import-dropped = Filen är borttagen. Inget har lagts in.
training-note-import-undone = Inläggningen är ångrad.
training-note-file-gone = Filen finns inte kvar. Välj den en gång till.
training-import-empty = Filen har inga rader. Välj en fil med rubriker på första raden och kurser under
training-import-too-large = Filen är för stor. Dela upp den i flera
training-import-workbook = Filen är en arbetsbok. Öppna den i kalkylprogrammet, spara som CSV och välj den filen
training-import-unreadable = Filen går inte att läsa som en tabell. Spara den som CSV med teckenkodningen UTF-8 och välj den igen
training-import-no-column = Filen saknar kolumnen ”{ $value }”. Skriv den på första raden
training-import-broken-row = Raden går inte att läsa. Se efter citattecken och antalet kolumner
training-import-no-account = Inget konto som används har e-postadressen ”{ $value }”. Lägg upp kontot först, eller rätta adressen
training-import-no-course = Det finns ingen kurs som heter ”{ $value }”. Skriv kursens namn eller nyckel
training-import-date = ”{ $value }” är inget datum. Skriv som 2026-03-17
training-import-day = ”{ $value }” kan inte stämma. Dagen ska vara i dag eller tidigare

# -- Rights that ask for a course
training-requirements = Rättigheter som kräver en kurs
training-requirements-lead = En rättighet kan kräva att man har gått en kurs. Den som inte har gått den i tid förlorar rättigheten, och får tillbaka den när kursen är godkänd.
training-requirements-caption = Rättigheter och de kurser de kräver
training-requirement-lead = Välj vilken kurs rättigheten kräver, och hur lång tid man har på sig.
training-requirement-course = Kurs
training-requirement-course-hint = Byter du kurs får alla dagarna på nytt.
training-requirement-save = Spara kravet
training-no-course = Ingen kurs
training-course-gone = Kursen finns inte längre, så kravet gäller ingen
training-grace = Dagar att gå kursen på
training-grace-hint = Räknas från den dag personen får rättigheten eller kravet börjar gälla. Med 0 dagar förlorar man rättigheten dagen efter.
training-renewal = Gå kursen igen efter
training-renewal-hint = Lämna tomt om kursen räcker för alltid.
training-renew-never = Aldrig
training-renew-months = { $n ->
    [one] { $text } månad
   *[other] { $text } månader
}
training-days = { $n ->
    [one] { $text } dag
   *[other] { $text } dagar
}
training-days-word = dagar
training-months-word = månader
training-column-permission = Rättighet
training-column-holders = Har rättigheten nu
training-shares = Har gått kursen
training-shares-text = Så många av dem vars roll ger rättigheten har gått kursen någon gång.
training-error-days = Skriv ett antal dagar från 0 till { $most }
training-error-months = Skriv ett antal månader från 1 till { $most }, eller lämna tomt
training-conflict = { $name } ändrade kravet { $moment }.
training-conflict-gone = Någon har tagit bort kravet.
training-note-requirement = Kravet är sparat.
