// The keyboard walk: Tab through the whole page, as somebody without a mouse meets it.

import path from 'node:path';
import { focusFacts, toTop } from './inpage.mjs';

export async function keyboardWalk(page, dir, r, add, max) {
  await page.evaluate(toTop);
  const seen = []; let trap = 0; let noFocus = []; let obscured = []; let back = []; let last; let shot = false;
  for (let i = 0; i < max; i++) {
    await page.keyboard.press('Tab');
    const f = await page.evaluate(focusFacts);
    if (!f) break;                                   // focus left the page
    if (last && f.path === last.path) { if (++trap > 2) { add('keyboard', 'critical', `Focus is stuck on ${f.name} (2.1.2)`); break; } } else trap = 0;
    if (seen.length && f.path === seen[0].path) break; // wrapped round
    seen.push(f);
    if (i === 0) { if (!f.skip) add('keyboard', 'moderate', `First Tab stop is not a skip link: ${f.name}`); else if (!f.skipVisible) add('keyboard', 'moderate', 'Skip link is not visible when focused'); }
    // visible focus: compare pixels with and without the focus style
    if (!f.styled && f.box) {
      const clip = { x: Math.max(0, f.box.x - 8), y: Math.max(0, f.box.y - 8), width: Math.min(1280, f.box.width + 16), height: Math.min(900, f.box.height + 16) };
      if (clip.width > 1 && clip.height > 1 && clip.y + clip.height <= 900 + 1) {
        const a = await page.screenshot({ clip }).catch(() => null);
        await page.evaluate(() => { window.__f = document.activeElement; window.__f?.blur(); });
        const b = await page.screenshot({ clip }).catch(() => null);
        await page.evaluate(() => window.__f?.focus({ preventScroll: true }));
        if (a && b && a.equals(b)) noFocus.push(f.name);
      }
    }
    if (f.hidden) obscured.push(f.name);
    if (last && f.box && last.box && f.docY < last.docY - 400 && Math.abs(f.docX - last.docX) < 200) back.push(`${last.name} → ${f.name}`);
    if (!shot && i === 1 && process.env.PICTURES === 'all') { await page.screenshot({ path: path.join(dir, 'focus.png') }); shot = true; }
    last = f;
  }
  r.info.tabStops = seen.length; r.info.focusOrder = seen.map((s) => s.name);
  if (noFocus.length) add('keyboard', 'serious', `${noFocus.length} element(s) without visible focus (2.4.7): ${noFocus.slice(0, 4).join('; ')}`);
  if (obscured.length) add('keyboard', 'serious', `${obscured.length} focused element(s) hidden behind other content (2.4.11): ${obscured.slice(0, 4).join('; ')}`);
  if (back.length) add('keyboard', 'moderate', `Focus jumps back up the page: ${back.slice(0, 3).join('; ')}`);
  const missed = await page.evaluate((paths) => {
    const P = new Set(paths); const out = []; const groups = new Set();
    for (const e of document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]:not([tabindex^="-"]),[role=button],[role=link]')) {
      if (e.disabled || e.closest('[inert]') || !e.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true })) continue;
      if (e.type === 'radio') { const g = (e.form?.id ?? '') + e.name; if (groups.has(g)) continue; groups.add(g); if ([...document.getElementsByName(e.name)].some((x) => P.has(window.__path(x)))) continue; }
      if (e.closest('[role=tablist],[role=radiogroup],[role=menu],[role=toolbar],[role=grid]')) continue;
      if (!P.has(window.__path(e))) out.push(window.__name(e));
    } return out;
  }, seen.map((s) => s.path));
  if (missed.length && seen.length < max) add('keyboard', 'critical', `${missed.length} control(s) never reached with Tab (2.1.1): ${missed.slice(0, 5).join('; ')}`);
  if (seen.length >= max) add('keyboard', 'minor', `More than ${max} Tab stops`);
  const pos = await page.evaluate(() => document.querySelectorAll('[tabindex]:not([tabindex="0"]):not([tabindex^="-"])').length);
  if (pos) add('keyboard', 'serious', `${pos} positive tabindex`);
  // skip link works
  await page.evaluate(toTop);
  await page.keyboard.press('Tab'); const f0 = await page.evaluate(focusFacts);
  if (f0?.skip) { await page.keyboard.press('Enter'); await page.waitForTimeout(50); await page.keyboard.press('Tab'); const ok = await page.evaluate((h) => { const t = document.querySelector(h); const a = document.activeElement; return t && (t === a || t.contains(a) || (t.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING)); }, f0.skip); if (!ok) add('keyboard', 'serious', 'Skip link does not move focus to its target'); }
}
