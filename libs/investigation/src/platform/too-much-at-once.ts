/** One step would write or read more than the database holds in one transaction: nothing of it was done. */
export class TooMuchAtOnce extends Error {
  readonly words = {
    zh: '这一步一次写入的内容太多，数据库放不下，什么也没有保存：请分几次做，或请管理员增大 Neo4j 的内存（TRACEWRIGHT_NEO4J_HEAP）。',
    en: 'This step is more than the database can hold at once, and nothing was saved: do it in several parts, or ask the administrator to give Neo4j more memory (TRACEWRIGHT_NEO4J_HEAP).',
  };

  constructor(cause: unknown) {
    super('More than the database can hold in one transaction.', { cause });
    this.name = 'TooMuchAtOnce';
  }
}
