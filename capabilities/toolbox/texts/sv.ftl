# The toolbox: handbook, glossary, methods and the chooser.

toolbox-menu-book = Handbok
toolbox-menu-methods = Metoder

# -- The handbook
toolbox-book = Handbok i medborgardialog
toolbox-book-about = Metoden steg för steg, från första frågan till svaret. Varje kapitel säger vad du kan göra när du har läst det.
toolbox-contents = Innehåll
toolbox-more = Mer att slå upp i
toolbox-in-chapter = I det här kapitlet
toolbox-beside = Föregående och nästa kapitel
toolbox-previous = Föregående: { $name }
toolbox-next = Nästa: { $name }
toolbox-templates = Mallar
toolbox-edit = Redigera
toolbox-to-contents = Till handbokens innehåll
toolbox-read-in-book = Läs mer i handboken
toolbox-examples = Exempel
toolbox-examples-link = Se dialoger som har använt { $name }
toolbox-all = Hela handboken
toolbox-all-page = Som en sida
toolbox-all-docx = Som dokument (DOCX)
toolbox-all-pdf = Som PDF
toolbox-version = Metodens version
toolbox-table = Tabell { $n }: { $under }

# -- What the handbook includes
toolbox-level-promise = Det lovar ni:
toolbox-level-not-promise = Det lovar ni inte:
toolbox-level-show = Det ska ni kunna visa:
toolbox-level-methods = Metoder som brukar passa:
toolbox-principle-check = Fråga er:
toolbox-principle-yes = Svaret är ja när:
toolbox-step = Steg
toolbox-step-question = Frågan
toolbox-step-who = Vem
toolbox-step-output = Resultat
toolbox-role = Roll
toolbox-role-first = Börjar med att
toolbox-role-items = Punkter i checklistorna
toolbox-gate = Grind
toolbox-gate-step = Vid steget
toolbox-gate-needs = Det ska vara klart
toolbox-gate-level-from = nivån { $level } eller högre
toolbox-gate-level-to = högst nivån { $level }

# -- Searching
toolbox-search = Sök i handboken
toolbox-search-for = Sök efter
toolbox-search-do = Sök
toolbox-search-count = { $n ->
    [one] { $text } träff
   *[other] { $text } träffar
}
toolbox-search-most = Visar de { $text } bästa träffarna. Skriv fler ord för att få färre.
toolbox-search-none = Inget i handboken svarar på ”{ $question }”.
toolbox-search-remedy = Pröva ett annat ord, eller ett kortare. Sökningen hittar ordets böjningar, men rättar inte stavfel.
toolbox-sort-chapter = Kapitel
toolbox-sort-method = Metod
toolbox-sort-term = Ord
toolbox-sort-item = Punkt i checklista
toolbox-sort-template = Mall
toolbox-sort-lesson = Kurs
toolbox-sort-page = Informationssida

# -- The glossary
toolbox-glossary = Ordlista
toolbox-letters = Bokstäver
toolbox-also = Kallas också:
toolbox-see = Se även:

# -- The catalogue
toolbox-methods = Metoder
toolbox-methods-about = Sätt att hålla dialog, med vad de passar för och vad de kräver.
toolbox-chooser-link = Få ett förslag på en uppsättning metoder
toolbox-filter = Välj vilka metoder som visas
toolbox-any = Alla
toolbox-show = Visa
toolbox-methods-count = { $n ->
    [one] { $n } metod av { $of }
   *[other] { $n } metoder av { $of }
}
toolbox-methods-none = Ingen metod passar allt det du valde.
toolbox-methods-remedy = Ta bort ett av valen. Börja med kostnaden eller vilka som nås.
toolbox-methods-all = Visa alla metoder
toolbox-card-facts = Uppskattat { $weeks } veckor och { $hours } arbetstimmar
toolbox-from = från { $n }
toolbox-facts = Fakta
toolbox-checklist = Checklista
toolbox-estimates = Veckor, timmar och kostnad är uppskattningar. Räkna om dem för er egen dialog.
toolbox-level = Nivå
toolbox-purpose = Syfte
toolbox-reach = Del i helheten
toolbox-form = Form
toolbox-cost-most = Kostnad, högst
toolbox-group = Vilka som nås
toolbox-people = Antal deltagare
toolbox-weeks-estimate = Veckor från start till resultat (uppskattning)
toolbox-hours-estimate = Arbetstimmar (uppskattning)
toolbox-cost-estimate = Kostnad utöver arbetstid (uppskattning)
toolbox-conflict = Klarar en fråga som är
toolbox-reaches = Når ofta
toolbox-misses = Missar ofta
toolbox-random = Lottas deltagarna?
toolbox-random-yes = Ja
toolbox-random-no = Nej
toolbox-activity = Aktivitet i dialogen
toolbox-purpose-inform = Informera
toolbox-purpose-understand = Förstå behov och skäl
toolbox-purpose-ideas = Få idéer
toolbox-purpose-prioritise = Prioritera
toolbox-purpose-test = Pröva ett förslag
toolbox-purpose-conflict = Hantera en konflikt
toolbox-purpose-follow-up = Följa upp
toolbox-reach-broad = Bred: når många
toolbox-reach-deep = Djup: ger skälen
toolbox-reach-outreach = Uppsökande: går dit folk är
toolbox-form-physical = På plats
toolbox-form-digital = Digitalt
toolbox-form-paper = På papper
toolbox-cost-1 = Under 10 000 kronor
toolbox-cost-2 = 10 000–50 000 kronor
toolbox-cost-3 = 50 000–250 000 kronor
toolbox-cost-4 = Över 250 000 kronor
toolbox-conflict-low = Lugn
toolbox-conflict-medium = Delad: åsikterna går isär
toolbox-conflict-high = Omstridd: det finns en konflikt
toolbox-activity-survey = Enkät
toolbox-activity-comment = Öppna kommentarer
toolbox-activity-statements = Påståenden
toolbox-activity-budget = Medborgarbudget
toolbox-activity-meeting = Möte
toolbox-phase-before = Före
toolbox-phase-during = Under
toolbox-phase-after = Efter
toolbox-group-everyone = Öppet för alla
toolbox-group-children-youth = Barn och unga
toolbox-group-young-adults = Unga vuxna
toolbox-group-parents = Föräldrar
toolbox-group-working = Yrkesarbetande
toolbox-group-older = Äldre
toolbox-group-disabilities = Personer med funktionsnedsättning
toolbox-group-newcomers = Nyanlända
toolbox-group-other-languages = De som talar andra språk
toolbox-group-seldom-heard = De som sällan hörs
toolbox-group-rural = Boende på landsbygden
toolbox-group-associations = Föreningar
toolbox-group-businesses = Företag
toolbox-group-users = Brukare av en verksamhet

