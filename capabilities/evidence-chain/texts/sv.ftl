# Kedjan från en röst till det som hände: belägg, insikter, idéer, åtgärder och svar.
chain-menu = Insikter
chain-bank-lead = Det kommunen har förstått, med det som styrker det. Sök innan ni frågar invånarna igen.
chain-search = Sök bland insikter
chain-words = Ord
chain-column-kind = Slag
chain-column-standing = Läge
chain-topic = Ämne
chain-area = Område
chain-group = Grupp
chain-year = År
chain-any = Alla
chain-all-kinds = Alla slag
chain-show = Visa
chain-show-all = Visa allt
chain-nothing = Inget passar det du sökte.
chain-empty = Här finns ingenting ännu. Belägg och insikter kommer från dialoger som är lästa, och från projektens egna intervjuer.
chain-empty-way = Gå till dialogerna
chain-found = { $n ->
    [one] En träff
   *[other] { $n } träffar
}
chain-support-title = Så hänger det ihop
chain-support = Ett belägg är det någon sa eller det ni såg. En insikt är vad ni förstår av det. Av insikter blir frågor, idéer, test och åtgärder. Varje länk går framåt och visar vem som gjorde den.
chain-export = Hämta som CSV
chain-standing-draft = Utkast
chain-standing-standing = Gäller
chain-standing-set-aside = Avförd

# Slagen.
chain-kind-evidence = Belägg
chain-kind-insight = Insikt
chain-kind-need = Behov
chain-kind-question = Fråga
chain-kind-idea = Idé
chain-kind-prototype = Prototyp
chain-kind-test = Test
chain-kind-measure = Åtgärd
chain-kind-effect = Nytta
chain-kind-answer = Svar
chain-kinds-evidence = Belägg
chain-kinds-insight = Insikter
chain-kinds-need = Behov
chain-kinds-question = Frågor
chain-kinds-idea = Idéer
chain-kinds-prototype = Prototyper
chain-kinds-test = Tester
chain-kinds-measure = Åtgärder
chain-kinds-effect = Nyttor
chain-kinds-answer = Svar
chain-new-evidence = Nytt belägg
chain-new-insight = Ny insikt
chain-new-need = Nytt behov
chain-new-question = Ny fråga
chain-new-idea = Ny idé
chain-new-prototype = Ny prototyp
chain-new-test = Nytt test
chain-new-measure = Ny åtgärd
chain-new-effect = Ny nytta
chain-new-answer = Nytt svar

# Styrkan.
chain-strength = { $evidence ->
    [one] Ett belägg
   *[other] { $evidence } belägg
} från { $sources ->
    [one] en källa
   *[other] { $sources } källor
} av { $kinds ->
    [one] ett slag
   *[other] { $kinds } slag
}, { $groups ->
    [one] en grupp hörd
   *[other] { $groups } grupper hörda
}
chain-warning-none = Inget belägg
chain-warning-one-source = Bara en källa
chain-warning-one-kind = Alla källor är av samma slag
chain-warning-contradicted = { $n ->
    [one] Ett belägg säger emot
   *[other] { $n } belägg säger emot
}
chain-voice-one = En person står bakom.
chain-voices = { $n } personer står bakom, av { $base } lästa texter.
chain-counted = { $n } av { $base } texter handlar om { $name }.

# En nod.
chain-edit = Ändra { $title }
chain-change = Ändra
chain-save = Spara
chain-rests-on = Vilar på
chain-conflict-who = { $name } sparade { $when }, medan du skrev.
chain-erased = Raderad text
chain-erased-note = Texten är raderad för att skydda någon. Länkarna står kvar, så att det syns att något har funnits här.
chain-beneath = Vilar på
chain-beneath-none = Ingenting ännu.
chain-against = Säger emot
chain-above = Leder till
chain-above-none = Ingenting ännu.
chain-removed = Borttagna länkar
chain-projects = Projekt som arbetar med det
chain-projects-none = Inget projekt.
chain-projects-all = Tjänstedesign
chain-place = Lägg i ett projekt
chain-place-save = Lägg till
chain-choose = Välj
chain-made = { $name }, { $when }
chain-changed = Ändrat av { $name }, { $when }
chain-column-origin = Kommer från
chain-traces = Följ tråden
chain-trace-back-link = Vad vilar det på?
chain-trace-on-link = Vad blev det av det?

