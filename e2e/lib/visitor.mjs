// Somebody at the site, by mouse or by keyboard alone. A story is told in the words on the page: labels, buttons, links.
// By keyboard every control is walked to with Tab, as somebody without a mouse must; a control that Tab does not reach fails the story.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { runAxe } from '../audit/checks.mjs';

// The page may load anew; a dev build on a busy machine needs its time.
const PATIENCE = 20_000;
const PICTURES = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../out/pictures');

export class Visitor {
  /** `hands`: 'mouse' or 'keyboard'. `look`: look every page over that comes up, `'width'` for its width alone. */
  constructor(page, url, { hands = 'mouse', look = false } = {}) {
    Object.assign(this, { page, url, hands, look, keys: 0 });
    page.setDefaultTimeout(PATIENCE);
  }

  async goto(address) {
    const answer = await this.page.goto(address.startsWith('http') ? address : this.url + address, { waitUntil: 'load' });
    await this.#arrived();
    return answer.status();
  }

  // ---- reading

  get main() {
    return this.page.getByRole('main');
  }

  async sees(text) {
    await this.main.getByText(text).first().waitFor({ state: 'attached' });
  }

  async h1() {
    return (await this.page.getByRole('heading', { level: 1 }).first().innerText()).trim();
  }

  async path() {
    const { pathname, search } = new URL(this.page.url());
    return decodeURI(pathname + search);
  }

  async text() {
    return this.main.innerText();
  }

  /** Whether the page is there, without waiting. */
  async has(role, name) {
    return (await this.page.getByRole(role, { name: says(name) }).count()) > 0;
  }

