import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** The file cannot be opened; the message says why. */
export class BackupRefused extends Error {}

const MAGIC = Buffer.from('TRACEWRIGHT-BACKUP-1\n');
const [SALT, NONCE, TAG] = [16, 12, 16];
const keyOf = (secret: string, salt: Buffer): Buffer => scryptSync(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });

/** Encrypts with AES-256-GCM under a key made from the secret; the tag at the end proves that nothing was changed or cut off. */
export function seal(secret: string): Transform {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), nonce);
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      if (!begun) this.push(Buffer.concat([MAGIC, salt, nonce]));
      begun = true;
      done(null, cipher.update(chunk));
    },
    flush(done: TransformCallback) {
      this.push(cipher.final());
      this.push(cipher.getAuthTag());
      done();
    },
  });
}

/** Decrypts what `seal` made. Another secret, a changed byte or a missing end is an error before the stream ends. */
export function unseal(secret: string): Transform {
  let held = Buffer.alloc(0);
  let decipher: ReturnType<typeof createDecipheriv> | null = null;
  const open = (): boolean => {
    const header = MAGIC.length + SALT + NONCE;
    if (held.length < header) return false;
    if (!held.subarray(0, MAGIC.length).equals(MAGIC)) throw new BackupRefused('This file is not a backup of ours.');
    const salt = held.subarray(MAGIC.length, MAGIC.length + SALT);
    decipher = createDecipheriv('aes-256-gcm', keyOf(secret, salt), held.subarray(MAGIC.length + SALT, header));
    held = held.subarray(header);
    return true;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      try {
        held = Buffer.concat([held, chunk]);
        if ((decipher || open()) && held.length > TAG) {
          const ready = held.subarray(0, held.length - TAG);
          held = held.subarray(held.length - TAG);
          this.push(decipher!.update(ready));
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done: TransformCallback) {
      try {
        if (!decipher || held.length !== TAG) throw new BackupRefused('The backup is cut off: copy it again.');
        (decipher as unknown as { setAuthTag(tag: Buffer): void }).setAuthTag(held);
        this.push(decipher.final());
        done();
      } catch (error) {
        done(
          error instanceof BackupRefused
            ? error
            : new BackupRefused('The backup cannot be opened: the secret is another one, or the file was changed.'),
        );
      }
    },
  });
}
