// The whole story, from the board's question to the answer in the resident's letter box. Told by mouse and by keyboard alike.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium, DESK } from '../lib/browser.mjs';
import { startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import * as life from './life.mjs';
import { KIM, MARIA, secondFactor, signIn, visitor } from './people.mjs';
import { TITLE, dates, plan } from './plan.mjs';

const EMAIL = 'astrid@example.org';
const THEMES = [['Övergångsställen', 'a'], ['Fart', 'b']];
const WORDS = 'Vid korsningen med Storgatan ser bilarna oss inte.';

/** Tells the story in chapters of the test. `screen` says how residents come: which window, script or none. */
export async function tell(story, how, screen = {}) {
  const browser = await chromium();
  const server = await startServer({ demo: false });
  let broken = false;
  const chapter = (name, part) => story.test(name, { skip: broken && 'an earlier chapter is broken' }, async () => {
    try {
      await part();
    } catch (error) {
      broken = true;
      await pictures(browser, server);
      throw error;
    }
  });
  try {
    await tellOn(chapter, how, { ...DESK, ...screen }, browser, server);
  } finally {
    await browser.close();
    await server.stop();
  }
}

// What everybody sees when a chapter breaks, and what the program said last.
async function pictures(browser, server) {
  const out = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../out/broken');
  fs.mkdirSync(out, { recursive: true });
  let number = 0;
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    number += 1;
    await page.screenshot({ path: path.join(out, `${number}.png`), fullPage: true }).catch(() => {});
    const seen = await page.evaluate(() => `${location.href} «${document.title}»\n${document.querySelector('main')?.innerText.slice(0, 1500)}`).catch(() => '');
    fs.writeFileSync(path.join(out, `${number}.txt`), seen);
  }
  console.error(server.log.slice(-1500));
}

async function tellOn(chapter, how, screen, browser, server) {
  const when = dates(server.now());
  const kim = { ...KIM };
  let official = await visitor(browser, server, how);
  let dialogue;
  const codes = [];

  await chapter('an administrator makes an account, and its owner turns the second factor on', async () => {
    await server.addUser(MARIA);
    const admin = await visitor(browser, server, how);
    await signIn(admin, MARIA, server);
    await admin.goto('/arbetsyta/konton');
    await admin.follow(t('identity-new-account'), admin.main);
    await admin.write(t('identity-name'), kim.name);
    await admin.write(t('identity-email'), kim.email);
    await admin.tick(t('identity-role-coordinator'));
    await admin.write(t('identity-new-password'), kim.password);
    await admin.tick(t('identity-active'));
    await admin.picture('desk-account');
    await admin.press(t('identity-save-account'));
    await signIn(official, kim, server);
    kim.secret = await secondFactor(official, server);
  });

  // Turning the factor on ends the session; the same code is not taken twice, so the clock moves on.
  await chapter('the official plans the dialogue through the gates', async () => {
    await server.daysLater(1);
    Object.assign(when, dates(server.now()));
    official = await visitor(browser, server, how);
    await signIn(official, kim, server);
    await official.picture('desk-today');
    dialogue = await plan(official, when);
    await official.picture('desk-plan');
  });

  await chapter('builds the questions and publishes', async () => {
    await life.build(official, dialogue);
    await life.publish(official, dialogue);
  });

  await chapter('residents answer, one changes the answer, one asks for the result by mail', async () => {
    const astrid = await visitor(browser, server, how, screen);
    codes.push(await life.answerSurvey(astrid, WORDS, { email: EMAIL }));
    await life.confirm(astrid, server.sink, EMAIL);
    await life.changeAnswer(astrid, codes[0], `${WORDS} Det är värst på vintern.`);
    const bertil = await visitor(browser, server, how, screen);
    codes.push(await life.answerSurvey(bertil, 'Bilarna kör för fort utanför grinden.'));
    codes.push(await life.comment(bertil, 'Sänk farten till 30 hela vägen fram till skolan.'));
    codes.push(await life.comment(bertil, 'Köp billiga däck hos oss i dag.'));
    assert.equal(new Set(codes).size, 4, 'every answer has a code of its own');
  });

  await chapter('officials read, moderate and code', async () => {
    await server.daysLater(15);
    official = await visitor(browser, server, how);
    await signIn(official, kim, server);
    assert.ok((await life.moderate(official, 'däck')) >= 2);
    await life.code(official, dialogue, THEMES);
  });

  await chapter('report, statement and decision', async () => {
    await life.report(official, dialogue);
    await life.statement(official, dialogue);
    await server.daysLater(31);
    official = await visitor(browser, server, how);
    await signIn(official, kim, server);
    await life.decide(official, dialogue, when.decision);
  });

  await chapter('every theme gets an answer, and the answer comes by mail', async () => {
    await life.answer(official, dialogue, THEMES);
    const letter = await server.sink.waitFor((one) => one.to.includes(EMAIL) && one.subject.startsWith(t('cases-answer-mail-subject')));
    assert.match(letter.subject, new RegExp(TITLE));
    const astrid = await visitor(browser, server, how, screen);
    await astrid.goto(/https?:\/\/\S+/.exec(letter.text)[0]);
    await astrid.picture('public-results');
    for (const [theme] of THEMES) await astrid.sees(theme);
  });

  await chapter('the dialogue is evaluated and ended', async () => {
    await life.evaluate(official, dialogue);
    await official.goto(`${dialogue}/historik`);
    await official.picture('desk-history');
  });
}
