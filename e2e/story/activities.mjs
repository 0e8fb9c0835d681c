// What stories of one activity share: chapters, an activity that an official makes, and results that are computed apart from requests.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '../lib/browser.mjs';
import { startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { step } from './plan.mjs';

const PATIENCE = 30_000;

/** Runs a story on a fresh demonstration: `tell` gets `chapter`, `server` and `browser`. A broken chapter skips those after it, unless it
 * stands alone: nothing after it needs it. */
export async function inChapters(story, tell) {
  const server = await startServer();
  const browser = await chromium();
  let broken = false;
  const chapter = (name, part, { alone = false } = {}) => story.test(name, { skip: broken && 'an earlier chapter is broken' }, async () => {
    try {
      await part();
    } catch (error) {
      broken = !alone;
      await seen(browser, server, story.name);
      throw error;
    }
  });
  try {
    await tell(chapter, server, browser);
  } finally {
    await browser.close();
    await server.stop();
  }
}

// What everybody sees when a chapter breaks, and what the program said last.
async function seen(browser, server, story) {
  const name = story.replaceAll(/\W+/g, '-');
  const out = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../out/broken', name);
  fs.mkdirSync(out, { recursive: true });
  for (const [number, page] of browser.contexts().flatMap((context) => context.pages()).entries()) {
    await page.screenshot({ path: path.join(out, `${number + 1}.png`), fullPage: true }).catch(() => {});
    const told = await page.evaluate(() => `${location.href} «${document.title}»\n${document.querySelector('main')?.innerText.slice(0, 1500)}`).catch(() => '');
    console.error(`--- ${number + 1}: ${told}`);
  }
  console.error(server.log.slice(-1000));
}

/** The desk's address of a dialogue that the public finds under `slug`. */
export async function deskOf(official, slug) {
  await official.goto(`/dialoger/${slug}`);
  const title = await official.h1();
  await official.goto('/arbetsyta/dialoger');
  await official.follow(title, official.main);
  return (await official.path()).split('?')[0];
}

/** Makes an activity of a kind in the dialogue; gives its address on the desk. */
export async function newActivity(official, dialogue, kind, name) {
  await official.goto(`${dialogue}/aktiviteter`);
  await official.choose(t('participation-activity-kind'), t(`participation-kind-${kind}`));
  await official.write(t('participation-activity-name'), name);
  await official.press(t('participation-activity-create'));
  assert.equal(await official.h1(), name);
  return (await official.path()).split('?')[0];
}

/** Reads and codes what is left of a dialogue that has closed, and ends the compiling: from then on everybody sees the result. */
export async function compile(official, dialogue) {
  const until = Date.now() + 6 * PATIENCE;
  for (;;) {
    assert.ok(Date.now() < until, 'what waits to be read does not grow less');
    await official.goto('/arbetsyta/granskning');
    if (!(await official.main.locator('ol.tasks').count())) break;
    if (await official.has('checkbox', t('moderation-bulk-choose'))) {
      await official.main.getByRole('button', { name: t('moderation-bulk-all') }).click();
      await official.press(t('moderation-bulk-save'));
    } else {
      await official.follow(/\S/, official.main.locator('ol.tasks'));
      await official.choose(t('moderation-decision'), t('moderation-choice-publicera'));
      await official.press(t('moderation-save'));
    }
  }
  await official.goto(`${dialogue}/kodning?tema=okodade`);
  await official.follow(t('insights-bulk-link'), official.main);
  const themes = await official.main.getByLabel(t('insights-bulk-theme')).locator('option').allInnerTexts();
  await official.select(t('insights-bulk-theme'), themes.at(-1));
  await official.press(t('insights-bulk-preview'));
  await official.press(t('insights-bulk-save'));
  await official.goto(dialogue);
  await step(official, 'Avsluta sammanställningen');
}

/** Loads the page anew until it tells something, in a part of it or anywhere, as whoever waits for a result does. */
export async function comes(visitor, address, words, within = visitor.main) {
  const until = Date.now() + PATIENCE;
  for (;;) {
    await visitor.goto(address);
    const text = (await within.allInnerTexts()).join('\n');
    if (words instanceof RegExp ? words.test(text) : text.includes(words)) return;
    assert.ok(Date.now() < until, `${address} does not tell ${words}:\n${text}`);
    await visitor.page.waitForTimeout(150);
  }
}

/** A hidden field or the value of a first button in a page that came over HTTP. */
export function hidden(html, name) {
  const field = new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html);
  assert.ok(field, `no field ${name} in:\n${html.slice(0, 3000)}`);
  return field[1].replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&#39;', '\'').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Does something for each, a few at a time. */
export async function together(all, act, width = 8) {
  const waiting = [...all];
  await Promise.all(Array.from({ length: width }, async () => {
    while (waiting.length) await act(waiting.shift());
  }));
}

/** What stands below a heading of the second level, until the next: the result of one activity among others. */
export function part(visitor, heading) {
  const own = `normalize-space()="${heading}"`;
  return visitor.main.locator(`xpath=.//h2[${own}]/following-sibling::*[preceding-sibling::h2[1][${own}]]`);
}

/** The rows of a table, cells by what stands above them. */
export async function table(visitor, caption, within = visitor.main.locator('section')) {
  return within.filter({ has: visitor.page.locator('caption', { hasText: caption }) }).locator('table').first().evaluate((element) => {
    const said = (cell) => cell.innerText.replace(/[\s\u00ad]+/g, ' ').trim();
    const heads = [...element.querySelectorAll('thead th')].map(said);
    return [...element.querySelectorAll('tbody tr')].map((row) => Object.fromEntries([...row.cells].map((cell, place) => [heads[place], said(cell)])));
  });
}
