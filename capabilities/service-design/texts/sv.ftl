# Tjänstedesign: blad, tavla, grindbeslut och beställda dialoger.
design-board = Tavla
design-sheets = Blad
design-decisions = Grindbeslut
design-order = Beställ en dialog

design-sheets-lead = Här fyller ni i det ni gör många av: samtal, observationer, resor och personor. Varje mall finns också tom att skriva ut.
design-sheets-caption = { $name }: ifyllda blad
design-column-title = Blad
design-column-answered = Ifyllt
design-column-written = Ändrat
design-column-by = Av
design-column-erase = Gallras senast
design-answered = { $has } av { $of } frågor
design-late = Försenat
design-is-erased = Gallrat
design-new = Nytt blad
design-none = Inga blad än.
design-archived = Arkiverade blad
design-new-title = Nytt blad: { $name }
design-edit-title = Ändra { $title }
design-back = Tillbaka utan att spara
design-no-persons = Skriv koder i stället för namn. Ingen ska gå att känna igen på det som står här.
design-save = Spara bladet
design-conflict-who = { $name } sparade { $when }.
design-written = Ändrat { $day } av { $name }.
design-project = Projekt
design-written-on = Ändrat
design-written-by = Av
design-edit = Ändra bladet
design-curve-finding = Lägst är ”{ $step }”, med { $value }.
design-curve-step = Steg
design-curve-value = Siffra
design-no-number = Ingen siffra
design-files = Ta med
design-file = Hämta som { $form }
design-erase-title = Gallra
design-erase-on = Ska vara gallrat senast { $day }.
design-erase-decision = Vilket gallringsbeslut?
design-erase-hint = Det som står på bladet försvinner och går inte att få tillbaka. Kvar blir koden, dagen och beslutet.
design-erase = Gallra bladet
design-erased = Gallrat { $day } enligt { $decision }.
design-archive-title = Lägg undan
design-archive = Arkivera bladet
design-restore = Ta tillbaka bladet
design-is-archived = Bladet är arkiverat. Ta tillbaka det för att ändra.
design-duty-erase = Gallra råmaterial
design-done-saved = Bladet är sparat
design-done-archived = Bladet är arkiverat. Du kan ta tillbaka det längst ner på sidan
design-done-restored = Bladet är tillbaka
design-done-erased = Bladet är gallrat
design-done-moved = Bladet är flyttat
design-error-title = Fyll i den första uppgiften. Den blir bladets namn
design-error-sent-twice = Det här är redan sparat. Läs in sidan igen för att se det
design-error-not-open = Bladet är arkiverat eller gallrat och kan inte ändras
design-error-decision = Skriv vilket beslut gallringen vilar på
design-error-choice = Välj vad som ska göras med bladet

design-challenge = Utmaning
design-owner = Projektägare
design-show-columns = Visa som kolumner
design-show-table = Visa som tabell
design-board-caption = Projektets uppgifter och blad, steg för steg
design-column-card = Vad
design-column-sort = Slag
design-column-step = Steg
design-card-task = Uppgift
design-move = Flytta
design-move-label = Flytta { $title } till steget
design-no-cards = Inga uppgifter.

design-decisions-lead = Alla beslut om att fortsätta, pausa, stanna eller gå tillbaka. Det senaste står överst.
design-decisions-none = Inga beslut än. Här visas varje steg projektet tar, med vem som beslutade, när och varför.
design-decisions-caption = Projektets beslut
design-to-plan = Gå till uppgifterna
design-column-when = När
design-column-decision = Beslut
design-column-state = Från och till
design-column-who = Vem
design-column-ground = Varför
design-decided-on = Beslutat { $day }
design-entered-by = Infört av { $name }
design-decision-back = Tillbaka
design-decision-pause = Paus
design-decision-resume = Återupptaget
design-decision-other = Vidare

design-order-lead = En dialog når fler än dem ni möter. Den börjar med det projektet redan vet, och svaren kommer tillbaka hit som belägg.
design-ordered = Beställda dialoger
design-ordered-on = beställd { $day }
design-ordered-by = Dialogen är beställd av projektet { $project }
design-order-new = Ny dialog
design-order-nothing = Projektet har inte skrivit utmaning, målgrupp eller nivå än. Dialogen börjar då tom.
design-order-inherits = Det här följer med. Ni kan ändra det i dialogen.
design-order-template = Hur ska dialogen gå till?
design-order-title = Rubrik
design-order-title-hint = Kort och med invånarnas ord.
design-order-question = Vilken fråga vill ni ha svar på?
design-order-question-hint = En mening som slutar med frågetecken.
design-order-submit = Beställ dialogen
design-order-none = Projektet har inte beställt någon dialog.
design-error-order-title = Skriv en rubrik
design-error-order-question = Skriv frågan som ni vill ha svar på
design-done-ordered = Dialogen är beställd. Fortsätt med uppgifterna nedan

