# Information pages: what the municipality tells, how it is written, and where officials begin.

## Menu
information-menu-begin = Börja här
information-menu-texts = Informationssidor

## Public pages
information-untranslated = Sidan finns bara på svenska.
information-changed = Senast ändrad { $date }
information-step = Steg { $n }
information-promise = Vi lovar:
information-not-promise = Vi lovar inte:
information-show = Efteråt visar vi:
information-methods = Vanliga sätt:
information-ongoing = Pågår
information-ongoing-none = Ingen dialog pågår just nu.
information-coming = Kommer
information-coming-none = Ingen ny dialog är planerad än.
information-compiling = Sammanställs
information-compiling-none = Ingen dialog sammanställs just nu.
information-finished = Avslutade
information-finished-none = Ingen dialog är avslutad än.
information-informing = Information
information-closes = Stänger { $date }
information-opens = Öppnar { $date }
information-answer-by = Svar senast { $date }
information-closed = Stängde { $date }
information-contact-municipality = Kommun
information-contact-email = E-post
information-contact-phone = Telefon
information-contact-address = Adress
information-controller = Personuppgiftsansvarig
information-officer = Dataskyddsombud

## Accessibility statement
information-statement-lead = { $municipality } står bakom { $service }. Vi vill att alla ska kunna använda webbplatsen. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vad som inte fungerar och hur du berättar det för oss.
information-conforms-full = Webbplatsen är helt förenlig med lagen.
information-conforms-partial = Webbplatsen är delvis förenlig med lagen. Det som inte är tillgängligt står här nedanför.
information-conforms-none = Webbplatsen är inte förenlig med lagen. Det som inte är tillgängligt står här nedanför.
information-statement-own = Kommunen har inte bedömt webbplatsen än. Det som står här kommer från dem som har gjort programmet.
information-statement-gaps = Innehåll som inte är tillgängligt
information-statement-no-gaps = Vi känner inte till något som inte är tillgängligt.
information-statement-other-form = Behöver du innehållet i en annan form? Hör av dig, så ordnar vi det.
information-statement-burden = Undantag för oskäligt betungande anpassning
information-statement-burden-lead = Det här har vi inte gjort tillgängligt, eftersom det skulle kosta mer än det ger.
information-statement-outside = Innehåll som lagen inte gäller
information-statement-how = Så har vi prövat webbplatsen
information-assessed-own = Kommunen har själv bedömt webbplatsen.
information-assessed-outside = Någon utanför kommunen har bedömt webbplatsen.
information-statement-reviewed = Senaste bedömning
information-statement-updated = Redogörelsen uppdaterad
information-statement-tell = Berätta om något inte fungerar
information-statement-tell-text = Säg vilken sida det gäller och vad du ville göra. Vi hjälper dig att delta på ett annat sätt under tiden. { $n ->
    [one] Du får svar inom { $text } arbetsdag.
   *[other] Du får svar inom { $text } arbetsdagar.
}
information-statement-supervision = Tillsyn
information-statement-supervision-text = Myndigheten för digital förvaltning kontrollerar att lagen följs. Om du inte är nöjd med hur vi hanterar det du påpekar kan du anmäla det dit.
information-statement-supervision-link = Anmäl bristande tillgänglighet till Digg
information-own-gap-documents = Dokument som läggs upp i en dialog kan sakna taggar eller beskrivningar av bilder, eftersom de kommer från många håll.
information-own-gap-languages = Vissa dialoger finns bara på svenska, och det finns inga filmer på teckenspråk.
information-own-gap-readers = Sidorna är inte prövade av personer med skärmläsare än.
information-own-how = Varje ny version av programmet prövas maskinellt mot WCAG 2.2 nivå AA på alla sorters sidor. Det är strängare än lagens krav (EN 301 549). Allt går att göra med bara tangentbord, utan JavaScript och i 400 procents förstoring.
information-report-place = Vilken sida gäller det?
information-report-what = Vad fungerade inte?
information-report-what-hint = Skriv också vad du ville göra, och om du använde ett hjälpmedel.
information-report-email-hint = Om du vill ha svar.
information-report-send = Skicka
information-report-done = Tack, vi har tagit emot det du skrev.
information-report-error-what = Skriv vad som inte fungerade
information-report-error-long = Korta texten till högst 3 000 tecken
information-report-error-email = Skriv e-postadressen i formatet namn@exempel.se
information-report-nowhere = Formuläret är inte öppet, eftersom kommunen inte har angett någon e-postadress. Ring i stället.
information-report-no-address = ingen adress, avsändaren vill inte ha svar
information-report-subject = Något är inte tillgängligt på dialogwebbplatsen
information-report-body = 
    En besökare har berättat om något som inte är tillgängligt.

    Sida: { $place }

    Vad som inte fungerade:
    { $what }

    Svara till: { $email }

