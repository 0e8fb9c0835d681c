// A visitor without a browser: HTTP, cookies and forms. For storms, downloads and what a script on the net would send.

import crypto from 'node:crypto';
import { totp } from './totp.mjs';

export class Client {
  constructor(url) {
    this.url = url;
    this.jar = new Map();
  }

  async get(path, headers = {}) {
    return this.#ask('GET', path, { headers });
  }

  /** Sends a form; `fields` is an object or a list of pairs. */
  async post(path, fields, headers = {}) {
    return this.#ask('POST', path, { headers: { origin: this.url, 'sec-fetch-site': 'same-origin', ...headers }, body: new URLSearchParams(fields) });
  }

  async #ask(method, path, { headers = {}, body } = {}) {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, { method, body, redirect: 'manual', headers: { ...(cookie ? { cookie } : {}), ...headers } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, ...value] = line.split(';')[0].split('=');
      this.jar.set(name, value.join('='));
    }
    return answer;
  }

  /** Signs in; with a second factor when `secret` is given. */
  async signIn({ email, password, secret }) {
    const answer = await this.post('/logga-in', { email, password, till: '' });
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
    if (secret) await this.post('/logga-in/kod', { code: totp(secret), till: '' });
    return this;
  }

  /** The session as a browser keeps it. */
  cookies() {
    return [...this.jar].map(([name, value]) => ({ name, value, url: this.url }));
  }
}

/** A one-time key as the forms carry it. */
export function submitKey() {
  return crypto.randomBytes(20).toString('hex');
}

/** Everything on a page that a link leads to. */
export function links(html) {
  return [...new Set([...html.matchAll(/href="([^"#]+)"/g)].map((match) => match[1].replaceAll('&amp;', '&')))];
}

/** Address of an activity of one kind in an open dialogue: `field` is a field that its first page holds. */
export async function openActivity(client, field) {
  for (const dialogue of links(await (await client.get('/dialoger')).text()).filter((link) => /^\/dialoger\/[^/?]+$/.test(link))) {
    for (const way of links(await (await client.get(dialogue)).text()).filter((link) => /\/delta\/[^/]+$/.test(link))) {
      const page = await client.get(way);
      if (page.status === 200 && (await page.text()).includes(field)) return way;
    }
  }
  throw new Error(`no open activity with ${field}`);
}
