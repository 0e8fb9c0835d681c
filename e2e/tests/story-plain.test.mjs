// The resident's part on the oldest phone: no script at all, and a screen 320 pixels wide. And the desk without script.

import { test } from 'node:test';
import { NARROW } from '../lib/browser.mjs';
import { tell } from '../story/whole.mjs';

test('the story with residents who have no script and 320 pixels', (story) =>
  tell(story, { hands: 'mouse', look: 'width' }, { ...NARROW, javaScriptEnabled: false }));
