# Arbetsytans ord om dialoger. Metodens innehåll finns i content/.
dialogues-menu-today = Översikt
dialogues-menu-dialogues = Dialoger
dialogues-untitled = Dialog utan rubrik
dialogues-state = Läge:

dialogues-head-label = Dialogens sidor
dialogues-head-tasks = Uppgifter
dialogues-head-activities = Aktiviteter
dialogues-head-results = Resultat
dialogues-head-report = Rapport
dialogues-head-answers = Svar
dialogues-head-checklist = Checklista
dialogues-head-sheets = Mallar
dialogues-head-documents = Dokument
dialogues-head-history = Historik
dialogues-head-preview = Förhandsgranska

dialogues-today-title = Översikt
dialogues-today-duties = Att göra idag
dialogues-today-nothing = Inget väntar. Här visas datum som närmar sig och sådant som är försenat.
dialogues-today-mine = Mina dialoger
dialogues-today-none-mine = Du ansvarar inte för någon dialog som pågår.
dialogues-today-counts = Läget just nu
dialogues-today-counts-caption = Antal dialoger i varje fas
dialogues-count-hidden = Planeras
dialogues-count-coming = Kommande
dialogues-count-open = Öppna
dialogues-count-closed = Stängda, sammanställs
dialogues-count-deciding = Inför beslut
dialogues-count-decided = Beslutade, väntar på återkoppling
dialogues-duty-late = Försenad, skulle ha varit klar { $day }
dialogues-duty-today = Senast idag
dialogues-duty-due = Senast { $day }
dialogues-duty-promised = Håll det ni har lovat
dialogues-duty-ready = Nästa steg kan tas
dialogues-next-opens = Öppnar { $day }
dialogues-next-closes = Stänger { $day }
dialogues-next-feedback = Återkoppling senast { $day }

dialogues-list-title = Dialoger
dialogues-list-caption = Dialoger med fas, läge, nivå och datum
dialogues-list-empty = Ingen dialog passar. Här visas alla dialoger, också utkast.
dialogues-all-link = Visa alla dialoger
dialogues-filter-label = Filtrera dialoger
dialogues-filter-words = Sök på ord
dialogues-filter-phase = Fas
dialogues-filter-area = Område
dialogues-filter-all = Alla
dialogues-filter-mine = Bara mina
dialogues-filter-submit = Visa dialoger
dialogues-found = { $n ->
    [0] Ingen dialog
    [one] 1 dialog
   *[other] { $text } dialoger
}
dialogues-column-title = Dialog
dialogues-column-phase = Fas
dialogues-column-state = Läge
dialogues-column-level = Nivå
dialogues-column-period = Öppen
dialogues-column-feedback = Återkoppling senast
dialogues-column-count = Antal
dialogues-phase-hidden = Planeras
dialogues-phase-information = Information
dialogues-phase-coming = Kommande
dialogues-phase-open = Pågår
dialogues-phase-closed = Stängd
dialogues-phase-deciding = Inför beslut
dialogues-phase-decided = Beslutad
dialogues-phase-answered = Återkopplad
dialogues-phase-ended = Avslutad
dialogues-phase-paused = Pausad
dialogues-phase-cancelled = Avbruten

dialogues-new-link = Starta en dialog
dialogues-new-title = Starta en dialog
dialogues-new-lead = Börja med frågan. Resten av planen fyller du i steg för steg, och inget visas för invånarna förrän dialogen är publicerad.
dialogues-new-name = Rubrik
dialogues-new-name-hint = Kort och med invånarnas ord. Den går att ändra senare.
dialogues-new-question = Vilken fråga vill ni ha svar på?
dialogues-new-question-hint = En mening som slutar med frågetecken.
dialogues-new-copy = Utgå från en tidigare dialog
dialogues-new-copy-hint = Planens texter följer med. Datum, prövning och diarienummer fyller du i på nytt.
dialogues-new-copy-none = Börja från början
dialogues-new-submit = Skapa utkast
dialogues-copy-link = Kopiera planen till en ny dialog
dialogues-already-created = Dialogen är redan skapad. Gå till listan över dialoger för att öppna den
dialogues-error-title = Skriv en rubrik
dialogues-error-question = Skriv frågan som ni vill ha svar på

