// The wall of a service design project: evidence and loose notes are sorted into groups, by the arrow keys of the script and by plain
// forms without any, every step is turned back, also after the page is loaded anew, and a group becomes an insight.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, NARROW } from '../lib/browser.mjs';
import { demonstrationLogin } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { inChapters, part } from '../story/activities.mjs';
import { fill } from '../story/filling.mjs';
import { signIn, visitor } from '../story/people.mjs';

const CALLS = 'Jag ringer varje vecka för att få veta hur det går.';
const WAITS = 'Beskedet kom efter åtta veckor, i min skräppost.';
const QUEUE = 'Av 30 samtal på en dag gällde 19 när beskedet kommer.';
const LOOSE = 'Ingen i växeln ser var ärendet är';
const [UNSURE, PHONES] = ['Ingen vet när beskedet kommer', 'Telefonen räcker inte till'];
const RENAMED = 'Den som väntar vet inte hur länge';

test('the wall: sorted by keyboard and by plain forms', (story) => inChapters(story, tell));

async function tell(chapter, server, browser) {
  const login = await demonstrationLogin('dialogue coordinator');
  const lead = await visitor(browser, server, { hands: 'keyboard', look: true });
  const other = await visitor(browser, server, { hands: 'mouse', look: 'width' }, { ...DESK, javaScriptEnabled: false });
  const narrow = await visitor(browser, server, { hands: 'mouse', look: 'width' }, NARROW);
  const day = new Date(server.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 10);
  const known = {};

  await chapter('a project with evidence of two kinds', async () => {
    for (const one of [lead, other, narrow]) await signIn(one, login, server);
    lead.look = 'width';
    await lead.goto('/arbetsyta/projekt/ny');
    await lead.write(t('dialogues-new-name'), 'Besked i tid');
    await lead.press(t('dialogues-new-submit'));
    known.project = (await lead.path()).split('?')[0];
    known.wall = `${known.project}/vagg`;
    for (const [text, kind, source] of [[CALLS, 'interview', 'Intervju A1'], [WAITS, 'interview', 'Intervju A2'], [QUEUE, 'observation', 'Observation O1']]) {
      await lead.goto(`/arbetsyta/insikter/ny?slag=evidence&projekt=${known.project.split('/').at(-1)}`);
      await fill(lead, { 'evidence-kind': 'quote', 'evidence-text': text, 'evidence-source-kind': kind, 'evidence-source': source, 'evidence-groups': ['Sökande'], 'evidence-quotable': 'public' }, { day });
      await lead.press(t('chain-save'));
    }
    lead.look = true;
    await lead.goto(known.wall);
    for (const text of [CALLS, WAITS, QUEUE]) assert.ok((await heap(lead, t('design-wall-unsorted')).innerText()).includes(text));
  });

  await chapter('by keyboard: a group without a heading is told, two groups, and a loose note that names nobody', async () => {
    await lead.press(t('design-wall-begin'));
    await lead.sees(t('design-error-wall-name'));
    for (const name of [UNSURE, PHONES]) {
      await lead.write(t('design-wall-name'), name, lead.main.locator('form').filter({ has: lead.page.locator('[name="ny-grupp"]') }));
      await lead.press(t('design-wall-begin'));
      await lead.sees(t('design-done-wall-begun'));
    }
    await lead.write(t('design-wall-note'), 'Ring 070-174 06 05 om det här');
    await lead.press(t('design-wall-write'));
    await lead.sees(t('design-error-wall-note-person').slice(0, 40));
    assert.equal(await lead.main.getByLabel(t('design-wall-note')).inputValue(), 'Ring 070-174 06 05 om det här', 'what was typed stays');
    await lead.write(t('design-wall-note'), LOOSE);
    await lead.write(t('design-wall-source'), 'Workshop 2');
    await lead.press(t('design-wall-write'));
    await lead.sees(t('design-done-wall-written'));
    await lead.picture('wall-begun');
  });

  await chapter('arrow keys move a note on, and the focus goes with it', async () => {
    await lead.sees(t('design-wall-keys'));
    await focus(lead, CALLS);
    await arrow(lead, 'ArrowRight');
    await lies(lead, CALLS, UNSURE);
    assert.ok((await focused(lead)).includes(CALLS), 'the note has the focus where it lies now');
    await lead.page.locator('[data-wall-status]').filter({ hasText: t('design-done-wall-moved') }).waitFor({ state: 'attached' });
    await arrow(lead, 'ArrowDown');
    await lies(lead, CALLS, PHONES);
    await arrow(lead, 'ArrowLeft');
    await lies(lead, CALLS, UNSURE);
    for (const text of [WAITS, LOOSE]) {
      await focus(lead, text);
      await arrow(lead, 'ArrowRight');
      await lies(lead, text, UNSURE);
    }
    // Beyond the last group there is nothing, and nothing happens.
    await focus(lead, QUEUE);
    await arrow(lead, 'ArrowRight');
    await arrow(lead, 'ArrowRight');
    await lies(lead, QUEUE, PHONES);
    const sent = lead.page.waitForEvent('load', { timeout: 700 }).then(() => true, () => false);
    await lead.page.keyboard.press('ArrowRight');
    assert.ok(!(await sent), 'nothing was sent');
    await lies(lead, QUEUE, PHONES);
    assert.match(await heap(lead, UNSURE).innerText(), new RegExp(t('design-wall-one-sided')), 'all evidence here comes from interviews');
    await lead.picture('wall-sorted');
  });

  await chapter('a note is dragged with the mouse too', async () => {
    await narrow.page.setViewportSize({ width: 1280, height: 2000 });
    await narrow.goto(known.wall);
    await drag(narrow, note(narrow, LOOSE).locator('p').first(), heap(narrow, PHONES).getByRole('heading'));
    await lies(narrow, LOOSE, PHONES);
  });

  await chapter('what was done is turned back, also after the page is loaded anew', async () => {
    await lead.goto(known.wall);
    await lies(lead, LOOSE, PHONES);
    await lead.press(t('design-wall-undo'));
    await lead.sees(t('design-done-wall-undone'));
    await lies(lead, LOOSE, UNSURE);
    await lead.page.reload();
    await lead.press(t('design-wall-undo'));
    await lies(lead, QUEUE, UNSURE);
    await lead.page.reload();
    await lead.press(t('design-wall-undo'));
    await lies(lead, QUEUE, t('design-wall-unsorted'));
  });

  await chapter('somebody without script sorts with choices and buttons', async () => {
    await other.goto(known.wall);
    assert.ok(!(await other.main.getByText(t('design-wall-keys')).isVisible()), 'the keys need the script');
    await other.select(`Flytta ”${QUEUE}” till`, PHONES);
    await other.press(`${t('design-wall-move')} ${QUEUE}`);
    await other.sees(t('design-done-wall-moved'));
    await lies(other, QUEUE, PHONES);
    await change(other, UNSURE);
    await other.write(t('design-wall-name'), PHONES.toUpperCase(), heap(other, UNSURE));
    await other.press(t('design-wall-rename'), heap(other, UNSURE));
    await other.sees(t('design-error-wall-name-taken'));
    await other.write(t('design-wall-name'), RENAMED, heap(other, UNSURE));
    await other.press(t('design-wall-rename'), heap(other, UNSURE));
    await lies(other, CALLS, RENAMED);
    await change(other, PHONES);
    await other.press(t('design-wall-dissolve'), heap(other, PHONES));
    await lies(other, QUEUE, t('design-wall-unsorted'));
    await other.press(t('design-wall-undo'));
    await lies(other, QUEUE, PHONES);
    await other.press(`${t('design-wall-take-down')} ${LOOSE}`);
    await other.sees(t('design-wall-removed'));
    await other.press(`${t('design-wall-put-back')} ${LOOSE}`);
    await lies(other, LOOSE, RENAMED);
  });

  await chapter('a note that somebody else has moved meanwhile is not moved over them', async () => {
    await lead.goto(known.wall);
    await other.goto(known.wall);
    await other.select(`Flytta ”${QUEUE}” till`, RENAMED);
    await other.press(`${t('design-wall-move')} ${QUEUE}`);
    await focus(lead, QUEUE);
    await arrow(lead, 'ArrowLeft');
    await lead.sees(t('design-error-wall-moved'));
    await lies(lead, QUEUE, RENAMED);
    await lead.picture('wall-moved-meanwhile');
  });

  await chapter('a group becomes an insight that rests on its evidence, with what contradicts', async () => {
    await lead.goto(known.wall);
    await lead.open(`${t('design-wall-carry')} ${RENAMED}`);
    const own = heap(lead, RENAMED);
    await lead.write(t('design-wall-statement'), '', own);
    await lead.press(t('design-wall-carry-submit'), own);
    await lead.sees(t('design-error-wall-statement'));
    await lead.write(t('design-wall-statement'), 'De som väntar på besked ringer för att de inte vet hur länge det dröjer.', own);
    await lead.tick(WAITS, own);
    await lead.press(t('design-wall-carry-submit'), own);
    await lead.sees(t('design-done-wall-carried'));
    assert.ok(!(await heap(lead, RENAMED).innerText()).includes(t('design-wall-carry')), 'once');
    await lead.picture('wall-insight');
    await lead.follow(t('design-wall-insight'), heap(lead, RENAMED));
    for (const text of ['De som väntar på besked ringer', CALLS, QUEUE, WAITS]) await lead.sees(text);
    const against = (await part(lead, t('chain-against')).allInnerTexts()).join('\n');
    assert.ok(against.includes(WAITS) && !against.includes(CALLS), `what contradicts stands apart:\n${against}`);
    assert.ok(!(await lead.text()).includes(LOOSE), 'a loose note is no evidence');
  });

  await chapter('the wall is read on 320 pixels', async () => {
    await narrow.page.setViewportSize(NARROW.viewport);
    await narrow.goto(known.wall);
    await lies(narrow, QUEUE, RENAMED);
  });
}

