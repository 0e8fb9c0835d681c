// What the audit asks inside a page. Each function is sent to the browser whole, so it may use nothing from outside itself.

export function toTop() { // puts the focus starting point at the very top, also where a script moved focus on load
  const m = document.createElement('span'); m.tabIndex = -1; document.body.prepend(m); m.focus({ preventScroll: true }); m.remove(); window.scrollTo(0, 0);
}
export function focusFacts() {
  window.__path ??= (e) => { const s = []; for (let n = e; n && n !== document.documentElement; n = n.parentElement) s.unshift(n.tagName + ':' + [...(n.parentElement?.children ?? [])].indexOf(n)); return s.join('>'); };
  window.__name ??= (e) => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''} «${(e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || e.value || e.getAttribute('title') || '').trim().replace(/\s+/g, ' ').slice(0, 40)}»`;
  const e = document.activeElement; if (!e || e === document.body || e === document.documentElement) return null;
  const b = e.getBoundingClientRect(); const c = getComputedStyle(e);
  const styled = (c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) >= 2 && c.outlineColor !== 'rgba(0, 0, 0, 0)');
  let hidden = false;
  if (b.width > 1 && b.height > 1) {
    const pts = [[b.left + b.width / 2, b.top + b.height / 2], [b.left + 2, b.top + 2], [b.right - 2, b.bottom - 2]].filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    hidden = pts.length > 0 && pts.every(([x, y]) => { const t = document.elementFromPoint(x, y); return t && t !== e && !e.contains(t) && !t.contains(e) && !(e.labels && [...e.labels].some((l) => l.contains(t) || t.contains(l))); });
  }
  // a focus style may sit on the label or card around the control (:has(:focus-visible)): look at all of it
  let L = b.left, T = b.top, R = b.right, B = b.bottom; for (const l of [...(e.labels ?? []), e.closest('label'), e.closest('.card')].filter(Boolean)) { const q = l.getBoundingClientRect(); L = Math.min(L, q.left); T = Math.min(T, q.top); R = Math.max(R, q.right); B = Math.max(B, q.bottom); }
  const href = e.getAttribute('href');
  const skip = e.tagName === 'A' && /^#.+/.test(href ?? '') && document.querySelector(CSS.escape ? '#' + CSS.escape(href.slice(1)) : href) ? href : null;
  return { path: window.__path(e), name: window.__name(e), styled, hidden, skip, skipVisible: b.width > 10 && b.height > 10 && b.bottom > 0 && b.left < innerWidth && b.right > 0, box: { x: L, y: T, width: R - L, height: B - T }, docX: b.x + scrollX, docY: b.y + scrollY };
}
export function pageFacts() {
  const vis = (e) => e.checkVisibility?.() ?? true;
  const hs = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')].filter(vis).map((h) => ({ l: h.getAttribute('aria-level') ? +h.getAttribute('aria-level') : +h.tagName[1] || 2, t: h.innerText.trim().slice(0, 60) }));
  const skips = []; let prev = 0; for (const h of hs) { if (prev && h.l > prev + 1) skips.push(`h${prev}→h${h.l} «${h.t}»`); prev = h.l; }
  const fields = [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea')].filter(vis);
  const desc = (f) => (f.getAttribute('aria-describedby') ?? '').split(/\s+/).concat((f.closest('fieldset')?.getAttribute('aria-describedby') ?? '').split(/\s+/), (f.getAttribute('aria-errormessage') ?? '').split(/\s+/)).filter(Boolean).map((i) => document.getElementById(i)?.innerText ?? '').join('').trim();
  const sum = document.querySelector('[class*="error-summary"],[data-error-summary],.sum[role=alert]');
  const personal = { email: 'email', 'e-post': 'email', epost: 'email', telefon: 'tel', phone: 'tel', förnamn: 'given-name', efternamn: 'family-name', namn: 'name', postnummer: 'postal-code' };
  return {
    title: document.title, lang: document.documentElement.lang, dom: document.getElementsByTagName('*').length, headings: hs.map((h) => 'h' + h.l + ' ' + h.t), h1: hs.filter((h) => h.l === 1).length, skips,
    landmarks: [...document.querySelectorAll('header,nav,main,footer,aside,search,[role=search],[role=banner],[role=region]')].map((e) => e.tagName.toLowerCase() + (e.getAttribute('aria-label') ? `(${e.getAttribute('aria-label')})` : '')),
    main: !!document.querySelector('main,[role=main]'),
    required: fields.filter((f) => f.required && f.form && !f.form.noValidate).length,
    hashLinks: document.querySelectorAll('a[href="#"]').length,
    onclick: [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => /^on[a-z]+$/.test(a.name))).length,
    newTab: [...document.querySelectorAll('a[target=_blank]')].filter((a) => !/ny flik|nytt fönster|new (tab|window)/i.test(a.innerText + (a.getAttribute('aria-label') ?? ''))).length,
    placeholderOnly: fields.filter((f) => f.placeholder && !f.labels?.length && !f.getAttribute('aria-label') && !f.getAttribute('aria-labelledby') && !f.title).length,
    tables: [...document.querySelectorAll('table:not([role=presentation])')].filter(vis).map((t) => (!t.querySelector('th') ? 'has no <th>' : !t.caption && !t.getAttribute('aria-label') && !t.getAttribute('aria-labelledby') ? 'has no <caption> or name' : '')).filter(Boolean),
    errorSummary: !!sum && vis(sum),
    summaryLinksBroken: sum ? [...sum.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')).filter((h) => h.length > 1 && !document.getElementById(h.slice(1))) : [],
    invalidNoDesc: fields.filter((f) => f.getAttribute('aria-invalid') === 'true' && !desc(f)).map((f) => f.id || f.name),
    autocompleteMissing: fields.filter((f) => /^(text|email|tel|)$/.test(f.type) && !f.autocomplete && Object.keys(personal).some((k) => (f.labels?.[0]?.innerText ?? '').toLowerCase().startsWith(k))).map((f) => f.id || f.name),
  };
}
export function targetSizes() {
  const small = []; let below44 = 0; const samples = [];
  for (const e of document.querySelectorAll('a[href],button,input:not([type=hidden]),select,summary,[role=button],[role=tab]')) {
    if (!e.checkVisibility?.({ checkVisibilityCSS: true })) continue; let b = e.getBoundingClientRect(); if (b.width < 2 || b.height < 2 || b.bottom < 0 || b.right < 0) continue;
    const lab = /^(radio|checkbox)$/.test(e.type) ? e.labels?.[0] : null; let w = b.width, h = b.height; if (lab) { const l = lab.getBoundingClientRect(); w = Math.max(b.right, l.right) - Math.min(b.left, l.left); h = Math.max(h, l.height); }
    const inline = e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.parentElement && e.parentElement.innerText.trim().length > e.innerText.trim().length + 5;
    if (inline) continue;
    if (w < 24 || h < 24) small.push(e.outerHTML.slice(0, 80));
    if (w < 44 || h < 44) { below44++; if (samples.length < 8) samples.push(`${Math.round(w)}×${Math.round(h)} ${(e.innerText || e.id || e.name || '').trim().slice(0, 30)}`); }
  } return { small, below44, samples };
}
export function forcedColors() {
  const out = [];
  for (const e of document.querySelectorAll('button,input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]):not([type=range]):not([type=image]),select,textarea,a[role=button],a[class*="button"],a[class*="btn"]')) {
    if (!e.checkVisibility?.({ checkVisibilityCSS: true })) continue; const c = getComputedStyle(e); const b = e.getBoundingClientRect(); if (b.width < 4) continue;
    const has = ['Top', 'Right', 'Bottom', 'Left'].some((s) => c['border' + s + 'Style'] !== 'none' && parseFloat(c['border' + s + 'Width']) > 0) || (c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) > 0) || c.textDecorationLine.includes('underline') || (c.forcedColorAdjust === 'none');
    if (!has) out.push((e.innerText || e.id || e.outerHTML.slice(0, 60)).trim().slice(0, 40));
  } return [...new Set(out)].slice(0, 10);
}
export function clipped() {
  const out = [];
  for (const e of document.querySelectorAll('body *')) {
    if (!e.checkVisibility?.({ checkVisibilityCSS: true }) || e.children.length > 3 || !e.innerText?.trim() || /^(SELECT|OPTION|TEXTAREA|INPUT)$/.test(e.tagName)) continue;
    const c = getComputedStyle(e); const b = e.getBoundingClientRect(); if (b.width < 3 || b.height < 3) continue;
    if (/hidden|clip/.test(c.overflowX + c.overflowY) && (e.scrollHeight > e.clientHeight + 2 || (e.scrollWidth > e.clientWidth + 2 && c.whiteSpace !== 'normal')) && c.clipPath === 'none') out.push(e.innerText.trim().slice(0, 40));
  } return [...new Set(out)].slice(0, 8);
}
export function overflow() {
  const off = []; const W = innerWidth;
  const exempt = (e) => e.closest('table,[data-reflow-exempt],.maplibregl-map,.leaflet-container,pre,svg[role=img]');
  for (const e of document.querySelectorAll('body *')) { const b = e.getBoundingClientRect(); if (b.right > W + 1 && b.width > 0 && !exempt(e)) off.push(`${e.tagName.toLowerCase()}.${String(e.className?.baseVal ?? e.className).split(' ')[0]} right=${Math.round(b.right)} «${(e.innerText ?? '').trim().slice(0, 30)}»`); }
  return { scrollWidth: document.documentElement.scrollWidth, offenders: off.slice(-8) };
}
export function noJs() {
  const vis = (e) => e.checkVisibility?.({ checkVisibilityCSS: true }) ?? true;
  const t = (e) => (e.innerText || e.getAttribute('aria-label') || e.outerHTML.slice(0, 50)).trim().slice(0, 40);
  return {
    text: document.body.innerText.replace(/\s+/g, ' ').trim(),
    deadButtons: [...document.querySelectorAll('button')].filter((b) => vis(b) && ((b.type === 'button' && !b.popoverTargetElement && !b.getAttribute('popovertarget') && !b.getAttribute('commandfor')) || (b.type === 'submit' && !b.form))).map(t),
    badForms: [...document.querySelectorAll('form')].filter((f) => vis(f) && f.getAttribute('method') !== 'dialog' && ![...f.querySelectorAll('button,input')].concat(f.id ? [...document.querySelectorAll(`[form="${f.id}"]`)] : []).some((e) => (e.type === 'submit' || e.type === 'image') && vis(e))).map((f) => f.getAttribute('aria-label') || f.id || f.action),
    hashLinks: [...document.querySelectorAll('a[href="#"],a[href^="javascript:"]')].filter(vis).map(t).slice(0, 5),
    customEmpty: [...new Set([...document.querySelectorAll('*')].filter((e) => e.tagName.includes('-') && !e.innerText?.trim() && e.getBoundingClientRect().height < 2).map((e) => e.tagName.toLowerCase()))],
  };
}
