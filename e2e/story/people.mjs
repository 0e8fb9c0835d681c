// Who takes part in a story, and how they come in.

import assert from 'node:assert/strict';
import { DESK } from '../lib/browser.mjs';
import { t } from '../lib/texts.mjs';
import { totp } from '../lib/totp.mjs';
import { Visitor } from '../lib/visitor.mjs';

export const MARIA = { email: 'maria.exempel@exempelby.example', name: 'Maria Exempel', password: 'en lång mening att minnas', roles: ['administrator'] };
export const KIM = { email: 'kim.exempel@exempelby.example', name: 'Kim Exempel', password: 'en annan lång mening', roles: ['coordinator'] };

/** A browser of one's own. `options` as for a Playwright context: screen, script or not. */
export async function visitor(browser, server, how, options = DESK) {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options });
  return new Visitor(await context.newPage(), server.url, how);
}

/** Signs in through the page; with the code from the telephone when there is a second factor. */
export async function signIn(official, { email, password, secret }, server) {
  await official.goto('/logga-in');
  await official.picture('sign-in');
  await official.write(t('identity-email'), email);
  await official.write(t('identity-password'), password);
  await official.press(t('identity-sign-in-button'));
  if (secret) {
    await official.picture('sign-in-code');
    await official.write(t('identity-code-title'), totp(secret, server.now().getTime()));
    await official.press(t('identity-code-button'));
  }
  assert.match(await official.path(), /^\/arbetsyta/);
}

/** Turns the second factor on and gives its secret. */
export async function secondFactor(official, server) {
  await official.goto('/arbetsyta/mitt-konto');
  await official.picture('desk-my-account');
  await official.follow(t('identity-second-factor-on'), official.main);
  await official.picture('desk-second-factor');
  const secret = (await official.page.locator('.code').innerText()).trim();
  await official.write(t('identity-code-title'), totp(secret, server.now().getTime()));
  await official.press(t('identity-second-factor-on'));
  return secret;
}
