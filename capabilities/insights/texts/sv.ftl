# Ord på sidorna där svaren läses: resultat, kodning, kodplan och befolkning.

insights-tabs = Läs svaren
insights-crumb-dialogues = Dialoger
insights-channel = Kanal
insights-choose = Välj
insights-duty = Läs och koda fritexterna
insights-progress = { $done } av { $base } texter är lästa.

# Resultat
insights-results-title = Resultat
insights-results-empty = Här visas svaren när de har kommit in. Ingen har svarat än.
insights-results-empty-link = Gå till dialogen
insights-results-total =
    { $n ->
        [one] { $text } bidrag har kommit in.
       *[other] { $text } bidrag har kommit in.
    }
insights-results-channels = Bidrag per kanal
insights-results-themes = Vad texterna handlar om
insights-results-who = Vilka som deltog
insights-results-who-none = Jämför de som deltog med dem som bor här
insights-results-who-all = Se varje grupp med osäkerhet
insights-results-code = Koda fritexterna
insights-results-read = Läs och koda svaren
insights-themes-base = Andelen räknas av de texter som har fått minst ett tema. En text kan ha flera teman.
insights-support-results-title = Så läser du siffrorna
insights-support-results-n = n är de som fick frågan. Andelarna räknas på dem, även om alla inte svarade.
insights-support-results-small = Färre än 5 visas inte, för att ingen ska kunna pekas ut. Ibland döljs ett till svar så att det första inte går att räkna ut.
insights-support-results-sample = De som svarar har själva valt att delta. Siffrorna visar vad de tycker, inte vad alla invånare tycker.
insights-base = n = { $asked } fick frågan, { $answered } svarade.
insights-hidden = Svar från färre än 5 visas inte. Ibland döljs ett tal till, så att de inte går att räkna ut.
insights-finding-none = Ingen har svarat på frågan än.
insights-finding-few = För få har svarat för att resultatet ska kunna visas.
insights-finding-even = Inget svar är vanligast.
insights-finding-leading = Vanligaste svaret är ”{ $label }”: { $share } ({ $count } av { $n }).
insights-finding-scale = Det mittersta svaret är { $median } på en skala från 1 till { $steps } ({ $n } svar).
insights-finding-number = Det mittersta svaret är { $median } { $unit } ({ $n } svar).
insights-finding-mean = Medelvärdet är { $mean }.
insights-finding-ranking = ”{ $label }” hamnar högst, med medelplats { $position } ({ $n } svar).
insights-finding-text =
    { $n ->
        [one] { $text } har skrivit ett svar.
       *[other] { $text } har skrivit ett svar.
    }
insights-finding-themes = Vanligaste temat är ”{ $label }”: { $share } ({ $count } av { $n } kodade texter).
insights-finding-no-themes = Ingen text har fått något tema än.
insights-row-unsure = Vet inte
insights-row-declined = Vill inte svara
insights-row-own-words = Egen beskrivning av platsen
insights-ranking-position = Medelplats
insights-ranking-first = Satte den först
insights-ranking-n = Rankade (n)

# Kodning
insights-coding-title = Kodning
insights-coding-found = Visar { $found } av { $base } texter
insights-coding-none = Här kodar du det som människor har skrivit. Inga texter har kommit in än.
insights-coding-nothing-found = Ingen text passar urvalet.
insights-coding-no-plan = Börja med att skapa teman i kodplanen
insights-coding-themes = Teman
insights-coding-read = Läst, inget tema
insights-coding-quotable = Får citeras
insights-coding-save = Spara
insights-coding-save-next = Spara och visa nästa
insights-coding-saved = Kodningen är sparad.
insights-passage = Text { $n }
insights-passage-done = Läst
insights-state-waiting = Väntar på granskning
insights-state-masked = Publicerad maskerad
insights-state-hidden = Dold
insights-state-published = Publicerad
insights-stand-unread = Inte lästa
insights-stand-without = Lästa utan tema
insights-stand-theme = Tema: { $name }
insights-filter = Välj texter
insights-filter-all = Alla
insights-filter-stand = Tema
insights-filter-question = Fråga
insights-filter-activity = Aktivitet
insights-filter-words = Innehåller orden
insights-filter-show = Visa
insights-filter-clear = Visa alla texter
insights-keys-switch = Koda med tangenter
insights-keys-help = J och K går till nästa och föregående text. Temats bokstav kryssar i eller ur. 0 är ”Läst, inget tema” och 9 är ”Får citeras”. Tangenterna gäller bara när du står i listan.
insights-keys-ticked = Ikryssat:
insights-keys-unticked = Urkryssat:
insights-bulk-link = Ge alla texter i urvalet samma tema
insights-bulk-title = Koda hela urvalet
insights-bulk-back = Tillbaka till kodningen
insights-bulk-found =
    { $n ->
        [one] Urvalet innehåller { $text } text.
       *[other] Urvalet innehåller { $text } texter.
    }
