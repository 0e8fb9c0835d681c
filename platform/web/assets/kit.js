// Enhancement only: every page does its whole work without this file.
// Words come from the page (data attributes), never from here, so that every language is served by one file.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Focus goes to what the server answered: the error summary, or the note that says what was done. */
function focusAnswer() {
  const answer = document.querySelector('[data-error-summary]') ?? document.querySelector('[data-done]');
  answer?.focus({ preventScroll: answer.matches('[data-done]') });
  answer?.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    (field.closest('fieldset, .field') ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

/** Says how many characters are left; aloud only after a pause, so that it does not talk over the typing. */
function counter(area) {
  const shown = document.getElementById(area.dataset.counter);
  if (!shown) return;
  const spoken = document.createElement('span');
  spoken.className = 'sr';
  spoken.setAttribute('role', 'status');
  shown.after(spoken);
  let pause;
  const count = () => {
    // Code points, as the server counts them.
    const left = Number(area.dataset.max) - [...area.value.replaceAll('\r\n', '\n')].length;
    const words = left < 0 ? area.dataset.over : area.dataset.left;
    shown.textContent = words.replace('%n%', Math.abs(left).toLocaleString(document.documentElement.lang));
    shown.classList.toggle('err', left < 0);
    shown.classList.toggle('hint', left >= 0);
    clearTimeout(pause);
    pause = setTimeout(() => { spoken.textContent = shown.textContent; }, 1200);
  };
  area.addEventListener('input', count);
  count();
}

/** A second press while the first is on its way does nothing; the server's one-time key is the real guard. */
function guardForm(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (event.defaultPrevented) return;
    form.dataset.sent = 'yes';
    event.submitter?.setAttribute('aria-busy', 'true');
    setTimeout(() => freeForm(form), 8000);
  });
}
function freeForm(form) {
  delete form.dataset.sent;
  for (const button of all('[aria-busy]', form)) button.removeAttribute('aria-busy');
}

/** Copies what the button points at and says so in the button's own place. */
function copyButton(button) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try { await navigator.clipboard.writeText(source.textContent.trim()); } catch { return; }
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    button.after(said);
    said.textContent = button.dataset.copied;
    setTimeout(() => said.remove(), 6000);
  });
}

/** Ticks every box in the named group, for bulk work in lists. */
function tickAll(button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const boxes = all(`input[type=checkbox][name="${CSS.escape(button.dataset.tick)}"]`);
    const on = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = on;
  });
}

/** Adds up what is ticked in a vote over money, as the server does when the page is sent. */
function ballot(box) {
  const shown = document.getElementById(box.dataset.budget);
  if (!shown) return;
  const { total, left, over, none, one, many } = box.dataset;
  const number = (amount) => Math.abs(amount).toLocaleString(document.documentElement.lang);
  const tell = () => {
    const ticked = all('input:checked', box);
    const chosen = ticked.reduce((sum, input) => sum + Number(input.dataset.cost), 0);
    const rest = Number(total) - chosen;
    const counted = { 0: none, 1: one }[ticked.length] ?? many;
    const words = left ? (rest < 0 ? over : left) : counted;
    const said = words.replace('%chosen%', number(chosen)).replace('%left%', number(rest)).replace('%n%', number(ticked.length));
    if (shown.textContent !== said) shown.textContent = said;
  };
  box.addEventListener('change', tell);
  // A browser that comes back to the page restores the ticks and says nothing of it.
  addEventListener('pageshow', tell);
}

/** Staff shortcuts: off until chosen, always with Alt, so that they never collide with typing or a reader (WCAG 2.1.4). */
function shortcuts(root) {
  const name = 'samspel-shortcuts';
  const stored = () => { try { return localStorage.getItem(name) === 'on'; } catch { return false; } };
  const toggle = root.querySelector('[data-shortcut-switch]');
  if (!toggle) return;
  for (const part of all('[data-shortcut-part]', root)) part.hidden = false;
  toggle.checked = stored();
  toggle.addEventListener('change', () => { try { localStorage.setItem(name, toggle.checked ? 'on' : 'off'); } catch { /* a closed store: holds for this page */ } });
  document.addEventListener('keydown', (event) => {
    if (!toggle.checked || !event.altKey || event.ctrlKey || event.metaKey) return;
    // The digit by its place on the board: with Alt down some layouts write other signs.
    const key = /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase();
    const target = all('[data-key]', root).find((element) => element.dataset.key === key);
    if (!target) return;
    event.preventDefault();
    target.focus();
    if (!target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=submit])')) target.click();
  });
}

focusAnswer();
all('textarea[data-max]').forEach(counter);
all('form').forEach(guardForm);
all('[data-copy]').forEach(copyButton);
all('[data-tick]').forEach(tickAll);
all('[data-budget]').forEach(ballot);
all('[data-shortcuts]').forEach(shortcuts);
for (const button of all('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
// Coming back by the Back button restores the page as it was left: busy. Free it.
addEventListener('pageshow', () => all('form').forEach(freeForm));
