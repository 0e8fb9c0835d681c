// The second half of the story: questions are built, residents answer, officials read, report, decide, and everybody gets an answer.

import assert from 'node:assert/strict';
import { t } from '../lib/texts.mjs';
import { TITLE, step } from './plan.mjs';

export const SURVEY = 'Enkät om skolvägen';
export const COMMENT = 'Skriv en synpunkt om skolvägen';
const WAYS = ['Till fots', 'Med cykel', 'Med bil'];

// ---- the official builds and publishes

/** Builds a survey and an open comment and publishes both. */
export async function build(official, dialogue) {
  await official.goto(`${dialogue}/aktiviteter`);
  await newActivity(official, 'participation-kind-survey', SURVEY);
  await question(official, 'participation-question-single', 'Hur tar du dig till skolan?', async (v) => {
    await v.write(t('participation-form-options'), WAYS.join('\n'));
    await v.tick(t('participation-form-required'));
    await v.tick(t('participation-form-unsure'));
  });
  await question(official, 'participation-question-long-text', 'Var känns vägen otrygg, och varför?');
  await question(official, 'participation-question-scale', 'Hur trygg är vägen?', async (v) => {
    await v.write(t('participation-form-low'), 'Inte alls trygg');
    await v.write(t('participation-form-high'), 'Helt trygg');
  });
  await official.picture('desk-builder');
  await official.press(t('participation-publish-button'));
  await official.goto(`${dialogue}/aktiviteter`);
  await newActivity(official, 'participation-kind-comment', COMMENT);
  await official.press(t('participation-publish-button'));
}

async function newActivity(official, kind, name) {
  await official.choose(t('participation-activity-kind'), t(kind));
  await official.write(t('participation-activity-name'), name);
  await official.press(t('participation-activity-create'));
  assert.equal(await official.h1(), name);
}

async function question(official, kind, label, more = async () => {}) {
  await official.select(t('participation-builder-add-kind'), t(kind));
  await official.press(t('participation-builder-add'));
  await official.write(t('participation-form-label'), label);
  await more(official);
  await official.press(t('participation-form-save'));
  assert.doesNotMatch(await official.page.title(), /^Fel/, `«${label}» was not saved`);
}

/** Ticks the checklist item that the gate asks for, sees that nothing is missing, and publishes. Gives the public address. */
export async function publish(official, dialogue) {
  await official.goto(dialogue);
  await official.follow('Publicera dialogen', official.main);
  await official.picture('desk-gate-missing');
  await official.goto(`${dialogue}/checklista`);
  const item = official.page.locator('#F21');
  await official.open('Bocka av', item);
  await official.write('Skriv vad ni kom fram till', 'Gåturen är provad med rullstol.', item);
  await official.press('Markera som klar', item);
  await official.picture('desk-checklist');
  await official.goto(dialogue);
  await step(official, 'Publicera dialogen');
}

// ---- the resident

/** Finds the dialogue from the start page and answers its survey. Gives the receipt code. */
export async function answerSurvey(resident, words, { email } = {}) {
  await resident.goto('/');
  await resident.picture('public-home');
  await resident.follow('Dialoger');
  await resident.follow(TITLE, resident.main);
  await resident.picture('public-dialogue');
  await resident.follow(new RegExp(SURVEY), resident.main);
  await resident.picture('public-survey-start');
  await resident.press(t('participation-start-begin'));
  // What is left out is told, and nothing is lost.
  await resident.press(t('participation-continue'));
  assert.match(await resident.page.title(), /^Fel/);
  await resident.picture('public-survey-error');
  await resident.choose('Hur tar du dig till skolan?', 'Med cykel');
  await resident.press(t('participation-continue'));
  await resident.write('Var känns vägen otrygg, och varför?', words);
  await resident.picture('public-survey-question');
  await resident.press(t('participation-continue'));
  await resident.choose('Hur trygg är vägen?', '2');
  await resident.press(t('participation-continue'));
  await resident.sees(words);
  await resident.picture('public-survey-check');
  await resident.press(t('participation-send'));
  await resident.picture('public-receipt');
  const code = (await resident.page.locator('#kod').innerText()).trim();
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  if (email) {
    await resident.write(t('participation-receipt-mail-label'), email);
    await resident.press(t('participation-receipt-mail-send'));
  }
  return code;
}

