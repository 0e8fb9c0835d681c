# Layouts, component kit and pages about faults.

## Frame
web-title-error = Fel:
web-skip = Hoppa till innehållet
web-languages = Språk
web-menu = Huvudmeny
web-menu-dialogues = Dialoger
web-menu-how = Så fungerar det
web-menu-my-answer = Mitt svar
web-crumbs = Du är här
web-footer = Om webbplatsen
web-footer-accessibility = Tillgänglighetsredogörelse
web-footer-privacy = Personuppgifter
web-footer-contact = Kontakt
web-scheme = Visning:
web-scheme-light = Ljus
web-scheme-dark = Mörk
web-scheme-device = Som enheten

## Desk
web-desk = Arbetsyta
web-desk-menu = Meny
web-desk-public = Publika sidan
web-desk-support = Stöd
web-account = Konto och språk
web-sign-out = Logga ut

## Forms
web-error-summary = Något saknas eller är fel
web-error-prefix = Fel:
web-optional = (frivilligt)
web-counter-left = Du har %n% tecken kvar
web-counter-over = Du har skrivit %n% tecken för mycket
web-counter-most = Högsta antal tecken:
web-date-hint = Till exempel 17 3 2026
web-date-day = Dag
web-date-month = Månad
web-date-year = År
web-change = Ändra
web-no-answer = Inget svar
web-print = Skriv ut
web-copy = Kopiera koden
web-copied = Koden är kopierad

## Someone else saved first
web-conflict-title = Någon annan har ändrat under tiden
web-conflict-text = Inget är överskrivet. Jämför texterna, ändra om du vill och spara igen.
web-conflict-theirs = Så står det nu
web-conflict-mine = Så skrev du

## States of a dialogue
web-state-draft = Utkast
web-state-published = Kommande
web-state-open = Pågår
web-state-closed = Stängd
web-state-compiled = Sammanställd
web-state-decided = Beslutad
web-state-answered = Återkopplad
web-state-paused = Pausad
web-state-cancelled = Avbruten
web-state-information = Information
web-phase-done = Klart.
web-phase-late = Försenat

## States of a task
web-task-not-started = Inte påbörjat
web-task-started = Pågår
web-task-done = Klart
web-task-blocked = Kan inte börja än
web-task-not-needed = Behövs inte

## What becomes of a view
web-outcome-done = Genomförs
web-outcome-partly = Delvis
web-outcome-investigated = Utreds
web-outcome-under-way = Redan på gång
web-outcome-no = Nej
web-outcome-outside = Utanför vårt ansvar

## Lists of pages
web-pages = Sidor
web-pages-page = Sida
web-pages-previous = Föregående
web-pages-next = Nästa

## Charts
web-as-table = Visa som tabell
web-table-choice = Svar
web-table-count = Antal
web-table-share = Andel
web-table-base = Underlag (n)
web-table-group = Grupp
web-table-period = Period
web-few = Visas inte
web-comparison-ours = Deltagare
web-comparison-theirs = Befolkningen

## Theme
web-theme-unchanged = Färgen används som den är. Vit text syns tydligt på den.
web-theme-dark-text = Vit text går inte att läsa på färgen. Texten på knapparna är därför mörk.
web-theme-edge = Färgen är ljus. Knapparna får därför en mörkare kant så att de syns mot sidan.
web-theme-moved = Ingen text gick att läsa på färgen. Knapparna har fått en närliggande färg.

## Faults
web-fault-onward = Gå vidare
web-fault-to-dialogues = Se alla dialoger
web-fault-to-home = Gå till startsidan
web-fault-to-contact = Kontakta oss
web-fault-reference = Felnummer, om du kontaktar oss:
web-fault-not-found-title = Sidan finns inte
web-fault-not-found-text = Adressen kan vara fel skriven, eller så har sidan flyttat.
web-fault-gone-title = Det här är avslutat
web-fault-forbidden-title = Du har inte behörighet
web-fault-forbidden-text = Din roll ger inte tillgång till sidan. Inget har ändrats. Be en administratör om du behöver den.
web-fault-withheld-title = Du behöver göra något först
web-fault-sign-in-title = Logga in först
web-fault-sign-in-text = Du behöver logga in för att se sidan.
web-fault-rule-title = Det går inte än
web-fault-conflict-title = Någon annan har ändrat under tiden
web-fault-conflict-text = Inget är överskrivet. Gå tillbaka, kopiera det du skrev och ladda om sidan för att se vad som gäller nu.
web-fault-too-many-title = Vänta en stund
web-fault-too-many-text = Det kom många försök från din anslutning på kort tid. Vänta en minut och försök igen. Gå tillbaka för att få fram det du skrev.
web-fault-too-large-title = Det du skickade är för stort
web-fault-too-large-text = En fil får vara högst 10 MB. Gå tillbaka, korta texten eller välj en mindre fil och skicka igen.
web-fault-bad-request-title = Vi kunde inte läsa det du skickade
web-fault-encoding = Texten är inte kodad som UTF-8. Spara den i det formatet och skicka igen. Inget är sparat.
web-fault-no-form = Inget formulär kom fram. Gå tillbaka och skicka igen. Inget är sparat.
web-fault-unreadable-form = Formuläret kom inte fram helt. Gå tillbaka och skicka igen. Inget är sparat.
web-fault-internal-title = Det gick inte att visa sidan
web-fault-internal-text = Felet är vårt och är noterat. Om du skickade något är det inte säkert att det sparades. Gå tillbaka och försök igen om en stund.
