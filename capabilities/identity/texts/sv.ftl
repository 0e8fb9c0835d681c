# Inloggning, konton, inställningar, logg, och länkarna i brev till deltagare.
identity-menu-accounts = Konton
identity-menu-settings = Inställningar
identity-menu-log = Logg

identity-role-administrator = Administratör
identity-role-coordinator = Dialogsamordnare
identity-role-project-lead = Projektledare
identity-role-moderator = Moderator
identity-role-elected = Förtroendevald
identity-role-registrar = Registrator
identity-actor-system = Systemet
identity-actor-participant = Deltagare
identity-actor-staff = Borttaget konto

identity-sign-in-title = Logga in
identity-sign-in-lead = Inloggningen är för dig som arbetar med dialoger i kommunen. Du som deltar behöver inget konto.
identity-sign-in-button = Logga in
identity-email = E-postadress
identity-password = Lösenord
identity-code-title = Skriv engångskoden
identity-code-hint = Sex siffror från appen i din telefon.
identity-code-button = Fortsätt
identity-error-email-missing = Skriv din e-postadress
identity-error-password-missing = Skriv ditt lösenord
identity-error-no-match = E-postadressen och lösenordet hör inte ihop. Kontrollera stavningen och försök igen
identity-error-code = Koden stämmer inte eller är redan använd. Vänta på nästa kod och skriv den

identity-my-account = Mitt konto
identity-name = Namn
identity-unit = Enhet
identity-roles = Roller
identity-roles-hint = Rollerna avgör vad personen kan se och göra.
identity-state = Läge
identity-active = Kontot används
identity-active-hint = Ett konto som inte används kan inte logga in. Historiken finns kvar.
identity-inactive = Används inte
identity-with-second-factor = tvåstegsverifiering
identity-change-password = Byt lösenord
identity-old-password = Nuvarande lösenord
identity-new-password = Nytt lösenord
identity-password-hint = Minst 12 tecken. En mening är lätt att minnas och svår att gissa.
identity-error-old-password = Lösenordet stämmer inte. Skriv det du loggar in med
identity-error-short-password = Skriv ett lösenord med minst 12 tecken
identity-second-factor = Tvåstegsverifiering
identity-second-factor-is-on = På. När du loggar in skriver du en kod från telefonen efter lösenordet.
identity-second-factor-is-off = Av. Med en kod från telefonen kan ingen annan logga in, även om lösenordet blir känt.
identity-second-factor-on = Slå på tvåstegsverifiering
identity-second-factor-off = Slå av tvåstegsverifiering
identity-second-factor-how = Öppna en app för engångskoder i telefonen och läs av bilden. Skriv sedan koden som appen visar.
identity-second-factor-picture = Bild för telefonens app. Nyckeln står också i text nedanför.
identity-second-factor-by-hand = Om du inte kan läsa av bilden, skriv in nyckeln:
identity-done-password = Lösenordet är bytt. Logga in med det nya.
identity-done-second-factor = Tvåstegsverifieringen är på. Logga in med lösenord och kod.
identity-done-second-factor-off = Tvåstegsverifieringen är av.

identity-new-account = Nytt konto
identity-account-title = Konto: { $name }
identity-accounts-caption = { $n ->
    [one] { $text } konto
   *[other] { $text } konton
 }
identity-save-account = Spara konto
identity-done-account = Kontot är sparat.
identity-error-name = Skriv personens namn
identity-error-email = Skriv e-postadressen i formatet namn@exempel.se
identity-error-email-taken = Det finns redan ett konto med den e-postadressen. Skriv en annan eller ändra det kontot
identity-error-roles = Välj minst en roll
identity-error-last-administrator = Det måste finnas minst en administratör som används. Ge någon annan rollen först
identity-conflict-title = Någon annan har ändrat kontot
identity-conflict-text = Det du skrev finns kvar här. Jämför med kontolistan. Om du sparar igen gäller dina uppgifter.