/** Looks up an answer by its code and changes it. */
export async function changeAnswer(resident, code, words) {
  await resident.goto('/mitt-svar');
  await resident.write(t('participation-my-code'), code.toLowerCase().replaceAll('-', ' '));
  await resident.press(t('participation-my-show'));
  await resident.picture('public-my-answer');
  await resident.follow(t('participation-my-change'), resident.main);
  await resident.press(/^Ändra Var känns vägen otrygg/);
  await resident.write('Var känns vägen otrygg, och varför?', words);
  await resident.press(t('participation-continue'));
  await resident.press(t('participation-send-change'));
  await resident.goto(`/mitt-svar/${code}`);
  await resident.sees(words);
}

export async function comment(resident, words) {
  await resident.goto('/dialoger');
  await resident.follow(TITLE, resident.main);
  await resident.follow(new RegExp(COMMENT), resident.main);
  await resident.write(t('participation-comment-question'), words);
  await resident.press(t('participation-comment-send'));
  return (await resident.page.locator('#kod').innerText()).trim();
}

/** Opens the link in the letter and presses its button. */
export async function confirm(resident, sink, email) {
  const letter = await sink.waitFor((one) => one.to.includes(email) && one.subject.startsWith(t('identity-confirm-mail-subject')));
  await resident.goto(/https?:\/\/\S+/.exec(letter.text)[0]);
  await resident.press(t('identity-link-confirm-button'));
  assert.equal(await resident.h1(), t('identity-link-confirmed-title'));
}

// ---- the official reads, reports, decides and answers

/** Looks at every text that waits: publishes it, or hides it when it holds the words. Gives how many there were. */
export async function moderate(official, hide) {
  for (let decided = 0; ; decided += 1) {
    await official.goto('/arbetsyta/granskning');
    if (decided === 0) await official.picture('desk-queue');
    const queue = official.main.locator('ol.tasks');
    if (!(await queue.count())) return decided;
    await official.follow(/\S/, queue);
    if (decided === 0) await official.picture('desk-moderation-item');
    const hidden = (await official.main.locator('.passage').innerText()).includes(hide);
    await official.choose(t('moderation-decision'), t(`moderation-choice-${hidden ? 'dolj' : 'publicera'}`));
    if (hidden) await official.choose(t('moderation-hide-reason'), t('moderation-reason-off-topic'));
    await official.press(t('moderation-save'));
  }
}

/** Makes themes and codes every text. */
export async function code(official, dialogue, themes) {
  for (const [name, letter] of themes) {
    await official.goto(`${dialogue}/kodplan/nytt`);
    await official.write(t('insights-plan-name'), name);
    await official.write(t('insights-plan-shortcut'), letter);
    await official.press(t('insights-plan-save'));
  }
  await official.goto(`${dialogue}/kodning`);
  await official.picture('desk-coding');
  const texts = official.main.locator('[data-passage]');
  const count = await texts.count();
  for (let number = 0; number < count; number += 1) {
    await official.tick(themes[number % themes.length][0], texts.nth(number));
    if (number === 0) await official.tick(t('insights-coding-quotable'), texts.nth(number));
  }
  await official.press(t('insights-coding-save'));
  await official.goto(`${dialogue}/resultat`);
  await official.picture('desk-results');
  return count;
}

/** Finishes the summary and writes the report; what must be written by hand is written. Adopts it and shows it to everybody. */
export async function report(official, dialogue) {
  await official.goto(dialogue);
  await step(official, 'Avsluta sammanställningen');
  await official.goto(`${dialogue}/rapport`);
  await official.press(t('cases-paper-begin'));
  await writeMissing(official, `${dialogue}/rapport`, 'De flesta vill ha lägre fart och bättre sikt vid korsningen.');
  await official.picture('desk-report');
  await official.goto(`${dialogue}/rapport`);
  await official.follow(t('cases-paper-to-adopt'), official.main);
  await official.picture('desk-report-adopt');
  await official.press(t('cases-report-adopt'));
  await official.goto(dialogue);
  await step(official, 'Gå vidare med fastställd rapport');
}

