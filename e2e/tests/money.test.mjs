// P8: a vote over money. The sum, the costs and the rule are told before anybody chooses; residents vote on their phones, too much is
// told and nothing is lost; a changed vote replaces the first; who won stands with the reason, and the file gives the same winners.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PHONE } from '../lib/browser.mjs';
import { Client } from '../lib/client.mjs';
import { demonstrationLogin } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { comes, compile, deskOf, hidden, inChapters, newActivity, part, table, together } from '../story/activities.mjs';
import { signIn, visitor } from '../story/people.mjs';

const SLUG = 'hur-ska-kvarnparken-utvecklas';
const NAME = 'Rösta om parkens pengar';
// A vote of the demonstration, by another rule.
const EQUAL = 'Fördela 300 000 kronor i parken';
const [STAGE, POND, GARDEN, BENCHES, STATUE] = ['Scen vid ån', 'Damm med näckrosor', 'Odling för alla', 'Bänkar med ryggstöd', 'Staty av mjölnaren'];
const PROJECTS = { [STAGE]: 300_000, [POND]: 250_000, [GARDEN]: 150_000, [BENCHES]: 50_000, [STATUE]: 200_000 };
// What the many choose: the stage has most votes, the pond nearly as many but does not fit beside it, nobody wants the statue.
const BALLOTS = [[[STAGE, BENCHES], 16], [[POND, GARDEN], 12], [[STAGE, GARDEN], 6]];
const WINNERS = [GARDEN, BENCHES, STAGE];

test('a vote over money, and the same winners from the file', (story) => inChapters(story, tell));