# Länkar.
chain-link = Länka
chain-link-title = Länka till något i banken
chain-link-lead = Välj det som hör ihop. Det som kommer först i tråden leder till det andra.
chain-link-nothing = Inget att länka till. Sök på ett annat ord eller välj ett annat slag.
chain-link-reason = Varför hör de ihop?
chain-link-reason-hint = Skriv det som någon annan inte ser själv.
chain-link-save = Länka
chain-link-removed = Borttagen av { $name } { $when }: { $reason }
chain-sort = Hur talar det?
chain-sort-supports = Styrker
chain-sort-contradicts = Säger emot
chain-sort-leads-to = Leder till
chain-unlink = Ta bort länken
chain-unlink-title = Ta bort länken?
chain-unlink-lead = Länken försvinner ur tråden men står kvar i historiken, med ditt skäl.
chain-why = Varför?

# Radera.
chain-erase = Radera texten
chain-erase-lead = Texten tas bort och går inte att få tillbaka. Länkarna och antalet står kvar, med en markering att texten är raderad.
chain-erase-hint = Till exempel: personen går att känna igen.
chain-erase-save = Radera texten

# Från en dialog.
chain-gather = Skicka till tjänstedesign
chain-gather-lead = Välj teman och citat. De blir belägg i banken, och i ett projekt om du väljer ett.
chain-gather-empty = Det finns inga teman ännu. Läs och märk svaren först.
chain-gather-empty-way = Gå till kodningen
chain-gather-count = Ta med temat: { $n } av { $base } texter
chain-gather-no-quotes = Inga citat är märkta som att de får citeras.
chain-gather-insight = Vad förstår ni av det?
chain-gather-insight-hint = En insikt i en eller två meningar, utan lösning. Den sparas som utkast med belägg under.
chain-gather-project = Projekt
chain-gather-project-hint = Banken har dem alltid.
chain-gather-bank = Bara banken
chain-gather-save = Skicka
chain-taken = Är belägg
chain-dialogues = Dialoger

# Spår.
chain-trace-back = Vad vilar { $title } på?
chain-trace-back-lead = Allt som ledde hit, från det någon sa.
chain-trace-on = Vad blev det av { $title }?
chain-trace-on-lead = Allt som det ledde till, fram till svaret.
chain-trace-dialogue = Vad blev det av { $title }?
chain-trace-dialogue-lead = Belägg som kommer härifrån, och allt de ledde till.
chain-trace-project = Visa hela tråden
chain-trace-empty = Ingenting härifrån har blivit belägg ännu.
chain-trace-many = Bilden visas inte, för den skulle ha fler än 60 rutor. Listan har allt.
chain-picture = Tråden i { $nodes } delar med { $links } länkar. Samma sak står i listan.
chain-picture-name = Tråden som bild
chain-picture-caption = Streckade pilar säger emot. Streckade rutor är avförda eller raderade. Listan nedanför har samma innehåll.
chain-comes-from = Kommer av:
chain-files = Hämta

# Ett projekts sidor.
chain-page-trace = Vad blev det av det?
chain-pages = Tråden
chain-project-empty = Ingenting ännu. Skriv nytt, eller hämta från banken.
chain-unplace = Ta ut ur projektet
chain-from-bank = Hämta från banken
chain-from-bank-none = Banken har inget mer av det slaget.
chain-from-bank-choose = Det här finns i banken
chain-from-bank-save = Lägg i projektet

