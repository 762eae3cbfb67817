import { MergeGroupDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { usePersonName } from '../parts/Who.js';
import type { Group } from './Duplicates.js';
import { letterOf } from './letters.js';

/** "All one person", after what it will do was read; answers whether it was done. */
export function useMergeGroup(): (group: Group, keptId: string | null, seconds: number) => Promise<boolean> {
  const { t } = useTranslation();
  const act = useAct();
  const ask = useAsk();
  const lang = useLang();
  const nameOf = usePersonName();
  return async ({ first, pairs, more, mergeWill }, keptId, seconds) => {
    const people = [first, ...pairs.map(({ people: [, other] }) => other!)];
    const stays = people.findIndex(({ id }) => id === keptId);
    const will = [...new Set(mergeWill.map((words) => words[lang]))];
    const said = await ask({
      title: t('more.duplicates.all.title', { n: people.length }),
      ok: t('more.duplicates.all.ok'),
      body: (
        <>
          <p>{people.map((person, i) => `${letterOf(i)} ${nameOf(person)}`).join(' · ')}</p>
          <ul className="listed">
            <li>{stays < 0 ? t('more.duplicates.all.staysFound') : t('more.duplicates.all.stays', { one: letterOf(stays) })}</li>
            {will.map((words) => (
              <li key={words}>{words}</li>
            ))}
            <li>{t('more.duplicates.all.undo')}</li>
            {more > 0 && <li>{t('more.duplicates.all.more', { n: more })}</li>}
          </ul>
        </>
      ),
    });
    if (said === null) return false;
    const input = { pairIds: pairs.map(({ id }) => id), seconds, ...(stays < 0 ? {} : { keptId }) };
    return (
      (await act(
        MergeGroupDocument,
        { input },
        { topics: ['duplicates', 'contacts'], done: t('more.duplicates.all.done', { n: people.length }) },
      )) !== null
    );
  };
}
