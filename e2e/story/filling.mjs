// Forms of the method, filled in as somebody would who has something to say everywhere: every required field gets a value, and
// what the story needs to be exact is given by the field's own name.

import assert from 'node:assert/strict';
import { t } from '../lib/texts.mjs';

/** Fills in the form on the page. `given` holds values by the name of the field: text, a list of lines, a key or keys of choices, or an ISO date. */
export async function fill(official, given = {}, { day }) {
  for (const field of await fields(official)) {
    const value = given[field.id];
    if (value === undefined && !field.required) continue;
    await one(official, field, value ?? sample(field, day));
  }
}

/** Fills in a task of the plan, says that it is finished, and is back on the plan. */
export async function task(official, process, word, given, when) {
  await official.goto(`${process}/steg/${word}`);
  const name = await official.h1();
  await fill(official, given, when);
  await official.main.locator('input[name="klart-steg"][value="ja"]').check();
  await official.press(t('dialogues-task-save'));
  assert.ok(!(await official.path()).includes('/steg/'), `«${name}» is not finished:\n${await official.text()}`);
}

// What the form holds, by what one sees: a field is required unless its label says otherwise.
async function fields(official) {
  return official.main.locator('form').last().evaluate((form) => {
    const all = [...form.querySelectorAll('.field')].filter((field) => !field.closest('.row-of-fields'));
    return all.map((field) => {
      const required = !field.querySelector(':scope > label .opt, :scope > legend .opt');
      const input = field.querySelector('input, textarea, select');
      if (!input || input.name === 'klart-steg' || input.name === 'skal') return null;
      if (field.querySelector('.row-of-fields')) {
        const cells = [...field.querySelector('.row-of-fields').querySelectorAll('input')];
        return { kind: 'rows', id: field.id, required, cells: cells.map((cell) => ({ id: cell.id, number: cell.inputMode === 'numeric', date: Boolean(cell.getAttribute('aria-describedby')) })) };
      }
      if (field.querySelector('.dates')) return { kind: 'date', id: input.id, required };
      if (input.type === 'radio' || input.type === 'checkbox') {
        const values = [...field.querySelectorAll('input')].map((choice) => choice.value);
        return { kind: input.type, id: input.name, required, values };
      }
      return { kind: input.inputMode === 'numeric' ? 'number' : input.tagName.toLowerCase(), id: input.name, required, max: Number(input.dataset.max ?? 0) };
    }).filter(Boolean);
  });
}

function sample(field, day) {
  if (field.kind === 'date') return day;
  if (field.kind === 'number') return '3';
  if (field.kind === 'radio') return field.values[0];
  if (field.kind === 'checkbox') return [field.values[0]];
  if (field.kind === 'rows') return [Object.fromEntries(field.cells.map((cell) => [cell.id.split('.').at(-1), cell.number ? '2' : cell.date ? day : 'Vägen hem']))];
  return 'Vi ser vad som händer på vägen hem.';
}

async function one(official, field, value) {
  const { page } = official;
  const named = (id) => page.locator(`[id="${id}"]`);
  switch (field.kind) {
    case 'date': {
      const [year, month, day] = value.split('-');
      await named(field.id).fill(String(+day));
      await named(`${field.id}-month`).fill(String(+month));
      return named(`${field.id}-year`).fill(year);
    }
    case 'radio':
      return page.locator(`input[name="${field.id}"][value="${value}"]`).check();
    case 'checkbox':
      for (const key of [value].flat()) await page.locator(`input[name="${field.id}"][value="${key}"]`).check();
      return undefined;
    case 'rows':
      for (const [number, row] of value.entries()) {
        for (const [column, text] of Object.entries(row)) await named(`${field.id}.${number + 1}.${column}`).fill(String(text));
      }
      return undefined;
    case 'select':
      return named(field.id).selectOption(String(value));
    default:
      return named(field.id).fill([value].flat().join('\n'));
  }
}
