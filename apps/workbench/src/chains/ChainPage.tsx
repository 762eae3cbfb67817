import { useQuery } from '@apollo/client/react';
import { ChainDocument, type ChainQuery } from '@tracewright/api-client';
import { CATEGORY_WORDS, CLASS_WORDS, groupsOf, markOf, pathBetween, withParams, wordOf } from '@tracewright/workbench-model';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { Mark } from '../parts/marks.js';
import { ChainPicture } from './ChainPicture.js';
import './chains.css';

export type Chain = ChainQuery['chain'];
export type ChainNode = Chain['nodes'][number];

/** Time to the right; cases, places and contacts as nodes; the same nodes in a table for those who cannot see the picture. */
export default function ChainPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const cases = (params.get('cases') ?? '').split(',').filter(Boolean);
  const degree = Number(params.get('degree') ?? 1);
  const shows = new Set((params.get('show') ?? 'case').split(','));
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(ChainDocument, { variables: { caseIds: cases, degree } });
  useLive(['cases'], () => void refetch());
  const set = (changes: Record<string, string | null>) => setParams((old) => withParams(old, changes), { replace: true });
  const key = params.get('show') ?? 'case';
  const chain = useMemo(() => shown(data?.chain, new Set(key.split(','))), [data, key]);
  const path = from && to && data ? pathBetween(from, to, data.chain.edges) : [];
  if (!data || !chain) return <Loading error={error} again={() => void refetch()} />;
  const choose = (id: string) => {
    if (from === null || (from !== null && to !== null)) {
      setFrom(id);
      setTo(null);
    } else setTo(id === from ? null : id);
  };
  const nodes = [...chain.nodes].sort(
    (a, b) => Number(path.includes(b.id)) - Number(path.includes(a.id)) || (a.at ?? '').localeCompare(b.at ?? ''),
  );
  const name = (id: string) => data.chain.nodes.find((node) => node.id === id)?.label ?? id;
  return (
    <div className="chains">
      <div className="filters">
        <h1>{t('frame.desk.chains')}</h1>
        <span className="sub">
          {t('more.chains.counts', {
            nodes: chain.nodes.length,
            edges: chain.edges.length,
            components: groupsOf(chain.nodes, chain.edges),
          })}
        </span>
        <button type="button" className="btn small" disabled={from === null} onClick={() => from && set({ cases: from, degree: '1' })}>
          {t('more.chains.only')}
        </button>
        <button
          type="button"
          className="btn small"
          disabled={cases.length === 0 || degree >= 8}
          onClick={() => set({ degree: String(degree + 1) })}
        >
          {t('more.chains.expand')}
        </button>
        <button type="button" className="btn small" disabled={cases.length === 0} onClick={() => set({ cases: null, degree: null })}>
          {t('more.chains.all')}
        </button>
        {(['case', 'place', 'contact'] as const).map((kind) => (
          <label key={kind} className="inline">
            <input
              type="checkbox"
              checked={shows.has(kind)}
              onChange={() => {
                const next = new Set(shows);
                if (next.has(kind)) next.delete(kind);
                else next.add(kind);
                set({ show: [...next].join(',') || 'case' });
              }}
            />
            {t(`more.chains.kind.${kind}`)}
          </label>
        ))}
        <span className="sp" />
        <span className="sub" role="status">
          {from && !to && t('more.chains.from', { name: name(from) })}
          {from && to && (path.length > 0 ? path.map(name).join(' → ') : t('more.chains.noPath'))}
          {!from && t('more.chains.hint')}
        </span>
      </div>
      <div className="chain-body">
        <ChainPicture chain={chain} path={path.length > 0 ? path : from ? [from] : []} onChoose={choose} label={t('more.chains.picture')} />
        <div className="scroll chain-table">
          <table aria-label={t('more.chains.table')}>
            <thead>
              <tr>
                {(['node', 'at', 'kind', 'generation', 'source'] as const).map((column) => (
                  <th key={column}>{t(`more.chains.column.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {nodes.slice(0, 1_000).map((node) => {
                const source = data.chain.edges.find(
                  (edge) => edge.to === node.id && (edge.state === 'recorded' || edge.state === 'proposed'),
                );
                return (
                  <tr
                    key={node.id}
                    tabIndex={0}
                    aria-selected={path.includes(node.id) || node.id === from}
                    onClick={() => choose(node.id)}
                    onDoubleClick={() => node.kind === 'case' && navigate(`/cases/${node.subjectId}`)}
                    onKeyDown={(event) => event.key === 'Enter' && choose(node.id)}
                  >
                    <td>
                      <span className="tag">
                        <Mark kind={node.kind === 'place' ? 'other' : markOf(node.cls, node.category)} /> {node.label}
                      </span>
                    </td>
                    <td>{node.at?.slice(5, 10)}</td>
                    <td>
                      {node.kind === 'case'
                        ? wordOf(CATEGORY_WORDS, node.category, lang)
                        : node.kind === 'contact'
                          ? wordOf(CLASS_WORDS, node.cls, lang)
                          : t('more.chains.kind.place')}
                    </td>
                    <td className="num">{node.generation}</td>
                    <td>
                      {source && (
                        <>
                          {source.state === 'recorded' ? '—' : '┄'} {name(source.from)}
                        </>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
}

function shown(chain: Chain | undefined, kinds: ReadonlySet<string>): Chain | null {
  if (!chain) return null;
  const nodes = chain.nodes.filter((node) => kinds.has(node.kind));
  const ids = new Set(nodes.map((node) => node.id));
  return { ...chain, nodes, edges: chain.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)) };
}
