// Organisations and the municipality, both ways: one proposes something without an account and gets its answer by letter, others are
// asked from a collaboration, answer and sign. The pages of councils, clock, promises and network are looked over on the way.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, PHONE } from '../lib/browser.mjs';
import { demonstrationLogin, startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { signIn, visitor } from '../story/people.mjs';

const TITLE = 'Läger i Kvarnparken';
const ADDRESS = 'karen@scouterna.example';
const CRIME = '/arbetsyta/brottsforebyggande';

test('organisations propose, are asked and sign', async (story) => {
  const server = await startServer();
  const browser = await chromium();
  try {
    const official = await visitor(browser, server, { hands: 'mouse', look: true });
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    const scouts = await visitor(browser, server, { hands: 'mouse', look: true }, PHONE);
    await tell(story, server, official, scouts);
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function tell(story, server, official, scouts) {
  let broken = false;
  const chapter = (name, part) => story.test(name, { skip: broken && 'an earlier chapter is broken' }, async () => {
    broken = true;
    await part();
    broken = false;
  });
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(server.now());
  const later = `${Number(today.slice(0, 4)) + 1}-01-15`;
  let receipt;

  await chapter('an organisation proposes from a telephone and keeps its code', async () => {
    await scouts.goto('/foreslag-samverkan');
    await scouts.write(t('civil-field-proposal-organisation'), 'Scoutkåren Enholmen');
    await scouts.press(t('civil-propose-send'));
    assert.match(await scouts.page.title(), /^Fel/);
    await scouts.write(t('civil-field-proposal-role'), 'Kårordförande');
    await scouts.choose(t('civil-field-proposal-mandate'), 'Styrelsen har beslutat');
    await scouts.write(t('civil-field-proposal-title'), TITLE);
    await scouts.write(t('civil-field-proposal-body'), 'Vi vill hålla läger för alla barn i kommunen.');
    await scouts.write(t('civil-field-proposal-address'), ADDRESS);
    await scouts.press(t('civil-propose-send'));
    assert.equal(await scouts.h1(), TITLE, await scouts.text());
    const code = (await scouts.page.locator('#kod').innerText()).trim();
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    receipt = await scouts.path();
    await scouts.goto('/foreslag-samverkan');
    await scouts.write(t('civil-field-code'), code.toLowerCase());
    await scouts.press(t('civil-show'));
    await scouts.sees(TITLE);
    await scouts.picture('organisations-proposed');
  });

  await chapter('the official says who answers, and answers', async () => {
    await official.goto('/arbetsyta');
    await official.sees(t('civil-duty-proposal'));
    await official.goto('/arbetsyta/samverkansforslag');
    await official.follow(TITLE, official.main);
    await official.write(t('civil-field-responsible'), 'Fritidschefen');
    await official.date(t('civil-proposal-due'), later);
    await official.press(t('civil-proposal-take-save'));
    await official.choose(t('civil-field-proposal-outcome'), 'Delvis');
    await official.write(t('civil-field-proposal-answer'), 'En helg i juni går bra, eftersom parken då är klar.');
    await official.picture('organisations-proposal');
    await official.press(t('civil-proposal-answer-save'));
    await scouts.goto(receipt);
    await scouts.sees('En helg i juni går bra');
    const letter = await server.sink.waitFor((one) => one.to.includes(ADDRESS));
    assert.match(letter.text, /En helg i juni/);
  });

  await chapter('organisations are asked, answer with a mandate and are listed', async () => {
    await official.goto('/arbetsyta/samverkan/ny');
    await official.choose(t('dialogues-new-template-collaboration'), 'Remiss');
    await official.write(t('dialogues-new-name'), 'Plan för friluftslivet');
    await official.press(t('dialogues-new-submit'));
    const process = (await official.path()).split('?')[0];
    const page = `${process}/organisationer`;
    for (const name of ['Scoutkåren Enholmen', 'Sjöviks villaägare']) {
      await official.goto(page);
      if (await official.main.locator('summary').filter({ hasText: t('civil-asked-new') }).count() && !(await official.main.getByLabel(t('civil-field-asked-address')).isVisible())) await official.open(t('civil-asked-new'));
      await official.write(t('civil-field-organisation'), name);
      await official.press(t('civil-asked-save'));
    }
    await official.open(t('civil-referral-set'));
    await official.date(t('civil-field-answer-due'), later);
    await official.tick(t('civil-field-listed'));
    await official.press(t('civil-referral-save'));
    await official.open(t('civil-letters'));
    await official.write(t('civil-field-message'), 'Vad tycker ni om planen? Svara på det här brevet.');
    await official.press('Fråga 2 organisationer');
    const letter = await server.sink.waitFor((one) => one.subject.includes('Plan för friluftslivet'));
    assert.match(letter.text, /Svar behövs senast/);
    await official.open(t('civil-answer-new'));
    const form = official.main.locator(`form[action$="/svar"]`);
    await official.write(t('civil-field-organisation'), 'Scoutkåren Enholmen', form);
    await official.write(t('civil-field-proposal-role'), 'Kårordförande', form);
    await official.choose(t('civil-field-proposal-mandate'), 'Medlemmarna har tagit ställning', form);
    await official.write(t('civil-field-speaks-for'), 'Medlemmarna', form);
    await official.write(t('civil-field-organisation-answer'), 'Mer plats för läger.', form);
    await official.press(t('civil-answer-save'), form);
    await official.sees('Mer plats för läger.');
    await official.picture('organisations-asked');
    await scouts.goto(`/samverkan/${process.split('/').pop()}/organisationer`);
    await scouts.sees('Sjöviks villaägare');
    assert.doesNotMatch(await scouts.text(), /Mer plats för läger/);
    await official.goto(`${process}/parter`);
    await official.write(t('civil-field-organisation'), 'Scoutkåren Enholmen');
    await official.write(t('civil-field-commitment'), 'Sköter lägerplatsen');
    await official.press(t('civil-party-save'));
    await official.open(t('civil-sign'));
    await official.write(t('civil-field-signed-role'), 'Kårordförande');
    await official.press(t('civil-sign-save'));
    await official.sees(t('civil-signed'));
    await official.picture('organisations-parties');
  });

  await chapter('councils, the clock, promises and the network can be read by everybody on the desk', async () => {
    await official.goto('/arbetsyta/rad');
    await official.follow('Trygghetsrådet i Exempelby', official.main);
    await official.picture('organisations-council');
    await official.follow(/^\d+ \w+ \d{4}/, official.main);
    await official.sees(t('civil-minutes-approved'));
    await official.picture('organisations-meeting');
    await official.goto('/arbetsyta/rad/nytt');
    await official.goto(`${CRIME}/lagkrav`);
    await official.choose(t('civil-field-demand'), t('civil-demand-picture'));
    await official.write(t('civil-field-version'), 'Årets, version 1');
    await official.write(t('civil-field-decided-by'), 'Kommunstyrelsen § 12');
    await official.date(t('civil-field-decided-on'), today);
    await official.press(t('civil-demand-save'));
    await official.sees(t('civil-demand-met'));
    await official.picture('organisations-clock');
    await official.goto(`${CRIME}/medborgarlofte/nytt`);
    await official.picture('organisations-promise');
    await official.goto('/arbetsyta/organisationer/natverk');
    assert.ok(await official.main.getByRole('img').isVisible());
    await official.sees('Tryggare Almlunda');
    await official.picture('organisations-network');
    for (const page of ['relevans', 'gap', 'atgarder']) {
      await official.goto(`${CRIME}/${page}`);
      await official.picture(`organisations-${page}`);
    }
  });
}
