import type { ImportMapping, UploadedSheet } from '@tracewright/workbench-model';
import { guessedMapping, IMPORT_KINDS } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../app/file-door.js';
import { announce } from '../app/live.js';
import { useSession } from '../app/session.js';
import { useSay } from '../parts/Toasts.js';
import { ImportList } from './ImportList.js';
import { type Preview, type Upload, uploadFile } from './import-door.js';
import { MappingTable } from './MappingTable.js';
import { PreviewCounts } from './PreviewCounts.js';
import './imports.css';

/** Four steps on one page: file, columns, values, preview; then progress one can leave. */
export default function ImportPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { deployment } = useSession();
  const [kind, setKind] = useState<string>('stays');
  const [source, setSource] = useState('');
  const [upload, setUpload] = useState<Upload | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [createMissing, setCreateMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      say('problem', (error as Error).message);
    }
    setBusy(false);
  };
  const choose = (file: File | undefined) =>
    file &&
    doing(async () => {
      const next = await uploadFile(file, kind, source.trim() || 'upload');
      const sheet = next.sheets[0];
      setUpload(next);
      setPreview(null);
      setMapping(next.mappings[0] ?? (sheet ? guessedMapping(kind, source.trim() || 'upload', sheet) : null));
    });
  const sheet: UploadedSheet | undefined = upload?.sheets.find((one) => one.name === (mapping?.sheet ?? '')) ?? upload?.sheets[0];
  const look = () =>
    upload &&
    mapping &&
    doing(async () => setPreview(await postJson<Preview>(`/imports/${upload.id}/preview`, { mapping, createMissing })));
  const start = () =>
    upload &&
    mapping &&
    doing(async () => {
      await postJson(`/imports/${upload.id}/start`, { mapping, createMissing });
      announce('imports');
      say('done', t('more.import.started'));
      setUpload(null);
      setMapping(null);
      setPreview(null);
    });
  return (
    <div className="page imports">
      <h1>{t('frame.desk.import')}</h1>
      <section className="panel">
        <h2>1 {t('more.import.file')}</h2>
        <div className="inline">
          <label className="field">
            <span>{t('more.import.kindLabel')}</span>
            <select value={kind} onChange={(event) => setKind(event.target.value)}>
              {IMPORT_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`more.import.kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t('more.import.source')}</span>
            <input value={source} placeholder={t('more.import.sourceHint')} onChange={(event) => setSource(event.target.value)} />
          </label>
          <label className="drop">
            <input type="file" accept=".csv,.xlsx" disabled={busy} onChange={(event) => void choose(event.target.files?.[0])} />
            <b className="btn">{t('more.import.choose')}</b>
            <span>{t('more.import.drop')}</span>
          </label>
        </div>
        {deployment.demo && (
          <p className="muted">
            {t('more.import.demoLists')}{' '}
            {[1, 2, 3].map((n) => (
              <a key={n} className="link" href={`/demo-lists/${n}.csv`} download>
                {t('more.import.demoList', { n })}
              </a>
            ))}
          </p>
        )}
      </section>
      {upload && mapping && sheet && (
        <>
          <section className="panel">
            <div className="row-between">
              <h2>2–3 {t('more.import.columns')}</h2>
              {upload.sheets.length > 1 && (
                <select
                  aria-label={t('more.import.sheet')}
                  value={mapping.sheet ?? ''}
                  onChange={(event) => {
                    const next = upload.sheets.find((one) => one.name === event.target.value);
                    if (next) setMapping(guessedMapping(kind, mapping.source ?? 'upload', next));
                  }}
                >
                  {upload.sheets.map((one) => (
                    <option key={one.name}>{one.name}</option>
                  ))}
                </select>
              )}
            </div>
            <MappingTable
              sheet={sheet}
              mapping={mapping}
              onChange={(next) => {
                setMapping(next);
                setPreview(null);
              }}
            />
          </section>
          <section className="panel">
            <h2>4 {t('more.import.preview')}</h2>
            <div className="inline">
              <button type="button" className="btn" disabled={busy} onClick={() => void look()}>
                {t('more.import.look')}
              </button>
              <label className="inline">
                <input type="checkbox" checked={createMissing} onChange={(event) => setCreateMissing(event.target.checked)} />{' '}
                {t('more.import.createMissing')}
              </label>
              <button type="button" className="btn p" disabled={busy || preview === null} onClick={() => void start()}>
                {t('more.import.start')}
              </button>
            </div>
            {preview && <PreviewCounts preview={preview} />}
          </section>
        </>
      )}
      <ImportList />
    </div>
  );
}
