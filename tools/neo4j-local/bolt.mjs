import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * Just enough of the Bolt protocol to ask a server, without a driver, whether it answers and takes a password.
 * Versions 5.0 and 4.4 are proposed because in them the first message carries the password.
 */
const GREETING = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 0, 0, 5, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0]);

/** @typedef {'accepted' | 'refused' | 'unknown' | 'no-answer'} Welcome */

/**
 * @param {{ uri: string, user?: string, password?: string }} server without a user only the handshake is made
 * @param {number} [timeoutMs]
 * @returns {Promise<Welcome>} `unknown`: it speaks Bolt, but no version that we could try the password with
 */
export function knock({ uri, user, password = '' }, timeoutMs = 5_000) {
  const { protocol, hostname, port } = new URL(uri);
  const secure = protocol.includes('+s');
  const where = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 7687) };
  return new Promise((resolve) => {
    const socket = secure ? connectTls({ ...where, servername: hostname, rejectUnauthorized: false }) : connectPlain(where);
    const done = (/** @type {Welcome} */ welcome) => {
      socket.destroy();
      resolve(welcome);
    };
    let received = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => done('no-answer'));
    socket.on('error', () => done('no-answer'));
    socket.on('close', () => done('no-answer'));
    socket.on(secure ? 'secureConnect' : 'connect', () => socket.write(GREETING));
    socket.on('data', (chunk) => {
      const greeted = received.length >= 4;
      received = Buffer.concat([received, chunk]);
      if (!greeted && received.length >= 4) {
        if (received.readUInt32BE(0) === 0) return done('unknown');
        if (user === undefined) return done('accepted');
        socket.write(hello(user, password));
      }
      // Four bytes of handshake, two of length, one of structure, then the message's tag.
      const tag = received[7];
      if (tag === 0x70) done('accepted');
      else if (tag === 0x7f) done(received.includes('Security.Unauthorized') || received.includes('Security.Auth') ? 'refused' : 'unknown');
    });
  });
}

/** @param {string} user @param {string} password */
function hello(user, password) {
  const fields = { user_agent: 'tracewright/1', scheme: 'basic', principal: user, credentials: password };
  const map = Object.entries(fields).flatMap(([key, value]) => [text(key), text(value)]);
  const message = Buffer.concat([Buffer.from([0xb1, 0x01, 0xa0 + Object.keys(fields).length]), ...map]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message, Buffer.from([0, 0])]);
}

/** @param {string} value */
function text(value) {
  const bytes = Buffer.from(value);
  const head = Buffer.from([0xd1, bytes.length >> 8, bytes.length & 255]);
  return Buffer.concat([bytes.length < 16 ? Buffer.from([0x80 + bytes.length]) : head, bytes]);
}