# Kolumner i filer.
chain-column-id = Identitet
chain-column-title = Rubrik
chain-column-text = Text
chain-column-status = Status
chain-column-reason = Skäl
chain-column-groups = Grupper
chain-column-source = Källa
chain-column-voices = Personer
chain-column-base = Av texter
chain-column-supporting = Styrker
chain-column-contradicting = Säger emot
chain-column-made = Skriven
chain-column-from-kind = Kommer av slag
chain-column-from = Kommer av
chain-column-sort = Länk
chain-column-link-reason = Länkens skäl

# Kvitton.
chain-done-added = Sparat.
chain-done-saved = Sparat.
chain-done-placed = Det ligger i projektet.
chain-done-unplaced = Det är uttaget ur projektet och finns kvar i banken.
chain-done-linked = Länkat.
chain-done-unlinked = Länken är borttagen. Den står kvar i historiken.
chain-done-erased = Texten är raderad.
chain-done-gathered = Det du valde är belägg nu.

# Fel.
chain-sent-twice = Formuläret är redan skickat.
chain-error-ground = Läget kräver att det vilar på minst ett av: { $kinds }. Länka först, eller välj utkast.
chain-error-order = Det du länkar från måste komma före i tråden.
chain-error-sort = Välj om det styrker eller säger emot.
chain-error-erased = Texten är raderad och går inte att ändra.
chain-error-erase-reason = Skriv varför texten raderas.
chain-error-unlink-reason = Skriv varför länken tas bort.
chain-error-last-ground = Det är det sista som det vilar på. Gör det till utkast först, eller länka något annat.
chain-error-nothing-picked = Välj minst ett tema eller citat.
chain-error-nothing-chosen = Välj minst en.
chain-error-project = Välj ett projekt.

# Sidan för den som svarade.
chain-voice-title = Vad det blev av ditt svar
chain-voice-lead = Du var med i ”{ $title }”. Här är vad det ledde till.
chain-voice-not-yet = Ingenting att visa ännu. Svaren läses.
chain-voice-used = Det du sa är med i underlaget. Det vi förstår och gör visas här när det är klart.
chain-voice-feedback = Vi har lovat att svara senast { $date }.
chain-voice-understood = Det här har vi förstått
chain-voice-needs = Det behövs
chain-voice-questions = Frågorna vi arbetar med
chain-voice-ideas = Idéerna
chain-voice-tried = Det här har vi provat
chain-voice-measures = Det här gör vi
chain-voice-effects = Det här ska det ge
chain-voice-answers = Svaret till dig
chain-voice-set-aside = Går inte vidare
chain-voice-because = Skäl: { $reason }
chain-voice-mine = Visa mitt svar

# Ett beslut.
chain-decision = { $body } § { $paragraph }, { $date }
chain-decision-title = Vad vilar beslutet på?
chain-decision-measures = Åtgärder som beslutet gäller
chain-decision-none = Ingen åtgärd är kopplad till beslutet ännu.
chain-decision-untie = Koppla loss
chain-decision-choose = Koppla en åtgärd
chain-decision-tie = Koppla till beslutet
chain-decisions = Beslut
chain-error-no-measure = Bara åtgärder kan kopplas till ett beslut.

# Effektkedjan på nyttornas sida.
chain-effects = Effektkedja
chain-effects-finding = { $benefits ->
    [one] 1 nytta
   *[other] { $benefits } nyttor
}. { $alone ->
    [0] Till alla leder en åtgärd.
    [one] Till 1 av dem leder ingen åtgärd.
   *[other] Till { $alone } av dem leder ingen åtgärd.
}
chain-effects-change = Åtgärd
chain-effects-obstacle = Hinder:
chain-effects-obstacles = Hinder
chain-effects-effect = Effekt
chain-effects-benefit = Nytta
chain-effects-goal = Mål
chain-effects-status = Läge
chain-effects-none = Ingen åtgärd leder hit
chain-effects-loose = De här åtgärderna leder inte till någon nytta än:
