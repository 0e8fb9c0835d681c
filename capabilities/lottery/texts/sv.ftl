# Ord om lottning av paneler.
lottery-page = Lottning
lottery-new = Lotta en panel
lottery-edit = Ändra underlaget
lottery-save = Spara och räkna ut chanserna
lottery-people = { $n ->
    [one] { $text } person.
   *[other] { $text } personer.
 }
lottery-for-seats = Ersättare: { $name }
lottery-stage-preparing = Förbereds
lottery-stage-published = Lottningen är publicerad
lottery-stage-drawn = Panelen är lottad
lottery-stage-cancelled = Avbruten

# Lista
lottery-list-lead = Lotta bland dem som har tackat ja, så att panelen speglar kommunen och alla har så lika chans som det går.
lottery-list-title = Lottningar i dialogen
lottery-list-empty = Här visas lottningar av paneler. Ingen är påbörjad än.
lottery-support-title = Så går det till
lottery-support-1 = Först publicerar du en fil med 1 000 paneler som alla följer kvoterna. Sedan avgör ett tal som ingen kan välja vilken av dem det blir.
lottery-support-2 = Det du har publicerat går inte att ändra. Avbryter du en lottning syns det, med skälet.
lottery-support-3 = Inga namn behövs. Ge alla som tackat ja ett nummer och ha listan över vem som har vilket nummer någon annanstans.

# Formulär
lottery-field-name = Namn på lottningen
lottery-field-name-hint = Till exempel ”Medborgarråd om torget”. Namnet visas för alla.
lottery-field-stage = Läge
lottery-field-latest = Senast ändrad
lottery-field-seats = Platser i panelen
lottery-field-seats-hint = Ett tal från 1 till 500.
lottery-field-quotas = Kvoter
lottery-field-quotas-hint = En rad per grupp under rubrikerna kategori;grupp;minst;högst. Klistra gärna in från ett kalkylblad.
lottery-field-file = Fil med dem som tackat ja
lottery-field-file-new = Ny fil med dem som tackat ja
lottery-field-file-hint = CSV eller XLSX. En rad per person, med kolumnen id och en kolumn för varje kategori i kvoterna. Högst 20 000 personer. Andra kolumner sparas inte.
lottery-file-stands = Filen som finns gäller tills du väljer en ny.
lottery-field-household = Kolumner som visar vilka som bor ihop
lottery-household-stands = Underlaget som finns har hushåll. Ska det nya också ha det? Skriv kolumnerna igen.
lottery-field-household-hint = Till exempel gata, postnummer. Högst en i varje hushåll lottas. Adresserna sparas inte.
lottery-field-erase = Uppgifterna raderas senast
lottery-field-erase-hint = Ta den dag som ert gallringsbeslut säger. Du får en påminnelse.
lottery-names-title = Inga namn här
lottery-names-1 = Filen ska inte ha namn, personnummer, telefonnummer eller e-postadresser. Numret i kolumnen id publiceras.
lottery-names-2 = Ge varje person ett nummer som bara gäller den här lottningen, och berätta för var och en vilket nummer de har.
lottery-quotas-title = Så skriver du kvoter
lottery-quotas-text = Minst och högst är hur många i panelen som får höra till gruppen. Ge lite utrymme, så blir chanserna jämnare.
lottery-quotas-example =
    kategori;grupp;minst;högst
    Ålder;16–29;5;7
    Ålder;30–64;9;12
    Ålder;65 eller äldre;5;7
lottery-error-name = Skriv ett namn på lottningen
lottery-error-long = Texten är för lång eller har tecken som inte syns. Skriv högst { $most } tecken
lottery-error-seats = Skriv hur många platser panelen har, ett tal från 1 till 500
lottery-error-date = Skriv dag, månad och år med siffror
lottery-error-erase = Skriv vilken dag uppgifterna senast ska raderas
lottery-error-erase-past = Skriv en dag som inte har varit
lottery-error-file = Välj filen med dem som tackat ja. Har du valt en fil, rätta det andra och välj den igen
lottery-error-file-again = Kvoterna har fått andra grupper. Välj filen med dem som tackat ja igen

