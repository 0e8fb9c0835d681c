// The thread: what residents wrote becomes evidence and insights, a project of service design goes through its six steps with one
// step back, a measure is decided and its benefit followed up, and whoever spoke opens the receipt and reads what became of it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chromium, PHONE } from '../lib/browser.mjs';
import { Client, links, openActivity } from '../lib/client.mjs';
import { demonstrationLogin, startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { fill, task } from '../story/filling.mjs';
import { signIn, visitor } from '../story/people.mjs';

const SAID = 'Det är kolsvart vid tunneln när man kommer från tåget, så jag tar omvägen.';
// What came on paper to the library, as somebody typed it.
const WRITTEN = [
  'Tunneln är mörk, jag går aldrig där efter sju.', 'Mörkt vid tunneln och inga lampor på stigen.', 'Det är för mörkt för mina barn att gå själva.',
  'Jag ser inte vem jag möter, det är så mörkt.', 'Lamporna har varit trasiga sedan i höstas, mörkt och ödsligt.', 'Vägen är bra och ljus, jag går gärna där.',
];
const MEASURE = 'Låga lyktor längs stigen till tunneln';

test('from a voice to a service that changed, and back to the one who spoke', async (story) => {
  const server = await startServer();
  const browser = await chromium();
  try {
    await tell(story, server, browser);
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function tell(story, server, browser) {
  const official = await visitor(browser, server, { hands: 'mouse', look: true });
  const resident = await visitor(browser, server, { hands: 'mouse', look: true }, PHONE);
  const day = (days) => new Date(server.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const when = { day: day(60) };
  const known = {};
  let broken = false;
  const chapter = (name, part) => story.test(name, { skip: broken && 'an earlier chapter is broken' }, async () => {
    broken = true;
    await part();
    broken = false;
  });

  await chapter('a resident writes on the phone, and what came on paper is imported', async () => {
    const way = await openActivity(new Client(server.url), 'name="f-text"');
    known.public = way.split('/delta/')[0];
    await resident.goto(way);
    await resident.page.locator('[name="f-text"]').fill(SAID);
    await resident.press(/.+/, resident.main.locator('form').filter({ has: resident.page.locator('[name="f-text"]') }));
    known.code = (await resident.page.locator('#kod').innerText()).trim();
    await resident.follow(t('participation-receipt-became'));
    await resident.sees(t('chain-voice-not-yet'));
    const file = path.join(server.data, 'paper.csv');
    fs.writeFileSync(file, ['text', ...WRITTEN.map((text) => `"${text}"`)].join('\n'));
    await server.command(['import', file, '--dialogue', known.public.split('/').at(-1), '--activity', way.split('/').at(-1), '--channel', 'paper']);
  });

  await chapter('everything is read, published and coded', async () => {
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    await readAll(official);
    await official.goto(`/arbetsyta/dialoger`);
    const title = await titleOf(resident, known.public);
    await official.follow(title, official.main);
    known.dialogue = (await official.path()).split('?')[0];
    for (const [name, words] of [['Mörkt vid tunneln', 'mörk'], ['Trivs på vägen', 'ljus']]) {
      await official.goto(`${known.dialogue}/kodplan/nytt`);
      await official.write(t('insights-plan-name'), name);
      await official.press(t('insights-plan-save'));
      await official.goto(`${known.dialogue}/kodning?sok=${encodeURIComponent(words)}`);
      await official.follow(t('insights-bulk-link'), official.main);
      await official.select(t('insights-bulk-theme'), name);
      await official.press(t('insights-bulk-preview'));
      await official.press(t('insights-bulk-save'));
    }
    for (const text of [SAID, WRITTEN[0], WRITTEN[5]]) await mayBeQuoted(official, known.dialogue, text);
  });

  await chapter('a project begins, and the dialogue is sent to it with two insights', async () => {
    await official.goto('/arbetsyta/projekt/ny');
    await official.write(t('dialogues-new-name'), 'Tryggare väg hem');
    await official.press(t('dialogues-new-submit-project'));
    known.project = (await official.path()).split('?')[0];
    await official.picture('project-plan');
    known.insight = await send(official, known, 'Mörkt vid tunneln', [SAID, WRITTEN[0]], 'De som kommer med kvällståget väljer omvägar när de inte ser vem de möter.');
    known.second = await send(official, known, 'Trivs på vägen', [WRITTEN[5]], 'De som går på dagen trivs på vägen.');
  });

  await chapter('the team adds what it saw itself, and what contradicts', async () => {
    const seen = await node(official, known, 'evidence', {
      'evidence-kind': 'observation', 'evidence-text': 'Av 40 som kom med tåget 19.12 tog 31 omvägen.', 'evidence-source-kind': 'observation', 'evidence-source': 'Observation O1',
      'evidence-groups': ['Pendlare'], 'evidence-quotable': 'public',
    }, when);
    await link(official, known.insight, 'evidence', 'Av 40 som kom', t('chain-sort-supports'));
    await official.goto(known.insight);
    await link(official, known.insight, 'evidence', 'Vägen är bra och ljus', t('chain-sort-contradicts'), 'Sagt av någon som går på dagen.');
    await official.goto(known.insight);
    await official.sees(t('chain-against'));
    await official.picture('chain-insight');
    assert.ok(seen);
    await change(official, known.insight, {
      'insight-heading': 'Omvägar i mörkret', 'insight-for-whom': ['Pendlare'], 'insight-status': 'reviewed',
      'insight-public': 'Många väljer omvägar på kvällen, för att de inte ser vem de möter.',
    }, when);
    await change(official, known.second, {
      'insight-heading': 'Trivs på dagen', 'insight-for-whom': ['Dagvandrare'], 'insight-status': 'rejected', 'insight-rejected-because': 'other',
      'insight-rejected-reason': 'På dagen är vägen bra som den är. Där gör vi inget nu.', 'insight-public': 'På dagen trivs många på vägen.',
    }, when);
  });

  await chapter('step 1: framed', async () => {
    await tasks(official, known, ['uppdraget', 'utmaningen', 'aktorer', 'delaktighet', 'projektplan'], { level: 'dialogue', 'starts-on': day(1), 'ends-on': day(200), 'next-gate-on': day(90), 'feedback-on': day(120) }, when);
    await gate(official, known, 'frame', 'Undersöka', when, day);
    await official.picture('project-explore');
  });

  await chapter('step 2: explored, with sources of two kinds', async () => {
    await tasks(official, known, ['undersokningsplan', 'samtycke', 'intervjuguide', 'tackning'], { 'research-from': day(1), 'research-until': day(30), 'raw-data-until': day(90), recording: 'none' }, when);
    await official.goto(`${known.project}/kallor`);
    await official.picture('project-sources');
    await gate(official, known, 'explore', 'Fokusera', when, day);
  });

  await chapter('step 3: focused, then one step back and forward again', async () => {
    await tasks(official, known, ['prioritera-insikter', 'utvecklingsomrade'], { 'challenge-changed': 'same' }, when);
    await official.goto(`${known.project}/lage/tillbaka-undersoka`);
    await official.write(t('dialogues-step-reason'), 'Vi behöver höra dem som cyklar.');
    await official.press('Gå tillbaka till Undersöka');
    await official.goto(`${known.project}/historik`);
    await official.sees('Vi behöver höra dem som cyklar.');
    await gate(official, known, 'explore', 'Fokusera', when, day);
    known.question = await node(official, known, 'question', { 'hmw-question': 'Hur kan vi göra så att man ser vem man möter?', 'hmw-for-whom': ['Pendlare'] }, when, known.insight);
    await gate(official, known, 'focus', 'Ta fram idéer', when, day);
  });

  await chapter('step 4: ideas, one chosen', async () => {
    await tasks(official, known, ['idearbete', 'val-av-ideer'], {}, when);
    known.idea = await node(official, known, 'idea', {
      'idea-name': 'Låga lyktor', 'idea-description': 'Lyktor i knähöjd som lyser på stigen och inte i ögonen.', 'idea-origin': 'resident', 'idea-status': 'chosen',
      'idea-public': 'Låga lyktor som lyser på stigen.', 'idea-impact': '4', 'idea-effort': '2',
    }, when, known.question);
    await node(official, known, 'idea', {
      'idea-name': 'Vakt i tunneln', 'idea-description': 'En vakt varje kväll.', 'idea-origin': 'team', 'idea-status': 'rejected',
      'idea-status-reason': 'Kostar mer än hela vägens drift.', 'idea-impact': '3', 'idea-effort': '5',
    }, when, known.question);
    await gate(official, known, 'ideate', 'Testa idéer', when, day);
  });

  await chapter('step 5: a prototype is tested', async () => {
    known.prototype = await node(official, known, 'prototype', { 'prototype-version': '1', 'prototype-kind': 'pilot', 'prototype-assumption': 'Ljus på stigen räcker för att man ska gå.' }, when, known.idea);
    known.tried = await node(official, known, 'test', {
      'test-round': '1', 'test-role': 'user', 'test-plus': ['Jag såg hela vägen'], 'test-minus': ['En lykta bländade'], 'test-questions': ['Tänds de av sig själva?'],
      'test-ideas': ['Sätt dem tätare'], 'test-learned': 'Nio av tio gick stigen när den var upplyst.', 'test-decision': 'realise',
    }, when, known.prototype);
    await tasks(official, known, ['testplan', 'testresultat'], { 'tests-outcome': 'holds' }, when);
    await gate(official, known, 'test', 'Förverkliga', when, day);
  });

  await chapter('step 6: decided with a paragraph, followed up, answered', async () => {
    known.measure = await node(official, known, 'measure', {
      'measure-name': MEASURE, 'measure-text': 'Tjugo lyktor sätts upp före november.', 'measure-owner': 'Gatuenheten', 'measure-due': day(80), 'measure-status': 'decided',
      'measure-body': 'Tekniska nämnden', 'measure-decided-on': day(0), 'measure-paragraph': '§ 84', 'measure-public': 'Vi sätter upp tjugo låga lyktor före november.',
    }, when, known.tried);
    await official.picture('chain-measure');
    known.effect = await node(official, known, 'effect', {
      'benefit-name': 'Fler går stigen på kvällen', 'benefit-baseline': '9 av 40', 'benefit-target': '25 av 40', 'benefit-status': 'expected',
      'benefit-public': 'Fler ska våga gå stigen på kvällen.',
    }, when, known.measure);
    known.answer = await node(official, known, 'answer', {
      'reply-to': 'Alla som skrev om vägen', 'reply-text': 'Ni sa att det är mörkt. Vi sätter upp lyktor före november, och räknar i december om fler går stigen.', 'reply-status': 'published',
    }, when, known.effect);
    await tasks(official, known, ['skarpt-test', 'fardplan', 'effektkedja', 'gallring'], { 'pilot-from': day(1), 'pilot-until': day(30), 'follow-up-on': day(90) }, when);
    await gate(official, known, 'realise', null, when, day);
    await official.goto(`${known.project}/historik`);
    await change(official, known.effect, { 'benefit-follow-ups': [{ date: day(0), value: '27 av 40', comment: 'Samma tåg, en onsdag.' }], 'benefit-status': 'realised' }, when);
    await official.goto(`${known.project}/nyttor`);
    await official.picture('project-benefits');
  });

  await chapter('the backward trace of the measure shows the quotations', async () => {
    await official.goto(`${known.measure}/spar`);
    for (const text of [SAID, WRITTEN[0]]) await official.sees(text);
    assert.equal(await official.main.locator('figure svg').count(), 1);
    await official.picture('chain-trace-back');
    for (const form of ['csv', 'json', 'svg']) {
      const file = await official.page.request.get(`${official.url}${known.measure}/spar/spar.${form}`);
      assert.equal(file.status(), 200);
      assert.ok((await file.text()).includes('Låga lyktor'), form);
    }
    await official.goto(`${known.dialogue}/spar`);
    await official.sees(MEASURE);
  });

  await chapter('the resident opens the receipt and reads what became of it', async () => {
    await resident.goto(`/kvitto/${known.code}`);
    await resident.follow(t('participation-receipt-became'));
    for (const text of ['Vi sätter upp tjugo låga lyktor före november.', 'Ni sa att det är mörkt.', 'Många väljer omvägar på kvällen', 'Fler ska våga gå stigen']) await resident.sees(text);
    assert.ok(!(await resident.text()).includes(WRITTEN[0]), 'others\' words are not shown through a receipt');
    await resident.picture('public-what-became');
  });
}

async function titleOf(visitor, address) {
  await visitor.goto(address);
  return visitor.h1();
}

// Publishes what waits, page by page; what cannot be published together is opened and published.
async function readAll(official) {
  for (;;) {
    await official.goto('/arbetsyta/granskning');
    if (!(await official.main.locator('ol.tasks').count())) return;
    if (await official.has('checkbox', t('moderation-bulk-choose'))) {
      await official.main.getByRole('button', { name: t('moderation-bulk-all') }).click();
      await official.press(t('moderation-bulk-save'));
      continue;
    }
    await official.follow(/\S/, official.main.locator('ol.tasks'));
    await official.choose(t('moderation-decision'), t('moderation-choice-publicera'));
    await official.press(t('moderation-save'));
  }
}

async function mayBeQuoted(official, dialogue, text) {
  await official.goto(`${dialogue}/kodning?sok=${encodeURIComponent(text.slice(0, 24))}`);
  const answer = official.main.locator('form article, form li').filter({ hasText: text }).first();
  await answer.getByLabel(t('insights-coding-quotable')).check();
  await official.press(t('insights-coding-save'));
}

async function send(official, known, theme, quotes, insight) {
  await official.goto(`${known.dialogue}/belagg`);
  const part = official.main.getByRole('group', { name: theme });
  await part.getByRole('checkbox').first().check();
  for (const quote of quotes) await part.getByRole('checkbox', { name: quote }).check();
  await official.write(t('chain-gather-insight'), insight);
  await official.select(t('chain-gather-project'), 'Tryggare väg hem');
  await official.picture('chain-gather');
  await official.press(t('chain-gather-save'));
  return (await official.path()).split('?')[0];
}

/** Writes a node of a kind in the project, resting on another; gives its address. */
async function node(official, known, kind, given, when, from) {
  const project = known.project.split('/').at(-1);
  await official.goto(`/arbetsyta/insikter/ny?slag=${kind}&projekt=${project}${from ? `&fran=${from.split('/').at(-1)}` : ''}`);
  await fill(official, given, when);
  await official.press(t('chain-save'));
  const address = (await official.path()).split('?')[0];
  assert.match(address, /^\/arbetsyta\/insikter\/[0-9a-f-]{36}$/, `the ${kind} was not saved:\n${await official.text()}`);
  return address;
}

async function change(official, address, given, when) {
  await official.goto(`${address}/andra`);
  await fill(official, given, when);
  await official.press(t('chain-save'));
  assert.equal((await official.path()).split('?')[0], address, await official.text());
}

async function link(official, address, kind, words, sort, reason = '') {
  await official.goto(`${address}/lank?slag=${kind}&q=${encodeURIComponent(words)}`);
  await official.main.locator('input[name="nod"]').first().check();
  await official.choose(t('chain-sort'), sort);
  if (reason) await official.write(t('chain-link-reason'), reason);
  await official.press(t('chain-link-save'));
}

async function tasks(official, known, words, given, when) {
  for (const word of words) await task(official, known.project, word, given, when);
}

// Takes the gate decision of a step, ticks what its list asks for, and goes on.
async function gate(official, known, step, next, when, day) {
  const words = { frame: 'grind-ringa-in', explore: 'grind-undersoka', focus: 'grind-fokusera', ideate: 'grind-ideer', test: 'grind-test', realise: 'grind-forverkliga' };
  await task(official, known.project, words[step], { [`gate-${step}-decision`]: 'continue', [`gate-${step}-on`]: day(0), 'next-gate-on': day(90) }, when);
  const item = { frame: 'RI08', explore: 'UN14', realise: 'FV07' }[step];
  if (item) await tick(official, known.project, item);
  const step_word = { frame: 'undersoka', explore: 'fokusera', focus: 'ta-fram-ideer', ideate: 'testa-ideer', test: 'forverkliga', realise: 'satt-i-drift' }[step];
  await official.goto(`${known.project}/lage/${step_word}`);
  const missing = await official.main.locator('#saknas li').allInnerTexts();
  assert.deepEqual(missing, [], `the gate after ${step} misses something`);
  await official.write(t('dialogues-step-reason'), 'Grinden är passerad.');
  await official.press(next ? `Gå vidare till ${next}` : 'Sätt lösningen i drift');
}

async function tick(official, project, key) {
  await official.goto(`${project}/checklista`);
  const item = official.page.locator(`#${key}`);
  if ((await item.innerText()).includes('Klart')) return;
  await official.open('Bocka av', item);
  await official.write('Skriv vad ni kom fram till', 'Gjort.', item);
  await official.press('Markera som klar', item);
}
