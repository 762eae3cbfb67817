import { asMap, setFrom } from '../platform/shape.js';

export const ALL_ACCOUNTS = `MATCH (a:Account) RETURN ${asMap('Account', 'a')} AS account ORDER BY a.login`;
export const ACCOUNT_BY_LOGIN = `MATCH (a:Account {login: $login}) RETURN ${asMap('Account', 'a')} AS account`;
export const ACCOUNT_BY_ID = `MATCH (a:Account {id: $id}) RETURN ${asMap('Account', 'a')} AS account`;

export const SAVE_ACCOUNTS = `
  UNWIND $rows AS row
  MERGE (a:Account {id: row.id})
  ${setFrom('Account', 'a', 'row')}, a.rev = $rev`;

export const SESSION_WITH_ACCOUNT = `
  MATCH (s:Session {id: $id})
  MATCH (a:Account {id: s.accountId})
  RETURN ${asMap('Session', 's')} AS session, ${asMap('Account', 'a')} AS account`;

export const OPEN_SESSION = `CREATE (s:Session) ${setFrom('Session', 's', '$row')}`;

export const STATE_PURPOSE = `
  MATCH (s:Session {id: $id})
  SET s.purpose = $purpose, s.purposeAt = datetime({epochMillis: $now, timezone: $tz})`;

export const CLOSE_SESSION = 'MATCH (s:Session {id: $id}) DELETE s';
export const CLOSE_SESSIONS_OF = 'MATCH (s:Session {accountId: $accountId}) WITH s, s.id AS id DELETE s RETURN id';
