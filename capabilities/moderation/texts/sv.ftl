# Ord där texter granskas, och på sidan med reglerna för det.

moderation-menu = Granskning
moderation-duty = Granska texter som har väntat i mer än ett dygn
moderation-all = Alla
moderation-show = Visa
moderation-show-all = Visa alla som väntar
moderation-filter = Välj texter
moderation-dialogue = Dialog
moderation-activity = Aktivitet
moderation-question = Fråga
moderation-channel = Kanal
moderation-came = Kom in
moderation-stands = Läge
moderation-latest-decision = Senaste beslut
moderation-text = Text
moderation-waits = Varför den väntar
moderation-waits-forwarded = Skickad vidare
moderation-waits-marked = Möjlig personuppgift
moderation-waits-premoderated = Granskas före publicering
moderation-state-waiting = Väntar
moderation-state-published = Publicerad
moderation-state-masked = Publicerad maskerad
moderation-state-hidden = Dold
moderation-ago-minutes =
    { $n ->
        [0] nyss
        [one] för { $text } minut sedan
       *[other] för { $text } minuter sedan
    }
moderation-ago-hours =
    { $n ->
        [one] för { $text } timme sedan
       *[other] för { $text } timmar sedan
    }
moderation-ago-days =
    { $n ->
        [one] för { $text } dygn sedan
       *[other] för { $text } dygn sedan
    }

# Kön
moderation-queue-title = Granskning
moderation-queue-count =
    { $n ->
        [0] Inget väntar.
        [one] { $text } text väntar.
       *[other] { $text } texter väntar.
    }
moderation-queue-oldest = Den äldsta kom { $ago }.
moderation-queue-latest = Senaste granskning: { $moment }.
moderation-queue-empty = Här visas texter som en person behöver läsa innan de visas. Inget väntar just nu.
moderation-to-log = Visa granskningsloggen
moderation-to-rules = Läs reglerna som vi har publicerat
moderation-bulk-choose = Välj
moderation-bulk-all = Välj alla utan markering
moderation-bulk-save = Publicera valda texter
moderation-bulk-done = De valda texterna är publicerade.
moderation-bulk-some = Några av texterna är publicerade. Resten har ändrats under tiden och väntar på att du läser dem.
moderation-bulk-none = Välj minst en text. Inget är publicerat.
moderation-marks-further = Längre in i texten:
moderation-support-title = Att tänka på
moderation-support-1 = Dölj bara det som bryter mot en publicerad regel. En åsikt får vara obekväm.
moderation-support-2 = Inget raderas. En dold text är fortfarande en allmän handling, och skälet syns i statistiken.

# En text
moderation-item-title = Granska text
moderation-item-back = Tillbaka till kön
moderation-mask-personal-number = [personnummer borttaget]
moderation-mask-coordination-number = [samordningsnummer borttaget]
moderation-mask-phone = [telefonnummer borttaget]
moderation-mask-email = [e-postadress borttagen]
moderation-hints = I texten finns kanske
moderation-hints-text = Markeringen är gjord av ett program. Du avgör. En adress kan vara det som dialogen handlar om. Namn hittas inte, så läs hela texten.
moderation-no-hints = Inga nummer eller adresser hittades. Namn hittas inte, så läs hela texten.
moderation-keys = Välj beslut med Alt och 1–4
moderation-decision = Beslut
moderation-choice-publicera = Publicera
moderation-choice-publicera-hint = Texten visas som den är skriven.
moderation-choice-maskera = Publicera maskerat
moderation-choice-maskera-hint = Den maskerade texten nedan visas.
moderation-choice-dolj = Dölj
moderation-choice-dolj-hint = Texten räknas men visas inte. Välj skäl nedan.
moderation-choice-vidare = Skicka vidare
moderation-choice-vidare-hint = Texten väntar kvar. Skriv i noteringen vem som ska avgöra och varför.
moderation-masked = Maskerad text
moderation-masked-hint = Används bara om du publicerar maskerat. Ändra förslaget om det behövs.
moderation-hide-reason = Skäl att dölja
moderation-hide-reason-hint = Används bara om du döljer. Skälet visas publikt, utan texten.
moderation-note = Notering
moderation-note-hint = För kolleger. Visas inte publikt, men kan begäras ut.
moderation-save = Spara och visa nästa
moderation-saved = Beslutet är sparat. Här är nästa text.
moderation-saved-last = Beslutet är sparat. Inget mer väntar.
moderation-just-decided = Förra texten: ”{ $text }” ({ $state })
moderation-undo = Ångra beslutet
moderation-undone = Beslutet är ångrat. Texten väntar på granskning igen.
moderation-undo-late = Beslutet går att ångra i 10 minuter. Öppna texten i granskningsloggen och fatta ett nytt beslut i stället.
moderation-withdrawn = Den som skrev texten har tagit tillbaka den. Den visas inte längre och behöver inte granskas.
moderation-history = { $by }, { $moment }: { $what }
moderation-error-choice = Välj ett beslut
moderation-error-reason = Välj skälet till att texten döljs
moderation-error-forward = Skriv vem som ska avgöra och varför
moderation-error-note-long = Noteringen är för lång. Skriv högst 1 000 tecken.
moderation-error-mask-empty = Skriv den maskerade texten, eller dölj texten
moderation-error-mask-same = Den maskerade texten är lika som originalet. Ta bort det som inte ska visas, eller välj Publicera.
moderation-error-mask-left = Det finns fortfarande ett nummer eller en e-postadress i den maskerade texten. Ta bort det, eller välj Publicera om det får visas.