insights-bulk-theme = Tema
insights-bulk-preview = Visa vad som händer
insights-bulk-choose = Välj det tema som texterna ska få
insights-bulk-effect-title = Det här händer
insights-bulk-effect = { $new } texter får temat ”{ $name }”. { $already } har det redan. Andra teman ändras inte.
insights-bulk-save = Koda alla texter i urvalet
insights-bulk-sample = De första texterna i urvalet
insights-bulk-done =
    { $n ->
        [one] { $n } text har fått temat ”{ $name }”.
       *[other] { $n } texter har fått temat ”{ $name }”.
    }
insights-bulk-undo = Ångra kodningen
insights-bulk-undone = Kodningen av urvalet är ångrad.
insights-export-link = Ladda ner urvalet (CSV)
insights-export-file = kodade-texter
insights-export-id = Nummer
insights-export-activity = Aktivitet
insights-export-question = Fråga
insights-export-channel = Kanal
insights-export-day = Inkom
insights-export-state = Granskning
insights-export-text = Text
insights-export-read = Läst
insights-export-quotable = Får citeras
insights-export-themes = Teman

# Kodplan
insights-plan-title = Kodplan
insights-plan-new = Skapa tema
insights-plan-empty = Kodplanen är de teman som texterna sorteras i. Den är tom.
insights-plan-read-first = Läs några texter först
insights-plan-base = Teman och hur många texter som har dem, av { $n } kodade texter
insights-plan-theme = Tema
insights-plan-child = Undertema:
insights-plan-order = Ordning
insights-plan-up = Flytta upp
insights-plan-down = Flytta ner
insights-plan-back = Tillbaka till kodplanen
insights-plan-name = Namn
insights-plan-name-hint = Kort och konkret, till exempel ”Trygg skolväg”.
insights-plan-definition = Vad temat handlar om
insights-plan-counts-in = Räknas
insights-plan-counts-in-hint = Vad en text ska säga för att få temat.
insights-plan-counts-out = Räknas inte
insights-plan-counts-out-hint = Vad som ligger nära men hör till ett annat tema.
insights-plan-example = Exempel
insights-plan-example-hint = En mening ur ett svar som är typisk. Ta inte med något som pekar ut en person.
insights-plan-parent-label = Hör till temat
insights-plan-parent-none = Inget, det står för sig
insights-plan-shortcut = Tangent
insights-plan-shortcut-hint = En bokstav från a till z, inte j eller k.
insights-plan-save = Spara temat
insights-plan-created = Temat är skapat.
insights-plan-saved = Temat är sparat.
insights-plan-moved = Ordningen är ändrad.
insights-plan-merge-title = Slå ihop med ett annat tema
insights-plan-merge-into = Slå ihop med
insights-plan-merge-hint = Texterna får det andra temat i stället. Det går inte att ångra.
insights-plan-merge = Slå ihop teman
insights-plan-merge-choose = Välj det tema som ska vara kvar. Gå tillbaka och välj i listan.
insights-plan-merged = Temana är ihopslagna.
insights-plan-archive-title = Ta temat ur bruk
insights-plan-archive-text = Temat går inte längre att välja. Det som redan är kodat finns kvar, och du kan ta temat i bruk igen.
insights-plan-archive = Arkivera temat
insights-plan-archived = Temat är arkiverat.
insights-plan-archived-title = Arkiverade teman
insights-plan-restore = Ta i bruk igen
insights-plan-restored = Temat är i bruk igen.
insights-plan-show-texts = Visa texterna
insights-plan-change = Ändra kodplanen
insights-plan-name-missing = Skriv temats namn
insights-plan-name-long = Namnet är för långt. Skriv högst 80 tecken.
insights-plan-name-taken = Ett annat tema heter redan så. Välj ett annat namn.
insights-plan-text-long = Texten är för lång. Skriv högst 2 000 tecken.
insights-plan-parent = Temat kan inte höra till det du har valt. Välj ett tema som står för sig, eller inget.
insights-plan-shortcut-taken = Ett annat tema har den tangenten. Välj en annan bokstav.
insights-plan-shortcut-wrong = Skriv en bokstav från a till z, inte j eller k
insights-plan-theme-gone = Ett tema du valde har arkiverats eller slagits ihop under tiden. Gå tillbaka och ladda om sidan. Inget är sparat.
insights-support-plan-title = En bra kodplan
insights-support-plan-1 = Läs 30–50 texter innan du bestämmer teman. Skriv vad som räknas och inte räknas, så att två personer kodar lika.
insights-support-plan-2 = Ha hellre åtta tydliga teman än tjugo otydliga. Ta med det som få säger, om det är viktigt.

