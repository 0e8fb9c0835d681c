// Story 2: who is needed against what, who is missing, what is agreed, what is done, and what the council gets to read. An
// official tells it through the pages, from a file of organisations to a report that is opened as PDF and DOCX.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chromium } from '../lib/browser.mjs';
import { docxText, pdfText } from '../lib/documents.mjs';
import { startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { KIM, signIn, visitor } from '../story/people.mjs';

const REGISTER = '/arbetsyta/organisationer';
const CRIME = '/arbetsyta/brottsforebyggande';
const PROBLEM = 'Cykelstölder vid stationen';
// What a problem can need is content: these are the words of content/civilsamhalle.
const TRUST = 'Har människors förtroende';
const PLACE = 'Råder över en plats';
const NOT_NEEDED = ['Kunskap om vad som händer', 'Har kontakt med dem det gäller', 'Har befogenhet', 'Har kompetens', 'Har pengar, folk eller lokaler', 'Når ut med information'];

const COLOURS = { green: 'Grön', yellow: 'Gul', red: 'Röd' };

// Three rows can be taken; each of the others has a fault of its own.
const FILE = `namn;organisationsnummer;typ;områden;kontaktroll;årsmöte
Nattvandrarna;802400-1235;ideell förening;Almlunda, Stationen;Ordförande;2026-02-15
Hyresgästerna i Almlunda;;ideell förening;Almlunda;Kansliet;
Handlarna vid stationen;;nätverk;Stationen;Kontakt för handlarna;
Nattvandrarna, ideell förening;;;;;
Rädda ån;8024001235;;;;
Svetsarna;123;;;;
Siv Dal;811218-9876;;;;
Kyrkan;;moské;;;
Orkestern;;;;;i fjol
"Trasig;x
`;
const FAULTS = [
  '”Nattvandrarna” finns redan', 'Numret finns redan hos ”Nattvandrarna”', t('civil-error-number').slice(0, 40),
  t('civil-error-number-personal').slice(0, 40), '”moské” är ingen typ', '”i fjol” är inget datum', t('civil-import-broken-row').slice(0, 30),
];

test('from a register to the council\'s report', async (story) => {
  const server = await startServer({ demo: false });
  const browser = await chromium();
  try {
    await server.addUser(KIM);
    const official = await visitor(browser, server, { hands: 'mouse', look: true });
    await signIn(official, KIM, server);
    await tell(story, server, official);
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function tell(story, server, official) {
  let broken = false;
  const chapter = (name, part) => story.test(name, { skip: broken && 'an earlier chapter is broken' }, async () => {
    broken = true;
    await part();
    broken = false;
  });
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(server.now());
  const year = Number(today.slice(0, 4));

  await chapter('a file is looked at, imported, taken back and imported again', async () => {
    const file = path.join(server.data, 'register.csv');
    fs.writeFileSync(file, FILE);
    await bring(official, file);
    await official.sees('3 organisationer går att lägga in');
    await official.sees('7 rader läggs inte in');
    for (const fault of FAULTS) await official.sees(fault);
    assert.doesNotMatch(await official.text(), /811218/, 'the number of a person is not shown');
    await official.picture('crime-import-preview');
    await official.press('Lägg in 3 organisationer');
    await official.sees('3 organisationer lades in');
    await official.press(t('civil-import-undo'));
    await official.sees(t('civil-import-undone'));
    await official.goto(REGISTER);
    await official.sees(t('civil-empty').slice(0, 18));
    await bring(official, file);
    await official.press('Lägg in 3 organisationer');
    await bring(official, file);
    await official.sees('Ingen ny organisation går att lägga in');
    await official.press(t('civil-import-cancel'));
    await official.goto(REGISTER);
    await official.sees('3 organisationer');
    await official.picture('crime-register');
  });

  await chapter('a problem and its cause', async () => {
    await official.goto(CRIME);
    await official.follow(t('civil-problem-new'), official.main);
    await official.write(t('civil-field-problem'), PROBLEM);
    await official.choose(t('civil-field-problem-kind'), t('civil-problem-crime'));
    await official.write(t('civil-field-place'), 'Stationen');
    await official.write(t('civil-field-description'), 'Personnummer 811218-9876 sågs där.');
    for (const one of NOT_NEEDED) await official.untick(one);
    await official.press(t('civil-problem-save'));
    await official.sees(t('civil-error-personal'));
    await official.write(t('civil-field-description'), 'Dubbelt så många som i fjol, mest på kvällen.');
    await official.press(t('civil-problem-save'));
    await official.write(t('civil-field-cause-new'), 'Ställen ligger mörkt');
    await official.press(t('civil-cause-save'));
    await official.sees('Ställen ligger mörkt');
  });

  await chapter('actors are judged, and the gaps name who is missing', async () => {
    await official.goto(`${CRIME}/relevans`);
    await official.follow(new RegExp(`${PROBLEM}, ${TRUST}`), official.main);
    await judge(official, 'Nattvandrarna', t('civil-grade-3'), 'De är där varje fredag', `${year + 1}-03-01`);
    await judge(official, 'Handlarna vid stationen', t('civil-grade-1'), 'De stänger klockan sex', `${year + 1}-03-01`);
    await official.picture('crime-judgements');
    await official.goto(`${CRIME}/relevans`);
    await official.picture('crime-matrix');
    await official.goto(`${CRIME}/gap`);
    await official.sees('2 luckor saknar beslut');
    await official.sees('Ingen överenskommelse gäller med Nattvandrarna');
    await official.sees(t('civil-gap-missing'));
    await official.picture('crime-gaps');
    await official.follow(new RegExp(PLACE), official.main);
    await official.choose(t('civil-field-decision'), t('civil-decision-close'));
    await official.write(t('civil-field-reason'), 'Vi frågar den som äger marken');
    await official.press(t('civil-gap-save'));
    await official.sees(t('civil-error-gap-responsible'));
    await official.write(t('civil-field-gap-responsible'), 'Säkerhetschefen');
    await official.date(t('civil-field-due'), `${year + 1}-01-31`);
    await official.press(t('civil-gap-save'));
    await official.sees('1 lucka saknar beslut');
  });

  await chapter('an agreement with the actor closes the gap', async () => {
    await official.goto('/arbetsyta/overenskommelser');
    await official.follow(t('civil-agreement-new'), official.main);
    await official.write(t('civil-field-agreement-title'), 'Trygg station');
    await official.choose(t('civil-field-agreement-kind'), t('civil-agreement-collaboration'));
    await official.write(t('civil-field-our-commitment'), 'Belysning och en lokal');
    await official.press(t('civil-agreement-save'));
    await official.sees(t('civil-error-purposes'));
    await official.sees(t('civil-error-areas'));
    await official.write(t('civil-field-purposes'), 'Färre stölder\nTryggare kvällar');
    await official.write(t('civil-field-agreement-areas'), 'Stationen');
    await official.date(t('civil-field-signed'), today);
    await official.date(t('civil-field-expires'), `${year + 2}-12-31`);
    await official.press(t('civil-agreement-save'));
    await official.write(t('civil-field-organisation'), 'Nattvandrarna');
    await official.write(t('civil-field-commitment'), 'Går varje fredag');
    await official.press(t('civil-party-save'));
    await official.sees(t('civil-state-in-force'));
    await official.picture('crime-agreement');
    await official.goto(`${CRIME}/gap`);
    assert.doesNotMatch(await official.text(), /Nattvandrarna/);
    await official.goto(`${CRIME}/relevans`);
    assert.doesNotMatch(await official.text(), /Lucka utan beslut.*Högst 3/);
    await official.sees('Högst 3, 2 aktörer');
  });

  await chapter('measures are planned, followed up, and change colour', async () => {
    await official.goto(`${CRIME}/atgarder`);
    await measure(official, 'Sätt upp lampor vid ställen', 'Nattvandrarna');
    await measure(official, 'Märk cyklar tillsammans', '');
    await follow(official, 'Sätt upp lampor vid ställen', 'red', 'Lamporna kom inte', today);
    await follow(official, 'Sätt upp lampor vid ställen', 'green', 'Nu lyser de', today);
    await follow(official, 'Märk cyklar tillsammans', 'yellow', 'Hälften är märkta', today);
    await official.goto(`${CRIME}/atgarder`);
    for (const colour of ['green', 'yellow']) await official.sees(t(`civil-colour-${colour}`));
    assert.doesNotMatch(await official.text(), new RegExp(t('civil-colour-red')), 'the latest colour counts');
    await official.picture('crime-plan');
    await official.goto(CRIME);
    await official.picture('crime-overview');
  });

  await chapter('the report to the council is finished, downloaded and opened', async () => {
    await official.goto(`${CRIME}/rapport`);
    await official.sees('Nu lyser de');
    await official.write(t('civil-field-assessment'), 'Läget vid stationen är bättre.');
    await official.write(t('civil-field-proposal'), 'Rapporten godkänns.');
    await official.press(t('civil-report-finish'));
    assert.equal(await official.h1(), `Brottsförebyggande arbete ${year}`);
    await official.picture('crime-report');
    const told = ['Ställen ligger mörkt', 'Trygg station', 'Nattvandrarna', 'Nu lyser de', 'Hälften är märkta', 'Rapporten godkänns.'];
    const docx = await official.download('DOCX');
    assert.match(docx.type, /wordprocessingml/);
    holds(docxText(docx.bytes), told);
    const pdf = await official.download('PDF');
    assert.equal(pdf.type, 'application/pdf');
    const { text, facts } = pdfText(pdf.bytes);
    holds(text, told);
    assert.match(facts, /^Tagged: +yes$/m, 'a PDF that can be read aloud');
    assert.match(facts, new RegExp(`^Title: +Brottsförebyggande arbete ${year}$`, 'm'));
  });
}

/** Uploads a file and stands before what it would bring. */
async function bring(official, file) {
  await official.goto(REGISTER);
  await official.follow(t('civil-import'));
  await official.attach(t('civil-import-file'), file);
  await official.press(t('civil-import-upload'));
  assert.equal(await official.h1(), t('civil-import-preview'));
}

async function judge(official, actor, grade, reason, review) {
  await official.write(t('civil-field-organisation'), actor);
  await official.choose(t('civil-field-relevance'), grade);
  await official.write(t('civil-field-judgement-reason'), reason);
  await official.write(t('civil-field-evidence'), 'Mötet i mars');
  await official.date(t('civil-field-review'), review);
  await official.press(t('civil-judge-save'));
  await official.sees(reason);
}

async function measure(official, action, actor) {
  await official.follow(t('civil-measure-new'), official.main);
  const causes = await official.main.getByLabel(t('civil-field-cause')).locator('option').allTextContents();
  await official.select(t('civil-field-cause'), causes.find((one) => one.includes('Ställen ligger mörkt')));
  await official.write(t('civil-field-action'), action);
  await official.write(t('civil-field-goal'), 'Hälften så många stölder');
  await official.write(t('civil-field-timing'), 'till hösten');
  await official.write(t('civil-field-organisation'), actor);
  await official.write(t('civil-field-responsible'), 'Gatuchefen');
  await official.press(t('civil-measure-save'));
  await official.sees(action);
}

async function follow(official, action, colour, outcome, day) {
  await official.goto(`${CRIME}/atgarder`);
  await official.follow(action, official.main);
  await official.open(t('civil-follow-up-new'));
  await official.choose(t('civil-field-colour'), COLOURS[colour]);
  await official.write(t('civil-field-outcome'), outcome);
  await official.date(t('civil-field-on'), day);
  await official.press(t('civil-follow-up-save'));
  await official.sees(outcome);
}

/** What is set in narrow columns is broken over lines and in the middle of words. */
function holds(text, parts) {
  const whole = (words) => words.replace(/[\s\u00ad]+/g, '');
  for (const part of parts) assert.ok(whole(text).includes(whole(part)), `no «${part}» in:\n${text}`);
}
