// The first half of the story, on the desk: from the board's assignment through the gates to a published dialogue.

import assert from 'node:assert/strict';

export const TITLE = 'Nya vägar runt Vasaskolan';
const DAY = 86_400_000;
const iso = (date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(date);

/** The dates of the story, counted from the day it begins. */
export function dates(start) {
  const after = (days) => iso(new Date(start.getTime() + days * DAY));
  return { opens: after(0), closes: after(14), report: after(30), decision: after(45), feedback: after(60) };
}

/** Starts a dialogue and writes its whole plan, task by task. Leaves the visitor on the task list of the dialogue. */
export async function plan(official, when) {
  await official.goto('/arbetsyta/dialoger');
  await official.follow('Starta en dialog', official.main);
  await official.write('Rubrik', TITLE);
  await official.write('Vilken fråga vill ni ha svar på?', 'Hur ska vägen till Vasaskolan bli trygg att gå och cykla?');
  await official.press('Skapa utkast');
  const address = await official.path();
  assert.match(address, /^\/arbetsyta\/dialoger\/[0-9a-f-]{36}/);

  for (const name of ['Beskriv frågan', 'Beskriv beslutet', 'Pröva om det ska bli en dialog']) await task(official, when, name);
  await step(official, 'Avsluta prövningen');
  for (const name of ['Skriv bakgrunden', 'Bestäm syftet', 'Skriv vad som går att påverka', 'Välj nivå och löfte', 'Peka ut målgrupper', 'Lova återkoppling']) await task(official, when, name);
  await step(official, 'Bekräfta det politiska uppdraget');
  for (const name of ['Välj metoder', 'Lägg tidplanen', 'Bemanna och räkna på kostnaden', 'Planera kommunikationen', 'Fyll i personuppgiftsbladet', 'Bedöm riskerna', 'Förbered utvärderingen']) await task(official, when, name);
  await step(official, 'Godkänn dialogplanen');
  await task(official, when, 'Skriv dialogens sida');
  return address.split('?')[0];
}

/** Opens a task of the plan, fills it in and says that it is done. */
async function task(official, when, name) {
  await official.follow(name, official.main);
  await FILL[name](official, when);
  await official.choose('Har du gjort klart det här steget?', 'Ja');
  await official.press('Spara');
  await official.sees('Sparat');
  assert.equal(await official.h1(), TITLE, `«${name}» was not finished:\n${await official.text()}`);
}

/** Takes a step through a gate: the plan names it, its page says what is missing, the button takes it. */
export async function step(official, name) {
  await official.follow(name, official.main);
  await official.press(name);
  await official.sees('Läget är ändrat');
}

const FILL = {
  async 'Beskriv frågan'(v) {
    await v.choose('Vem föreslår dialogen?', 'Förtroendevald');
    await v.write('Förvaltning eller enhet som ansvarar för frågan', 'Tekniska kontoret');
    await v.write('Vilka berörs?', 'Elever, vårdnadshavare och de som bor längs Skolvägen.');
  },
  async 'Beskriv beslutet'(v, when) {
    await v.write('Vilket beslut ska dialogen ge underlag till?', 'Trafikplan för Skolvägen.');
    await v.write('Vem fattar beslutet?', 'Tekniska nämnden');
    await v.date('När väntas beslutet?', when.decision);
    await v.write('Diarienummer', 'TN 2026/0123');
  },
  async 'Pröva om det ska bli en dialog'(v) {
    await v.choose('Går frågan att påverka?', 'Delvis');
    await v.choose('Är de som beslutar beredda att ändra sig?', 'Ja');
    await v.choose('Vad kom prövningen fram till?', 'Gör en dialog');
    await v.write('Varför?', 'Nämnden har inte valt utformning och vill veta var det känns otryggt.');
  },
  async 'Skriv bakgrunden'(v) {
    await v.write('Bakgrund', 'Tre av fyra elever går eller cyklar till skolan. Vägen saknar trottoar på två ställen.');
    await v.write('Kontextanalys', 'Frågan har väckts av skolrådet. Boende vill behålla parkeringsplatser.');
  },
  async 'Bestäm syftet'(v) {
    await v.write('Syfte', 'Veta var vägen känns otrygg\nFå idéer om hur den kan bli bättre');
    await v.write('Så används svaren', 'Svaren läses av tekniska kontoret och redovisas för nämnden före beslutet.');
    await v.write('De förtroendevaldas roll', 'Nämndens ordförande deltar på mötet och svarar på temana.');
  },
  async 'Skriv vad som går att påverka'(v) {
    await v.write('Det här går att påverka', 'Var övergångsställen ska ligga\nBelysning och sikt');
    await v.row('Det här går inte att påverka', 1, { Vad: 'Skolans läge', Varför: 'Skolan är byggd.' });
  },
  async 'Välj nivå och löfte'(v) {
    await v.choose('Nivå på delaktighetstrappan', 'Dialog');
    await v.write('Löftet till den som deltar', 'Vi läser allt som ni skriver och svarar på varje tema innan nämnden beslutar.');
  },
  async 'Peka ut målgrupper'(v) {
    await v.row('Målgrupper', 1, { Grupp: 'Elever', 'Varför berörs de?': 'De går vägen varje dag', 'Hur når ni dem?': 'Genom skolan' });
    await v.choose('Berörs barn eller unga?', 'Ja');
    await v.write('Så hörs barn och unga', 'Varje klass går vägen tillsammans och antecknar.');
    await v.write('Vem kan delta?', 'Alla som använder vägen');
  },
  async 'Lova återkoppling'(v, when) {
    await v.date('Återkoppling senast', when.feedback);
    await v.write('Ansvarig för återkopplingen', 'Maria Exempel');
    await v.write('Ansvarig nämnd', 'Tekniska nämnden');
  },
  async 'Välj metoder'(v) {
    await v.write('Metoder', 'Enkät\nGåtur med elever');
    await v.tick('Enkät');
    await v.tick('Papper');
    await v.write('Tillgänglighet', 'Enkäten finns på papper i biblioteket. Gåturen går att göra med rullstol.');
  },
  async 'Lägg tidplanen'(v, when) {
    await v.date('Dialogen öppnar', when.opens);
    await v.date('Dialogen stänger', when.closes);
    await v.date('Rapporten är klar senast', when.report);
  },
  async 'Bemanna och räkna på kostnaden'(v) {
    await v.write('Projektägare', 'Kim Exempel');
    await v.write('Projektledare', 'Maria Exempel');
  },
  async 'Planera kommunikationen'(v) {
    await v.row('Kommunikation', 1, { Kanal: 'Skolans veckobrev', Målgrupp: 'Vårdnadshavare' });
  },
  async 'Fyll i personuppgiftsbladet'(v) {
    await v.row('Personuppgifter', 1, { Uppgift: 'E-postadress', 'Varför den behövs': 'För att mejla svaret' });
    await v.choose('Rättslig grund', 'Uppgift av allmänt intresse');
    await v.write('Hur länge sparas uppgifterna?', 'Till dess att svaret är skickat');
    await v.write('Personuppgiftsansvarig', 'Tekniska nämnden');
    await v.write('Text till deltagarna om personuppgifter', 'Vi sparar din e-postadress tills vi har svarat. Sedan tas den bort.');
  },
  async 'Bedöm riskerna'(v) {
    await v.row('Risker', 1, { Risk: 'Få elever svarar', Åtgärd: 'Svara under lektionstid', Ansvarig: 'Skolan' });
  },
  async 'Förbered utvärderingen'(v) {
    await v.write('Det här ska utvärderas', 'Nådde vi eleverna?');
  },
  async 'Skriv dialogens sida'(v) {
    await v.write('Sammanfattning', 'Berätta var vägen till Vasaskolan känns otrygg och vad som skulle göra den bättre.');
    await v.write('Kontaktperson', 'Maria Exempel');
    await v.write('Telefon', '08-123 45 00');
    await v.write('E-post', 'maria.exempel@exempelby.example');
  },
};
