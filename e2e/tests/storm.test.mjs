// Nothing acknowledged is lost: the program is killed in the middle of a storm of answers, and every receipt still leads to its answer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, openActivity, submitKey } from '../lib/client.mjs';
import { startServer } from '../lib/server.mjs';

const CLIENTS = 64;
const ANSWERS_BEFORE_THE_BLOW = 1500;

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

test('kill -9 in a storm of answers loses nothing that was acknowledged', async () => {
  const way = await openActivity(new Client(server.url), 'name="f-text"');
  const acknowledged = new Map();
  let going = true;
  const write = async (number) => {
    const client = new Client(server.url);
    for (let turn = 0; going; turn += 1) {
      const text = `Storm ${number}-${turn}: vi behöver fler bänkar vid vattnet.`;
      const answer = await client.post(way, { nyckel: submitKey(), 'f-text': text }).catch(() => null);
      // No answer came: nothing was promised.
      if (!answer) return;
      assert.equal(answer.status, 303, `${answer.status} instead of a receipt`);
      acknowledged.set(answer.headers.get('location').match(/\/kvitto\/([^/?]+)/)[1], text);
      if (acknowledged.size === ANSWERS_BEFORE_THE_BLOW) {
        going = false;
        await server.kill();
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => write(number)));
  assert.ok(acknowledged.size >= ANSWERS_BEFORE_THE_BLOW, `only ${acknowledged.size} receipts`);

  await server.start();
  const client = new Client(server.url);
  const lost = [];
  for (const [code, text] of acknowledged) {
    const answer = await client.get(`/mitt-svar/${code}`);
    if (answer.status !== 200 || !(await answer.text()).includes(text)) lost.push(code);
  }
  assert.deepEqual(lost, [], `${lost.length} of ${acknowledged.size} acknowledged answers are gone`);
  console.log(`${acknowledged.size} receipts from ${CLIENTS} clients, all found after kill -9`);
});
