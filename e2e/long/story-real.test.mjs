// What thousands wrote on a real site, from the file to the answer.

import { test } from 'node:test';
import { tell } from '../story/real.mjs';

test('from 5,600 comments to the answer', (story) => tell(story));
