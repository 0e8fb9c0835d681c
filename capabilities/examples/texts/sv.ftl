# Exempelbanken: vad vi gjorde, varför och vad vi lärde oss.
examples-menu = Exempel
examples-lead = Dialoger som andra i kommunen har hållit: varför, hur, vad det ledde till och vad de lärde sig.
examples-new = Skriv in ett exempel
examples-search = Sök bland exempel
examples-words = Sökord
examples-any = Alla
examples-show = Visa
examples-found = { $n ->
    [one] { $text } exempel
   *[other] { $text } exempel
 }
examples-empty = Här finns inga exempel än. När en dialog har fått svar kan du göra ett exempel av den.
examples-nothing = Inget exempel passar det du sökte.
examples-all = Visa alla exempel
examples-to-methods = Läs om metoderna
examples-work = Under arbete
examples-changed = { $name }, { $day }
examples-state-draft = Utkast
examples-state-changed = Ändrat, inte publicerat
examples-state-withdrawn = Draget tillbaka

examples-offer = Publicera dialogen som exempel
examples-proposed = Texterna är ett förslag ur dialogens plan, beslut och svar. Korta ner dem och skriv det som andra har nytta av.
examples-sent-twice = Formuläret var redan skickat. Exemplet är sparat en gång.
examples-too-early = Dialogen kan bli ett exempel när de som deltog har fått svar.
examples-known = Dialogen har redan ett exempel.
examples-incomplete = Exemplet saknar texter som andra behöver. Skriv dem och publicera sedan.
examples-not-published = Exemplet står inte i banken.

examples-field-title = Rubrik
examples-field-lead = Ingress
examples-field-lead-hint = Högst tre meningar: vad frågan var och vad den ledde till.
examples-section-lead = Ingress
examples-section-purpose = Syfte – därför gjorde vi det
examples-section-process = Process – så gjorde vi
examples-section-result = Resultat – så blev det
examples-section-lessons = Erfarenheter
examples-field-process-hint = Skriv så att någon annan kan göra likadant.
examples-field-result-hint = Skriv också vad som inte blev av, och varför.
examples-field-lessons-hint = Vad skulle ni göra på samma sätt, och vad skulle ni ändra?
examples-field-level = Nivå
examples-level-unknown = Vet inte
examples-field-methods = Metoder
examples-field-area = Område
examples-field-committee = Nämnd
examples-field-year = År
examples-field-participants = Antal som deltog
examples-field-participants-hint = Förslaget är antalet svar. Ändra om samma personer svarade flera gånger.
examples-field-contact = Vem kan man fråga?
examples-field-contact-hint = Skriv en roll eller enhet, inte ett namn.
examples-field-note = Vad är nytt?
examples-field-note-hint = En mening. Den står bland versionerna.
examples-field-reason = Varför tar du bort exemplet ur banken?
examples-facts = Fakta
examples-versions = Versioner
examples-version = Version { $number }
examples-save = Spara exemplet
examples-edit = Ändra exemplet
examples-preview = Granska utkastet
examples-publish = Publicera exemplet
examples-publish-first = Exemplet blir synligt för alla som arbetar här.
examples-missing = Skriv det här innan exemplet kan publiceras:
examples-withdraw = Dra tillbaka exemplet
examples-public-page = Läs dialogens sida för invånare
examples-notice-draft = Det här är ett utkast. Bara de som planerar dialoger ser det.
examples-notice-changed = Det här är ett utkast till nästa version. I banken står den förra.
examples-notice-withdrawn = Exemplet är draget tillbaka. Publicera det igen om det ska stå i banken.
examples-notice-version = Version { $number }, publicerad { $day }.
examples-note-saved = Exemplet är sparat.
examples-note-published = Exemplet är publicerat.
examples-note-withdrawn = Exemplet är draget tillbaka.
examples-support-title = Ett bra exempel
examples-support-text = Andra vill veta varför ni valde metoden, vad den krävde och vad den gav. Det som gick fel är ofta mest lärorikt.
examples-support-personal = Skriv inte vem som sa vad. Exemplet ska gå att läsa av alla i kommunen.

examples-error-title = Skriv en rubrik
examples-error-title-long = Skriv en rubrik med högst { $max } tecken
examples-error-lead-long = Korta ingressen till högst { $max } tecken
examples-error-text-long = Korta texten till högst { $max } tecken
examples-error-line-long = Korta raden till högst { $max } tecken
examples-error-year = Skriv ett årtal med fyra siffror
examples-error-participants = Skriv antalet med siffror, eller lämna tomt
examples-error-note = Skriv vad som är nytt
examples-error-note-long = Skriv högst { $max } tecken
examples-error-reason = Skriv varför exemplet tas bort

examples-told-open = Dialogen var öppen { $period }.
examples-told-methods = Så kunde man delta: { $methods }.
examples-told-voices = { $n ->
    [one] { $text } svar kom in: { $ways }.
   *[other] { $text } svar kom in: { $ways }.
 }
examples-told-decision = { $body } beslutade { $day }: { $wording } { $reason }
examples-told-answer = De som deltog sa: { $said } Svaret blev ”{ $outcome }”: { $reason }