design-compare = Jämför idéer
design-compare-lead = Idéerna efter hur mycket de ger och hur mycket de kräver. Siffrorna står på idékorten.
design-compare-none = Ingen idé har båda siffrorna. Fyll i dem på idékorten, så ritas bilden här.
design-compare-finding = Mest för minst ger ”{ $title }”.
design-compare-up = Uppåt: { $field }.
design-compare-across = Åt höger: { $field }.
design-compare-number = Nummer i bilden
design-compare-without = De här saknar en siffra och är inte med i bilden.

design-votes = Rösta med prickar
design-votes-lead = Alla i rummet röstar på idéerna i sin telefon, utan konto. Utfallet säger var ni ska börja prata, inte vad ni ska besluta.
design-votes-none = Projektet har inte haft någon omröstning.
design-vote-open = Öppen
design-vote-is-closed = Stängd
design-vote-address = Be alla öppna:
design-vote-close = Stäng omröstningen
design-vote-idea = Idé
design-vote-dots = Prickar
design-vote-new = Öppna en omröstning
design-vote-question = Fråga
design-vote-question-hint = Till exempel: Vilka idéer ska vi testa först?
design-vote-dots-each = Prickar till var och en
design-vote-submit = Öppna omröstningen
design-vote-base = { $n ->
    [0] Ingen har röstat än
    [one] 1 har röstat
   *[other] { $text } har röstat
}
design-vote-lead = { $n ->
    [one] Du har 1 prick. Skriv 1 vid den idé du väljer.
   *[other] Du har { $text } prickar. Skriv hur många du ger varje idé. Du får lägga flera på samma.
}
design-vote-cast = Rösta
design-vote-thanks = Din röst är räknad. Utfallet visas här när omröstningen stängs.
design-vote-closed = Omröstningen är stängd.
design-vote-privacy = Vi sparar inte vem du är. En kaka i din webbläsare gör att du röstar en gång. Den försvinner efter en dag.
design-done-vote-opened = Omröstningen är öppen. Visa adressen för alla i rummet
design-done-vote-closed = Omröstningen är stängd
design-error-vote-question = Skriv en fråga på högst 200 tecken
design-error-vote-dots = Välj mellan 1 och { $most } prickar
design-error-vote-ideas = Projektet behöver minst två idéer att välja mellan. Lägg till dem under Idéer
design-error-dots = Skriv hela tal, 0 eller mer
design-error-no-dots = Lägg minst en prick
design-error-many-dots = Du har lagt för många prickar. Lägg högst { $dots }