# -- The chooser
toolbox-chooser = Välj metoder
toolbox-chooser-about = Svara på det du vet. Du får ett förslag på en bred, en djup och en uppsökande metod, med skälen.
toolbox-level-question = Vilken nivå på delaktighetstrappan gäller?
toolbox-purpose-question = Vad vill ni främst få ut?
toolbox-groups-question = Vilka behöver nås särskilt?
toolbox-people-question = Hur många vill ni ska delta?
toolbox-people-unit = personer
toolbox-weeks-question = Hur många veckor har ni, från start till resultat?
toolbox-weeks-unit = veckor
toolbox-hours-question = Hur många arbetstimmar har ni?
toolbox-hours-hint = För hela upplägget, också arbetet efteråt.
toolbox-hours-unit = timmar
toolbox-digital-question = Går det att delta digitalt?
toolbox-conflict-question = Hur laddad är frågan?
toolbox-yes = Ja
toolbox-no = Nej
toolbox-propose = Visa förslag
toolbox-choose-level = Välj en nivå på delaktighetstrappan
toolbox-choose-purpose = Välj vad ni främst vill få ut
toolbox-choose-number = Skriv ett helt tal med siffror, till exempel 12
toolbox-proposal = Förslag
toolbox-proposal-none = Ingen metod klarar allt det ni skrev.
toolbox-set-hours = { $n ->
    [one] Tillsammans tar de minst { $text } arbetstimme, enligt uppskattningen.
   *[other] Tillsammans tar de minst { $text } arbetstimmar, enligt uppskattningen.
}
toolbox-set-missed = Ingen av metoderna brukar nå: { $groups }. Sök upp dem på annat sätt, och skriv i planen hur.
toolbox-set-lacking = Förslaget saknar en del: { $part }. Mer tid, fler timmar eller en högre kostnad kan ge plats för den.
toolbox-set-level = Ingen av metoderna når nivån { $level }. Sänk nivån, eller ge mer tid eller fler timmar.
toolbox-set-computer = Alla sätten kräver dator eller telefon. Lägg till papper eller ett möte.
toolbox-left-out = Vad som valdes bort
toolbox-left = { $n ->
    [0] Ingen metod är kvar.
    [one] { $text } metod är kvar.
   *[other] { $text } metoder är kvar.
}
toolbox-removed-level = { $n ->
    [one] Nivån tog bort { $text } metod.
   *[other] Nivån tog bort { $text } metoder.
}
toolbox-removed-people = { $n ->
    [one] Antalet deltagare tog bort { $text } metod.
   *[other] Antalet deltagare tog bort { $text } metoder.
}
toolbox-removed-weeks = { $n ->
    [one] Tiden tog bort { $text } metod.
   *[other] Tiden tog bort { $text } metoder.
}
toolbox-removed-hours = { $n ->
    [one] Arbetstimmarna tog bort { $text } metod.
   *[other] Arbetstimmarna tog bort { $text } metoder.
}
toolbox-removed-cost = { $n ->
    [one] Kostnaden tog bort { $text } metod.
   *[other] Kostnaden tog bort { $text } metoder.
}
toolbox-removed-digital = { $n ->
    [one] Kravet att slippa det digitala tog bort { $text } metod.
   *[other] Kravet att slippa det digitala tog bort { $text } metoder.
}
toolbox-loosen = { $n ->
    [one] Ändra detta, så blir { $n } metod möjlig: { $filters }.
   *[other] Ändra detta, så blir { $n } metoder möjliga: { $filters }.
}
toolbox-filter-level = nivån
toolbox-filter-people = antalet deltagare
toolbox-filter-weeks = antalet veckor
toolbox-filter-hours = antalet arbetstimmar
toolbox-filter-cost = kostnaden
toolbox-filter-digital = att det inte går att delta digitalt
toolbox-also-passed = Andra metoder som också går
toolbox-change-wish = Ändra svaren
toolbox-reason-level = Fungerar på nivån { $level }.
toolbox-reason-below = Ger underlag på nivån { $level }. Den valda nivån behöver en annan metod stå för.
toolbox-reason-purpose = Passar syftet: { $purpose }.
toolbox-reason-reaches = Når ofta: { $groups }.
toolbox-reason-many = Rymmer så många som ni vill ha med.
toolbox-reason-without-computer = Går att delta i utan dator.
toolbox-reason-conflict = Klarar en fråga som är så laddad.
toolbox-reason-too-contested = Frågan kan vara för laddad för metoden.
toolbox-reason-misses = Missar ofta: { $groups }.
toolbox-how = Så räknas förslaget fram
toolbox-how-text = Först tas det bort som inte går: fel nivå, för kort tid, för få timmar, för dyrt. Sedan vägs syfte, målgrupper och hur laddad frågan är. Förslaget är en början. Skriv i planen varför ni valde som ni gjorde.

