/** V1–V10: official material (V1–V5, V8, V9) and vectors made for this line (V6, V7, V10). */
export const v1 = {
  token: 'AAAAA',
  timestamp: '1714036504',
  nonce: '1514711492',
  echostr: '4375120948345356249',
  signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
};

export const v2 = {
  token: 'AAAAA',
  timestamp: '1714037059',
  nonce: '486452656',
  signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78',
};

export const v3 = {
  token: 'AAAAA',
  timestamp: '1714112445',
  nonce: '415670741',
  appid: 'wxba5fad812f8e6fb9',
  aesKey: 'A'.repeat(43),
  signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
  msgSignature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  random16: Buffer.from('61386565646231383565623266656366', 'hex'),
  encrypt:
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
  message:
    '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}',
};

export const v4 = {
  ...v3,
  timestamp: '1713424427',
  msgSignature: '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
  encrypt: 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
  message: '{"demo_resp":"good luck"}',
};

export const v5 = {
  token: 'QDG6eK',
  appid: 'wx5823bf96d3bd56c7',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  timestamp: '1409659813',
  nonce: '1372623149',
  msgSignature: '477715d11cdb4164915debcba66cb864d751f3e6',
  encrypt:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
};

export const v6 = {
  token: 'test-token',
  appid: 'wx1234567890abcdef',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  timestamp: '1700000001',
  nonce: '998877',
  random16: Buffer.from('aaaabbbbccccdddd'),
  signature: '6dbe224d510b9d04e305d3e9ec66de8dfd6da279',
  msgSignature: 'b781e66b866d9104541073b881e7566a30b38ccd',
  openid: 'oABCDEFGHIJKLMNOPQRSTUVWXYZ1',
  originalId: 'gh_0123456789ab',
  message:
    '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oABCDEFGHIJKLMNOPQRSTUVWXYZ1]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好 hello]]></Content><MsgId>24012345678901234</MsgId></xml>',
  encrypt:
    'jn1L23DB+6ELqJ+6bruv2yG4ouQ7hsfbNixVFBwDJ1ZLF/7xmpgJvIGsg7955Zx7CSZ0Baw5MszJFTAk3U5lPSg6Uezt4PvUoOicB+WD2ceHdi98Qywu5P1noNP4um6lc5+hGNK49Fuhj7swIuK5H222xAcQAxzR8DGOQqTQ44u+Ry+gqbct9/ZhbZmeUGARJL6zgOpUGxPkgJpKvDpsrm4KcuJwPI4xiIjnfLXOWoU9T9axEIPjp08iziUhEFJ7iBfjWhXiajWTsg1XSFlNhU8M3PVEKrQvemvEeQQmiatjvEG7eN6/9xSxdEp1bkrWhsQPxBoh839dibrQLV9lfl7BsHnm3S57auXt7UGg5pMLmi/b8Brv+6D/MeU3j2el9F9YCFXu74Y/HI8/UKDb1DwbB6+4YaZeMLwYGeuWjlA=',
};

export const v7 = {
  ...v6,
  timestamp: '1700000002',
  nonce: '112233',
  random16: Buffer.from('0123456789abcdef'),
  msgSignature: '1e59e029e6023936f554779fc80b725aa2e3c296',
  message:
    '<xml><ToUserName><![CDATA[oABCDEFGHIJKLMNOPQRSTUVWXYZ1]]></ToUserName><FromUserName><![CDATA[gh_0123456789ab]]></FromUserName><CreateTime>1700000002</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[收到]]></Content></xml>',
  encrypt:
    'Q3stYC6hdFzMh9T8HCvyDMpVZSnK8QoS4NPD7JNcmXqxsJwNvK7N+1rwsUKU9LiUf6v84eRmtf5E5mK3SSv/tmyKH13R3xbU6ccGRzPnKfWWH+IUhieiC3vjREk6OKzosTGIqGI3SAMEW42NTnS4wnQUXMW/dMXH6n+SiWjzPYYwGNQQVR2MjguPSKWIZMkGaVMpVhywBWa6HmZQq7TrZffg+ShSI3yVC4ETanC4b3sCzfsvcI0+IEEgnRO6TnUlaBr8sBe3c02TPQ5+Y6X6mv7fb+kQJIJfvG2I7Ou0MVagMkzXyH+PExVD0M4qRrW7y07eQ3c7xKWr/+twl5GZjqQH3GfSjMpOU/Hp84ijcJwVnXmQkEUsXkb/PJQ6TX9l',
};
