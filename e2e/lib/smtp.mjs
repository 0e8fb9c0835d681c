// A mail server that keeps what it gets: enough SMTP (RFC 5321) for one honest client, on a free port of this machine.

import net from 'node:net';

/** Starts the sink. `letters` grows; `waitFor(test)` gives the first letter that passes, or fails when the time is out. */
export async function mailSink() {
  const letters = [];
  const server = net.createServer((socket) => converse(socket, letters));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    letters,
    port: server.address().port,
    async waitFor(test, seconds = 30) {
      const until = Date.now() + seconds * 1000;
      while (Date.now() < until) {
        const found = letters.find(test);
        if (found) return found;
        await new Promise((tick) => setTimeout(tick, 100));
      }
      throw new Error(`no such letter in ${seconds} s; got ${letters.length}: ${letters.map((l) => `${l.to.join(',')} «${l.subject}»`).join('; ')}`);
    },
    close: () => new Promise((done) => server.close(done)),
  };
}

function converse(socket, letters) {
  let envelope = { from: '', to: [] };
  let data = null;
  let rest = '';
  const say = (line) => socket.write(`${line}\r\n`);
  say('220 sink ESMTP');
  socket.setEncoding('latin1');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    rest += chunk;
    let end;
    while ((end = rest.indexOf('\r\n')) >= 0) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (data !== null) {
        if (line !== '.') { data.push(line.startsWith('.') ? line.slice(1) : line); continue; }
        letters.push({ ...envelope, ...letter(data) });
        data = null;
        envelope = { from: '', to: [] };
        say('250 kept');
      } else if (/^EHLO|^HELO/i.test(line)) say('250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8');
      else if (/^MAIL FROM:/i.test(line)) { envelope.from = address(line); say('250 ok'); }
      else if (/^RCPT TO:/i.test(line)) { envelope.to.push(address(line)); say('250 ok'); }
      else if (/^DATA/i.test(line)) { data = []; say('354 go on'); }
      else if (/^RSET|^NOOP/i.test(line)) say('250 ok');
      else if (/^QUIT/i.test(line)) { say('221 bye'); socket.end(); }
      else say('502 not known');
    }
  });
}

const address = (line) => /<([^>]*)>/.exec(line)?.[1] ?? '';

function letter(lines) {
  const split = lines.indexOf('');
  const headers = {};
  for (const line of lines.slice(0, split).join('\n').replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const raw = lines.slice(split + 1).join('\n');
  return { subject: word(headers.subject ?? ''), headers, text: body(raw, headers['content-transfer-encoding'] ?? '') };
}

// RFC 2047: =?utf-8?b?…?= and =?utf-8?q?…?=; blanks between two encoded words are not part of the text.
function word(text) {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, what) => {
    if (how.toLowerCase() === 'b') return Buffer.from(what, 'base64').toString('utf8');
    return quoted(what.replaceAll('_', ' '));
  });
}

function body(raw, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(raw, 'base64').toString('utf8');
  if (/quoted-printable/i.test(encoding)) return quoted(raw.replace(/=\n/g, ''));
  return Buffer.from(raw, 'latin1').toString('utf8');
}

function quoted(text) {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
