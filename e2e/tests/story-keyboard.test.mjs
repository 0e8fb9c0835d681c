// The whole story without a mouse: every control is reached with Tab, every choice made with keys.

import { test } from 'node:test';
import { tell } from '../story/whole.mjs';

test('from the board to the answer, by keyboard', (story) => tell(story, { hands: 'keyboard' }));
