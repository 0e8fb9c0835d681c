// A panel by lot: those who said yes come in a file, quotas that nobody can meet are explained with the smallest change that helps, a
// thousand panels are published before anybody can know the number, and anybody can draw again. A seat that becomes empty is drawn
// for in the same way, and in the end everybody's number is erased.

import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PHONE } from '../lib/browser.mjs';
import { docxText, pdfText } from '../lib/documents.mjs';
import { demonstrationLogin } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { comes, deskOf, inChapters, table } from '../story/activities.mjs';
import { signIn, visitor } from '../story/people.mjs';

const SLUG = 'hur-ska-kvarnparken-utvecklas';
const NAME = 'Medborgarråd om Kvarnparken';
const SEATS = 12;
const SOURCE = 'Lottoraden på lördag, talen i storleksordning med mellanslag';
const SEED = '3 9 17 22 28 31 34';
const SEAT_SEED = '1 2 8 19 20 27 35';
const HEAD = 'kategori;grupp;minst;högst';
const QUOTAS = ['Kön;Kvinna;5;7', 'Kön;Man;5;7', 'Ålder;16–29;2;3', 'Ålder;30–64;5;7', 'Ålder;65 eller äldre;3;4'];
// Five of those who said yes are under thirty, and two of them live together.
const IMPOSSIBLE = QUOTAS.map((row) => row.replace('16–29;2;3', '16–29;6;7'));

// Ninety people; the first two share a household.
const PEOPLE = Array.from({ length: 90 }, (_, n) => ({
  id: `K${String(n + 1).padStart(3, '0')}`, sex: n % 2 ? 'Man' : 'Kvinna', age: n < 5 ? '16–29' : n % 3 ? '30–64' : '65 eller äldre',
  street: n < 2 ? 'Storgatan 1' : `Lillgatan ${n}`, work: 'okänd sort',
}));

test('a panel by lot that anybody can draw again', (story) => inChapters(story, tell));

