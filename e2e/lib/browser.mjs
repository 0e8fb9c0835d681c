// Debian's Chromium through playwright-core, which brings no browser of its own.

import { chromium as engine } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-default-apps', '--force-color-profile=srgb', '--font-render-hinting=none'];

/** A browser; close it when done. */
export function chromium() {
  return engine.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS });
}

/** What a visitor has: nothing but a screen. */
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const NARROW = { viewport: { width: 320, height: 640 } };
export const DESK = { viewport: { width: 1280, height: 900 } };
