# Uppdrag, beslut och svar.
cases-menu-assignments = Uppdrag
cases-all = Alla
cases-choose = Välj
cases-show = Visa
cases-overdue = Försenat
cases-sent-twice = Formuläret var redan skickat. Uppgifterna är sparade en gång.

cases-assignment-received = Mottaget
cases-assignment-ongoing = Pågår
cases-assignment-partly-reported = Delredovisat
cases-assignment-reported = Slutredovisat
cases-assignment-written-off = Avskrivet
cases-effect-none = Dialogen påverkade inte beslutet
cases-effect-partly = Dialogen påverkade delar av beslutet
cases-effect-large = Dialogen påverkade beslutet mycket
cases-outcome-done = Genomförs
cases-outcome-partly = Genomförs delvis
cases-outcome-investigated = Utreds
cases-outcome-under-way = Redan på gång
cases-outcome-no = Genomförs inte
cases-outcome-outside = Utanför kommunens ansvar
cases-stage-heard = Tack och det vi hörde
cases-stage-answered = Svar efter beslutet
cases-stage-followed-up = Så går det

cases-assignments-lead = Det nämnden eller styrelsen har bett om. Försenade uppdrag står först.
cases-assignments-empty = Här finns inga uppdrag. Registrera ett när nämnden har beslutat om det.
cases-assignments-caption = { $n ->
    [one] { $text } uppdrag
   *[other] { $text } uppdrag
 }
cases-assignment-new = Registrera uppdrag
cases-assignment-edit = Ändra uppdraget
cases-assignment-save = Spara uppdrag
cases-assignment-title = Uppdrag från { $body } { $date }
cases-assignment-dialogues = Dialoger i uppdraget
cases-assignment-no-dialogues = Ingen dialog är kopplad till uppdraget.
cases-assignment-link = Koppla dialogen
cases-assignment-link-label = Dialog
cases-assignment-unlink = Ta bort kopplingen
cases-done-assignment = Uppdraget är sparat.
cases-done-link = Kopplingen är ändrad.
cases-duty-assignment = Redovisa uppdraget

cases-field-assignment = Uppdrag
cases-field-body = Vem gav uppdraget?
cases-field-decided = När beslutades det?
cases-field-paragraph = Paragraf
cases-field-wording = Uppdragets text
cases-field-wording-hint = Så som det står i protokollet.
cases-field-due = Ska redovisas senast
cases-field-due-hint = Lämna tomt om nämnden inte har satt något datum.
cases-field-case-number = Diarienummer
cases-field-case-number-hint = Så som det skrivs i ert diarium, till exempel KS 2026/0123.
cases-field-responsible = Kontor eller enhet som ansvarar
cases-field-status = Läge
cases-field-note = Egen anteckning
cases-error-body = Skriv vilken nämnd eller styrelse det gäller
cases-error-decided = Skriv datumet för beslutet med dag, månad och år
cases-error-wording = Skriv vad nämnden gav i uppdrag
cases-error-due = Skriv datumet med dag, månad och år, eller lämna det tomt
cases-error-due-before = Uppdraget kan inte redovisas före beslutet. Kontrollera datumen
cases-error-status = Välj läge

cases-decisions = Beslut
cases-decisions-title = Beslut: { $title }
cases-decisions-empty = Inget beslut är infört. För in det när protokollet är justerat.
cases-decision-heading = { $body } { $date } § { $paragraph }
cases-decision-new = För in beslut
cases-decision-edit = Ändra beslutet
cases-decision-save = Spara beslut
cases-field-decision-body = Vem beslutade?
cases-field-decision-date = När?
cases-field-decision = Vad beslutades?
cases-field-decision-hint = Så som det står i protokollet.
cases-field-effect = Hur mycket påverkade dialogen beslutet?
cases-field-effect-reason = Hur vägdes dialogen in?
cases-field-effect-reason-hint = Det här visas på dialogens sida.
cases-error-decided-later = Beslutet kan inte vara fattat senare än i dag. Kontrollera datumet
cases-error-decision-wording = Skriv vad som beslutades
cases-error-effect = Välj hur mycket dialogen påverkade
cases-error-effect-reason = Skriv hur dialogen vägdes in, eller varför den inte gjorde det
cases-done-decision = Beslutet är sparat och visas på dialogens sida.

cases-answers = Ni sa – vi gör
cases-answers-title = Ni sa – vi gör: { $title }
cases-answers-lead = Varje tema ska få ett svar. Dialogen kan inte avslutas förrän alla har det.
cases-answers-due = Svaret är utlovat till { $date }.
cases-answers-empty = Det finns inga teman att svara på än. De skapas när svaren kodas.
cases-answers-to-plan = Gå till kodplanen
cases-answers-progress = { $n } av { $all } teman har ett svar
cases-answers-caption = Teman, av { $text } kodade texter
cases-answer-missing = Svar saknas
cases-not-published = Inte publicerat
cases-publish-title = Publicera svaren
cases-publish-missing = { $n ->
    [one] Ett tema saknar svar. Du kan publicera resten nu.
   *[other] { $text } teman saknar svar. Du kan publicera resten nu.
 }
cases-publish-text = { $n ->
    [0] Svaren visas på dialogens sida. Ingen har bett om mejl.
    [one] Svaren visas på dialogens sida och mejlas till en person som har bett om det.
   *[other] Svaren visas på dialogens sida och mejlas till { $text } personer som har bett om det.
 }
cases-publish = Publicera svaren
cases-nothing-to-publish = Alla skrivna svar är redan publicerade. Skriv eller ändra ett svar först.
cases-see-results = Se resultatsidan
cases-sent = Utskick
cases-sent-to = { $n ->
    [one] { $text } mottagare
   *[other] { $text } mottagare
 }
cases-done-publish = Svaren är publicerade.
cases-done-answer = Svaret är sparat.

cases-answer-title = Svar: { $theme } – { $title }
cases-answer-base = { $n } texter av { $base } kodade handlar om temat.
cases-answer-quotes = Det här sa de
cases-answer-is-public = Svaret är publicerat. Det du ändrar syns direkt för alla.
cases-answer-save = Spara svar
cases-field-theme = Tema
cases-field-count = Antal
cases-field-you-said = Ni sa
cases-field-you-said-hint = En mening som deltagarna känner igen, till exempel: Parken behöver mer skugga.
cases-field-outcome = Vi gör
cases-field-published = Publicerat
cases-field-answer-reason = Vad gör vi, och varför?
cases-field-answer-reason-hint = Säg vad som händer. Om något inte blir av, säg varför.
cases-field-answer-responsible = Vem ansvarar?
cases-field-when = När?
cases-field-when-hint = Till exempel: september 2026.
cases-field-rests-on = Vilar på beslutet
cases-no-decision = Inget beslut
cases-error-you-said = Skriv vad deltagarna sa, i en mening
cases-error-outcome = Välj vad som händer
cases-error-answer-reason = Skriv vad ni gör och varför
cases-error-responsible = Skriv vem som ansvarar

cases-answer-mail-subject = Svar från kommunen: { $title }
cases-answer-mail-body = Hej

    Du ville veta vad som händer efter dialogen "{ $title }". Nu har { $municipality } svarat { $n ->
        [one] på det som kom fram.
       *[other] på alla { $n } teman som kom fram.
    }

    Läs svaren här:
    { $link }

    Vill du inte ha fler mejl om dialogen? Öppna länken:
    { $leave }

    { $municipality }