async function tell(chapter, server, browser) {
  const look = { hands: 'mouse', look: true };
  const login = await demonstrationLogin('dialogue coordinator');
  let official = await visitor(browser, server, look);
  const anyone = await visitor(browser, server, look, PHONE);
  const known = {};
  const day = (days) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(server.now().getTime() + days * 86_400_000));
  const file = (name, text) => {
    const at = path.join(server.data, name);
    fs.writeFileSync(at, text);
    return at;
  };
  // The session has ended when days have passed.
  const later = async (days) => {
    await server.daysLater(days);
    official = await visitor(browser, server, look);
    await signIn(official, login, server);
  };

  await chapter('a file with names is refused, and a row that fits no quota is pointed out', async () => {
    await signIn(official, login, server);
    known.dialogue = await deskOf(official, SLUG);
    await official.goto(`${known.dialogue}/lottning`);
    await official.follow(t('lottery-new'), official.main);
    await official.write(t('lottery-field-name'), NAME);
    await official.write(t('lottery-field-seats'), String(SEATS));
    await official.write(t('lottery-field-quotas'), [HEAD, ...IMPOSSIBLE].join('\n'));
    await official.write(t('lottery-field-household'), 'gata');
    await official.date(t('lottery-field-erase'), day(100));
    await official.attach(t('lottery-field-file'), file('namn.csv', pool({ names: true })));
    await official.press(t('lottery-save'));
    await official.sees('Kolumnen ”namn” visar vilka personerna är');
    await official.attach(t('lottery-field-file'), file('fel.csv', pool().replace('K007;Kvinna', 'K007;Kvina')));
    await official.press(t('lottery-save'));
    await official.sees('Rad 8: gruppen ”Kvina” finns inte bland kvoterna för ”Kön”');
    assert.equal(await official.main.getByLabel(t('lottery-field-name')).inputValue(), NAME, 'what was typed stays');
    await official.picture('lottery-form');
  });

  await chapter('quotas that no panel meets are explained, with the smallest change that helps', async () => {
    await official.attach(t('lottery-field-file'), file('ja.csv', pool()));
    await official.press(t('lottery-save'));
    known.here = (await official.path()).split('?')[0];
    await comes(official, known.here, t('lottery-lead-impossible'));
    const why = await official.main.locator('.note').filter({ hasText: t('lottery-impossible-title') }).innerText();
    assert.match(why, /Ålder, 16–29: 4 kan sitta, men kvoten vill ha minst 6\./, 'two of the five live together');
    assert.match(why, new RegExp(`${t('lottery-impossible-change')}[^]*Ålder, 16–29: 6–7 blir 4–7`));
    await official.picture('lottery-impossible');
    assert.ok(!(await official.has('button', t('lottery-publish'))), 'nothing can be published');
  });

  await chapter('the quotas are changed, and the chances are proved to be as even as they can', async () => {
    await official.follow(t('lottery-edit'), official.main);
    await official.write(t('lottery-field-quotas'), [HEAD, ...QUOTAS].join('\n'));
    await official.press(t('lottery-save'));
    await comes(official, known.here, t('lottery-chances-proved'));
    const rows = await table(official, t('lottery-table-title'));
    assert.deepEqual(rows.map((row) => [row.Grupp, row['Tackat ja']]), [['Kvinna', '45'], ['Man', '45'], ['16–29', '5'], ['30–64', '57'], ['65 eller äldre', '28']]);
    for (const row of rows) within(row, row['Väntat antal']);
    await official.picture('lottery-chances');
  });

  await chapter('what settles the draw is fixed with the file, on a day that has not been', async () => {
    await official.write(t('lottery-field-source'), SOURCE);
    await official.date(t('lottery-field-settles'), day(0));
    await official.press(t('lottery-publish'));
    await official.sees(t('lottery-error-settles-past'));
    await official.date(t('lottery-field-settles'), day(2));
    await official.press(t('lottery-publish'));
    await official.sees(t('lottery-done-published'));
    for (const step of ['lottery-draw', 'lottery-publish']) assert.ok(!(await official.has('button', t(step))), `${step} cannot be taken now`);
    assert.ok(!(await official.has('link', t('lottery-edit'))), 'the file is fixed');
    known.public = new URL(await official.main.getByRole('link', { name: t('lottery-to-public') }).getAttribute('href'), server.url).pathname;
  });

  await chapter('anybody takes the file home before the number is known', async () => {
    await anyone.goto(known.public);
    await anyone.sees(`${SOURCE} avgör`);
    assert.doesNotMatch(await anyone.text(), /Johan Ek/, 'officials are not named to everybody');
    const { bytes } = await anyone.download(t('lottery-download'));
    known.file = bytes.toString('utf8');
    known.sum = sha256(known.file);
    await anyone.sees(known.sum);
    assert.equal(known.file.trim().split('\n').length, 1_001);
    await anyone.picture('lottery-public');
  });

  await chapter('the number is entered twice, and the panel is what the file says', async () => {
    await later(2);
    await official.goto(known.here);
    await official.write(t('lottery-field-seed'), SEED);
    await official.write(t('lottery-field-seed-again'), SEED.replace('34', '35'));
    await official.press(t('lottery-draw'));
    await official.sees(t('lottery-error-seed-again'));
    await official.write(t('lottery-field-seed'), SEED);
    await official.write(t('lottery-field-seed-again'), SEED);
    await official.press(t('lottery-draw'));
    await official.sees(t('lottery-done-drawn'));
    known.drawn = drawn(known.file, SEED);
    assert.equal(known.drawn.ids.length, SEATS);
    await official.sees(known.drawn.ids.join(', '));
    await official.sees(new RegExp(`Slumptalet ${SEED} gav panel ${String(known.drawn.number).replace('1000', '1\\s000')} av 1\\s000`));
    for (const row of await table(official, t('lottery-table-title'))) {
      within(row, row['I panelen']);
      const people = PEOPLE.filter((one) => known.drawn.ids.includes(one.id) && [one.sex, one.age].includes(row.Grupp));
      assert.equal(people.length, Number(row['I panelen']), row.Grupp);
    }
    assert.ok(!['K001', 'K002'].every((id) => known.drawn.ids.includes(id)), 'one of a household at most');
    await official.picture('lottery-drawn');
    await anyone.goto(known.public);
    await anyone.sees(known.drawn.ids.join(', '));
    await anyone.picture('lottery-public-drawn');
  });

  await chapter('whoever has what it was made from makes the same lottery with the command', async () => {
    await official.goto(known.here);
    const pool = file('underlag.csv', (await official.download(t('lottery-basis-pool'))).bytes);
    const quotas = file('kvoter.csv', (await official.download(t('lottery-basis-quotas'))).bytes);
    assert.doesNotMatch(fs.readFileSync(pool, 'utf8'), /gatan|okänd sort/, 'what nothing needs is not kept');
    const told = JSON.parse(await server.command(['analyse', 'panel', '--pool', pool, '--quotas', quotas, '--size', String(SEATS), '--household', 'household', '--seed', SEED, '--json']));
    assert.equal(told.lottery.sha256, known.sum, 'the same file');
    assert.equal(told.lottery.number, known.drawn.number);
    assert.deepEqual([...told.panel].sort(), [...known.drawn.ids].sort());
  });

  await chapter('the protocol is opened as DOCX and PDF', async () => {
    await official.follow(t('lottery-to-protocol'), official.main);
    await official.picture('lottery-protocol');
    const told = [NAME, known.sum, SEED, SOURCE, known.drawn.ids.join(', '), t('lottery-chances-proved'), `--size ${SEATS}`];
    await documents(official, told);
  });

  await chapter('somebody leaves, and the seat is drawn for among the others', async () => {
    await official.goto(known.here);
    await official.follow(t('lottery-to-replace'), official.main);
    const [gone] = known.drawn.ids;
    await official.tick(gone);
    await official.press(t('lottery-replace'));
    await official.sees(t('lottery-error-reason'));
    assert.ok(await official.main.getByRole('checkbox', { name: gone }).isChecked(), 'the tick stays');
    await official.write(t('lottery-field-why-empty'), 'Tackade nej när tiden var bestämd.');
    await official.picture('lottery-replace');
    await official.press(t('lottery-replace'));
    const seat = (await official.path()).split('?')[0];
    await comes(official, seat, t('lottery-chances-proved'));
    await official.write(t('lottery-field-source'), SOURCE);
    await official.date(t('lottery-field-settles'), day(1));
    await official.press(t('lottery-publish'));
    const seatPublic = new URL(await official.main.getByRole('link', { name: t('lottery-to-public') }).getAttribute('href'), server.url).pathname;
    await anyone.goto(seatPublic);
    const published = (await anyone.download(t('lottery-download'))).bytes.toString('utf8');
    await later(1);
    await official.goto(seat);
    await official.write(t('lottery-field-seed'), SEAT_SEED);
    await official.write(t('lottery-field-seed-again'), SEAT_SEED);
    await official.press(t('lottery-draw'));
    const { ids } = drawn(published, SEAT_SEED);
    assert.equal(ids.length, 1);
    assert.ok(!known.drawn.ids.includes(ids[0]), 'a new one');
    known.seat = { public: seatPublic, ids };
    await official.sees(ids[0]);
    await official.goto(known.here);
    const now = [...known.drawn.ids.filter((id) => id !== gone), ...ids].sort();
    await official.sees(now.join(', '));
    const sits = PEOPLE.filter((one) => now.includes(one.id));
    for (const row of QUOTAS) {
      const [, group, low, high] = row.split(';');
      const count = sits.filter((one) => [one.sex, one.age].includes(group)).length;
      assert.ok(count >= Number(low) && count <= Number(high), `${group} ${count}`);
    }
    await official.picture('lottery-replaced');
    await official.follow(t('lottery-to-protocol'), official.main);
    await documents(official, [t('lottery-replaced-title'), 'Tackade nej när tiden var bestämd.']);
  });

  await chapter('everybody\'s number is erased, and the protocol stays', async () => {
    await official.goto(known.here);
    await official.open(t('lottery-erase-title'));
    await official.press(t('lottery-erase'));
    await official.sees(t('lottery-error-sure'));
    await official.tick(t('lottery-erase-sure'));
    await official.press(t('lottery-erase'));
    await official.sees(t('lottery-done-erased'));
    const everybody = /\bK\d{3}\b/;
    assert.doesNotMatch(await official.text(), everybody);
    await official.picture('lottery-erased');
    await official.follow(t('lottery-to-protocol'), official.main);
    for (const stays of [known.sum.match(/.{8}/g).join(' '), SEED, SOURCE]) await official.sees(stays);
    assert.doesNotMatch(await official.text(), everybody);
    for (const address of [known.public, known.seat.public]) {
      await anyone.goto(address);
      assert.doesNotMatch(await anyone.text(), everybody);
      assert.ok(!(await anyone.has('link', t('lottery-download'))));
      assert.equal((await anyone.page.request.get(`${server.url}${address}/lottning.txt`)).status(), 404);
    }
    await anyone.goto(known.public);
    await anyone.picture('lottery-public-erased');
    // Whoever kept the file finds that it was this one, and the same panel.
    await anyone.sees(known.sum);
    assert.deepEqual(drawn(known.file, SEED), known.drawn);
  });

  await chapter('when the file is erased nobody is told to download it', async () => {
    assert.doesNotMatch(await anyone.text(), /Ladda ner filen/);
    assert.doesNotMatch(await official.text(), /Ladda ner filen/, 'nor by the protocol');
  }, { alone: true });
}

