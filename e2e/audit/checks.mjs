// The audit of one page: each check is a function that looks at the page in its own way and adds findings.

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { clipped, forcedColors, noJs, overflow, pageFacts, targetSizes } from './inpage.mjs';
import { keyboardWalk } from './keyboard.mjs';

const require = createRequire(import.meta.url);
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeFolder = path.dirname(require.resolve('axe-core/package.json'));
const axeSwedish = JSON.parse(fs.readFileSync(path.join(axeFolder, 'locales/sv.json'), 'utf8'));

const DESKTOP = { width: 1280, height: 900 };
const MOBILE = { width: 390, height: 844 };
// 320 CSS pixels are 1280 at 400 % (WCAG 1.4.10).
const NARROW = { width: 320, height: 256 };
// Kilobytes over the wire, requests and nodes: the public page's bar, with room for the desk's.
const BUDGET = { total: 100, html: 40, css: 12, js: 10, requests: 12, dom: 3000 };
// Far above any page of ours: a page with more stops has lost its limit on rows.
const MOST_TABS = 400;

const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'long-title': 'off',
    'no-implicit-button-type': 'warn',
    'no-inline-style': 'off',
    'no-redundant-for': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'warn',
    'require-sri': 'off',
  },
});

/** The pictures of a page that are kept; the further ones only when asked for (`PICTURES=all`): they take a fifth of the audit's time. */
export const PICTURES = process.env.PICTURES === 'all' ? ['desktop', 'mobile', 'dark', 'reflow-320', 'forced-colors', 'nojs', 'focus'] : ['desktop', 'mobile', 'dark'];

async function further(page, dir, name) {
  if (PICTURES.includes(name)) await page.screenshot({ path: path.join(dir, `${name}.png`), fullPage: true });
}

/** Audits one page. `rooms` gives browser contexts signed in as the page needs (`contexts` in audit.mjs). */
export async function auditPage(page, dir, record, rooms) {
  const add = (check, impact, message, detail) => record.findings.push({ check, impact, message, detail });
  const { text, axe } = await onDesktop(page, dir, record, add, rooms);
  await onPhone(page, dir, record, add, rooms, axe);
  await withoutScript(page, dir, record, add, rooms, text);
}

async function onDesktop({ url, expect = 200, cookies }, dir, record, add, rooms) {
  const context = await rooms.fresh(cookies, { viewport: DESKTOP });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error).split('\n')[0]));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  const net = listen(page);
  await page.addInitScript(watchVitals);
  const answer = await page.goto(url, { waitUntil: 'load', timeout: 30000 });
  await page.waitForTimeout(150);
  const source = await answer.text().catch(() => '');
  if (answer.status() !== expect) add('page', 'critical', `HTTP status ${answer.status()}, expected ${expect}`);
  await page.screenshot({ path: path.join(dir, 'desktop.png'), fullPage: true });
  const vitals = await page.evaluate(() => ({ lcp: Math.round(window.__lcp), cls: +window.__cls.toFixed(4), dom: document.getElementsByTagName('*').length }));
  const text = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim());

  const report = await html.validateString(source, 'page.html');
  for (const m of report.results.flatMap((result) => result.messages)) {
    add('html', m.severity === 2 ? 'moderate' : 'minor', `${m.ruleId}: ${m.message}`, `line ${m.line}`);
  }
  facts(await page.evaluate(pageFacts), source, record, add);
  const axe = await runAxe(page);
  mergeAxe(axe, 'desktop', add);
  const targets = await page.evaluate(targetSizes);
  Object.assign(record.info, { targetsBelow24: targets.small.length, targetsBelow44: targets.below44 });
  // Before the page is asked for in other colours and widths, which may fetch more.
  weight(url, net, vitals, record, add);
  await motion(page, add);
  await forced(page, dir, add);
  await inTheDark(page, dir, add);
  await narrow(page, dir, record, add);
  await spacing(page, add);
  await keyboardWalk(page, dir, record, add, MOST_TABS);
  // The browser itself notes an answer that is no 200; that is no fault on a page that says so.
  const faults = [...new Set(errors)].filter((error) => expect === 200 || !/Failed to load resource/.test(error));
  if (faults.length) add('page', 'serious', `Console errors: ${faults.slice(0, 3).join(' | ')}`);
  await context.close();
  return { text, axe };
}

