// The whole story with a mouse; every page that comes up is looked over with axe and pictured.

import { test } from 'node:test';
import { tell } from '../story/whole.mjs';

test('from the board to the answer, by mouse', (story) => tell(story, { hands: 'mouse', look: true }));
