# Kalendern: när allt händer, och vad som krockar.
calendar-menu = Kalender
calendar-title = Kalender { $year }
calendar-lead = Alla dialoger under året, med helger, lov och val. Välj tid så att de ni vill höra kan vara med.
calendar-earlier = Året före
calendar-later = Året efter
calendar-untitled = Dialog utan rubrik
calendar-sent-twice = Formuläret var redan skickat. Dagarna är sparade en gång.

calendar-filter-area = Område
calendar-filter-committee = Nämnd
calendar-filter-group = Målgrupp
calendar-filter-level = Nivå
calendar-filter-any = Alla
calendar-filter-show = Visa
calendar-filter-whole = Visa hela kalendern
calendar-found = { $n ->
    [one] { $text } dialog
   *[other] { $text } dialoger
 }
calendar-on-page = På sidan
calendar-picture = Året som bild
calendar-picture-text = Varje rad går från januari till december. De tunna strecken skiljer månaderna.
calendar-row-holidays = Helgdagar
calendar-months = Månad för månad
calendar-month-empty = Inget är inlagt.

calendar-tag-dialogue = Dialog
calendar-tag-activity = Aktivitet
calendar-tag-answer = Återkoppling
calendar-tag-holiday = Helgdag
calendar-tag-eve = Afton
calendar-entry-opens = { $title } öppnar, { $period }
calendar-entry-goes-on = { $title } pågår, { $period }
calendar-entry-closes = { $title } stänger
calendar-entry-milestone = { $what } ({ $title })
calendar-entry-answer = Svar till dem som deltog i { $title }
calendar-entry-activity-opens = { $activity } öppnar ({ $title })
calendar-entry-activity-closes = { $activity } stänger ({ $title })
calendar-election-ordinary = Val till riksdag, region och kommun

calendar-holiday-new-year = Nyårsdagen
calendar-holiday-epiphany = Trettondedag jul
calendar-holiday-good-friday = Långfredagen
calendar-holiday-easter-eve = Påskafton
calendar-holiday-easter = Påskdagen
calendar-holiday-easter-monday = Annandag påsk
calendar-holiday-first-of-may = Första maj
calendar-holiday-ascension = Kristi himmelsfärdsdag
calendar-holiday-whit-sunday = Pingstdagen
calendar-holiday-national-day = Nationaldagen
calendar-holiday-midsummer-eve = Midsommarafton
calendar-holiday-midsummer = Midsommardagen
calendar-holiday-all-saints = Alla helgons dag
calendar-holiday-christmas-eve = Julafton
calendar-holiday-christmas = Juldagen
calendar-holiday-boxing-day = Annandag jul
calendar-holiday-new-years-eve = Nyårsafton

calendar-kind-school-break = Skollov
calendar-kind-religious = Religiös helg
calendar-kind-event = Evenemang
calendar-kind-election = Val

calendar-clashes-title = Krockar
calendar-clashes-period = Dialogen är öppen { $period }.
calendar-clashes-none = Inget krockar med dialogens tid.
calendar-clashes-no-dates = Dialogen har ingen tid än. Lägg tidplanen, så visar kalendern vad som krockar.
calendar-clashes-serious = Bestäm er om de här
calendar-clashes-serious-text = Flytta dialogen eller behåll tiden och skriv varför. När ni har gjort det påminner vi inte längre.
calendar-clashes-light = Att tänka på
calendar-serious = Allvarlig krock
calendar-year-no-clashes = Inget krockar i år med det som pågår eller kommer.
calendar-clash-area = ”{ $other }” pågår i samma område, { $area }, { $period }.
calendar-clash-area-groups = ”{ $other }” vänder sig till samma målgrupp i samma område { $period }: { $groups } i { $area }.
calendar-clash-groups = ”{ $other }” vänder sig till samma målgrupp { $period }: { $groups }.
calendar-clash-holiday = { $name } är { $day }. Då är få på plats.
calendar-clash-local = { $name } infaller { $period }.
calendar-clash-local-most = { $name } tar minst halva dialogens tid, { $period }. Då är många bortresta.
calendar-clash-election = Valdagen { $day } infaller under dialogen. Det kommunen frågar om kan uppfattas som en del av valrörelsen.
calendar-clash-advance-voting = Förtidsröstningen inför valet { $day } pågår under dialogen.
calendar-clash-too-many = Det blir { $count } dialoger i { $area } på ett år. Ni har satt gränsen till { $limit }.
calendar-clash-other = Se krockarna för { $title }
calendar-accepted = { $name } behöll tiden { $day }: { $reason }
calendar-accept-reason = Varför behåller ni tiden?
calendar-accept = Behåll tiden
calendar-error-reason = Skriv varför ni behåller tiden
calendar-error-reason-long = Skriv högst { $max } tecken
calendar-note-accepted = Beslutet är sparat.
calendar-note-clash-gone = Krocken finns inte längre.
calendar-to-planner = Till dialogens plan
calendar-to-calendar = Se hela kalendern
calendar-duty-clash = Bestäm er om en krock i kalendern
calendar-advice-light = { $n ->
    [one] { $text } mindre krock i kalendern
   *[other] { $text } mindre krockar i kalendern
 }
