import { hash, verify } from '@node-rs/argon2';
import { Passwords } from '@tracewright/investigation';

/** Memory, passes and lanes as OWASP's password storage page asks of argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export class Argon2Passwords extends Passwords {
  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  async verify(hashed: string, password: string): Promise<boolean> {
    // An imported account has no password before its first reset.
    return hashed === '' ? false : verify(hashed, password);
  }
}