# -- The method itself: editions and the municipality's own files ----------------------------------------------------
toolbox-editions = Metoden
toolbox-editions-lead = Metoden är innehåll som kommunen själv kan ändra. Här ser du vad som används, vad som är ert eget och vad som har gällt tidigare. En dialog som har börjat följer sin utgåva tills den som planerar väljer att byta.
toolbox-editions-refused = Kommunens egna filer används inte
toolbox-editions-refused-more = De passar inte ihop med den grund som följer med programmet. Den utgåva som användes förut gäller tills felen är rättade.
toolbox-editions-processes-title = Processer att välja mellan
toolbox-editions-steps = { $n ->
    [one] { $n } steg
   *[other] { $n } steg
}
toolbox-editions-gates = { $n ->
    [one] { $n } grind
   *[other] { $n } grindar
}
toolbox-editions-own = Kommunens eget
toolbox-editions-own-none = Kommunen använder metoden som den följer med programmet.
toolbox-editions-own-files = { $n ->
    [one] Kommunen har { $n } egen fil ovanpå grunden.
   *[other] Kommunen har { $n } egna filer ovanpå grunden.
}
toolbox-editions-differences = { $n ->
    [one] Se den skillnad som finns
   *[other] Se de { $n } skillnaderna
}
toolbox-editions-change = Lägg in egna filer
toolbox-editions-export = Hämta hela metoden som en fil (JSON)
toolbox-editions-all = Utgåvor
toolbox-editions-in-use = Används nu
toolbox-editions-base = Grunden i programmet
toolbox-editions-caption = Utgåvor som har använts, den senaste först
toolbox-editions-name = Utgåva
toolbox-editions-since = Från
toolbox-editions-by = Av
toolbox-editions-note = Anteckning
toolbox-editions-followed = Dialoger som följer den
toolbox-editions-processes = { $n ->
    [one] { $n } dialog
   *[other] { $n } dialoger
}
toolbox-editions-used = Används
toolbox-differences = Kommunens eget i metoden
toolbox-differences-lead = Vänster spalt visar grunden som följer med programmet. Höger spalt visar vad som gäller hos er.
toolbox-differences-back = Återgå till grunden
toolbox-differences-back-more = Då gäller grundens innehåll för filen. Det gäller dialoger som börjar efter det.
toolbox-differences-remove = Återgå
toolbox-change = Lägg in egna filer
toolbox-change-lead = Filerna läggs ovanpå grunden. Det som har samma nyckel ersätts, det som är nytt läggs till. Först ser du vad som ändras.
toolbox-change-file = Fil med metoden
toolbox-change-file-hint = En fil som slutar på .pack.json. Den som har en mapp med filer gör den med kommandot samspel pack export.
toolbox-change-replace = Ta bort egna filer som inte finns i den nya
toolbox-change-replace-hint = Annars behålls de.
toolbox-change-note = Vad ändras?
toolbox-change-look = Se vad som ändras
toolbox-change-take = Börja använda
toolbox-change-leave = Ändra ingenting
toolbox-change-choose = Välj en fil
toolbox-change-not-a-pack = Filen går inte att läsa: { $problem }
toolbox-change-refused = Metoden har fel och används inte. Rätta felen i filen och välj den igen. Det som gällde förut gäller fortfarande.
toolbox-change-faults = { $n ->
    [one] Ett fel
   *[other] { $n } fel
}
toolbox-done-method = Metoden är ändrad. Nya dialoger följer den nya utgåvan.
toolbox-done-method-file = Grundens innehåll gäller för filen.
toolbox-use = Använd i min dialog
toolbox-use-set = Använd förslaget i min dialog