identity-settings-names = Namn och utseende
identity-settings-cases = Ärenden till nämnden
identity-settings-contact = Kontakt och personuppgifter
identity-settings-areas = Områden
identity-setting-municipality = Kommunens namn
identity-setting-site-name = Webbplatsens namn
identity-setting-brand-colour = Kommunens färg
identity-setting-brand-colour-hint = Sex tecken efter #, till exempel #003e6b. Kontrasten räknas ut så att all text går att läsa.
identity-setting-board = Nämnd eller styrelse som får ärendena
identity-setting-office = Kontor som skriver tjänsteutlåtanden
identity-setting-signatures = Underskrifter
identity-setting-signatures-hint = En per rad: namn, titel.
identity-setting-contact-email = E-postadress för frågor om dialoger
identity-setting-contact-phone = Telefon
identity-setting-contact-address = Adress
identity-setting-controller = Personuppgiftsansvarig
identity-setting-data-protection = Dataskyddsombudets e-postadress
identity-setting-areas = Kommunens områden
identity-setting-areas-hint = Ett område per rad. De visas när någon väljer plats.
identity-setting-per-area = Högst antal dialoger i ett område på ett år
identity-setting-per-area-hint = Kalendern säger till när ett område får fler.
identity-error-setting = Fyll i uppgiften. Den visas på webbplatsen eller i ärenden
identity-error-colour = Skriv färgen som # och sex tecken, till exempel #003e6b
identity-error-per-area = Skriv ett helt tal, minst 1
identity-save-settings = Spara inställningar
identity-done-settings = Inställningarna är sparade och gäller nu.

identity-log-lead = Allt som ändras skrivs här. Raderna kan inte ändras eller tas bort.
identity-log-act = Handling
identity-log-object = Objekt
identity-log-show = Visa
identity-log-when = När
identity-log-who = Vem
identity-log-detail = Uppgifter
identity-log-empty = Inga rader passar. Töm fälten för att se hela loggen.
identity-log-earlier = Visa äldre rader

identity-confirm-mail-subject = Bekräfta att du vill veta vad som händer: { $title }
identity-confirm-mail-body = Hej

    Du eller någon annan har bett oss mejla dig när { $municipality } svarar på det som kommit fram i dialogen "{ $title }".

    Öppna länken och bekräfta att adressen är din:
    { $link }

    Om du inte har bett om det kan du bortse från brevet. Då mejlar vi inte mer.

    { $municipality }
identity-link-gone = Länken gäller inte längre. Använd länken i det senaste brevet.
identity-link-confirm-title = Bekräfta din e-postadress
identity-link-confirm-text = Tryck på knappen så mejlar vi dig när kommunen svarar.
identity-link-confirm-button = Bekräfta adressen
identity-link-confirmed-title = Adressen är bekräftad
identity-link-confirmed-text = Vi mejlar dig när kommunen har svarat. I varje brev finns en länk för att avsluta.
identity-link-leave-title = Vill du sluta få mejl om dialogen?
identity-link-leave-text = Vi tar bort din e-postadress. Det du har svarat finns kvar.
identity-link-leave-button = Avsluta och ta bort adressen
identity-link-left-title = Du får inga fler mejl
identity-link-left-text = Din e-postadress är borttagen. Svaret kommer ändå på webbplatsen.
identity-link-to-dialogues = Se alla dialoger

# -- Permissions, and what is withheld
identity-may-see-desk = Se arbetsytan
identity-may-plan = Planera dialoger
identity-may-approve = Godkänna steg i dialoger
identity-may-publish = Publicera, pausa och stänga dialoger
identity-may-moderate = Granska det som kommer in
identity-may-record = Registrera svar från papper, telefon och möten
identity-may-analyse = Koda och läsa resultat
identity-may-register = Registrera uppdrag och beslut
identity-may-answer = Skriva och publicera svar till deltagarna
identity-may-read-cases = Läsa uppdrag, rapporter och ärenden
identity-may-keep-register = Föra registret över organisationer
identity-may-prevent-crime = Arbeta med brottsförebyggande
identity-may-administer = Sköta konton, inställningar och logg
identity-never-withheld = Rätten att se arbetsytan och att sköta konton kan inte dras in. Utan den kan ingen ställa saken till rätta.
