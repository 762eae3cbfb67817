/** What is asked for is more than can be done in one go: nothing of it was done. The words say what to do. */
export class TooMuchAtOnce extends Error {
  constructor(
    readonly words: { readonly zh: string; readonly en: string },
    cause?: unknown,
  ) {
    super(words.en, { cause });
    this.name = 'TooMuchAtOnce';
  }
}

/** One step would write or read more than the database holds in one transaction. */
export const tooMuchForDatabase = (cause: unknown): TooMuchAtOnce =>
  new TooMuchAtOnce(
    {
      zh: '这一步一次写入的内容太多，数据库放不下，什么也没有保存：请分几次做，或请管理员增大 Neo4j 的内存（TRACEWRIGHT_NEO4J_HEAP）。',
      en: 'This step is more than the database can hold at once, and nothing was saved: do it in several parts, or ask the administrator to give Neo4j more memory (TRACEWRIGHT_NEO4J_HEAP).',
    },
    cause,
  );