# Förslag
insights-suggest-title = Förslag
insights-suggest-lead = Ett program har läst texterna och föreslår vad som hör ihop. Inget kodas förrän du bestämmer det.
insights-suggest-ask = Gör förslag
insights-suggest-again = Gör nya förslag
insights-suggest-asked = Förslagen görs. Det tar oftast mindre än en minut. Ladda om sidan för att se dem.
insights-suggest-made = Förslagen gjordes { $moment } av { $n } texter.
insights-suggest-new-texts =
    { $n ->
        [one] { $text } text har kommit in sedan dess.
       *[other] { $text } texter har kommit in sedan dess.
    }
insights-suggest-by-meaning = Temana går också efter vad orden betyder, enligt filen { $file }. Filen känner igen { $share } av orden i texterna ({ $known } av { $words }). Småord och tal är inte räknade.
insights-suggest-vectors-fault = Filen med ordvektorer, { $file }, gick inte att använda. Temana går bara efter orden. Be den som sköter driften att läsa loggen.
insights-suggest-waits = Nya förslag görs just nu. Ladda om sidan om en stund.
insights-suggest-failed = Förslagen gick inte att göra den här gången. Programmet försöker igen av sig själv.
insights-suggest-few = Teman föreslås när det finns minst { $n } texter. Färre går fortare att läsa.
insights-suggest-alike-title = Texter som liknar varandra
insights-suggest-alike-text = Läs en och koda alla på en gång. Varje text räknas för sig, och alla får svar. Inget slås ihop.
insights-suggest-alike-none = Inga texter är nästan lika.
insights-suggest-alike = Likadana texter { $n }
insights-suggest-more-alike =
    { $n ->
        [one] { $text } grupp till har färre texter. Koda de största och gör nya förslag.
       *[other] { $text } grupper till har färre texter. Koda de största och gör nya förslag.
    }
insights-suggest-themes-title = Texter som verkar handla om samma sak
insights-suggest-themes-none = Programmet hittade inga teman i texterna.
insights-suggest-theme = Förslag på tema { $n }
insights-suggest-terms = Ord som utmärker texterna:
insights-suggest-share = { $n } av { $base } texter.
insights-suggest-coded = { $n } av { $base } har redan temat ”{ $theme }”.
insights-suggest-aside-title = Förslag som är lagda åt sidan
insights-suggest-back = Tillbaka till förslagen
insights-suggest-belongs = Hör till temat
insights-suggest-code-title = Koda texterna som är ikryssade
insights-suggest-code-text = Kryssa ur de texter som inte hör dit. Bara texterna på den här sidan kodas.
insights-suggest-code-alike-title = Koda alla de här texterna
insights-suggest-code-alike-text = Alla texter i gruppen får temat, också de på andra sidor.
insights-suggest-name = Namn på ett nytt tema
insights-suggest-name-hint = Skriv med egna ord vad texterna handlar om.
insights-suggest-or-theme = Eller ett tema som finns
insights-suggest-name-missing = Skriv ett namn på temat eller välj ett tema som finns
insights-suggest-one-theme = Skriv ett nytt namn eller välj ett tema, inte båda
insights-suggest-none-chosen = Kryssa i minst en text
insights-suggest-code = Koda texterna
insights-suggest-set-aside = Lägg åt sidan
insights-suggest-take-out = Ta fram igen
insights-suggest-put-aside = Förslaget är lagt åt sidan.
insights-suggest-taken-out = Förslaget är framtaget igen.
insights-suggest-anew = Förslagen har gjorts om medan du läste. Inget är ändrat. Öppna förslaget igen.
insights-suggest-how-title = Så görs förslagen
insights-suggest-how-alike = Programmet jämför texterna bokstav för bokstav och samlar dem som nästan är lika, till exempel ett upprop som många har skickat.
insights-suggest-how-themes = Programmet räknar vilka ord som ofta står i samma texter. Det förstår inte vad som menas och missar det som få skriver om. Läs själv innan du bestämmer.
insights-suggest-how-persons = Förslagen gäller texter och aldrig personer. Vem som har skrivit vad jämförs inte.

