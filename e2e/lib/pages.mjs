// Finds every kind of page by following links, as a visitor would: a page type that nobody links to is a fault in itself.

import { links } from './client.mjs';

// What stands for many addresses of the same kind, and how many of the kind are looked at.
const KINDS = [
  [/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}'],
  [/^\/dialoger\/[^/]+/, '/dialoger/{slug}'],
  [/\/(steg|lage|mall|fraga|avsnitt|kodplan|svar|beslut|utgava|checklista|kurs|sida|version|krav)\/(?!nytt|publicera)[^/]+/g, '/$1/{one}'],
  [/^\/arbetsyta\/(handbok|metoder|mallar)\/(?!alla$|sok$)[^/]+/, '/arbetsyta/$1/{one}'],
  [/^(\/arbetsyta\/brottsforebyggande\/(?:relevans|gap)\/[^/]+)\/[^/]+/, '$1/{function}'],
  [/\/blad\/ny\/[^/]+/, '/blad/ny/{sheet}'],
  [/^\/arbetsyta\/texter\/[^/]+\/[^/]+\/(sv|en)/, '/arbetsyta/texter/{one}'],
  [/\/mitt-svar\/[^/]+/, '/mitt-svar/{code}'],
  [/\/kvitto\/[^/]+/, '/kvitto/{code}'],
];
const MANY = { '/dialoger/{slug}': 40, '/dialoger/{slug}/resultat': 3, '/arbetsyta/dialoger/{id}': 4, '/arbetsyta/dialoger/{id}/steg/{one}': 3, '/arbetsyta/handbok/{one}': 4, '/arbetsyta/projekt/{id}/blad/ny/{sheet}': 3, '/arbetsyta/dialoger/{id}/lage/{one}': 3 };

/** The kind of page an address belongs to. */
export function kind(address) {
  return KINDS.reduce((path, [many, one]) => path.replace(many, one), address.split('?')[0]);
}

/** Addresses of pages, a few of each kind, reached from `starts` by links. `skip` leaves out what is not meant. */
export async function everyKind(client, starts, skip = /$^/) {
  const counted = new Map();
  const seen = new Set();
  const found = [];
  const waiting = [...starts];
  while (waiting.length) {
    const address = waiting.shift().split('?')[0];
    if (seen.has(address) || !address.startsWith('/') || address.startsWith('//') || skip.test(address)) continue;
    seen.add(address);
    const one = kind(address);
    const count = counted.get(one) ?? 0;
    if (count >= (MANY[one] ?? 1)) continue;
    const answer = await client.get(address);
    const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
    const html = await answer.text();
    // A door that is closed answers 410 and is a page of its own kind.
    if (![200, 410].includes(answer.status) || !isPage || answer.headers.get('content-disposition')) {
      if (answer.status >= 404 && answer.status !== 410) found.push({ address, kind: one, status: answer.status, broken: true });
      continue;
    }
    counted.set(one, count + 1);
    found.push({ address, kind: one, status: answer.status });
    waiting.push(...links(html));
  }
  return found;
}

/** A name for files: the kind, and what tells pages of one kind apart. */
export function fileName({ address, kind: one }) {
  const own = MANY[one] ? address : one;
  return own.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-([0-9a-f]{8})[0-9a-f]{4}/g, '$1').replace(/[{}]/g, '').replace(/^\/|\/$/g, '').replaceAll('/', '_') || 'start';
}