/** Writes the official statement and hands the case over. */
export async function statement(official, dialogue) {
  await official.goto(`${dialogue}/tjansteutlatande`);
  await official.press(t('cases-paper-begin'));
  await writeMissing(official, `${dialogue}/tjansteutlatande`, 'Tekniska nämnden beslutar om nya övergångsställen på Skolvägen.');
  await official.picture('desk-statement');
  await official.goto(`${dialogue}/tjansteutlatande`);
  await official.follow(t('cases-paper-to-adopt'), official.main);
  await official.press(t('cases-statement-adopt'));
  await official.goto(dialogue);
  await step(official, 'Överlämna till beslut');
}

// The page that adopts lists the sections that still need words, each as a link.
async function writeMissing(official, paper, words) {
  for (let round = 0; round < 20; round += 1) {
    await official.goto(`${paper}/faststall`);
    const missing = official.main.locator('.note a');
    if (!(await missing.count())) return;
    await official.follow(/\S/, official.main.locator('.note'));
    await official.write(t('cases-field-written'), words);
    await official.press(t('cases-section-save'));
  }
  assert.fail('sections are still missing');
}

/** Records what the board decided. */
export async function decide(official, dialogue, day) {
  await official.goto(`${dialogue}/beslut`);
  await official.write(t('cases-field-decision-body'), 'Tekniska nämnden');
  await official.date(t('cases-field-decision-date'), day);
  await official.write(t('cases-field-paragraph'), '87');
  await official.write(t('cases-field-decision'), 'Nämnden beslutar att bygga två övergångsställen och sänka farten till 30 kilometer i timmen.');
  await official.choose(t('cases-field-effect'), t('cases-effect-large'));
  await official.write(t('cases-field-effect-reason'), 'Platserna för övergångsställena är de som flest har pekat ut.');
  await official.press(t('cases-decision-save'));
  await official.picture('desk-decision');
  await official.goto(dialogue);
  await step(official, 'Gå vidare med infört beslut');
}

/** Answers every theme and publishes the answers. */
export async function answer(official, dialogue, themes) {
  for (const [name] of themes) {
    await official.goto(`${dialogue}/svar`);
    await official.follow(name, official.main);
    await official.write(t('cases-field-you-said'), `${name}: vägen behöver bli tryggare.`);
    await official.choose(t('cases-field-outcome'), t('cases-outcome-done'));
    await official.write(t('cases-field-answer-reason'), 'Vi bygger övergångsställena under hösten.');
    await official.write(t('cases-field-answer-responsible'), 'Tekniska kontoret');
    await official.write(t('cases-field-when'), 'oktober 2026');
    await official.press(t('cases-answer-save'));
  }
  await official.goto(`${dialogue}/svar`);
  await official.picture('desk-answers');
  await official.press(t('cases-publish'));
  await official.goto(dialogue);
  await step(official, 'Markera som återkopplad');
}

/** Evaluates and ends. */
export async function evaluate(official, dialogue) {
  await official.goto(dialogue);
  await official.follow('Utvärdera dialogen', official.main);
  await official.choose('Nåddes syftet?', 'Ja');
  await official.write('Vilka deltog, och vilka saknades?', 'Elever och vårdnadshavare deltog. Äldre saknades.');
  await official.write('Lärdomar', 'Gåturer ger konkreta svar');
  await official.choose('Har du gjort klart det här steget?', 'Ja');
  await official.press('Spara');
  await step(official, 'Avsluta utvärderingen');
  await official.goto(`${dialogue}/checklista`);
  const item = official.page.locator('#E15');
  await official.open('Bocka av', item);
  await official.write('Skriv vad ni kom fram till', 'Lagt i mappen för lärdomar.', item);
  await official.press('Markera som klar', item);
  await official.goto(dialogue);
  await step(official, 'Avsluta dialogen');
  await official.sees('Avslutad');
}
