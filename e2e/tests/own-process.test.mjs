// The municipality makes a process of its own in files alone (e2e/packs/citizens-panel): nothing is built and nothing is
// started again, and what had begun before goes on as it was. A file with a fault changes nothing.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chromium } from '../lib/browser.mjs';
import { demonstrationLogin, startServer } from '../lib/server.mjs';
import { t } from '../lib/texts.mjs';
import { signIn, visitor } from '../story/people.mjs';

const PACK = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../packs/citizens-panel');
const FILE = 'processes/citizens-panel.toml';
const NAME = 'Medborgarpanel';
const NEW = '/arbetsyta/dialoger/ny';
// The site looks for a new edition about every three seconds.
const TAKEN_IN_USE = 20_000;
const TWO_LOOKS = 7_000;
// What the pack adds to the task list of the process that it extends.
const OWN_TASKS = ['Beskriv panelen', 'Bestäm mandattid och regler', 'Rekrytera panelen', 'Planera frågeomgången', 'Ge panelen svar', 'Förnya panelen'];
const REGISTER = 'Håll medlemsregistret skilt från svaren';

test('a process of the municipality\'s own comes as files, into a site that is running', async (story) => {
  const server = await startServer();
  const browser = await chromium();
  try {
    await tell(story, server, await visitor(browser, server, { hands: 'mouse', look: true }));
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function tell(story, server, official) {
  const program = server.child.pid;
  let broken = false;
  const chapter = (name, part) => story.test(name, { skip: broken && 'an earlier chapter is broken' }, async () => {
    broken = true;
    await part();
    broken = false;
  });
  const before = {};
  const edition = {};
  let panel;

  await chapter('the process is not there, and a dialogue begins', async () => {
    edition.base = name(await server.command(['pack', 'check', 'built-in']));
    await signIn(official, await demonstrationLogin('dialogue coordinator'), server);
    assert.ok(!(await processes(official)).includes(NAME));
    before.address = await begin(official, 'Snabb konsultation', 'Ljuset i Kvarnparken', 'Var behövs det mer ljus?');
    Object.assign(before, await work(official, before.address));
    assert.ok(before.tasks.includes('Beskriv omgången'));
  });

  await chapter('the files are checked and brought in while the site serves', async () => {
    edition.own = name(await server.command(['pack', 'check', PACK]));
    assert.notEqual(edition.own, edition.base);
    assert.match(await server.command(['pack', 'import', PACK, '--dry-run']), /nothing was changed/);
    const said = await server.command(['pack', 'import', PACK, '--note', 'Kommunens panel']);
    assert.ok(said.includes(`${edition.own} is in use`), said);
    await until(async () => (await processes(official)).includes(NAME), 'the site offers the process');
    assert.equal(server.child.pid, program);
    await official.picture('own-process-new');
  });

  await chapter('an official begins a panel and meets its own work', async () => {
    panel = await begin(official, NAME, 'Exempelbys panel', 'Vad märker invånarna av kommunens service?');
    await official.sees(t('dialogues-plan-template') + ` ${NAME}`);
    await official.picture('own-process-plan');
    const { tasks, lists } = await work(official, panel);
    assert.deepEqual(OWN_TASKS.filter((one) => !tasks.includes(one)), []);
    assert.ok(!tasks.includes('Beskriv omgången'), 'the inherited task has the pack\'s own name');
    assert.ok(tasks.includes('Läs och koda svaren'), 'inherited from the base, two processes back');
    assert.ok(lists.includes(NAME));
    await official.sees(REGISTER);
    assert.equal(await item(official, panel, 'P01'), 'open');
    await official.picture('own-process-checklist');
  });

  await chapter('the first task of its own is filled in, beside the handbook\'s text', async () => {
    await official.goto(panel);
    await official.follow('Beskriv panelen', official.main);
    const help = fs.readFileSync(path.join(PACK, 'help/sv/panel.md'), 'utf8').split('\n')[0];
    await support(official, help);
    await official.picture('own-process-task');
    await official.write('Vem äger panelen?', 'Kommunstyrelsen');
    await official.write('Hur många ska vara med?', '600');
    await finish(official);
    await official.follow('Beskriv panelen', official.main);
    assert.equal(await official.main.getByLabel('Vem äger panelen?').inputValue(), 'Kommunstyrelsen');
    await official.follow('Läs mer i handboken');
    assert.equal(await official.h1(), 'Medborgarpanel, steg för steg');
    await official.sees(help);
    await official.picture('own-process-chapter');
    assert.equal(await item(official, panel, 'P01'), 'done', 'the checklist ticks itself from the plan');
    await official.goto(`/en${panel}/steg/panelen`);
    await official.sees('Who owns the panel?');
    await support(official, fs.readFileSync(path.join(PACK, 'help/en/panel.md'), 'utf8').split('\n')[0]);
  });

  await chapter('its rule holds, and its gate asks for what the pack says', async () => {
    await examine(official, panel);
    await official.follow('Bekräfta uppdrag och regler', official.main);
    await official.sees(REGISTER);
    await official.sees('Mandattiden slutar');
    await official.goto(panel);
    await official.follow('Bestäm mandattid och regler', official.main);
    await official.date('Mandattiden börjar', '2031-03-01');
    await official.date('Mandattiden slutar', '2029-02-28');
    await official.write('Hur många omgångar om året, som mest?', '4');
    await official.write('Det här gäller för den som är med', 'Du kan sluta när du vill\nEfter varje omgång får du veta vad svaren ledde till');
    await official.press('Spara');
    await official.sees('Mandattiden kan inte sluta innan den börjar');
    await official.date('Mandattiden börjar', '2027-03-01');
    await finish(official);
    await official.follow('Bekräfta uppdrag och regler', official.main);
    await official.sees(REGISTER);
    assert.doesNotMatch(await official.text(), /Mandattiden slutar|Vem äger panelen/, 'what is done is not asked for');
    await official.picture('own-process-gate');
  });

  await chapter('what had begun goes on as it was', async () => {
    const { tasks, lists } = await work(official, before.address);
    assert.deepEqual({ tasks, lists }, { tasks: before.tasks, lists: before.lists });
    await official.goto(before.address);
    await official.follow(t('dialogues-edition-see'), official.main);
    await official.sees(`följer utgåva ${edition.base}. Nu används ${edition.own}`);
    await official.goto(`${panel}/metod`);
    await official.sees(t('dialogues-edition-same'));
  });

  await chapter('a reference that leads nowhere is refused with its place, and the site goes on', async () => {
    const folder = path.join(server.data, 'broken');
    fs.cpSync(PACK, folder, { recursive: true });
    const line = spoil(path.join(folder, FILE), 'tasks = ["panel-recruitment"]', 'tasks = ["panel-lottery"]');
    const place = `${folder}/${FILE}:${line}: there is no task "panel-lottery"`;
    for (const words of [['pack', 'check', folder], ['pack', 'import', folder]]) {
      const said = await server.command(words, 2);
      assert.ok(said.includes(place), `${words.join(' ')} says ${said}`);
    }
    await new Promise((tick) => setTimeout(tick, TWO_LOOKS));
    assert.ok((await processes(official)).includes(NAME));
    await official.goto('/arbetsyta/metod');
    assert.match(await official.text(), new RegExp(`Används nu\\s+${edition.own.replace(/[.+]/g, '\\$&')}\\s`));
    await official.goto(`${panel}/metod`);
    await official.sees(t('dialogues-edition-same'));
    assert.ok((await work(official, panel)).tasks.includes('Rekrytera panelen'));
    assert.deepEqual([server.child.pid, server.child.exitCode], [program, null], 'the program was never started again');
  });
}

/** The processes that one can begin with, by name. */
async function processes(official) {
  await official.goto(NEW);
  const radios = official.main.locator('input[type=radio][name=template]');
  return radios.evaluateAll((all) => all.map((one) => one.labels[0].innerText.split('\n')[0].trim()));
}

/** Begins a dialogue and gives its address. */
async function begin(official, process, title, question) {
  await official.goto(NEW);
  await official.choose(t('dialogues-new-template-dialogue'), process);
  await official.write(t('dialogues-new-name'), title);
  await official.write(t('dialogues-new-question'), question);
  await official.press(t('dialogues-new-submit'));
  assert.equal(await official.h1(), title);
  return (await official.path()).split('?')[0];
}

/** The names of a dialogue's tasks and of its checklists. */
async function work(official, address) {
  await official.goto(address);
  const tasks = await official.main.locator('ul.tasks > li').evaluateAll((all) => all.map((one) => one.firstElementChild.innerText.trim()));
  await official.goto(`${address}/checklista`);
  const list = official.main.getByLabel(t('dialogues-filter-list'), { exact: true });
  const lists = await list.locator('option').evaluateAll((all) => all.map((one) => one.textContent.trim()));
  return { tasks, lists };
}

/** Whether an item of the checklist is done. */
async function item(official, address, key) {
  await official.goto(`${address}/checklista`);
  const line = official.main.getByRole('listitem').filter({ hasText: key }).first();
  return (await line.innerText()).includes('Klart') ? 'done' : 'open';
}

/** The text stands beside the form. */
async function support(official, text) {
  await official.page.getByRole('complementary').getByText(text).waitFor();
}

/** Says that the task is finished, saves, and is back on the task list. */
async function finish(official) {
  await official.choose(t('dialogues-task-finished'), 'Ja');
  await official.press('Spara');
  await official.sees('Sparat');
  assert.ok((await official.main.locator('ul.tasks').count()) > 0, `not finished:\n${await official.text()}`);
}

/** From a draft through the first gate, which is the base's own. */
async function examine(official, address) {
  await official.goto(address);
  await official.follow('Beskriv beslutet', official.main);
  await official.write('Vilket beslut ska dialogen ge underlag till?', 'Budget för kommunens service.');
  await official.write('Vem fattar beslutet?', 'Kommunstyrelsen');
  await official.write('Diarienummer', 'KS 2026/0456');
  await finish(official);
  await official.follow('Pröva om det ska bli en dialog', official.main);
  await official.choose('Går frågan att påverka?', 'Ja');
  await official.choose('Är de som beslutar beredda att ändra sig?', 'Ja');
  await official.choose('Vad kom prövningen fram till?', 'Gör en dialog');
  await official.write('Varför?', 'Kommunstyrelsen vill kunna fråga samma invånare flera gånger.');
  await finish(official);
  await official.follow('Avsluta prövningen', official.main);
  await official.press('Avsluta prövningen');
  await official.sees('Läget är ändrat');
}

/** Puts one text for another in a file, and gives the line it stood on. */
function spoil(file, from, to) {
  const text = fs.readFileSync(file, 'utf8');
  assert.equal(text.split(from).length, 2, `${from} stands once in ${file}`);
  fs.writeFileSync(file, text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

/** The edition that `pack check` names. */
function name(said) {
  const [, edition] = /: (\S+\+[0-9a-f]+) is whole/.exec(said) ?? assert.fail(said);
  return edition;
}

async function until(holds, what) {
  const last = Date.now() + TAKEN_IN_USE;
  while (!(await holds())) {
    assert.ok(Date.now() < last, `${what}: not within ${TAKEN_IN_USE / 1000} s`);
    await new Promise((tick) => setTimeout(tick, 500));
  }
}