function pool({ names = false } = {}) {
  const head = `id;kön;ålder;gata;yrke${names ? ';namn' : ''}`;
  return [head, ...PEOPLE.map((one) => [one.id, one.sex, one.age, one.street, one.work, ...(names ? ['Nils Exempel'] : [])].join(';'))].join('\n');
}

function sha256(text) {
  return crypto.createHash('sha256').update(text).digest('hex');
}

/** The draw as the page tells to do it with what every computer has. */
function drawn(text, seed) {
  const digits = sha256(`${sha256(text)} ${seed}`).slice(0, 15);
  const number = Number(BigInt(`0x${digits}`) % 1000n) + 1;
  const [, ...ids] = text.split('\n').find((row) => row.startsWith(`${number}\t`)).split('\t');
  return { number, ids };
}

function within(row, count) {
  const [low, high] = row.Kvot.split('–').map(Number);
  const number = Number(count.replace(',', '.'));
  assert.ok(number >= low && number <= (high ?? low), JSON.stringify(row));
}

async function documents(official, told) {
  // Long words are broken over lines, with marks that are not seen.
  const whole = (words) => words.replace(/[\s\u00ad\u200b]+/g, '');
  const docx = await official.download('DOCX');
  assert.match(docx.type, /wordprocessingml/);
  const pdf = await official.download('PDF');
  assert.equal(pdf.type, 'application/pdf');
  const { text, facts } = pdfText(pdf.bytes);
  assert.match(facts, /^Tagged: +yes$/m, 'a PDF that can be read aloud');
  for (const [kind, all] of [['DOCX', docxText(docx.bytes)], ['PDF', text]]) {
    for (const part of told) assert.ok(whole(all).includes(whole(part)), `no «${part}» in the ${kind}:\n${all}`);
  }
}
