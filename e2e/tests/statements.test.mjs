// P7: an official asks by statements, residents take stances on their phones and propose one of their own, many more come, and the
// result tells who thinks alike and what all agree on. Whoever has the files finds the same.

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
const NAME = 'Tyck till om parkens kvällar';
// Statements of the demonstration in the same dialogue.
const OTHER = 'Ta ställning om Kvarnparken';
const SHARED = ['Parken ska vara upplyst på kvällen', 'Det ska finnas fler bänkar med ryggstöd'];
const UNWANTED = 'Parken ska stängas klockan sex';
// One camp agrees with the first two and not with the others.
const LIVELY = ['Musik på kvällarna gör parken bättre', 'Det ska gå att grilla i hela parken'];
const CALM = ['Efter klockan nio ska det vara tyst', 'Hundar ska vara kopplade överallt'];
const PROPOSED = 'Det ska finnas en toalett som är öppen på kvällen';
const STATEMENTS = [...SHARED, UNWANTED, ...LIVELY, ...CALM];
const CROWD = 40;

// What somebody of a camp thinks of a statement. Every seventh does not know about bans on dogs.
function opinion(words, { lively, doubts = false }) {
  if (doubts && words === CALM[1]) return 'pass';
  const agrees = SHARED.includes(words) || words === PROPOSED || (lively ? LIVELY : CALM).includes(words);
  return agrees ? 'agree' : 'disagree';
}
const KEYS = { agree: 'haller-med', disagree: 'haller-inte-med', pass: 'vet-inte' };

test('statements: who thinks alike, and what all agree on', (story) => inChapters(story, tell));