# Loggen
moderation-log-title = Granskningslogg
moderation-log-states = Texter per läge
moderation-log-reasons = Dolda texter per skäl
moderation-log-none-hidden = Ingen text är dold.
moderation-log-decisions = Beslut, de senaste först
moderation-log-empty = Här visas besluten om texter. Inget beslut är fattat än.
moderation-log-when = När
moderation-log-who = Vem

# Reglerna
moderation-reason-unlawful = Olagligt innehåll
moderation-reason-person = Personuppgift eller kränkning
moderation-reason-threat = Hot eller hat
moderation-reason-advertising = Reklam
moderation-reason-off-topic = Utanför ämnet
moderation-reason-duplicate = Dubblett
moderation-reason-secrecy = Sekretess
moderation-rule-unlawful = Sådant som lagen om elektroniska anslagstavlor (1998:112, 5 §) säger att vi måste ta bort, till exempel olaga hot, uppvigling, hets mot folkgrupp eller upphovsrättsintrång.
moderation-rule-person = Uppgifter som pekar ut en privatperson, eller ord som kränker någon.
moderation-rule-threat = Hot mot någon, eller ord som uttrycker hat mot en grupp.
moderation-rule-advertising = Texter som säljer eller marknadsför något.
moderation-rule-off-topic = Texter som inte handlar om det som dialogen gäller. Vi skickar dem till rätt del av kommunen.
moderation-rule-duplicate = Samma text skickad flera gånger. En av dem visas.
moderation-rule-secrecy = Uppgifter som omfattas av sekretess enligt offentlighets- och sekretesslagen.
moderation-rules-title = Så granskar vi texter
moderation-rules-lead = Alla får säga vad de tycker, också när åsikten är obekväm. Vi döljer bara det som bryter mot reglerna här.
moderation-rules-who = { $municipality } ansvarar för texterna på webbplatsen. Det du skriver kan läsas av alla när det är publicerat.
moderation-rules-hidden-title = Det här döljer vi
moderation-rules-hidden-text = En person läser och bestämmer. En dold text raderas inte. Den är en allmän handling, och den räknas med när svaren sammanställs.
moderation-rules-masked-title = Det här maskerar vi
moderation-rules-masked-text = Om en text innehåller till exempel ett personnummer eller ett telefonnummer kan vi ta bort det och visa resten.
moderation-rules-wrong-title = Om du tycker att vi gjorde fel
moderation-rules-wrong-text = Kontakta oss och berätta vilken text det gäller. Någon annan än den som fattade beslutet prövar det igen.
moderation-rules-contact = Så når du oss
moderation-rules-counts-title = Hur mycket vi har dolt
moderation-rules-counts = Dolda texter per skäl, i alla dialoger