## The fields of the statement
information-statement-form = Tillgänglighetsredogörelse
information-statement-form-about = Det du fyller i här blir sidan som varje sidfot länkar till. Se över den minst en gång om året.
information-field-service = Webbplatsens namn
information-field-conformance = Hur väl följer webbplatsen lagen?
information-conformance-full = Helt: allt är tillgängligt
information-conformance-partial = Delvis: det mesta är tillgängligt
information-conformance-none = Inte: stora delar är inte tillgängliga
information-field-gaps = Innehåll som inte är tillgängligt, och varför
information-field-gaps-hint = Skriv allt ni känner till, en brist på varje rad.
information-field-gaps-en = Samma sak på engelska
information-field-reviewed = När bedömde ni webbplatsen senast?
information-field-assessor = Vem gjorde bedömningen?
information-assessor-own = Kommunen själv
information-assessor-outside = Någon utanför kommunen
information-field-how = Hur gjordes bedömningen?
information-field-how-hint = Till exempel vilka sidor, vilka hjälpmedel och mot vilken standard.
information-field-how-en = Bedömningen på engelska
information-field-days = Inom hur många arbetsdagar svarar ni den som hör av sig?
information-field-days-unit = arbetsdagar
information-statement-exceptions = Undantag
information-field-burden = Innehåll som är oskäligt betungande att anpassa, med skäl
information-field-burden-hint = Används bara i undantagsfall. Ett på varje rad.
information-field-burden-en = Undantagen på engelska
information-field-outside = Innehåll som lagen inte gäller
information-field-outside-hint = Till exempel äldre dokument. Ett på varje rad.
information-field-outside-en = Sådant innehåll på engelska
information-statement-save = Spara redogörelsen
information-statement-saved = { $who } sparade { $when }.
information-statement-law = Det här ska redogörelsen innehålla
information-statement-law-text = Lagen kräver elva saker. Kommunens namn och kontaktuppgifter hämtas från inställningarna, och dagen då du sparar skrivs ut. Länken till tillsynsmyndigheten finns alltid med.
information-statement-settings = Ändra namn och kontaktuppgifter
information-done-statement = Redogörelsen är sparad och syns för alla.
information-error-service = Skriv vad webbplatsen heter
information-error-conformance = Välj hur väl webbplatsen följer lagen
information-error-gaps = Skriv vad som inte är tillgängligt, eller välj ”Helt”
information-error-no-gaps = Ta bort bristerna, eller välj ”Delvis”
information-error-gaps-swedish = Skriv bristerna också på svenska
information-error-reviewed = Skriv dag, månad och år då ni bedömde webbplatsen
information-error-reviewed-later = Bedömningen kan inte ligga i framtiden
information-error-assessor = Välj vem som gjorde bedömningen
information-error-how = Skriv hur bedömningen gjordes
information-error-days = Skriv ett antal arbetsdagar mellan 1 och 30
information-duty-statement = Se över tillgänglighetsredogörelsen
information-duty-stopped = Ett planerat kapitel kunde inte publiceras

## The texts
information-texts = Informationssidor
information-texts-about = Här ändrar du det kommunen berättar om dialog. Varje text har en grundtext som följer med programmet.
information-shelf-public = Sidor för alla
information-shelf-intranet = Sidor för kommunens anställda
information-shelf-handbook = Kapitel i handboken
information-table-public = Läget för sidorna för alla
information-table-intranet = Läget för de anställdas sidor
information-chapters-about = Öppna ett kapitel och välj ”Redigera”. Kapitel med egen text eller utkast står här.
information-column-page = Sida
information-column-text = Text
information-column-state = Läge
information-state-own = Egen text sedan { $date }
information-state-base = Grundtext
information-state-missing = Saknas, svenska visas
information-state-draft = Utkast
information-state-planned = Publiceras { $when }
information-state-older = Äldre än den svenska
information-how = Så ändrar du en text
information-how-text = Skriv ett utkast och förhandsgranska det. Godkänn det när det är klart, för nu eller för en senare tid. Alla versioner sparas, så inget går förlorat.
information-shown = Läsarna ser
information-shown-base = Grundtexten
information-waits = Väntar
information-draft = Utkast
information-open-page = Öppna sidan
information-planned = Version { $n } publiceras { $when }
information-edit = Redigera
information-to-approve = Granska och godkänn
information-compare = Jämför versioner
information-call-off = Avbryt den planerade publiceringen
information-to-base = Återgå till grundtexten
information-to-base-text = Läsarna ser då grundtexten genast. Er egen text ligger kvar bland versionerna, och du kan hämta tillbaka den.
information-history = Versioner
information-history-empty = Ingen har ändrat texten än. Läsarna ser grundtexten.
information-version = Version { $n }, { $who }, { $when }
information-version-draft = Utkast
information-version-approved = Godkänd av { $who }, visas från { $when }
information-version-planned = Godkänd av { $who }, publiceras { $when }
information-version-base = { $who } återgick till grundtexten { $when }
information-version-withdrawn = Publiceringen avbröts
information-version-stopped = Passade inte längre in i metoden när tiden kom. Öppna texten, rätta den och godkänn den igen.
information-compare-base = Jämför med grundtexten
information-compare-last = Jämför med den senaste
information-restore = Gör till nytt utkast
information-note-restored = Hämtad från version { $n }
information-note-base = Grundtexten
information-done-draft = Utkastet är sparat. Läsarna ser det inte förrän det är godkänt.
information-done-restored = Den äldre texten är nu ett utkast. Granska och godkänn det för att visa den.
information-done-base = Läsarna ser nu grundtexten.
information-done-base-chapter = Kapitlet har nu sin grundtext.
information-done-called-off = Publiceringen är avbruten. Texten finns kvar bland versionerna.
information-done-published = Texten är godkänd och visas nu.
information-done-planned = Texten är godkänd och publiceras på den tid du valde.

