/** The sample proxy configuration, run by nginx where it is installed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../support/running-line.js';

const there = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;
const missing = [
  ...(there('nginx', '-v') ? [] : ['nginx']),
  ...(there('openssl', 'version') ? [] : ['openssl']),
];
const reason = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} is not installed here)`;
const describeWithNginx = missing.length === 0 ? describe : describe.skip;

interface Hop {
  readonly host: number;
  readonly url: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

describeWithNginx(`docs/proxy/nginx.conf${reason}`, () => {
  let folder = '';
  let port = 0;
  let nginx: ChildProcess;
  let hosts: Server[] = [];
  let hops: Hop[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairline-nginx-'));
    chmodSync(folder, 0o755); // nginx's workers are somebody else
    for (const name of ['log', 'temp']) mkdirSync(join(folder, name), { mode: 0o777 });
    hosts = await Promise.all([0, 1].map(host));
    port = await freePort();
    const files = ['-keyout', join(folder, 'line.key'), '-out', join(folder, 'line.crt')];
    const certificate = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=line.example'];
    execFileSync('openssl', ['req', ...certificate, ...files], { stdio: 'ignore' });
    writeFileSync(join(folder, 'nginx.conf'), configuration(await freePort()));
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
      stdio: 'ignore',
    });
    for (let tries = 0; tries < 100; tries += 1) {
      if (await call('GET', '/healthz').catch(() => null)) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    hops = [];
  }, 60_000);

  afterAll(async () => {
    const gone = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await gone;
    for (const server of hosts) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  /** The sample with this machine's ports, paths and two hosts in place of the sample's. */
  function configuration(plainPort: number): string {
    const servers = hosts.map((one) => `server 127.0.0.1:${String((one.address() as AddressInfo).port)}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/temp/${kind};`,
    );
    const changes: readonly (readonly [from: string, to: string])[] = [
      ['pid /run/nginx.pid;', `pid ${folder}/nginx.pid;`],
      ['/var/log/nginx/', `${folder}/log/`],
      ['/etc/nginx/', `${folder}/`],
      ['listen 80;', `listen 127.0.0.1:${String(plainPort)};`],
      ['listen 443 ssl;', `listen 127.0.0.1:${String(port)} ssl;`],
      ['server 127.0.0.1:3000', servers.join(' max_fails=3;\n')],
      ['http {\n', `http {\n${temporary.join('\n')}\n`],
    ];
    return changes.reduce(
      (text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`the sample has no ${from}`);
        return text.replaceAll(from, to);
      },
      readFileSync(resolve('docs/proxy/nginx.conf'), 'utf8'),
    );
  }

  /** One of the line's hosts: it tells what reached it, and fails where the path says so. */
  async function host(n: number): Promise<Server> {
    const server = createServer((incoming, response) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => {
        const url = incoming.url ?? '';
        hops.push({ host: n, url, headers: incoming.headers, body });
        if (url.includes('hang')) incoming.socket.destroy();
        else response.writeHead(url.includes('fail') ? 500 : 200).end(`host ${String(n)}`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  function call(method: string, path: string, body = ''): Promise<{ status: number; text: string }> {
    return new Promise((done, failed) => {
      const headers = {
        host: 'line.example',
        'user-agent': 'TellTaleAgent/1.0',
        referer: 'https://tell.tale/',
      };
      const to = { host: '127.0.0.1', port, method, path, headers, rejectUnauthorized: false };
      const sent = request(to, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          done({ status: response.statusCode ?? 0, text });
        });
      });
      sent.on('error', failed);
      sent.end(body);
    });
  }

  const written = (): string =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && !/nginx\.conf$|line\.(key|crt)$/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');

  test('what is asked reaches the line, without user agent and referer', async () => {
    expect(await call('POST', '/wechat/oa?signature=s&openid=oA', '<xml/>')).toMatchObject({ status: 200 });
    expect(hops).toMatchObject([{ url: '/wechat/oa?signature=s&openid=oA', body: '<xml/>' }]);
    expect(hops[0]?.headers).toMatchObject({ 'x-forwarded-proto': 'https', host: 'line.example' });
    expect(hops[0]?.headers).not.toHaveProperty('user-agent');
    expect(hops[0]?.headers).not.toHaveProperty('referer');
  });

  test('one person’s callbacks go to one host, and people are spread over all', async () => {
    const hostOf = async (openid: string): Promise<string> =>
      (await call('POST', `/wechat/oa?nonce=${String(Math.random())}&openid=${openid}`, 'x')).text;
    const seen = new Set<string>();
    for (let person = 0; person < 12; person += 1) {
      const openid = `oPERSON${String(person)}`;
      const hosts = new Set([await hostOf(openid), await hostOf(openid), await hostOf(openid)]);
      expect(hosts.size).toBe(1);
      for (const one of hosts) seen.add(one);
    }
    expect([...seen].sort()).toEqual(['host 0', 'host 1']);
  });

  test.each(['/metrics', '/readyz', '/simulator/', '/simulator/api/users'])(
    '%s stays inside',
    async (path) => {
      hops = [];
      expect(await call('GET', path)).toMatchObject({ status: 404 });
      expect(hops).toEqual([]);
    },
  );

  test('of a request that fails, or breaks off, only time, status, method and route are written down', async () => {
    for (const path of ['/wechat/oa', '/report', '/api/v1/reports'])
      for (const how of ['fail', 'hang', 'well'])
        await call(
          'POST',
          `${path}?openid=oTellTale&q=telltale${how}`,
          `told a telltale ${'x'.repeat(300_000)}`,
        );
    await call('POST', '/wechat/oa?openid=oTellTale', 'telltale'.repeat(200_000)); // larger than is taken
    const log = await until(() => readFileSync(join(folder, 'log', 'line.log'), 'utf8'), 6);
    expect(log.trim().split('\n').length).toBeGreaterThanOrEqual(6);
    for (const line of log.trim().split('\n'))
      expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:+-]+ 50[02] POST \/(wechat|report|api) [\d.]+$/);
    for (const route of ['/wechat', '/report', '/api']) expect(log).toContain(` POST ${route} `);
    expect(written()).not.toMatch(/telltale/i);
    expect(written()).not.toContain('127.0.0.1');
  }, 30_000);

  async function until(read: () => string, lines: number): Promise<string> {
    for (let tries = 0; tries < 40 && read().trim().split('\n').length < lines; tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    return read();
  }
});
