/** The platform at a distance: every call is answered after so many milliseconds, and counted. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const latency = Number(process.argv[2] ?? 50);
const token = JSON.stringify({ access_token: 'token', expires_in: 7200 });
const ok = JSON.stringify({ errcode: 0, errmsg: 'ok' });
let sent = 0;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const isSend = request.url?.includes('/message/') === true;
    if (isSend) sent += 1;
    const body = request.url === '/sent' ? String(sent) : isSend ? ok : token;
    setTimeout(
      () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
        response.end(body);
      },
      isSend ? latency : 0,
    );
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
