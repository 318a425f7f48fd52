/** A Koa that does nothing but answer the bytes of one page: what reading an article is measured beside. */
import Koa from 'koa';

const [address = '', port = '0'] = process.argv.slice(2);
const page = await fetch(address);
const body = Buffer.from(await page.arrayBuffer());
const app = new Koa();
app.use((ctx) => {
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = body;
});
app.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('ready\n');
});
