import { type ProtocolStep, StepProtocolDocument, type VersionBitsFragment } from '@tracewright/api-client';
import { shippedProtocol } from '@tracewright/epi-core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { When } from '../parts/When.js';

/** The step a version may take next. */
const NEXT: Readonly<Record<string, ProtocolStep>> = { DRAFT: 'VERIFY', VERIFIED: 'ACTIVATE', ACTIVE: 'RETIRE' };

interface Props {
  readonly version: VersionBitsFragment;
  /** The stored version of the same protocol that is active now. */
  readonly active: VersionBitsFragment | undefined;
}

/** Where a version stands, who brought it there and when, and the next step for an administrator. */
export function VersionBar({ version, active }: Props) {
  const { t } = useTranslation();
  const act = useAct();
  const ask = useAsk();
  const { account } = useSession();
  const next = account.role === 'administrator' ? NEXT[version.state] : undefined;
  const was = [
    ['DRAFT', version.draftedBy, version.draftedAt],
    ['VERIFIED', version.verifiedBy, version.verifiedAt],
    ['ACTIVE', version.activatedBy, version.activatedAt],
    ['RETIRED', version.retiredBy, version.retiredAt],
  ] as const;
  const take = async (step: ProtocolStep) => {
    const { id, rev } = version;
    // Founded here: nothing that came with the program judges in its place.
    const alone = step === 'RETIRE' && !shippedProtocol(version.protocolId);
    const ok = await ask({
      title: t(`more.protocols.stepTitle.${step}`, { id }),
      body: <p>{t(`more.protocols.stepBody.${alone ? 'RETIRE_FOUNDED' : step}`, { name: account.name })}</p>,
      ok: t(`more.protocols.step.${step}`),
    });
    if (ok === null) return;
    const input = { step, id, rev, insteadOf: step === 'ACTIVATE' ? (active?.id ?? null) : null };
    await act(StepProtocolDocument, { input }, { topics: ['protocols', 'cases', 'contacts'] });
  };
  return (
    <div className="inline version-bar">
      <b>{version.id}</b>
      <span className="tag">{t(`more.protocols.state.${version.state}`)}</span>
      {was.map(
        ([state, name, at]) =>
          at && (
            <span key={state} className="sub">
              {t(`more.protocols.by.${state}`, { name })} <When at={at} />
            </span>
          ),
      )}
      {next && (
        <button type="button" className="btn small" onClick={() => void take(next)}>
          {t(`more.protocols.step.${next}`)}
        </button>
      )}
    </div>
  );
}