  /** Pictures of the page as it stands, on a desk and on a phone, in `e2e/out/pictures`. */
  async picture(name) {
    if (this.look !== true) return;
    const before = this.page.viewportSize();
    fs.mkdirSync(PICTURES, { recursive: true });
    for (const width of [1280, 390]) {
      await this.page.setViewportSize({ width, height: 900 });
      await this.page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: true });
    }
    await this.page.setViewportSize(before);
  }

  // ---- filling in

  /** Writes in the field with that label; what stood there is replaced. */
  async write(label, text, scope = this.main) {
    const field = scope.getByLabel(says(label)).first();
    if (this.hands === 'mouse') return field.fill(text);
    await this.#tabTo(field, label);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
    this.keys += text.length + 2;
    assert.equal((await field.inputValue()).replaceAll('\r\n', '\n'), text, `«${label}» took other words`);
  }

  /** Chooses the answer (radio) to the question (legend). */
  async choose(question, answer, scope = this.main) {
    const radio = scope.getByRole('group', { name: says(question) }).getByRole('radio', { name: says(answer) }).first();
    if (this.hands === 'mouse') return radio.check();
    await this.#walkRadios(radio, answer);
  }

  /** Ticks a box by its label. */
  async tick(label, scope = this.main) {
    const box = scope.getByRole('checkbox', { name: says(label) }).first();
    if (await box.isChecked()) return;
    if (this.hands === 'mouse') return box.check();
    await this.#tabTo(box, label);
    await this.#key('Space');
    assert.ok(await box.isChecked(), `«${label}» was not ticked`);
  }

  /** Takes the tick away. */
  async untick(label, scope = this.main) {
    const box = scope.getByRole('checkbox', { name: says(label) }).first();
    if (this.hands === 'mouse') return box.uncheck();
    await this.#tabTo(box, label);
    await this.#key('Space');
    assert.ok(!(await box.isChecked()), `«${label}» is still ticked`);
  }

  async select(label, option, scope = this.main) {
    const list = scope.getByLabel(says(label)).first();
    if (this.hands === 'keyboard') await this.#tabTo(list, label);
    // Which keys open a list differs between systems; that it is reached with Tab is what matters here.
    await list.selectOption({ label: option });
  }

  /** Writes a date in its three fields. */
  async date(question, iso, scope = this.main) {
    const group = scope.getByRole('group', { name: says(question) });
    const [year, month, day] = iso.split('-');
    await this.write('Dag', String(+day), group);
    await this.write('Månad', String(+month), group);
    await this.write('År', year, group);
  }

  /** Fills in one row of a field with columns. */
  async row(question, number, cells) {
    const row = this.main.getByRole('group', { name: says(question) }).getByRole('group').nth(number - 1);
    for (const [label, text] of Object.entries(cells)) await this.write(label, text, row);
  }

  async attach(label, file) {
    const field = this.main.getByLabel(says(label)).first();
    if (this.hands === 'keyboard') await this.#tabTo(field, label);
    await field.setInputFiles(file);
  }

  // ---- moving on

  /** Presses a button; the page that comes is loaded when this returns. */
  async press(name, scope = this.main) {
    await this.#go(scope.getByRole('button', { name: says(name) }).first(), name);
  }

  /** Follows a link. */
  async follow(name, scope = this.page) {
    await this.#go(scope.getByRole('link', { name: says(name) }).first(), name);
  }

  /** Opens a `details` by its summary. */
  async open(summary, scope = this.main) {
    const element = scope.locator('summary').filter({ hasText: summary }).first();
    if (this.hands === 'mouse') return element.click();
    await this.#tabTo(element, summary);
    await this.#key('Enter');
  }

  async #go(control, name) {
    await control.waitFor();
    if (this.hands === 'keyboard') await this.#tabTo(control, name);
    const loaded = this.page.waitForEvent('load', { timeout: PATIENCE });
    if (this.hands === 'mouse') await control.click({ noWaitAfter: true });
    else await this.#key('Enter');
    await loaded;
    await this.#arrived();
  }

  /** Downloads what a link leads to. */
  async download(name, scope = this.page) {
    const href = await scope.getByRole('link', { name: says(name) }).first().getAttribute('href');
    const answer = await this.page.request.get(new URL(href, this.page.url()).href);
    assert.equal(answer.status(), 200, href);
    return { bytes: await answer.body(), type: answer.headers()['content-type'] };
  }

  // ---- by keyboard

  async #key(key) {
    await this.page.keyboard.press(key);
    this.keys += 1;
  }

  // Tab forward from the top until the control has focus; Shift+Tab when it stands before where we are.
  async #tabTo(control, name) {
    await control.waitFor({ state: 'attached' });
    const handle = await control.elementHandle();
    for (let step = 0; step < 600; step += 1) {
      const where = await handle.evaluate((element) => {
        const here = document.activeElement;
        if (here === element) return 'here';
        if (!here || here === document.body) return 'after';
        return here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
      });
      if (where === 'here') return this.#visible(handle, name);
      await this.#key(where === 'before' ? 'Shift+Tab' : 'Tab');
    }
    assert.fail(`«${name}» cannot be reached with Tab on ${await this.path()}`);
  }

  async #visible(handle, name) {
    const inView = await handle.evaluate((element) => {
      const box = element.closest('label')?.getBoundingClientRect() ?? element.getBoundingClientRect();
      return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    });
    assert.ok(inView, `«${name}» has focus outside the view on ${await this.path()}`);
  }

  // Tab goes to the chosen radio or the first; arrows go on from there.
  async #walkRadios(radio, answer) {
    const handle = await radio.elementHandle();
    const name = await handle.getAttribute('name');
    const stop = this.main.locator(`input[type=radio][name="${name}"]:checked`);
    await this.#tabTo((await stop.count()) ? stop.first() : this.main.locator(`input[type=radio][name="${name}"]`).first(), answer);
    for (let step = 0; step < 60; step += 1) {
      if (await handle.evaluate((element) => element === document.activeElement)) {
        if (!(await radio.isChecked())) await this.#key('Space');
        return;
      }
      await this.#key('ArrowDown');
    }
    assert.fail(`«${answer}» cannot be reached with the arrows`);
  }

  // ---- every page that comes up

  async #arrived() {
    const status = await this.page.evaluate(() => performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0).catch(() => 0);
    if (status >= 500) assert.fail(`${await this.path()} answered ${status}: ${await this.h1()}`);
    if (this.look) await this.#lookOver();
  }

  async #lookOver() {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 1, `${await this.path()} scrolls sideways by ${wide} px`);
    if (this.look !== true) return;
    const { violations } = await runAxe(this.page);
    const serious = violations.filter((v) => !v.tags.includes('best-practice') && !v.tags.includes('experimental'));
    const told = serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3).join(', ')}`);
    assert.deepEqual(told, [], `axe on ${await this.path()} «${await this.page.title()}»`);
  }
}

// The whole name, or its beginning when more follows it: «(frivilligt)», an explanation, what a button is about.
function says(name) {
  if (name instanceof RegExp) return name;
  return new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=\\s|$|[(,.:])`, 'u');
}
