// Enhancement of the coding desk: keys while the focus is in the list of texts, off until chosen (WCAG 2.1.4).
// j and k go to the next and previous text, a theme's letter ticks it, 0 is "read, no theme", 9 is "may be quoted".
// Words come from the page, never from here.
const list = document.querySelector('[data-coding]');
const help = document.querySelector('[data-coding-help]');
const name = 'samspel-coding-keys';

const stored = () => { try { return localStorage.getItem(name) === 'on'; } catch { return false; } };
const store = (on) => { try { localStorage.setItem(name, on ? 'on' : 'off'); } catch { /* a closed store: holds for this page */ } };

if (list && help) {
  const toggle = help.querySelector('[data-coding-switch]');
  const status = help.querySelector('[data-coding-status]');
  const passages = [...list.querySelectorAll('[data-passage]')];

  const show = () => { for (const key of list.querySelectorAll('[data-coding-key]')) key.hidden = !toggle.checked; };
  const here = () => document.activeElement?.closest('[data-passage]');

  const go = (step) => {
    const place = passages.indexOf(here());
    const next = passages[Math.min(passages.length - 1, Math.max(0, place + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  };

  const tick = (letter) => {
    const box = here()?.querySelector(`input[data-letter="${CSS.escape(letter)}"]`);
    if (!box) return false;
    box.checked = !box.checked;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    const label = box.closest('label')?.querySelector('span')?.firstChild?.textContent?.trim() ?? '';
    status.textContent = `${box.checked ? status.dataset.on : status.dataset.off} ${label}`;
    return true;
  };

  list.addEventListener('keydown', (event) => {
    const typing = event.target.matches('input:not([type=checkbox]), textarea, select');
    if (!toggle.checked || typing || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') {
      event.preventDefault();
      go(key === 'j' ? 1 : -1);
    } else if (/^[a-z09]$/.test(key) && tick(key)) {
      event.preventDefault();
    }
  });

  // Which text one is in stands out for the eye too.
  list.addEventListener('focusin', () => {
    for (const passage of passages) passage.removeAttribute('aria-current');
    here()?.setAttribute('aria-current', 'true');
  });

  // Leaving a page with ticks that are not saved asks first.
  const form = list.closest('form');
  let changed = false;
  form.addEventListener('change', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });

  help.hidden = false;
  toggle.checked = stored();
  toggle.addEventListener('change', () => { store(toggle.checked); show(); if (toggle.checked) go(1); });
  show();
}