dialogues-progress = { $done } av { $of } uppgifter är klara
dialogues-step-next = Nästa steg
dialogues-step-ready = Inget saknas. Du kan ta steget nu.
dialogues-step-ready-other = Inget saknas. Steget tas av den som godkänner.
dialogues-step-missing = { $n ->
    [one] 1 sak saknas
   *[other] { $text } saker saknas
}
dialogues-step-other = Andra val
dialogues-step-to = Läget blir: { $state }.
dialogues-step-reason = Varför?
dialogues-step-reason-public = Skälet visas för alla på dialogens sida.
dialogues-step-reason-internal = Skälet sparas i historiken.
dialogues-step-back = Gå tillbaka till uppgifterna
dialogues-step-not-yours = Steget tas av någon med en annan roll. Be dialogsamordnaren om hjälp.
dialogues-step-already = Dialogen är redan i ett annat läge
dialogues-error-missing = Gör klart det som saknas innan du tar steget
dialogues-error-reason = Skriv varför
dialogues-error-public-reason = Skriv varför. Skälet visas för alla
dialogues-support-level = Nivå och löfte
dialogues-support-no-level = Ingen nivå är vald än. Välj nivå när prövningen är klar.
dialogues-support-not-promise = Lova inte:
dialogues-support-show = Det här ska ni kunna visa
dialogues-support-methods = Metoder som brukar passa:
dialogues-support-owed = Det ni har lovat
dialogues-support-warnings = Att tänka på
dialogues-support-sheets = Mallar
dialogues-support-all-sheets = Läget för alla mallar

dialogues-task-chapter = Läs mer i handboken: { $name }
dialogues-task-help = Stöd för steget
dialogues-task-english = engelska
dialogues-task-to-english = Skriv texterna på engelska
dialogues-task-to-swedish = Gå till de svenska texterna
dialogues-task-reason = Varför ändrar ni?
dialogues-task-reason-hint = Behövs när nivå, löfte eller datum ändras efter publicering. Skälet visas för alla.
dialogues-task-finished = Har du gjort klart det här steget?
dialogues-task-save = Spara
dialogues-task-read-only = Du kan läsa men inte ändra.
dialogues-error-held = { $what }. Uppgiften behövs för ett steg som redan är taget
dialogues-conflict-who = { $name } sparade { $when }.

dialogues-checklist-progress = { $done } av { $of } punkter är klara
dialogues-checklist-before = Före dialogen
dialogues-checklist-during = Under dialogen
dialogues-checklist-after = Efter dialogen
dialogues-checklist-by-itself = Klar genom det som står i planen.
dialogues-checklist-change = Bocka av eller ändra
dialogues-checklist-done = Markera som klar
dialogues-checklist-na = Gäller inte här
dialogues-checklist-open = Öppna igen
dialogues-checklist-not-applicable = Gäller inte
dialogues-checklist-note = Anteckning
dialogues-checklist-note-text = Skriv vad ni kom fram till
dialogues-checklist-note-file = Skriv var dokumentet finns
dialogues-checklist-note-date = Skriv när det gjordes
dialogues-checklist-note-link = Skriv länken
dialogues-checklist-noted = { $name }, { $when }
dialogues-error-tick = Välj om punkten är klar eller inte gäller
dialogues-error-tick-reason = Skriv varför punkten inte gäller
dialogues-error-tick-held = Punkten behövs för ett steg som redan är taget. Gå tillbaka ett steg om den ska öppnas igen
dialogues-error-note-long = Korta anteckningen till högst 2 000 tecken


