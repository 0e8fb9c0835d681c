# Mallar
sheets-menu = Mallar
sheets-templates = Mallar
sheets-untitled = Utan rubrik
sheets-list-lead = Mallarna fylls i med det ni har skrivit i planeringen. Komplettera, kommentera och godkänn.
sheets-list-caption = Mallarna och hur långt de har kommit
sheets-column-template = Mall
sheets-column-standing = Läge
sheets-column-missing = Saknas före godkännande
sheets-nothing-missing = Inget
sheets-progress = { $written } av { $of } fält är ifyllda
sheets-standing = Läge:
sheets-standing-draft = Utkast
sheets-standing-approved = Godkänd, version { $n }
sheets-standing-changed = Ändrad efter version { $n }
sheets-blanks = Metodens mallar
sheets-blanks-lead = Läs vad varje mall innehåller och skriv ut den tom. Öppna en dialog, ett projekt eller en samverkan för att fylla i en mall.
sheets-blanks-link = Tomma blanketter att skriva ut
sheets-blank = Blankett
sheets-blank-link = Tom blankett att skriva ut
sheets-blank-where = Det här är en tom blankett. I en dialog, ett projekt eller en samverkan fylls mallen i med det ni redan har skrivit.
sheets-blank-docx = Tom blankett som Word (DOCX)
sheets-blank-pdf = Tom blankett som PDF
sheets-file-blank = tom
sheets-read-in-book = Läs mer i handboken
sheets-files = Filer
sheets-draft-docx = Utkastet som Word (DOCX)
sheets-draft-pdf = Utkastet som PDF
sheets-not-concerned = Avsnittet gäller inte här.
sheets-not-written = Inte ifyllt.
sheets-required = Behövs före godkännande.
sheets-fetched-from = Hämtat från
sheets-fetched-change = Hämtat från: { $from }. Ändra om det inte stämmer.
sheets-written-in = Skrivs i
sheets-live = Gå till innehållet
sheets-only-on-paper = Avsnittet finns på den tomma blanketten och fylls i för hand.
sheets-missing = Det här saknas
sheets-versions = Godkända versioner
sheets-versions-none = Ingen version är godkänd.
sheets-version-line = Version { $number }, { $when }, { $name }
sheets-version = version { $n }
sheets-version-approved = Godkänd { $when } av { $name }. Innehållet ändras inte.
sheets-version-newer = Det finns en nyare version
sheets-version-hash = Kontrollsumma (SHA-256)
sheets-version-docx = Versionen som Word (DOCX)
sheets-version-pdf = Versionen som PDF
sheets-head-date = Datum
sheets-head-case-number = Diarienummer
sheets-head-standing = Läge
sheets-head-version = Version
sheets-head-approved-by = Godkänd av
sheets-fill-link = Fyll i mallen
sheets-fill-title = Fyll i: { $name }
sheets-fill-lead = Här står bara det som planeringen inte frågar om. Det du skriver syns också i andra mallar där det hör hemma.
sheets-fill-nothing = Mallen frågar inte efter något eget. Allt skrivs i planeringen.
sheets-fill-reason = Varför ändrar ni?
sheets-fill-reason-hint = Skriv skälet om ni ändrar något som invånarna redan har läst. Skälet visas för alla.
sheets-fill-save = Spara mallen
sheets-read-only = Du kan läsa men inte ändra.
sheets-back = Tillbaka till { $name }
sheets-conflict-who = { $name } sparade { $when }.
sheets-approve-link = Godkänn mallen
sheets-approve-title = Godkänn: { $name }
sheets-approve-lead = En godkänd version sparas som den är, med datum och namn. Ändrar någon planen efteråt blir det ett nytt utkast.
sheets-approve-submit = Godkänn som ny version
sheets-approve-not-yours = Du får inte godkänna den här mallen. Be någon som får göra det.
sheets-approve-content = Det här godkänns
sheets-already-approved = Det som står är redan godkänt
sheets-error-missing = Fyll i det som saknas innan mallen godkänns
sheets-error-changed = Någon ändrade medan du läste. Läs igenom igen och godkänn sedan
sheets-error-held = Ett steg som redan är taget behöver: { $what }. Gå tillbaka ett steg om det ska ändras
sheets-error-reason = Skriv varför ni ändrar. Skälet visas för alla
sheets-error-choice = Välj att markera kommentaren som klar eller öppna den igen
sheets-error-comment-empty = Skriv en kommentar
sheets-error-comment-long = Korta kommentaren till högst 2 000 tecken
sheets-comment-add = Kommentera
sheets-comment-on = Kommentar till { $section }
sheets-comment-send = Spara kommentaren
sheets-comment-said = { $name }, { $when }.
sheets-comment-resolved = Klar enligt { $name }, { $when }.
sheets-comment-resolve = Markera som klar
sheets-comment-reopen = Öppna kommentaren igen
sheets-done-comment = Kommentaren är sparad
sheets-done-resolved = Kommentaren är markerad som klar
sheets-done-reopened = Kommentaren är öppen igen
sheets-done-saved = Mallen är sparad
sheets-done-approved = Mallen är godkänd
sheets-comments = { $n ->
    [one] 1 kommentar
   *[other] { $n } kommentarer
}
sheets-comments-open = { $n ->
    [one] 1 är inte klar
   *[other] { $n } är inte klara
}
sheets-comments-waiting = { $n ->
    [one] 1 kommentar är inte klar
   *[other] { $n } kommentarer är inte klara
}
sheets-approve-missing = { $n ->
    [one] 1 uppgift saknas
   *[other] { $n } uppgifter saknas
}