# Befolkning
insights-population-title = Befolkning
insights-population-empty-page = Här jämförs de som deltog med dem som bor här. Inga befolkningssiffror är inlagda än.
insights-population-differences = Skillnad mot befolkningen
insights-population-difference = Skillnad, procentenheter
insights-population-limit = Gräns för att räknas som skillnad
insights-population-finding = Bedömning
insights-population-remove = Ta bort siffrorna
insights-population-removed = Befolkningssiffrorna är borttagna.
insights-population-import-title = Lägg in befolkningssiffror
insights-population-no-questions = Ingen aktivitet frågar om till exempel ålder eller område. Lägg till en fråga under ”Om dig” med svarsalternativ för att kunna jämföra.
insights-population-import-text = Filen ska ha kolumnerna fråga, kategori, befolkning, källa och år. Kategorierna ska heta som svarsalternativen. Det här går att jämföra:
insights-population-template = Ladda ner en fil att fylla i (CSV)
insights-population-file = befolkning
insights-population-file-label = Fil med befolkningssiffror
insights-population-paste = Eller klistra in raderna
insights-population-paste-hint = Börja med raden fråga;kategori;befolkning;källa;år.
insights-population-import = Lägg in siffrorna
insights-population-imported = Befolkningssiffrorna är inlagda.
insights-population-refused =
    { $n ->
        [one] { $text } rad behöver rättas. Inget är inlagt.
       *[other] { $text } rader behöver rättas. Inget är inlagt.
    }
insights-population-refused-title = Rader att rätta
insights-population-row = Rad
insights-population-problem = Vad som är fel
insights-population-encoding = Filen är inte sparad som UTF-8. Spara den i det formatet och skicka den igen.
insights-population-empty = Det finns inga rader. Välj en fil eller klistra in raderna.
insights-population-long = Filen har fler än 2 000 rader. Ta bort de rader som inte behövs.
insights-population-column = Kolumnen ”{ $value }” saknas i första raden. Lägg till den.
insights-population-question = Frågan ”{ $value }” finns inte. Skriv en av: { $known }.
insights-population-category = Svarsalternativet ”{ $value }” finns inte. Skriv ett av: { $known }.
insights-population-number = ”{ $value }” är inte ett helt antal. Skriv antalet med siffror.
insights-population-year = ”{ $value }” är inte ett år. Skriv året med fyra siffror.
insights-population-twice = ”{ $value }” står flera gånger för samma fråga. Ta bort en av raderna.
insights-population-one-group = ”{ $value }” har bara en grupp, eller ingen befolkning. Ta med alla grupper: { $known }.
insights-representation-missing = Ingen deltog från: { $groups }.
insights-representation-under = Underrepresenterade: { $groups }.
insights-representation-over = Överrepresenterade: { $groups }.
insights-representation-alike = Deltagarna liknar befolkningen.
insights-representation-base = n = { $n } har berättat vilken grupp de hör till.
insights-representation-untold = { $n } fick frågan men valde ingen av grupperna.
insights-representation-index = { $index } % av deltagarna skulle behöva höra till en annan grupp för att fördelningen skulle vara som befolkningens.
insights-representation-lacking = { $group } ({ $n } till)
insights-representation-lacking-all = Så många fler behövs för att gruppen ska ha samma andel som i befolkningen: { $groups }.
insights-population-interval = Osäkerhet, procentenheter
insights-population-from-to = { $low } till { $high }
insights-representation-source = Källa: { $source }. { $population } personer. Inlagt { $day } av { $by }.
insights-group-over = Överrepresenterad
insights-group-under = Underrepresenterad
insights-group-expected = Ungefär som befolkningen
insights-group-missing = Ingen deltog
insights-group-few = För få för att visas
insights-support-population-title = Så räknas skillnaden
insights-support-population-1 = En grupp räknas som över- eller underrepresenterad när skillnaden är större än 3 procentenheter och större än två standardfel.
insights-support-population-2 = Ta bara med de åldrar som dialogen vänder sig till.
insights-support-population-3 = Siffrorna viktas inte. Berätta i rapporten vad ni gjorde för att nå dem som saknas.

