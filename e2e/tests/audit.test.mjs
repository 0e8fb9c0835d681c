// The audit of every page type, public and on the desk: nothing serious, and pictures of each to look at (e2e/out/audit).

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { audit, heavy } from '../audit/audit.mjs';
import { Client } from '../lib/client.mjs';
import { everyKind, fileName } from '../lib/pages.mjs';
import { demonstrationLogin, startServer } from '../lib/server.mjs';

const OUT = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../out/audit');

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

// One test for each half, so that one broken page does not hide the other half.
test('public pages', async () => {
  const client = new Client(server.url);
  const pages = await everyKind(client, ['/', '/logga-in', '/mitt-svar', '/dialoger'], /^\/(en|arbetsyta|api|filer)(\/|$)/);
  const english = await everyKind(client, ['/en/', '/en/dialoger'], /^\/(?!en(\/|$))/);
  const missing = { address: '/finns-inte', kind: 'finns-inte', status: 404 };
  await look('public', [...pages, ...english.slice(0, 3), missing], []);
});

test('the desk', async () => {
  const client = await new Client(server.url).signIn(await demonstrationLogin('administrator'));
  const pages = await everyKind(client, ['/arbetsyta'], /^\/(?!arbetsyta)|\/arbetsyta\/?.*\/export\/|\/utkast\/|\.(csv|xlsx|pdf|docx|json)$/);
  await look('desk', pages, client.cookies());
});

async function look(half, found, cookies) {
  const broken = found.filter((page) => page.broken);
  assert.deepEqual(broken, [], 'links that lead nowhere');
  console.log(`${half}: ${found.length} pages of ${new Set(found.map((page) => page.kind)).size} kinds`);
  const pages = found.map((page) => ({ url: server.url + page.address, name: fileName(page), expect: page.status, cookies }));
  const records = await audit(pages, path.join(OUT, half), console.log);
  const serious = records.flatMap((record) => heavy(record, 'serious').map((finding) => `${record.name}: ${finding.check}: ${finding.message} ${finding.detail ?? ''}`));
  assert.deepEqual(serious, [], `${serious.length} serious findings`);
}