dialogues-documents-empty = Inga dokument. Här samlas underlag, protokoll och bilagor som hör till dialogen.
dialogues-documents-add = Lägg till ett dokument
dialogues-documents-title = Dokumentets namn
dialogues-documents-title-hint = Skriv så att en invånare förstår vad dokumentet är.
dialogues-documents-file = Fil
dialogues-documents-file-hint = PDF, Word, Excel, PowerPoint, OpenDocument, bild, CSV eller text. Högst 10 MB.
dialogues-documents-make-public = Visa dokumentet på dialogens sida
dialogues-documents-make-public-hint = Kontrollera att det inte innehåller personuppgifter och att det är tillgängligt.
dialogues-documents-submit = Lägg till dokumentet
dialogues-documents-public = Publik
dialogues-documents-internal = Intern
dialogues-documents-show = Visa publikt
dialogues-documents-hide = Gör internt
dialogues-documents-remove = Ta bort
dialogues-documents-removed = Borttagna dokument
dialogues-documents-restore = Ångra borttagningen
dialogues-error-document-title = Skriv vad dokumentet heter
dialogues-error-document-title-long = Korta namnet till högst 150 tecken
dialogues-error-file-missing = Välj en fil
dialogues-error-file-empty = Filen är tom. Välj en annan fil
dialogues-error-file-large = Filen är för stor. Välj en fil som är högst 10 MB
dialogues-error-file-kind = Filtypen går inte att lägga till. Välj en PDF, ett kontorsdokument utan makron, en bild, CSV eller text
dialogues-error-file-ending = Filens namn och innehåll stämmer inte överens. Spara filen på nytt i rätt format
dialogues-error-choice = Välj vad som ska göras med dokumentet

dialogues-history-empty = Inget har hänt än. Här visas allt som sparas och ändras.
dialogues-history-public = Visas för alla
dialogues-history-saved = Planen sparades.
dialogues-history-task = Sparade ”{ $what }”.
dialogues-history-field = { $what } ändrades från ”{ $from }” till ”{ $to }”.
dialogues-history-state = Läget ändrades från { $from } till { $to }.
dialogues-history-item-done = Checklistan, klar: { $what }
dialogues-history-item-not-applicable = Checklistan, gäller inte: { $what }
dialogues-history-item-open = Checklistan, öppnad igen: { $what }

dialogues-done-created = Utkastet är skapat. Fortsätt med uppgifterna nedan
dialogues-done-saved = Sparat
dialogues-done-saved-unfinished = Sparat, men något saknas innan steget är klart
dialogues-done-step = Läget är ändrat
dialogues-done-tick = Checklistan är uppdaterad
dialogues-done-document = Dokumentet är tillagt
dialogues-done-document-shown = Dokumentet visas på dialogens sida
dialogues-done-document-hidden = Dokumentet är internt
dialogues-done-document-removed = Dokumentet är borttaget. Du kan ångra längre ner på sidan
dialogues-done-document-restored = Dokumentet är tillbaka

# -- Process templates and editions of the method -----------------------------------------------------------------
dialogues-new-template = Hur ska dialogen gå till?
dialogues-new-template-hint = Välj den process som passar frågan. Standarddialog passar de flesta.
dialogues-plan-template = Process: { $name }
dialogues-edition-offered = Metoden har ändrats sedan dialogen började. Dialogen följer den utgåva den började med.
dialogues-edition-see = Se vad som är nytt och byt om du vill
dialogues-edition-title = Ny utgåva av metoden
dialogues-edition-lead = Dialogen följer utgåva { $from }. Nu används { $to }. Du väljer själv om dialogen ska byta. Det ni har skrivit finns kvar.
dialogues-edition-same = Dialogen följer den utgåva av metoden som används nu.
dialogues-edition-missing = { $n ->
    [one] Efter bytet saknas en sak som den nya utgåvan kräver för läget ni är i:
   *[other] Efter bytet saknas { $n } saker som den nya utgåvan kräver för läget ni är i:
}
dialogues-edition-take = Byt till den nya utgåvan
dialogues-edition-stay = Behåll den utgåva dialogen har
dialogues-edition-read-only = Den som planerar dialogen kan byta utgåva.
dialogues-done-edition = Dialogen följer nu den nya utgåvan av metoden.
dialogues-error-edition = Dialogen kan inte byta, för den nya utgåvan har inte det läge som dialogen är i.
dialogues-history-edition = Bytte utgåva av metoden från { $from } till { $to }