# Fel i filer
lottery-read-empty = Det finns inga rader. Börja med rubrikerna och skriv en rad under för varje grupp eller person
lottery-read-large = Filen är för stor. Ta bort det som inte behövs
lottery-read-no-table = Filen går inte att läsa som en tabell. Spara den som CSV eller XLSX och välj den igen
lottery-read-row = Rad { $line } går inte att läsa. Se efter citattecken och antalet kolumner
lottery-read-missing-column = Kolumnen ”{ $column }” saknas i första raden. Lägg till den
lottery-read-same-column = Kolumnen ”{ $column }” står två gånger. Ta bort en av dem
lottery-read-empty-cell = Rad { $line }: ”{ $column }” är tom. Fyll i den eller ta bort raden
lottery-read-number = Rad { $line }: ”{ $cell }” under ”{ $column }” är inte ett helt antal. Skriv det med siffror
lottery-read-same-group = Rad { $line }: gruppen ”{ $group }” står redan på rad { $first }. Ta bort en av raderna
lottery-read-crossed = Rad { $line }: minst { $low } är mer än högst { $high }. Byt plats på dem eller rätta
lottery-read-unknown-group = Rad { $line }: gruppen ”{ $group }” finns inte bland kvoterna för ”{ $category }”. Rätta stavningen eller lägg till en kvot
lottery-read-same-id = Rad { $line }: numret ”{ $id }” står redan på rad { $first }. Alla behöver ett eget
lottery-read-id = Rad { $line }: i kolumnen id ska det stå ett nummer utan mellanslag, inte ett namn, ett personnummer, ett telefonnummer eller en e-postadress
lottery-read-names = Kolumnen ”{ $column }” visar vilka personerna är. Ta bort den ur filen och välj filen igen
lottery-read-long = Rad { $line } har en för lång text. Skriv högst { $most } tecken
lottery-read-many = Filen har fler än { $most } personer. Dela upp lottningen
lottery-read-many-groups = Kvoterna har fler än { $most } kategorier eller grupper i en kategori. Slå ihop några

# Chanser
lottery-lead-computing = Chanserna räknas ut. Det tar oftast mindre än en minut. Ladda om sidan för att se dem.
lottery-lead-ready = Chanserna är uträknade. Läs tabellen och publicera lottningen när kvoterna är som ni vill ha dem.
lottery-lead-impossible = Ingen panel följer kvoterna. Ändra underlaget.
lottery-lead-published = Lottningen är publicerad. { $source } avgör { $day }.
lottery-lead-drawn = Slumptalet { $seed } gav panel { $number } av 1 000.
lottery-lead-cancelled = Lottningen avbröts. { $reason }
lottery-lead-erased = Lottningen avbröts när uppgifterna raderades.
lottery-impossible-title = Därför går det inte
lottery-impossible-change = Den minsta ändring som räcker:
lottery-infeasible-together = Varje kvot går att följa för sig, men inte alla samtidigt.
lottery-infeasible-lows = { $category }: de minsta antalen blir { $sum } tillsammans, fler än { $seats } platser.
lottery-infeasible-highs = { $category }: de högsta antalen blir { $sum } tillsammans, färre än { $seats } platser.
lottery-infeasible-few = { $category }, { $group }: { $people } kan sitta, men kvoten vill ha minst { $low }. Bjud in fler eller sänk kvoten.
lottery-infeasible-households = Med högst en i varje hushåll räcker det till { $households } av { $seats } platser.
lottery-infeasible-change = { $category }, { $group }: { $from } blir { $to }.
lottery-too-few-people = { $people } har tackat ja till { $seats } platser. Bjud in fler eller minska panelen.
lottery-same-name = ”{ $name }” står flera gånger bland kvoterna. Varje kategori och grupp ska stå en gång.
lottery-too-many-types = Det finns { $types } olika slags personer, och chanserna går att räkna ut för högst { $most }. Ta bort en kategori.
lottery-too-hard = Kvoterna är så trånga att chanserna inte gick att räkna ut. Vidga de trängsta med en plats.
lottery-chances-title = Chanser och grupper
lottery-chances = Den som har minst chans finns i { $least } av de 1 000 panelerna, den som har störst i { $most }.
lottery-chances-proved = Det är bevisat att chanserna inte kan bli jämnare med de här kvoterna.
lottery-chances-not-proved = Chanserna gick inte att bevisa. Vidga de trängsta kvoterna med en plats.
lottery-table-title = Varje grupp bland dem som tackat ja, i kvoterna och i panelen
lottery-table-category = Kategori
lottery-table-group = Grupp
lottery-table-pool = Tackat ja
lottery-table-quota = Kvot
lottery-table-expected = Väntat antal
lottery-table-drawn = I panelen

# Steg
lottery-publish-title = Publicera lottningen
lottery-publish-text = Filen med de 1 000 panelerna blir tillgänglig för alla och går inte att ändra. Bestäm nu vad som avgör. Det ska vara något som ingen kan veta eller välja än.
lottery-publish = Publicera lottningen
lottery-field-source = Vad som avgör
lottery-field-source-hint = Till exempel ”Lottoraden lördag 6 juni, talen i storleksordning med mellanslag”. Skriv också hur talet skrivs.
lottery-field-settles = Dagen då det avgörs
lottery-field-settles-hint = Tidigast i morgon.
lottery-error-source = Skriv vad som avgör lottningen
lottery-error-settles-past = Skriv en dag efter i dag
lottery-not-computed = Chanserna är inte uträknade och bevisade för det som gäller nu. Ladda om sidan och vänta tills de är klara
lottery-draw-title = Lotta panelen
lottery-draw-text = Skriv slumptalet precis som det ska skrivas. Det går inte att ändra efteråt.
lottery-draw = Lotta panelen
lottery-field-seed = Slumptal
lottery-field-seed-hint = Mellanslag och stora bokstäver räknas.
lottery-field-seed-again = Skriv slumptalet en gång till
lottery-error-seed = Skriv slumptalet
lottery-error-seed-again = De två slumptalen är olika. Skriv samma igen
lottery-error-early = Slumptalet är inte känt än. Vänta till dagen då det avgörs
lottery-cancel-title = Avbryt lottningen
lottery-cancel = Avbryt lottningen
lottery-field-reason = Varför lottningen avbryts
lottery-field-reason-hint = Skälet visas för alla om lottningen är publicerad. Skriv inget som pekar ut en person.
lottery-error-reason = Skriv skälet
lottery-erase-title = Radera uppgifterna om dem som tackat ja
lottery-erase-text = Alla nummer tas bort: filen med dem som tackat ja, de 1 000 panelerna och vilka som lottades. Protokollet finns kvar, med antal i varje grupp. En lottning som inte är dragen avbryts.
lottery-erase-sure = Ja, radera uppgifterna. Det går inte att ångra.
lottery-erase = Radera uppgifterna
lottery-error-sure = Kryssa i att uppgifterna ska raderas
lottery-erased-on = Filen med paneler raderades { $day }. Kontrollsumman och slumptalet finns kvar.
lottery-not-now = Det steget går inte att ta nu. Ladda om sidan för att se var lottningen är
lottery-conflict = Någon annan hann ändra lottningen. Läs sidan igen innan du fortsätter
lottery-done-prepared = Lottningen är sparad. Chanserna räknas ut.
lottery-done-changed = Underlaget är ändrat. Chanserna räknas ut igen.
lottery-done-published = Lottningen är publicerad.
lottery-done-drawn = Panelen är lottad.
lottery-done-cancelled = Lottningen är avbruten.
lottery-done-erased = Uppgifterna är raderade. Protokollet finns kvar.
lottery-duty-draw = Lotta panelen när slumptalet är känt
lottery-duty-erase = Radera uppgifterna om dem som tackat ja till panelen