async function onPhone({ url, cookies }, dir, record, add, rooms, desktop) {
  const context = await rooms.kept('phone', cookies, { viewport: MOBILE, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(150);
  await page.screenshot({ path: path.join(dir, 'mobile.png'), fullPage: true, scale: 'css' });
  mergeAxe(await runAxe(page), 'mobile', add, desktop);
  const targets = await page.evaluate(targetSizes);
  Object.assign(record.info, { targetsBelow44Mobile: targets.below44, targetSamples: targets.samples });
  if (targets.small.length) add('targets', 'minor', `${targets.small.length} target(s) under 24 px (2.5.8): ${targets.small.slice(0, 3).join(' ')}`);
  await page.close();
}

async function inTheDark(page, dir, add) {
  // Without motion: a colour on its way from light to dark would be measured half-way.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.waitForTimeout(80);
  mergeAxe(await axeOnce(page, ['color-contrast']), 'dark', add);
  await page.screenshot({ path: path.join(dir, 'dark.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

async function narrow(page, dir, record, add) {
  await page.setViewportSize(NARROW);
  const over = await page.evaluate(overflow);
  record.info.scrollWidth320 = over.scrollWidth;
  if (over.scrollWidth > 321) {
    add('reflow', 'serious', `Page is ${over.scrollWidth}px wide at 320px, scrolls sideways (1.4.10)`, over.offenders.join('\n'));
  }
  const stuck = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => {
    const { position } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return (position === 'fixed' || position === 'sticky') && box.height > innerHeight * 0.4 && box.width > 100;
  }).length);
  if (stuck) add('reflow', 'moderate', `${stuck} sticky/fixed element(s) cover more than 40 % of the height at 400 % zoom`);
  await further(page, dir, 'reflow-320');
  await page.setViewportSize(DESKTOP);
}

async function withoutScript({ url, cookies }, dir, record, add, rooms, text) {
  const context = await rooms.kept('without script', cookies, { viewport: DESKTOP, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const bare = await page.evaluate(noJs);
  await further(page, dir, 'nojs');
  Object.assign(record.info, { nojsText: bare.text.length, jsText: text.length });
  if (text.length > 200 && bare.text.length < text.length * 0.8) {
    add('nojs', 'serious', `Without JavaScript the page shows ${bare.text.length} characters of text, with it ${text.length}`);
  }
  for (const button of bare.deadButtons) add('nojs', 'moderate', `Visible button does nothing without JavaScript: ${button}`);
  for (const form of bare.badForms) add('nojs', 'serious', `Form cannot be sent without JavaScript: ${form}`);
  for (const link of bare.hashLinks) add('nojs', 'minor', `Link goes nowhere (href="#"): ${link}`);
  if (bare.customEmpty.length) add('nojs', 'moderate', `Custom elements that are empty without JavaScript: ${bare.customEmpty.join(', ')}`);
  await page.close();
}

function facts(p, source, record, add) {
  Object.assign(record.info, { title: p.title, lang: p.lang, headings: p.headings, landmarks: p.landmarks });
  const inline = (source.match(/<[^>]+\sstyle=/g) ?? []).length;
  if (!p.lang) add('page', 'serious', 'No lang on <html> (3.1.1)');
  if (p.h1 !== 1) add('page', 'moderate', `${p.h1} <h1> on the page, want 1`);
  if (p.skips.length) add('page', 'moderate', `Heading levels skipped: ${p.skips.join(', ')}`);
  if (!p.main) add('page', 'moderate', 'No <main>');
  if (p.required) add('page', 'minor', `${p.required} field(s) with the required attribute on a form without novalidate`);
  if (p.onclick) add('page', 'moderate', `${p.onclick} inline on… handler(s): blocked by a strict CSP`);
  if (inline) add('page', 'moderate', `${inline} style attribute(s): blocked by a CSP without unsafe-inline`);
  if (p.newTab) add('page', 'minor', `${p.newTab} link(s) open a new tab without saying so`);
  if (p.placeholderOnly) add('page', 'serious', `${p.placeholderOnly} field(s) labelled only by placeholder`);
  if (p.errorSummary && !/^(fel|error)\b/i.test(p.title)) add('page', 'moderate', 'Error summary on the page but <title> does not begin with «Fel:»');
  for (const table of p.tables) add('page', 'serious', `Data table ${table} (1.3.1)`);
  for (const link of p.summaryLinksBroken) add('page', 'serious', `Error summary links to a missing field ${link}`);
  for (const field of p.invalidNoDesc) add('page', 'serious', `aria-invalid field has no described error: ${field} (3.3.1)`);
  for (const field of p.autocompleteMissing) add('page', 'moderate', `Personal field without autocomplete: ${field} (1.3.5)`);
}

async function motion(page, add) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForTimeout(80);
  const moving = await page.evaluate(() => ({
    run: document.getAnimations().filter((a) => a.playState === 'running' && (a.effect?.getComputedTiming().duration ?? 0) > 1).map((a) => a.animationName ?? a.transitionProperty ?? 'animation'),
    smooth: getComputedStyle(document.documentElement).scrollBehavior === 'smooth',
  }));
  if (moving.run.length) add('motion', 'serious', `Animations still run with prefers-reduced-motion: ${[...new Set(moving.run)].join(', ')}`);
  if (moving.smooth) add('motion', 'moderate', 'scroll-behavior: smooth with prefers-reduced-motion');
  await page.emulateMedia({ reducedMotion: null });
}

async function forced(page, dir, add) {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.waitForTimeout(100);
  await further(page, dir, 'forced-colors');
  const bare = await page.evaluate(forcedColors);
  await page.emulateMedia({ forcedColors: null });
  for (const control of bare) add('forced', 'moderate', `No border in forced colours, so the control cannot be told from text: ${control}`);
}

async function spacing(page, add) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  for (const text of await page.evaluate(clipped)) add('spacing', 'serious', `Text is cut off with WCAG text spacing (1.4.12): ${text}`);
  await page.reload({ waitUntil: 'load' });
}

// ---- weight

function watchVitals() {
  window.__lcp = 0;
  window.__cls = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__cls += entry.value; }).observe({ type: 'layout-shift', buffered: true });
}

function listen(page) {
  const net = { asked: new Set(), answers: [] };
  page.on('request', (request) => net.asked.add(request.url()));
  page.on('response', async (response) => {
    const one = { url: response.url(), type: response.request().resourceType(), status: response.status(), raw: 0, wire: 0 };
    net.answers.push(one);
    try {
      one.body = await response.body();
      one.raw = one.body.length;
      one.encoding = response.headers()['content-encoding'];
      one.wire = (await response.request().sizes()).responseBodySize;
    } catch { /* the page was left before the body came */ }
  });
  return net;
}

function weight(url, net, vitals, record, add) {
  // The first answer counts: later ones come from the cache or are 304, without a body.
  const once = [...new Map(net.answers.toReversed().map((answer) => [answer.url, answer])).values()];
  const text = /document|stylesheet|script|fetch|xhr/;
  const compressed = (a) => {
    if (a.encoding && a.wire > 0) return a.wire;
    return a.body && (a.encoding || text.test(a.type)) ? zlib.gzipSync(a.body, { level: 6 }).length : a.raw;
  };
  const sum = (type) => Math.round(once.filter((a) => !type || a.type === type).reduce((all, a) => all + compressed(a), 0) / 102.4) / 10;
  const w = { total: sum(), html: sum('document'), css: sum('stylesheet'), js: sum('script'), img: sum('image'), requests: once.length, dom: vitals.dom, lcpMs: vitals.lcp, cls: vitals.cls };
  record.info.weight = w;
  const { origin } = new URL(url);
  const third = [...net.asked].filter((asked) => !asked.startsWith(origin) && !/^(data|blob):/.test(asked)).map((asked) => new URL(asked).origin);
  if (third.length) add('weight', 'serious', `Third-party requests: ${[...new Set(third)].join(', ')}`);
  for (const a of once.filter((answer) => answer.status >= 400 && answer.url !== url)) add('weight', 'moderate', `${a.status} for ${a.url}`);
  for (const [what, most] of Object.entries(BUDGET)) if (w[what] > most) add('weight', 'moderate', `${what} ${w[what]}, budget ${most}`);
  if (w.cls > 0.02) add('weight', 'moderate', `CLS ${w.cls}, budget 0.02`);
}

// ---- axe

/** Runs axe with everything it knows, or with the named rules only. */
export async function runAxe(page, rules) {
  await page.evaluate(`${axeSource};0`);
  return axeOnce(page, rules);
}

/** Runs axe once more on a page where it already is. */
function axeOnce(page, rules) {
  return page.evaluate(async ({ locale, rules }) => {
    axe.configure({ locale });
    const options = rules ? { runOnly: { type: 'rule', values: rules } } : {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice', 'experimental'] },
      // Off unless asked for; 2.5.8 is on our bar.
      rules: { 'target-size': { enabled: true }, 'focus-order-semantics': { enabled: true } },
    };
    const result = await axe.run(document, { ...options, resultTypes: ['violations', 'incomplete'] });
    const pack = (v) => ({
      id: v.id, impact: v.impact, help: v.help, tags: v.tags,
      nodes: v.nodes.map((n) => ({ target: n.target.join(' '), summary: n.failureSummary?.split('\n').slice(1).join(' ').trim().slice(0, 300) })),
    });
    return { violations: result.violations.map(pack), incomplete: result.incomplete.map(pack) };
  }, { locale: axeSwedish, rules });
}

function mergeAxe(result, where, add, already) {
  const seen = new Set((already?.violations ?? []).flatMap((v) => v.nodes.map((n) => v.id + n.target)));
  for (const v of result.violations) {
    const nodes = v.nodes.filter((n) => !seen.has(v.id + n.target));
    if (!nodes.length) continue;
    const advice = v.tags.includes('best-practice') || v.tags.includes('experimental');
    const detail = nodes.slice(0, 5).map((n) => `${n.target}  ${n.summary ?? ''}`).join('\n');
    add('axe', advice ? 'minor' : v.impact ?? 'moderate', `[${where}] ${v.id}: ${v.help} (${nodes.length})${advice ? ' – best practice' : ''}`, detail);
  }
  for (const v of result.incomplete) {
    add('review', 'info', `[${where}] needs a human: ${v.id} (${v.nodes.length})`, v.nodes.slice(0, 3).map((n) => n.target).join('\n'));
  }
}