async function tell(chapter, server, browser) {
  const look = { hands: 'mouse', look: true };
  let official = await visitor(browser, server, look);
  const anna = await visitor(browser, server, look, PHONE);
  const bo = await visitor(browser, server, { hands: 'keyboard', look: 'width' }, PHONE);
  const late = await visitor(browser, server, look, PHONE);
  const cia = await visitor(browser, server, { hands: 'mouse', look: 'width' }, { ...PHONE, javaScriptEnabled: false });
  const known = {};

  await chapter('an official writes the sum, the rule and the projects, and is told what is missing', async () => {
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    known.desk = await deskOf(official, SLUG);
    known.activity = await newActivity(official, known.desk, 'budget', NAME);
    await official.follow(new RegExp(`^${t('participation-builder-edit')}`), official.main);
    await official.write(t('participation-budget-form-total'), 'en halv miljon');
    await official.choose(t('participation-budget-form-ballot'), t('participation-ballot-knapsack'));
    await official.choose(t('participation-budget-form-rule'), t('participation-rule-greedy'));
    const all = Object.entries(PROJECTS);
    await projects(official, [[STAGE, 600_000], ...all.slice(1, 3)]);
    await official.press(t('participation-form-save'));
    await official.sees(t('participation-fault-budget-total'));
    assert.equal(await official.main.getByLabel(t('participation-budget-form-total')).inputValue(), 'en halv miljon');
    await official.write(t('participation-budget-form-total'), '500 000');
    await official.press(t('participation-form-save'));
    await official.sees(`Projektet ”${STAGE}” kostar mer än hela summan`);
    await projects(official, all);
    await official.picture('money-form');
    await official.press(t('participation-form-save'));
    assert.doesNotMatch(await official.page.title(), /^Fel/, await official.text());
    await official.press(t('participation-publish-button'));
    await official.sees(t('participation-publish-unchanged'));
  });

  await chapter('the rule is told before; too much is told, and what was ticked stays', async () => {
    await begin(anna);
    known.way = (await anna.path()).split('?')[0];
    for (const told of ['Det finns 500 000 kronor att fördela', t('participation-ballot-knapsack-told'), t('participation-rule-greedy-told'), t('participation-rule-ties')]) await tells(anna, told);
    await anna.press(t('participation-continue'));
    await anna.sees(t('participation-answer-missing-projects'));
    for (const one of [STAGE, POND]) await anna.tick(one);
    await anna.press(t('participation-continue'));
    await tells(anna, 'Du har valt för 550 000 kronor. Det är 50 000 kronor för mycket.');
    await tells(anna, 'Projekten kostar 50 000 kronor för mycket. Ta bort något');
    for (const one of [STAGE, POND]) assert.ok(await anna.main.getByRole('checkbox', { name: one }).isChecked(), `${one} is still ticked`);
    await anna.picture('money-too-much');
    await anna.untick(POND);
    await anna.press(t('participation-continue'));
    await anna.sees(t('participation-check-title'));
    await anna.sees(STAGE);
    await anna.press(t('participation-send'));
    known.code = await code(anna);
  });

  await chapter('the sum follows what is ticked', async () => {
    const doubtful = await visitor(browser, server, look, PHONE);
    await begin(doubtful);
    const sum = doubtful.main.locator('output');
    for (const [act, one, said] of [
      ['tick', STAGE, /300\s000 kronor\. 200\s000 kronor är kvar/], ['tick', POND, /550\s000 kronor\. Det är 50\s000 kronor för mycket/],
      ['untick', STAGE, /250\s000 kronor\. 250\s000 kronor är kvar/],
    ]) {
      await doubtful[act](one);
      await sum.filter({ hasText: said }).waitFor({ timeout: 2000 });
    }
  }, { alone: true });

  await chapter('a changed vote replaces the first', async () => {
    await anna.goto(`/mitt-svar/${known.code}`);
    await anna.sees(STAGE);
    await anna.follow(t('participation-my-change'), anna.main);
    await anna.press(/^Ändra /);
    assert.ok(await anna.main.getByRole('checkbox', { name: STAGE }).isChecked());
    await anna.untick(STAGE);
    for (const one of [POND, GARDEN]) await anna.tick(one);
    await anna.press(t('participation-continue'));
    await anna.press(t('participation-send-change'));
    await anna.goto(`/mitt-svar/${known.code}`);
    await anna.sees(POND);
    assert.ok(!(await anna.text()).includes(STAGE), 'the first vote is gone');
    await anna.picture('money-my-vote');
  });

  await chapter('one votes by keyboard, and one without script has the sum added up by a button', async () => {
    await begin(bo);
    for (const one of [POND, GARDEN]) await bo.tick(one);
    await bo.press(t('participation-continue'));
    await bo.press(t('participation-send'));
    assert.notEqual(await code(bo), known.code);
    await begin(cia);
    for (const one of [STAGE, POND]) await cia.tick(one);
    await cia.press(t('participation-budget-add-up'));
    await tells(cia, 'Det är 50 000 kronor för mycket.');
    await cia.untick(POND);
    await cia.tick(BENCHES);
    await cia.press(t('participation-budget-add-up'));
    await tells(cia, 'Du har valt för 350 000 kronor. 150 000 kronor är kvar av 500 000.');
    await cia.press(t('participation-continue'));
    await cia.press(t('participation-send'));
    await code(cia);
  });

  await chapter('many more vote', async () => {
    const all = BALLOTS.flatMap(([chosen, times]) => Array.from({ length: times }, () => chosen));
    await together(all, async (chosen) => { await oneOfMany(server, known.way, chosen); });
  });

  await chapter('terms that somebody has voted by stay, and closed is closed', async () => {
    await official.goto(known.activity);
    await official.follow(new RegExp(`^${t('participation-builder-edit')}`), official.main);
    await official.choose(t('participation-budget-form-rule'), t('participation-rule-phragmen'));
    await official.press(t('participation-form-save'));
    await official.sees(t('participation-version-rule'));
    await official.goto(known.activity);
    await official.sees(t('participation-publish-unchanged'));

    await begin(late);
    await late.tick(STATUE);
    await official.goto(known.activity);
    await official.press(t('participation-state-close-button'));
    await late.press(t('participation-continue'));
    assert.equal(await late.h1(), t('participation-door-closed-title'));
    await late.picture('money-closed');
  });

  await chapter('whoever was voting when it closed keeps what was ticked, and is not told of a day that has not been', async () => {
    const told = await late.text();
    assert.ok(told.includes(t('participation-door-typed-title')) && told.includes(STATUE), `what was ticked is not told:\n${told}`);
    assert.ok(told.includes(t('participation-door-closed')), `the official closed it today:\n${told}`);
  }, { alone: true });

  await chapter('the result tells who won and why', async () => {
    await comes(official, `${known.desk}/resultat`, /^Räknat [^]*n = 37 röster/, part(official, NAME));
    await result(official);
    await official.picture('money-result-desk');
  });

  await chapter('the file gives the same winners with the command', async () => {
    const { bytes } = await official.download(t('insights-file-ballots'), part(official, NAME));
    const text = bytes.toString('utf8');
    assert.match(text, /^META\nkey;value\n/);
    assert.match(text, /\nnum_votes;37\nbudget;500000\n/);
    const numbers = new Map(text.split('PROJECTS\n')[1].split('\nVOTES')[0].split('\n').slice(1).map((row) => row.split(';')).map(([id, , , name]) => [id, name]));
    const file = path.join(server.data, 'rostning.pb');
    fs.writeFileSync(file, bytes);
    for (const rule of [[], ['--rule', 'greedy']]) {
      const found = JSON.parse(await server.command(['analyse', 'budget', file, '--json', ...rule]));
      assert.deepEqual(found.winners.map((id) => numbers.get(String(id))), known.winners);
    }
  });

  await chapter('the file of a vote by equal shares needs no more words either', async () => {
    const rows = await table(official, t('insights-budget-projects'), part(official, EQUAL));
    const won = rows.filter((row) => row.Resultat === t('insights-budget-funded')).map((row) => row.Projekt);
    const { bytes } = await official.download(t('insights-file-ballots'), part(official, EQUAL));
    const file = path.join(server.data, 'lika.pb');
    fs.writeFileSync(file, bytes);
    const names = new Map([...bytes.toString('utf8').matchAll(/^(\d+);\d+;\d+;(.+)$/gm)].map(([, id, name]) => [id, name]));
    for (const rule of [['--rule', 'equal-shares', '--completion', 'add1u'], []]) {
      const found = JSON.parse(await server.command(['analyse', 'budget', file, '--json', ...rule]));
      assert.deepEqual(found.winners.map((id) => names.get(String(id))).sort(), [...won].sort());
    }
  }, { alone: true });

  await chapter('when the dialogue has closed and all is read, everybody sees the result', async () => {
    await server.daysLater(90);
    official = await visitor(browser, server, { hands: 'mouse' });
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    await compile(official, known.desk);
    await anna.goto(`/dialoger/${SLUG}/resultat`);
    await result(anna);
    await anna.picture('money-result-public');
  });

  async function result(reader) {
    await tells(reader, '3 av 5 projekt får pengar. De kostar 500 000 av 500 000 kronor.');
    await tells(reader, t('participation-rule-greedy-told'));
    const rows = await table(reader, t('insights-budget-projects'), part(reader, NAME));
    const of = (name) => rows.find((row) => row.Projekt === name);
    known.winners = rows.filter((row) => row.Resultat === t('insights-budget-funded')).map((row) => row.Projekt);
    assert.deepEqual([...known.winners].sort(), [...WINNERS].sort(), JSON.stringify(rows));
    assert.deepEqual([STAGE, GARDEN, BENCHES, POND].map((name) => of(name).Röster), ['23', '20', '17', '14']);
    assert.match(of(STAGE).Varför, /Kom på plats 1 och rymdes/);
    assert.match(of(POND).Varför, /Det fattades [\d\s]+ kronor när turen kom/);
    assert.match(of(STATUE).Varför, /Ingen har röstat/);
  }
}