## Editing
information-field-title = Rubrik
information-field-lead = Ingress
information-field-text = Text
information-field-text-hint = Skriv med enkla märken för rubriker och länkar. De står här bredvid.
information-field-note = Vad har du ändrat?
information-field-note-hint = En mening, för den som läser historiken.
information-save-draft = Spara utkast
information-do-preview = Förhandsgranska
information-preview = Så ser läsarna texten
information-hints = Råd om språket
information-hints-none = Inget att anmärka på.
information-hint-sentence = Lång mening, { $n } ord: ”{ $start } …”
information-hint-abbreviation = Skriv ut ”{ $word }”.
information-hint-word = Skriv ”{ $common }” i stället för ”{ $word }”.
information-hint-without = Texten klarar sig utan ”{ $word }”.
information-lix = Läsbarhet (LIX): { $text }. Under 40 är lätt, över 50 är svårt.
information-marks = Märken
information-mark-heading = Rubrik, först på raden
information-mark-list = Punkt i en lista, först på raden
information-mark-bold = Fet text mellan stjärnorna
information-mark-link = Länk: det som ska stå, och adressen
information-directives = Innehåll som hämtas
information-directives-text = En rad med ett av dessa ord visar det som gäller när sidan läses.
information-includes-text = Rader inom klammer hämtar texter från andra delar av metoden. Låt dem stå kvar på en egen rad.
information-directive-levels = Stegen på trappan med löften
information-directive-rungs = Stegen på trappan, en mening var
information-directive-principles = Principerna
information-directive-dialogues = Dialogerna, efter var de står
information-directive-contact = Kontaktuppgifterna i inställningarna
information-directive-controller = Vem som ansvarar för personuppgifter
information-directive-pages = Länkar till de andra sidorna
information-faults = Det här behöver rättas
information-fault-line = Rad { $line }:
information-fault-file = { $file }, rad { $line }:
information-error-faults = { $n ->
    [one] Rätta { $text } fel i texten
   *[other] Rätta { $text } fel i texten
}
information-error-unsound = Texten passar inte in i metoden som den är nu. Öppna den, rätta den och försök igen. Inget har ändrats.
information-error-title = Skriv en rubrik
information-error-lead = Skriv en ingress
information-error-text = Skriv en text
information-error-long = { $n ->
    [one] Korta texten. Du har skrivit { $n } tecken för mycket
   *[other] Korta texten. Du har skrivit { $n } tecken för mycket
}
information-conflict-mine = Det du skrev

## Comparing and approving
information-base = Grundtexten
information-compare-from = Från
information-compare-to = Till
information-compare-do = Visa skillnaden
information-compare-caption = { $left } jämfört med { $right }
information-no-difference = Texterna är lika.
information-skipped = { $n ->
    [one] … { $text } rad är lika
   *[other] … { $text } rader är lika
}
information-approve = Godkänn
information-approve-text = Till vänster står det läsarna ser nu, till höger utkastet.
information-when = När ska texten visas?
information-when-now = Nu
information-when-later = Senare
information-day = Dag
information-day-hint = Om texten ska visas senare. Till exempel 3 2 2027
information-time = Klockan
information-time-hint = Till exempel 08.00
information-approve-do = Godkänn texten
information-error-when = Välj när texten ska visas
information-error-day = Skriv dag, månad och år
information-error-time = Skriv klockslaget som 08.00
information-error-past = Välj en tid som inte har varit

## Where officials begin
information-places = Det här finns
information-place-book = Handbok
information-place-book-about = Metoden steg för steg.
information-place-methods = Metodbank
information-place-methods-about = Sätt att hålla dialog, med vad de kräver.
information-place-chooser = Välj metoder
information-place-chooser-about = Få ett förslag som passar nivå, tid och målgrupper.
information-place-examples = Exempel
information-place-examples-about = Vad andra dialoger har lett till.
information-place-calendar = Kalender
information-place-calendar-about = Alla dialoger, så att de inte krockar.
information-place-training = Utbildning
information-place-training-about = Kurser som du går när du vill.
information-place-glossary = Ordlista
information-place-glossary-about = Vad orden betyder.
information-templates = Mallar
information-checklists = Checklistor
information-support = Stöd
information-guide-begin = Starta guiden
information-guide-question = Fråga { $n }
information-guide-next = Fortsätt
information-guide-back = Föregående fråga
information-guide-reason = Därför
information-guide-then = Nästa steg
information-guide-begin-dialogue = Börja en dialog på den nivån
information-guide-read = Läs mer
information-guide-given = Så svarade du
information-guide-again = Gör guiden igen
information-error-answer = Välj ett svar
