// What residents of Madrid wrote in 5,600 comments and 80 proposals, taken from a file through coding, report and decision to the answer.
// The steps are timed: nobody waits long for a page because many have spoken.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '../lib/browser.mjs';
import { startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import * as life from './life.mjs';
import { KIM, signIn, visitor } from './people.mjs';
import { TITLE, dates, plan } from './plan.mjs';

const DATA = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../../../shared/data/madrid');
// Theme, key, and the words that find its texts; the last takes what is left.
const THEMES = [
  ['Trafik', 'a', 'tráfico'], ['Cykel', 'b', 'bici'], ['Kollektivtrafik', 'c', 'metro'], ['Grönska', 'd', 'árbol'],
  ['Städning', 'e', 'limpieza'], ['Buller', 'f', 'ruido'], ['Bostäder', 'g', 'vivienda'], ['Övrigt', 'h', ''],
];

/** Tells the story in chapters of the test, each with the seconds it took. */
export async function tell(story) {
  const browser = await chromium();
  const server = await startServer({ demo: false });
  const times = [];
  const timed = async (name, part) => {
    const begun = performance.now();
    const said = await part();
    times.push(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${name}${said ? `: ${said}` : ''}`);
  };
  try {
    await tellOn(timed, browser, server);
  } finally {
    story.diagnostic(`\n${times.join('\n')}`);
    await browser.close();
    await server.stop();
  }
}

async function tellOn(timed, browser, server) {
  const when = dates(server.now());
  await server.addUser(KIM);
  const enter = async () => {
    const official = await visitor(browser, server, {});
    await signIn(official, KIM, server);
    return official;
  };
  let official = await enter();
  let dialogue;
  await timed('plan, questions and publication, by hand', async () => {
    dialogue = await plan(official, when);
    await life.build(official, dialogue);
    await life.publish(official, dialogue);
  });
  const word = /href="\/dialoger\/([a-z0-9-]+)"/.exec(await (await fetch(`${server.url}/dialoger`)).text())[1];
  // 62 of the comments are empty in the file; the command tells each row, takes the rest, and ends with 1.
  for (const [file, map, ends] of [['comments.csv', 'text=text,date=date', 1], ['proposals.csv', 'text=title+summary+text,date=date', 0]]) {
    await timed(`samspel import ${file}`, async () => {
      const said = await server.command(['import', path.join(DATA, file), '--dialogue', word, '--activity', life.COMMENT, '--map', map, '--language', 'es', '--by', KIM.email], ends);
      return said.trim().split('\n').at(-1);
    });
  }
  await server.daysLater(15);
  official = await enter();
  await timed('moderation of all texts, a page at a time', async () => `${await readAll(official)} pages and texts decided on`);
  await timed('code plan', () => codePlan(official, dialogue));
  for (const theme of THEMES) await timed(`coding «${theme[0]}»`, () => codeSelection(official, dialogue, theme));
  await timed('results page', async () => {
    await official.goto(`${dialogue}/resultat`);
    await official.sees('Trafik');
  });
  await timed('dialogue report, written and adopted', () => life.report(official, dialogue));
  await timed('tjänsteutlåtande, written and adopted', () => life.statement(official, dialogue));
  for (const paper of ['rapport', 'tjansteutlatande']) {
    for (const form of ['docx', 'pdf']) await timed(`${paper} as ${form}`, () => file(official, `/dialoger/${word}/${paper}/${form}`, `madrid-${paper}.${form}`));
  }
  await server.daysLater(31);
  official = await enter();
  await timed('decision', () => life.decide(official, dialogue, when.decision));
  await timed('answers to all themes, written and published', () => life.answer(official, dialogue, THEMES));
  await timed('the public page with the answers', async () => {
    const resident = await visitor(browser, server, {});
    await resident.goto(`/dialoger/${word}`);
    await resident.goto(`/dialoger/${word}/resultat`);
    for (const [theme] of THEMES) await resident.sees(theme);
  });
}

// Publishes page after page of what waits; what a page cannot publish together holds what may be personal data, and is opened.
async function readAll(official) {
  for (let decided = 0; ; decided += 1) {
    await official.goto('/arbetsyta/granskning');
    if (!(await official.main.locator('ol.tasks').count())) return decided;
    if (await official.has('checkbox', t('moderation-bulk-choose'))) {
      await official.main.getByRole('button', { name: t('moderation-bulk-all') }).click();
      await official.press(t('moderation-bulk-save'));
      continue;
    }
    await official.follow(/\S/, official.main.locator('ol.tasks'));
    await official.choose(t('moderation-decision'), t('moderation-choice-dolj'));
    await official.choose(t('moderation-hide-reason'), t('moderation-reason-person'));
    await official.press(t('moderation-save'));
  }
}

async function codePlan(official, dialogue) {
  for (const [name, letter] of THEMES) {
    await official.goto(`${dialogue}/kodplan/nytt`);
    await official.write(t('insights-plan-name'), name);
    await official.write(t('insights-plan-shortcut'), letter);
    await official.press(t('insights-plan-save'));
  }
}

async function codeSelection(official, dialogue, [name, , words]) {
  await official.goto(`${dialogue}/kodning?${words ? `sok=${encodeURIComponent(words)}` : 'tema=okodade'}`);
  await official.follow(t('insights-bulk-link'), official.main);
  await official.select(t('insights-bulk-theme'), name);
  await official.press(t('insights-bulk-preview'));
  const effect = /^(\d[\d\s]*) texter? får temat/m.exec(await official.text());
  assert.ok(effect, `nothing was found for «${name}»`);
  await official.press(t('insights-bulk-save'));
  return `${effect[1].trim()} texts`;
}

async function file(official, address, name) {
  const answer = await official.page.request.get(`${official.url}${address}`);
  assert.equal(answer.status(), 200, address);
  const body = await answer.body();
  const out = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../out/documents');
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, name), body);
  return `${Math.round(body.length / 1000)} kB`;
}
