# Ord som metoden själv säger. Metodens innehåll finns i content/.
method-row = Rad { $n }
method-row-date-hint = Skriv som 2026-03-17
method-more-rows = Lägg till fler rader
method-error-unknown-field = Fältet finns inte i metoden
method-error-not-text = Skriv en text
method-error-choose-listed = Välj ett av alternativen
method-error-date = Skriv ett datum med dag, månad och år, till exempel 17 3 2026
method-error-number = Skriv ett heltal med siffror
method-error-too-long = { $n ->
    [one] Korta texten. Du har skrivit 1 tecken för mycket
   *[other] Korta texten. Du har skrivit { $n } tecken för mycket
}
method-error-line-too-long = { $n ->
    [one] Korta den längsta raden. Den är 1 tecken för lång
   *[other] Korta den längsta raden. Den är { $n } tecken för lång
}
method-error-too-many-lines = Skriv högst { $n } rader
method-error-row-date = Rad { $n }: skriv datumet som 2026-03-17
method-error-row-number = Rad { $n }: skriv talet med siffror
method-error-row-too-long = Rad { $n }: korta texten till högst 1 000 tecken
method-error-row-incomplete = Rad { $n }: fyll i alla rutor som behövs eller töm raden
method-missing-field = Fyll i: { $what }
method-missing-one-of = { $what }: välj { $options }
method-missing-level-from = Välj nivån { $what } eller högre
method-missing-level-to = Välj nivån { $what }
method-missing-order = { $what }: välj ett datum som inte ligger före { $first }
method-missing-passed = { $what }: datumet har passerat. Välj ett nytt
method-missing-evidence = Saknas: { $what }
method-missing-evidence-count = Saknas: { $what } ({ $count } av { $base })
method-missing-item = Checklistan: { $what }
method-refused-fields = Det går inte att spara som det står. Se över de här uppgifterna: { $fields }
method-refused-missing = Det saknas { $count } saker innan steget kan tas. Öppna steget på dialogens sida för att se vilka
method-refused-holds = Uppgiften behövs för ett steg som redan är taget. Gå tillbaka ett steg om den ska ändras
method-refused-reason = Skriv varför. Skälet visas för alla
method-refused-closed = Dialogen är avslutad och kan inte ändras
method-yes = Ja
method-no = Nej

method-difference-none = Ingenting skiljer.
method-difference-caption = { $n ->
    [one] En skillnad
   *[other] { $n } skillnader
}
method-difference-where = Vad
method-difference-from = Förut
method-difference-to = Nu
method-difference-not-there = Finns inte
method-difference-moved = Samma innehåll i en annan ordning
method-from-process = Dialogen
method-from-level = Nivån på delaktighetstrappan
method-from-owner = Den som äger dialogen
method-from-today = Dagens datum
method-from-settings = Kommunens inställningar