/** The group with a heading. */
function heap(visitor, heading) {
  return visitor.main.locator('[data-heap]').filter({ has: visitor.page.getByRole('heading', { name: heading, exact: true }) });
}

function note(visitor, text) {
  return visitor.main.locator('[data-heap] li').filter({ hasText: text });
}

async function lies(visitor, text, heading) {
  await heap(visitor, heading).locator('li').filter({ hasText: text }).waitFor();
}

async function focused(visitor) {
  return visitor.page.evaluate(() => document.activeElement.innerText ?? '');
}

/** Walks to a note with Tab, from the top of the page. */
async function focus(visitor, text) {
  const target = await note(visitor, text).elementHandle();
  await visitor.page.evaluate(() => { document.activeElement.blur(); getSelection().removeAllRanges(); });
  for (let step = 0; step < 200; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await visitor.page.keyboard.press(await target.evaluate((element) => {
      const here = document.activeElement;
      return here !== document.body && here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab';
    }));
  }
  assert.fail(`«${text}» cannot be reached with Tab`);
}

/** Presses an arrow; the note moves and the page comes anew. */
async function arrow(visitor, key) {
  const loaded = visitor.page.waitForEvent('load');
  await visitor.page.keyboard.press(key);
  await loaded;
}

/** Drags as a hand does, a bit at a time; the page comes anew. */
async function drag(visitor, from, to) {
  const [begin, end] = [await from.boundingBox(), await to.boundingBox()];
  const loaded = visitor.page.waitForEvent('load');
  await visitor.page.mouse.move(begin.x + 20, begin.y + 8);
  await visitor.page.mouse.down();
  await visitor.page.mouse.move(begin.x + 40, begin.y + 18, { steps: 4 });
  await visitor.page.mouse.move(end.x + 20, end.y + 8, { steps: 8 });
  await visitor.page.mouse.up();
  await loaded;
}

async function change(visitor, group) {
  await visitor.open(t('design-wall-change'), heap(visitor, group));
}
