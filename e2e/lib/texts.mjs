// The interface's own words, read where they stand (Fluent files), so that a story breaks when a page changes and not when a word does.

import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');
const words = new Map();
for (const room of ['platform/web', ...fs.readdirSync(path.join(ROOT, 'capabilities')).map((name) => `capabilities/${name}`)]) {
  const file = path.join(ROOT, room, 'texts/sv.ftl');
  if (!fs.existsSync(file)) continue;
  for (const [, key, text] of fs.readFileSync(file, 'utf8').matchAll(/^([a-z][a-z0-9-]*) *= *(.*)$/gm)) words.set(key, text.trim());
}

/** The Swedish text of a key, up to its first argument. */
export function t(key) {
  const text = words.get(key);
  if (!text) throw new Error(`no text for ${key}`);
  return text.split('{')[0].trim();
}
