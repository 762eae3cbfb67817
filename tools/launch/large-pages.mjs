/**
 * Has the memory of a process's large arrays come in pages of 2 MB where the system gives them on request: an index of half a gigabyte is
 * read all over, and the processor finds its way to a hundred thousand small pages more slowly than to what lies in them. Other C libraries than
 * glibc 2.35 and later take no notice.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export const withLargePages = (env) => ({
  ...env,
  GLIBC_TUNABLES: [env.GLIBC_TUNABLES, 'glibc.malloc.hugetlb=1'].filter(Boolean).join(':'),
});
