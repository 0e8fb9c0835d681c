#!/usr/bin/env node
// Fetches one of every kind of document that the demonstration offers: node documents.mjs FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { Client, links } from './lib/client.mjs';
import { everyKind, kind } from './lib/pages.mjs';
import { demonstrationLogin, startServer } from './lib/server.mjs';

const DOCUMENT = /(?:^|[./])(pdf|docx|xlsx|csv|json)$/;
const out = process.argv[2] ?? 'out/documents';
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

const server = await startServer();
try {
  const client = await new Client(server.url).signIn(await demonstrationLogin('administrator'));
  const pages = await everyKind(client, ['/arbetsyta', '/dialoger'], /^\/(en|api|filer)(\/|$)/);
  // The dialogue that has come furthest has the most to tell: every page of every dialogue that offers a document.
  const ids = [...new Set((await (await client.get('/arbetsyta/dialoger')).text()).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))];
  const papers = ids.flatMap((id) => ['rapport', 'tjansteutlatande', 'export', 'resultat'].map((paper) => `/arbetsyta/dialoger/${id}/${paper}`));
  const found = new Map();
  for (const address of [...papers, ...pages.map((page) => page.address)]) {
    const answer = await client.get(address);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    for (const link of links(await answer.text()).filter((one) => DOCUMENT.test(one) && one.startsWith('/'))) {
      const same = found.get(kind(link)) ?? [];
      if (same.length < 2 && !same.includes(link)) found.set(kind(link), [...same, link]);
    }
  }
  let number = 0;
  for (const link of [...found.values()].flat()) {
    const answer = await client.get(link);
    if (answer.status !== 200) throw new Error(`${link} answered ${answer.status}`);
    const ending = DOCUMENT.exec(link)[1];
    number += 1;
    fs.writeFileSync(path.join(out, `${String(number).padStart(2, '0')}-${path.basename(path.dirname(link)).slice(0, 20)}.${ending}`), Buffer.from(await answer.arrayBuffer()));
    console.log(`${link}: ${answer.headers.get('content-type')}`);
  }
} finally {
  await server.stop();
}