design-wall = Vägg med lappar
design-wall-lead = Väggen visar projektets belägg och de lösa lappar ni skriver själva.
design-wall-evidence = Lägg till belägg
design-wall-keys = Dra en lapp till en annan grupp. Eller gå till lappen med tabb och flytta den med piltangenterna.
design-wall-unsorted = Inte sorterade
design-wall-count = { $notes ->
    [one] 1 lapp
   *[other] { $notes } lappar
}, { $sources ->
    [0] ingen källa
    [one] 1 källa
   *[other] { $sources } källor
}
design-wall-one-sided = Alla belägg kommer från samma slags källa
design-wall-insight = Läs insikten
design-wall-empty = Inga lappar.
design-wall-is-evidence = Belägg
design-wall-is-loose = Lös lapp
design-wall-erased = Belägget är gallrat. Platsen finns kvar.
design-wall-move-label = Flytta ”{ $note }” till
design-wall-move = Flytta
design-wall-take-down = Ta ner
design-wall-change = Ändra gruppen
design-wall-name = Gruppens rubrik
design-wall-rename = Byt rubrik
design-wall-dissolve = Lös upp gruppen
design-wall-carry = Gör en insikt av gruppen
design-wall-statement = Vad har ni förstått?
design-wall-statement-hint = Gruppens belägg blir insiktens belägg. Insikten är ett utkast tills någon har granskat den.
design-wall-against = Vilka belägg säger emot?
design-wall-carry-submit = Skapa insikten
design-wall-new-group = Ny grupp
design-wall-begin = Skapa gruppen
design-wall-new-note = Ny lös lapp
design-wall-note = Vad står på lappen?
design-wall-note-hint = En sak per lapp. Skriv aldrig namn eller något annat som pekar ut en person.
design-wall-source = Källa
design-wall-source-hint = Skriv källans kod, till exempel Intervju A3.
design-wall-write = Sätt upp lappen
design-wall-removed = Lappar ni har tagit ner
design-wall-put-back = Sätt upp igen
design-wall-erase = Radera för gott
design-wall-undo = Ångra
design-wall-did-move = { $name } flyttade en lapp.
design-wall-did-begin = { $name } skapade en grupp.
design-wall-did-rename = { $name } bytte en rubrik.
design-wall-did-dissolve = { $name } löste upp en grupp.
design-wall-did-write = { $name } satte upp en lapp.
design-wall-did-take-down = { $name } tog ner en lapp.
design-wall-did-put-back = { $name } satte upp en lapp igen.
design-done-wall-moved = Lappen är flyttad
design-done-wall-begun = Gruppen är skapad
design-done-wall-renamed = Rubriken är bytt
design-done-wall-dissolved = Gruppen är upplöst. Lapparna ligger bland dem som inte är sorterade
design-done-wall-written = Lappen sitter på väggen, bland dem som inte är sorterade
design-done-wall-taken-down = Lappen är nertagen. Den ligger längst ner på sidan
design-done-wall-put-back = Lappen sitter på väggen igen
design-done-wall-undone = Det är ångrat
design-done-wall-erased = Lappens text är raderad
design-done-wall-carried = Insikten är skapad som utkast, med gruppens belägg
design-error-wall-group-gone = Gruppen finns inte längre. Välj en annan
design-error-wall-note-gone = Lappen finns inte längre på väggen
design-error-wall-moved = Någon annan har flyttat lappen. Se var den ligger nu
design-error-wall-renamed = Någon annan har bytt rubriken. Läs den nya innan du skriver över
design-error-wall-many-groups = Väggen rymmer högst 60 grupper. Slå ihop några först
design-error-wall-evidence-stays = Ett belägg tas bort från projektet på sidan Belägg
design-error-wall-since = Det går inte att ångra, för någon har ändrat samma sak sedan dess
design-error-wall-name = Skriv en rubrik
design-error-wall-name-long = Skriv en rubrik på högst 120 tecken
design-error-wall-name-taken = En annan grupp har redan den rubriken
design-error-wall-note = Skriv något på lappen
design-error-wall-note-long = Skriv högst 500 tecken
design-error-wall-note-person = Det ser ut som ett personnummer, ett telefonnummer eller en e-postadress. Ta bort det
design-error-wall-statement = Skriv vad ni har förstått
design-error-wall-carried = Gruppen är redan en insikt
design-error-wall-no-evidence = Gruppen har inga belägg, bara lösa lappar. En insikt behöver minst ett belägg.
design-error-chain-lacks = Metoden kräver mer än texten för ett utkast. Lägg till det på projektets egen sida i stället