# Uppgifter
lottery-facts-title = Uppgifter om lottningen
lottery-when-by = { $moment }, { $by }
lottery-field-dialogue = Dialog
lottery-field-people = Har tackat ja
lottery-field-begun = Påbörjad
lottery-field-published = Publicerad
lottery-field-fingerprint = Filens kontrollsumma (SHA-256)
lottery-field-number = Panelens nummer
lottery-field-drawn = Lottad
lottery-field-cancelled = Avbruten
lottery-field-erased = Uppgifterna raderade
lottery-basis-pool = Ladda ner dem som tackat ja (CSV)
lottery-basis-quotas = Ladda ner kvoterna (CSV)
lottery-to-public = Sidan som alla ser
lottery-to-protocol = Läs protokollet

# Ersättare
lottery-to-replace = Lotta ersättare
lottery-to-parent = Till lottningen av panelen
lottery-replace-lead = Ersättarna lottas bland alla andra som tackat ja, så att panelen fortfarande följer kvoterna. Lottningen publiceras och avgörs på samma sätt som den första.
lottery-replace = Förbered lottningen
lottery-field-gone = Vilka lämnar panelen?
lottery-field-unavailable = Andra som inte längre kan vara med
lottery-field-unavailable-hint = Nummer på dem som har tackat nej eller flyttat, med komma mellan.
lottery-field-why-empty = Varför platserna är tomma
lottery-field-why-empty-hint = Skriv inget som pekar ut en person. Skälet står i protokollet.
lottery-error-gone = Kryssa i minst en som lämnar panelen
lottery-replacing = En lottning av ersättare pågår redan. Gör klart eller avbryt den först
lottery-nobody-left = Det finns för få kvar att lotta bland. Bjud in fler och gör en ny lottning
lottery-replaced-title = Lottningar av ersättare
lottery-panel-title = Panelen
lottery-panel-now = Panelen efter lottning till tomma platser: { $ids }
lottery-panel-erased = { $seats } personer lottades. Numren raderades { $day }.

# Protokoll och den öppna sidan
lottery-protocol = Protokoll
lottery-protocol-title = Protokoll för lottning: { $name }
lottery-protocol-file = protokoll-lottning
lottery-protocol-how = Så gick lottningen till
lottery-step-quotas = Alla som tackat ja fick ett nummer. Kvoter bestämde hur många av varje grupp panelen får ha.
lottery-step-odds = Ett program räknade ut de jämnaste chanserna som kvoterna tillåter (metoden kallas leximin) och bevisade att de inte kan bli jämnare.
lottery-step-file = Av chanserna gjordes 1 000 paneler som är lika troliga. Filen publicerades, med en kontrollsumma som visar om någon ändrar den.
lottery-step-seed = Vad som skulle avgöra bestämdes vid samma tillfälle. Det var något som ingen kunde veta eller välja då.
lottery-step-number = Kontrollsumman och slumptalet ger tillsammans numret på panelen. Vem som helst kan räkna ut det igen.
lottery-again-title = Kontrollera lottningen
lottery-again-public = Ladda ner filen och kör kommandona i samma mapp.
lottery-again-file = Sidan där filen finns
lottery-again-kept = Filen är raderad. Den som har sparat den kan kontrollera lottningen: kör kommandona i mappen där filen ligger.
lottery-again-how = Ladda ner filen och kör kommandona i samma mapp. Byt ut SLUMPTAL mot slumptalet.
lottery-again-whole = Den som har underlaget kan göra hela lottningen igen:
lottery-download = Ladda ner filen med 1 000 paneler
lottery-public-lead = { $source } avgör { $day } vilken av de 1 000 panelerna det blir. Ladda ner filen nu, så kan du kontrollera lottningen sedan.
lottery-public-ids = Har du tackat ja? Du har fått ett nummer. De här numren lottades:
lottery-others-title = Andra lottningar i samma dialog