async function projects(official, list) {
  for (const [place, [name, cost]] of list.entries()) {
    const box = official.main.getByRole('group', { name: `${t('participation-budget-form-project')} ${place + 1}`, exact: true });
    if (!(await box.count())) {
      // The form has three empty places; saving gives more.
      await official.press(t('participation-form-save'));
      await official.follow(new RegExp(`^${t('participation-builder-edit')}`), official.main);
    }
    await official.write(t('participation-budget-form-name'), name, box);
    await official.write(t('participation-budget-form-cost'), String(cost), box);
    await official.write(t('participation-budget-form-place'), 'Kvarnparken', box);
  }
}

/** Finds the vote from the dialogue's page and stands before the ballot. */
async function begin(resident) {
  await resident.goto(`/dialoger/${SLUG}`);
  await resident.follow(new RegExp(NAME), resident.main);
  assert.equal(await resident.h1(), NAME);
  await resident.press(t('participation-start-begin'));
}

async function code(resident) {
  assert.equal(await resident.h1(), t('participation-receipt-title'));
  return (await resident.page.locator('#kod').innerText()).trim();
}

/** Amounts are written with a space that does not break. */
async function tells(reader, words) {
  const parts = words.split(' ').map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  await reader.sees(new RegExp(parts.join('\\s+')));
}

/** One of the many: the same pages and forms, without a browser. */
async function oneOfMany(server, way, chosen) {
  const client = new Client(server.url);
  const begun = await (await client.post(way, { svar: '', gor: 'borja' })).text();
  const values = chosen.map((name) => ['f-rost', new RegExp(`value="([^"]+)"[^>]*><span><b>${name}</b>`).exec(begun)[1]]);
  const check = await (await client.post(way, [['svar', hidden(begun, 'svar')], ['fraga', 'rost'], ['gor', 'nasta'], ...values])).text();
  const sent = await client.post(way, { svar: hidden(check, 'svar'), nyckel: hidden(check, 'nyckel'), gor: 'skicka' });
  assert.equal(sent.status, 303, check);
}