design-rounds = Idéer i varv
design-rounds-desk-lead = Alla skriver samtidigt i sin telefon, utan konto. I nästa varv läser var och en vad någon annan skrev och bygger vidare.
design-rounds-none = Projektet har inte skrivit idéer i varv.
design-rounds-new = Börja ett nytt pass
design-rounds-choose = Välj en av projektets frågor
design-rounds-choose-none = Skriv en egen fråga i stället
design-rounds-question = Egen fråga
design-rounds-question-hint = Börja gärna med Hur kan vi. Lämna tomt om du har valt en fråga.
design-rounds-each = Idéer i varje varv, från var och en
design-rounds-last-day = Sista dagen att skriva
design-rounds-open = Öppna passet
design-rounds-told = { $round ->
    [one] Varv 1
   *[other] Varv { $round }
}, { $seats ->
    [0] ingen är med än
    [one] 1 är med
   *[other] { $seats } är med
}
design-rounds-until = Passet stängs efter { $day }.
design-rounds-next = Börja varv { $number }
design-rounds-close = Stäng passet
design-rounds-held = { $n ->
    [one] 1 idé kan peka ut en person. Ingen annan ser den förrän du har läst den.
   *[other] { $text } idéer kan peka ut en person. Ingen annan ser dem förrän du har läst dem.
}
design-rounds-ideas = Idéerna
design-rounds-no-ideas = Ingen har skrivit något än.
design-rounds-carry = Vilka idéer tar ni vidare?
design-rounds-carry-submit = Gör idékort av de valda
design-rounds-built = bygger på ”{ $idea }”
design-rounds-is-held = Väntar på att du läser
design-rounds-is-hidden = Dold:
design-rounds-card = Öppna idékortet
design-rounds-show = Visa för de andra
design-rounds-hide = Dölj
design-rounds-reason = Varför döljer du idén?
design-rounds-hide-submit = Dölj idén
design-rounds-lead = { $n ->
    [one] Du skriver 1 idé i varje varv.
   *[other] Du skriver högst { $text } idéer i varje varv.
}
design-rounds-how = I nästa varv läser du vad någon annan skrev och bygger vidare. De andra läser dina idéer, men ser inte vem som skrev dem. De som leder passet tar sedan vidare några till projektet.
design-rounds-join = Var med
design-rounds-privacy = Vi sparar inte vem du är. En kaka i din webbläsare håller ihop dina varv till och med { $day }. Det du skriver blir en allmän handling hos kommunen.
design-rounds-round = Varv { $number }
design-rounds-idea = Idé { $number }
design-rounds-passed = Bygg vidare på det här
design-rounds-nothing-passed = Ingen annan har skrivit något du kan bygga på än. Skriv en egen idé.
design-rounds-yours = Dina idéer
design-rounds-no-persons = Skriv inte namn, telefonnummer eller annat som pekar ut någon.
design-rounds-builds = { $idea } bygger på
design-rounds-builds-none = Ingen av dem
design-rounds-send = Skicka
design-rounds-wait = Du är klar med det här varvet. Vänta tills den som leder börjar nästa.
design-rounds-look = Se om nästa varv har börjat
design-rounds-own = Det här har du skrivit
design-rounds-own-waits = De andra ser den inte
design-rounds-closed = Passet är stängt. Tack för att du var med.
design-rounds-unsent = Passet stängdes innan det här kom fram. Det är inte sparat:
design-done-rounds-opened = Passet är öppet. Visa adressen för alla i rummet
design-done-rounds-next = Nästa varv har börjat. Be alla läsa in sidan igen
design-done-rounds-closed = Passet är stängt
design-done-rounds-carried = Idékorten är skapade som utkast i projektet
design-done-rounds-hidden = Idén är dold
design-done-rounds-shown = De andra kan nu läsa idén
design-error-rounds-question = Välj en fråga, eller skriv en på högst 200 tecken
design-error-rounds-each = Välj mellan 1 och { $most } idéer
design-error-rounds-day = Välj en dag från i dag till { $days } dagar framåt
design-error-rounds-full = Det är fullt i rummet. Be den som leder att öppna ett pass till
design-error-rounds-round = Varvet har inte börjat än
design-error-rounds-nothing = Skriv minst en idé
design-error-rounds-long = Skriv högst 400 tecken i varje idé
design-error-rounds-many = Du har redan skrivit så många idéer som ryms i varvet
design-error-rounds-builds = Välj en av idéerna du fick läsa, eller ingen
design-error-rounds-reason = Skriv varför du döljer idén
design-error-rounds-none-chosen = Välj minst en idé som inte redan är ett idékort

design-attached = Bilder och filer
design-file-new = Lägg till en bild eller fil
design-file-file = Bild eller fil
design-file-file-hint = PNG, JPG, PDF, Office, OpenDocument, CSV eller TXT. Högst 10 MB.
design-file-title = Vad är det?
design-file-alt = Beskriv bilden
design-file-alt-hint = För den som inte ser den. Bara för bilder.
design-file-people = Går det att känna igen någon på bilden?
design-file-people-hint = Bara för bilder. Tänk också på namnlappar och skyltar.
design-people-none = Nej
design-people-consented = Ja, och alla har sagt ja till att bilden sparas
design-people-unsure = Ja, men alla har inte sagt ja
design-file-submit = Lägg till
design-file-remove = Ta bort
design-done-file-added = Filen ligger på bladet
design-done-file-removed = Filen är borttagen. Du kan ta tillbaka den under Dokument
design-error-file-title = Skriv vad det är
design-error-file-title-long = Skriv högst 150 tecken
design-error-file-alt = Beskriv vad bilden visar, för den som inte ser den
design-error-file-alt-long = Skriv högst 300 tecken
design-error-file-people = Svara på om det går att känna igen någon
design-error-file-consent = Lägg inte in bilden förrän alla har sagt ja. Ta annars en bild där ingen går att känna igen
design-error-file-many = Bladet har redan 20 filer. Ta bort någon först, eller lägg filen under Dokument