calendar-support-rules = Så letar vi efter krockar
calendar-rule-area = Två dialoger i samma område samtidigt. Allvarligt om målgruppen också är densamma.
calendar-rule-groups = Samma målgrupp samtidigt, när någon av dialogerna gäller hela kommunen.
calendar-rule-holidays = Helgdagar och aftnar på första dagen, sista dagen eller en dag som planen nämner.
calendar-rule-local = Lov, religiösa helger och evenemang. Allvarligt om ett lov tar halva tiden.
calendar-rule-election = Valdagen och förtidsröstningen, som börjar 18 dagar före.
calendar-rule-too-many = Fler än { $text } dialoger i ett område på ett år.

calendar-support-days = Lov och lokala dagar
calendar-support-days-text = Helgdagar och val räknar vi ut. Lov, religiösa helger och evenemang skriver kommunen in.
calendar-support-feed = För invånare
calendar-support-feed-text = Publicerade dialoger finns som kalenderfil. Den som lägger till adressen i sin kalender får ändringarna också.
calendar-feed-answer = Svar till dem som deltog: { $title }

calendar-days-title = Lov och lokala dagar
calendar-days-write = Skriv in lov och lokala dagar
calendar-days-lead = Dagar som inte följer av almanackan. Kalendern varnar när en dialog krockar med dem.
calendar-days-empty = Här finns inga dagar än. Lägg in läsårets lov, så varnar kalendern för dem.
calendar-days-caption = { $n ->
    [one] { $text } rad
   *[other] { $text } rader
 }
calendar-days-earlier = Visa också tidigare år
calendar-day-new = Lägg till dagar
calendar-day-edit = Ändra dagarna
calendar-day-save = Spara dagarna
calendar-day-remove = Ta bort dagarna
calendar-column-period = När
calendar-field-name = Namn
calendar-field-kind = Slag
calendar-field-first = Första dagen
calendar-field-last = Sista dagen
calendar-field-last-hint = Lämna tomt om det är en enda dag.
calendar-error-name = Skriv vad dagarna heter
calendar-error-name-long = Skriv ett namn med högst { $max } tecken
calendar-error-first = Skriv första dagen med dag, månad och år
calendar-error-last = Skriv sista dagen med dag, månad och år, eller lämna tomt
calendar-error-backwards = Sista dagen är före den första. Byt plats på dem
calendar-error-long = Perioden är längre än { $max } dagar. Kontrollera året
calendar-error-kind = Välj vilket slag av dagar det är
calendar-note-day-saved = Dagarna är sparade.
calendar-note-day-removed = Dagarna är borttagna.
calendar-note-imported = Raderna är inlagda.

calendar-import-title = Lägg in från fil
calendar-import-lead = Välj en CSV-fil eller klistra in rader. Du får se vad varje rad ger innan något sparas.
calendar-import-file = CSV-fil
calendar-import-file-hint = Spara kalkylarket som CSV.
calendar-import-rows = Rader
calendar-import-rows-hint = Första raden är namn;från;till;slag. Datum skrivs 2026-02-23. Slag är lov, religiös helg, evenemang eller val. Utan slag blir det lov.
calendar-import-look = Granska raderna
calendar-import-preview = Det här ger raderna
calendar-import-good = { $n ->
    [one] { $text } rad kan läggas in
   *[other] { $text } rader kan läggas in
 }
calendar-import-bad = { $n ->
    [one] { $text } rad går inte att lägga in. Rätta den i rutan nedan och granska igen, eller hoppa över den.
   *[other] { $text } rader går inte att lägga in. Rätta dem i rutan nedan och granska igen, eller hoppa över dem.
 }
calendar-import-bad-caption = Rader som inte går att lägga in
calendar-import-row = Rad
calendar-import-why = Så rättar du den
calendar-import-confirm = { $n ->
    [one] Lägg in { $text } rad
   *[other] Lägg in { $text } rader
 }
calendar-import-again = Rätta och granska igen
calendar-import-nothing = Välj en fil eller klistra in rader
calendar-import-column = Kolumnen ”{ $column }” saknas. Skriv namn;från;till;slag på första raden
calendar-import-date = ”{ $text }” går inte att läsa som datum. Skriv till exempel 2026-02-23
calendar-import-kind = ”{ $word }” är inget slag. Skriv lov, religiös helg, evenemang eller val
calendar-import-known = Dagarna finns redan
calendar-import-too-many = Filen har fler än { $max } rader. Dela upp den