# Påståenden
insights-voting-first = Räknas för första gången. Titta igen om en stund.
insights-voting-current = Räknat { $moment }.
insights-voting-waits = Räknas om. Senast räknat { $moment }.
insights-voting-none = Ingen har svarat än.
insights-statements-empty = Här visas vad deltagarna tycker om påståendena. Inget är räknat än.
insights-statements-base-people = n = { $n } personer har tagit ställning. De har själva valt att delta och tar ställning till olika många påståenden.
insights-statements-base = n = { $n } personer har tagit ställning, tillsammans { $stances } gånger. De har själva valt att delta och tar ställning till olika många påståenden.
insights-statements-finding = Flest är överens om: ”{ $statement }”
insights-statements-finding-none = Det finns inget påstående som tydligt fler än hälften håller med om.
insights-statements-agreed = De flesta håller med
insights-statements-rejected = De flesta håller inte med
insights-statements-dividing = Det här delar grupperna
insights-statements-of = { $share } ({ $count } av { $n })
insights-statements-against = De flesta i grupp { $agreeing } håller med. De flesta i grupp { $disagreeing } gör det inte.
insights-statements-groups = Grupper som tycker lika
insights-statements-groups-told = Grupperna är räknade ur svaren, inte ur vilka människorna är. Ingen grupp har färre än fem personer.
insights-statements-group = Grupp { $label }
insights-statements-picture =
    { $n ->
        [one] Bild av hur deltagarna står till varandra. Alla hör till en grupp.
       *[other] Bild av hur deltagarna står till varandra i { $n } grupper. Grupperna och vad som är typiskt för dem står i text efter bilden.
    }
insights-statements-picture-told = De som svarar lika står nära varandra. Bokstaven är gruppen, och en större bokstav är fler personer. En punkt är personer som har tagit ställning till för få påståenden för en grupp.
insights-statements-typical = Typiskt för { $group }
insights-statements-agrees = Håller med oftare än andra.
insights-statements-disagrees = Håller inte med, oftare än andra.
insights-statements-too-few = För få har tagit ställning för att några grupper ska kunna visas.
insights-statements-merged = Grupper med färre än fem personer har slagits ihop med den närmaste.
insights-statements-pass = Vet inte
insights-statements-sizes = Så många är det i varje grupp
insights-statements-counts = Så har alla tagit ställning
insights-statements-overlap = Grupperna går delvis in i varandra. Skillnaderna mellan dem är osäkra, så dra inga bestämda slutsatser.
insights-statements-all = Alla påståenden
insights-statements-statement = Påstående
insights-statements-shares = Andelarna räknas på dem som har svarat på påståendet, också ”vet inte”. Antalet står inom parentes. Färre än 5 visas inte, och ibland döljs ett tal till så att de inte går att räkna ut.
insights-files = Räkna om resultatet
insights-files-told = Filerna innehåller varje svar utan namn. Med kommandot samspel analyse kan vem som helst räkna fram samma resultat.
insights-file-votes = Alla ställningstaganden (CSV)
insights-file-statements = Alla påståenden (CSV)
insights-file-ballots = Alla röster (PB)

# Medborgarbudget
insights-budget-empty = Här visas vad rösterna avgjorde. Inget är räknat än.
insights-budget-base =
    { $n ->
        [one] n = { $text } röst.
       *[other] n = { $text } röster.
    }
insights-budget-finding = { $winners } av { $projects } projekt får pengar. De kostar { $cost } av { $total } kronor.
insights-budget-projects = Projekten i den ordning regeln tog dem
insights-budget-project = Projekt
insights-budget-result = Resultat
insights-budget-votes = Röster
insights-budget-cost = Kostnad i kronor
insights-budget-why = Varför
insights-budget-funded = Får pengar
insights-budget-not-funded = Får inte pengar
insights-budget-rule = Regeln som avgjorde
insights-budget-why-ranked = Kom på plats { $place } och rymdes i pengarna som var kvar.
insights-budget-why-completed = Fick det som blev över, på plats { $place }.
insights-budget-why-bought = De som röstade på projektet hade råd med det. Det blev nummer { $place }.
insights-budget-why-no-support = Ingen har röstat på projektet.
insights-budget-why-above = Projektet kostar mer än hela summan.
insights-budget-why-short = Det fattades { $short } kronor när turen kom.
insights-budget-why-too-little = De som röstade på projektet hade för lite pengar tillsammans.
insights-budget-why-too-late = Pengarna tog slut innan de som röstade på projektet hade råd med det.
insights-budget-lacking =
    { $n ->
        [one] En röst till hade räckt.
       *[other] { $text } röster till hade räckt.
    }
insights-budget-lacking-never = Fler röster hade inte räckt.
insights-budget-undecided = Regeln gick inte att räkna klart med den här summan. Inget är avgjort.
insights-budget-tie = ”{ $first }” var exakt lika med { $others } och gick först eftersom det står först i listan.
insights-budget-refused =
    { $n ->
        [one] En röst bröt mot reglerna och räknas inte.
       *[other] { $text } röster bröt mot reglerna och räknas inte.
    }
