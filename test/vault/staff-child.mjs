// Makes auth with the browser's backend in a process of its own: inside the test runner 64 MiB take twenty times as long.
// node staff-child.mjs <dist> <lineId> <name> <passphrase>
const [, , dist, lineId, name, passphrase] = process.argv;
const [{ noble }, { authOf, staffMaster }, { fromHex, toBase64url }] = await Promise.all(
  ['noble', 'staff', 'bytes'].map((file) => import(`${dist}/vault/${file}.js`)),
);
const master = await staffMaster(noble, fromHex(lineId, 16), name, passphrase);
process.stdout.write(toBase64url(authOf(noble, master)));