async function tell(chapter, server, browser) {
  const look = { hands: 'mouse', look: true };
  let official = await visitor(browser, server, look);
  const anna = await visitor(browser, server, look, PHONE);
  const bo = await visitor(browser, server, { hands: 'keyboard', look: 'width' }, PHONE);
  const cia = await visitor(browser, server, { hands: 'mouse', look: 'width' }, { ...PHONE, javaScriptEnabled: false });
  const known = {};

  await chapter('an official writes statements, is stopped at one that stands twice, and publishes', async () => {
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    known.desk = await deskOf(official, SLUG);
    known.activity = await newActivity(official, known.desk, 'statements', NAME);
    await statement(official, STATEMENTS[0]);
    // The form is looked over once; it is the same for the others.
    official.look = 'width';
    for (const words of STATEMENTS.slice(1)) await statement(official, words);
    official.look = true;
    await begin(official, SHARED[0].toUpperCase());
    await official.sees(t('participation-fault-statement-twice'));
    await official.follow(t('participation-form-leave'), official.main);
    await official.press(`${t('participation-builder-remove')} ${t('participation-builder-no-label')}`);
    await official.picture('statements-builder');
    await official.press(t('participation-publish-button'));
    await official.sees(t('participation-publish-unchanged'));
  });

  await chapter('a resident answers on the phone and changes an answer', async () => {
    await enter(anna);
    known.way = (await anna.path()).split('?')[0];
    await anna.sees(t('participation-statement-public-record'));
    await anna.picture('statements-first');
    await stances(anna, { lively: true }, 2);
    await anna.sees(`${t('participation-statement-progress')} 2 av ${STATEMENTS.length}`);
    await anna.follow(t('participation-statement-change-last'), anna.main);
    const words = await shown(anna);
    const before = t(`participation-stance-${opinion(words, { lively: true })}`);
    await anna.sees(`${t('participation-statement-before')} ${before}`);
    await anna.press(t('participation-stance-pass'));
    await anna.sees(`${t('participation-statement-saved')} ${t('participation-stance-pass')}`);
    await anna.sees(`${t('participation-statement-progress')} 2 av ${STATEMENTS.length}`);
    // And back to what she thinks.
    await anna.follow(t('participation-statement-change-last'), anna.main);
    await anna.press(t(`participation-stance-${opinion(words, { lively: true })}`));
  });

  await chapter('she proposes a statement; one that is there already is told, and her words stay', async () => {
    await anna.open(t('participation-proposal-title'));
    await anna.write(t('participation-proposal-label'), SHARED[1]);
    await anna.press(t('participation-proposal-send'));
    await anna.sees(t('participation-proposal-known'));
    assert.equal(await anna.main.getByLabel(t('participation-proposal-label')).inputValue(), SHARED[1]);
    await anna.write(t('participation-proposal-label'), PROPOSED);
    await anna.press(t('participation-proposal-send'));
    await anna.sees(t('participation-proposal-waiting'));
    await anna.picture('statements-proposed');
    known.code = (await anna.page.locator('#kod').innerText()).trim();
  });

  await chapter('nobody else sees it before it is read; staff publish it', async () => {
    await enter(bo);
    await stances(bo, { lively: false });
    await bo.sees(t('participation-statement-all-done'));
    await bo.open(t('participation-statement-taken'));
    // The one taken last stands in the note above.
    const taken = (await bo.main.locator('dl dt').allInnerTexts()).map((one) => one.trim());
    assert.equal(new Set(taken).size, STATEMENTS.length - 1);
    assert.ok(taken.every((one) => STATEMENTS.includes(one)), taken.join('\n'));
    assert.doesNotMatch(await bo.text(), /toalett/);
    const moderator = await visitor(browser, server, look);
    await signIn(moderator, await demonstrationLogin('moderator'), server);
    await moderator.goto('/arbetsyta/granskning');
    await moderator.follow(/\S/, moderator.main.locator('ol.tasks > li').filter({ hasText: PROPOSED }));
    await moderator.sees(PROPOSED);
    await moderator.choose(t('moderation-decision'), t('moderation-choice-publicera'));
    await moderator.press(t('moderation-save'));
  });

  await chapter('they come back with the code or the address, and meet what is new', async () => {
    await anna.goto(`/mitt-svar/${known.code}/pastaenden`);
    await anna.sees(t('participation-proposal-published'));
    await stances(anna, { lively: true });
    await anna.sees(t('participation-statement-all-done'));
    await bo.goto(await bo.path());
    assert.equal(await shown(bo), PROPOSED);
    await stances(bo, { lively: false });
    await bo.sees(t('participation-statement-all-done'));
  });

  await chapter('somebody without script takes part as well', async () => {
    await enter(cia);
    await stances(cia, { lively: true, doubts: true });
    await cia.sees(t('participation-statement-all-done'));
  });

  await chapter('many more come', async () => {
    await together(Array.from({ length: CROWD }, (_, number) => number), async (number) => {
      await oneOfMany(server, known.way, { lively: number % 2 === 0, doubts: number % 7 === 0 });
    });
  });

  await chapter('the result shows two groups, in a picture and a table, and what all agree on', async () => {
    const everybody = CROWD + 3;
    await comes(official, `${known.desk}/resultat`, new RegExp(`^Räknat [^]*n = ${everybody} personer`), part(official, NAME));
    await result(official, everybody);
    await official.picture('statements-result-desk');
  });

  await chapter('what is told to be typical of a group is what its members think', async () => {
    const lines = (await part(official, NAME).locator('xpath=self::h4/following-sibling::*[1][self::ul]/li').allInnerTexts()).map((line) => line.trim());
    assert.ok(lines.length >= 4, lines.join('\n'));
    const nobody = lines.filter((line) => /\s0\s%\s\(/.test(line));
    assert.deepEqual(nobody, [], 'nobody in the group does what is told to be typical of it');
  }, { alone: true });

  await chapter('what is not shown cannot be worked out from what is', async () => {
    for (const name of [NAME, OTHER]) {
      for (const row of await table(official, t('insights-statements-counts'), part(official, name))) {
        const [, ...cells] = Object.values(row);
        const isCounted = !Number.isNaN(Number(cells.pop()));
        const hidden = cells.filter((cell) => cell === t('web-few')).length;
        assert.ok(!isCounted || hidden !== 1, `the one hidden number is what is left of the whole: ${JSON.stringify(row)}`);
      }
    }
  }, { alone: true });

  await chapter('the files give the same groups with the command', async () => {
    const votes = await official.download(t('insights-file-votes'), part(official, NAME));
    const statements = await official.download(t('insights-file-statements'), part(official, NAME));
    for (const file of [votes, statements]) assert.match(file.type, /text\/csv/);
    const [head, ...rows] = votes.bytes.toString('utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/);
    assert.equal(head, 'timestamp,comment-id,voter-id,vote');
    assert.equal(rows.length, (CROWD + 3) * (STATEMENTS.length + 1));
    const words = statements.bytes.toString('utf8');
    for (const one of [...STATEMENTS, PROPOSED]) assert.ok(words.includes(one), one);
    const [number] = words.split(/\r?\n/).find((row) => row.includes(LIVELY[0])).split(',');
    const cast = rows.map((row) => row.split(',')).filter(([, statement]) => statement === number);
    const lively = new Set(cast.filter(([, , , vote]) => vote === '1').map(([, , voter]) => Number(voter)));
    assert.equal(lively.size, CROWD / 2 + 2);

    const [roster, list] = ['roster.csv', 'pastaenden.csv'].map((name) => path.join(server.data, name));
    fs.writeFileSync(roster, votes.bytes);
    fs.writeFileSync(list, statements.bytes);
    for (const more of [[], ['--statements', list]]) {
      const found = JSON.parse(await server.command(['analyse', 'opinions', roster, '--json', ...more]));
      assert.deepEqual(found.groups.map((group) => group.size).sort(), [CROWD / 2 + 1, CROWD / 2 + 2]);
      for (const { members } of found.groups) assert.equal(new Set(members.map((one) => lively.has(Number(one)))).size, 1, 'a group is one camp');
    }
  });

  await chapter('when the dialogue has closed and all is read, everybody sees the result', async () => {
    await server.daysLater(90);
    official = await visitor(browser, server, { hands: 'mouse' });
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    await compile(official, known.desk);
    await anna.goto(`/dialoger/${SLUG}/resultat`);
    await result(anna, CROWD + 3);
    await anna.picture('statements-result-public');
    await anna.goto(`/mitt-svar/${known.code}/pastaenden`);
    await anna.sees(t('participation-change-closed').slice(0, 20));
  });
}

async function statement(official, words) {
  await begin(official, words);
  assert.doesNotMatch(await official.page.title(), /^Fel/, `«${words}» was not saved`);
}

async function begin(official, words) {
  await official.select(t('participation-builder-add-kind'), t('participation-question-statement'));
  await official.press(t('participation-builder-add'));
  await official.write(t('participation-form-statement'), words);
  await official.press(t('participation-form-save'));
}

async function enter(resident) {
  await resident.goto(`/dialoger/${SLUG}`);
  await resident.follow(new RegExp(NAME), resident.main);
  assert.equal(await resident.h1(), NAME);
}

/** The words of the statement on the page; empty when there is none left. */
async function shown(resident) {
  const quote = resident.main.locator('form blockquote');
  return (await quote.count()) ? (await quote.innerText()).trim() : '';
}

/** Takes stances as long as there are statements, `most` at most. */
async function stances(resident, who, most = 99) {
  for (let taken = 0; taken < most; taken += 1) {
    const words = await shown(resident);
    if (!words) return;
    const stance = t(`participation-stance-${opinion(words, who)}`);
    await resident.press(stance);
    await resident.sees(`${t('participation-statement-saved')} ${stance.split(',')[0]}`);
  }
}

/** One of the many: the same pages and forms, without a browser. */
async function oneOfMany(server, way, who) {
  const client = new Client(server.url);
  let address = way;
  for (let turn = 0; turn < 40; turn += 1) {
    const html = await (await client.get(address)).text();
    const quote = /<form[^]*?<blockquote[^>]*><p>([^<]*)<\/p>/.exec(html.slice(html.indexOf('id="pastaende"') - 400));
    if (!html.includes('id="pastaende"')) return;
    const fields = { nyckel: hidden(html, 'nyckel'), pastaende: hidden(html, 'pastaende'), rost: KEYS[opinion(quote[1], who)] };
    const answer = await client.post(address, fields);
    assert.equal(answer.status, 303, await answer.text());
    address = answer.headers.get('location').split('?')[0];
  }
  assert.fail('there was always another statement');
}

/** What the result tells, on the desk and in public. */
async function result(reader, everybody) {
  for (const words of [...SHARED, PROPOSED]) assert.ok((await under(reader, 'insights-statements-agreed')).includes(words), `«${words}» is agreed on`);
  assert.match(await under(reader, 'insights-statements-rejected'), new RegExp(`${UNWANTED}\\s+100\\s%`));
  const dividing = await under(reader, 'insights-statements-dividing');
  for (const words of [...LIVELY, ...CALM]) assert.ok(dividing.includes(words), `«${words}» divides:\n${dividing}`);
  const own = part(reader, NAME);
  const groups = await table(reader, t('insights-statements-sizes'), own);
  assert.deepEqual(groups.map((group) => group.Grupp), ['Grupp A', 'Grupp B']);
  assert.deepEqual(groups.map((group) => Number(group.Antal)).sort(), [CROWD / 2 + 1, CROWD / 2 + 2]);
  const picture = own.locator('svg');
  assert.equal(await picture.count(), 1);
  const letters = (await picture.locator('text').allTextContents()).join('');
  assert.ok(letters.includes('A') && letters.includes('B'), `the picture has both letters: ${letters}`);
  assert.match(await picture.getAttribute('aria-label') ?? await picture.locator('title').first().textContent(), /2 grupper/);
  const all = await table(reader, t('insights-statements-counts'), own);
  assert.equal(all.length, STATEMENTS.length + 1);
  for (const row of all) assert.equal(row[Object.keys(row).at(-1)], String(everybody), JSON.stringify(row));
}

/** The list below a heading. */
async function under(reader, key) {
  return part(reader, NAME).filter({ hasText: new RegExp(`^${t(key)}$`) }).locator('xpath=following-sibling::ul[1]').innerText();
}
