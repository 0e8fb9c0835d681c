// The real program on a data folder of its own, as an operator runs it, with mail going to the sink.

import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { mailSink } from './smtp.mjs';

const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const BINARY = process.env.SAMSPEL_BIN ?? path.join(ROOT, 'target/debug/samspel');

// Moves the program's clock (libfaketime, Debian's package `faketime`): a dialogue opens and closes on its dates.
const CLOCK = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib'].map((lib) => `${lib}/faketime/libfaketimeMT.so.1`).find((file) => fs.existsSync(file));

/** Starts the program on a fresh copy of the demonstration, or on an empty database. `env` adds configuration. */
export async function startServer({ env = {}, demo = true } = {}) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'samspel-e2e-'));
  if (demo) fs.cpSync(await demonstration(), data, { recursive: true });
  const sink = await mailSink();
  const server = new Server(data, sink, env);
  await server.start();
  return server;
}

class Server {
  constructor(data, sink, env) {
    Object.assign(this, { data, sink, env, log: '', days: 0 });
  }

  get database() {
    return `sqlite:${path.join(this.data, 'samspel.db')}`;
  }

  /** Makes an account on the command line, as the first one is made. */
  async addUser({ email, name, password, roles }) {
    const child = run(['user', email, '--name', name, ...roles.flatMap((role) => ['--role', role])], { SAMSPEL_DATABASE: this.database });
    let said = '';
    child.stderr.on('data', (chunk) => { said += chunk; });
    child.stdin.end(`${password}\n`);
    const code = await new Promise((done) => child.once('exit', done));
    if (code !== 0) throw new Error(`samspel user: ${said}`);
  }

  /** Runs a command of the program on the same database, beside the server. Gives what it said; `ends` is the code it should end with. */
  async command(words, ends = 0) {
    const child = run(words, { SAMSPEL_DATABASE: this.database });
    let said = '';
    child.stdout.on('data', (chunk) => { said += chunk; });
    child.stderr.on('data', (chunk) => { said += chunk; });
    child.stdin.end();
    const code = await new Promise((done) => child.once('exit', done));
    if (code !== ends) throw new Error(`samspel ${words.join(' ')} ended with ${code}: ${said}`);
    return said;
  }

  /** What the program takes for now. */
  now() {
    return new Date(Date.now() + this.days * 86_400_000);
  }

  /** Stops the program and starts it again that many days later, at the same address. */
  async daysLater(days) {
    if (!CLOCK) throw new Error('install Debian\'s package faketime');
    await this.end();
    this.days += days;
    await this.start();
  }

  async start() {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    this.child = run(['serve'], {
      SAMSPEL_DATABASE: this.database, SAMSPEL_LISTEN: `127.0.0.1:${this.port}`,
      SAMSPEL_MAIL_HOST: '127.0.0.1', SAMSPEL_MAIL_PORT: String(this.sink.port), SAMSPEL_MAIL_SECURITY: 'none',
      SAMSPEL_BASE_URL: this.url,
      // One machine plays everybody here, so it may send as often as a whole municipality.
      SAMSPEL_LIMITS_SEND: '1000000', SAMSPEL_LIMITS_SIGN_IN: '10000', SAMSPEL_LIMITS_CODE: '1000000',
      ...(this.days ? { LD_PRELOAD: CLOCK, FAKETIME: `+${this.days}d`, FAKETIME_DONT_FAKE_MONOTONIC: '1' } : {}),
      ...this.env,
    });
    const keep = (chunk) => { this.log += chunk; };
    this.child.stdout.on('data', keep);
    this.child.stderr.on('data', keep);
    await answers(this);
  }

  /** As if somebody pulled the plug: no goodbye, no flushing. */
  async kill() {
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await gone;
  }

  /** Stops the program as an operator does. */
  async end() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(late);
  }

  /** Ends, and throws the folder away. */
  async stop() {
    await this.end();
    await this.sink.close();
    fs.rmSync(this.data, { recursive: true, force: true });
  }
}

function run(words, env = {}) {
  const own = { ...process.env, ...env };
  // The program refuses configuration that it does not know, and this one is ours.
  delete own.SAMSPEL_BIN;
  return spawn(BINARY, words, { cwd: os.tmpdir(), env: own, stdio: ['pipe', 'pipe', 'pipe'] });
}

async function answers(server) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (server.child.exitCode !== null) throw new Error(`samspel ended with ${server.child.exitCode}:\n${server.log}`);
    const answer = await fetch(`${server.url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((tick) => setTimeout(tick, 50));
  }
  throw new Error(`samspel did not answer in 60 s:\n${server.log}`);
}

/** A data folder filled by `samspel demo`, made once for each build of the program. */
async function demonstration() {
  const { size, mtimeMs } = fs.statSync(BINARY);
  const build = crypto.createHash('sha256').update(`${BINARY} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const folder = path.join(os.tmpdir(), `samspel-e2e-demo-${build}`);
  if (fs.existsSync(folder)) return folder;
  const making = `${folder}-${process.pid}`;
  const port = await freePort();
  const child = run(['demo', '--data', making, '--listen', `127.0.0.1:${port}`]);
  const server = { child, url: `http://127.0.0.1:${port}`, log: '' };
  const keep = (chunk) => { server.log += chunk; };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await answers(server);
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
  // The log first: whoever finds the folder reads it.
  fs.writeFileSync(`${making}.log`, server.log);
  fs.renameSync(`${making}.log`, `${folder}.log`);
  try {
    fs.renameSync(making, folder);
  } catch (fault) {
    // Another test file made the same meanwhile.
    if (!['ENOTEMPTY', 'EEXIST'].includes(fault.code)) throw fault;
    fs.rmSync(making, { recursive: true });
  }
  return folder;
}

/** A log-in that `samspel demo` printed in its table: address, password, what the role can. */
export async function demonstrationLogin(role) {
  const said = fs.readFileSync(`${await demonstration()}.log`, 'utf8');
  const rows = [...said.matchAll(/^ +(\S+@\S+) {2,}(.+?) {2,}(.+)$/gm)];
  const row = rows.find(([, , , can]) => can.includes(role));
  if (!row) throw new Error(`no log-in for ${role} in what samspel demo printed:\n${said}`);
  return { email: row[1], password: row[2] };
}

function freePort() {
  return new Promise((found) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
