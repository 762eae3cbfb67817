import { homeOf } from '@tracewright/workbench-model';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ChangePassword } from '../accounts/ChangePassword.js';
import { SignIn } from '../accounts/SignIn.js';
import { StatePurpose } from '../accounts/StatePurpose.js';
import { Frame } from '../frame/Frame.js';
import { AskRoom } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { Toasts } from '../parts/Toasts.js';
import { CommandRoom } from './commands.js';
import { SessionGate, useSession } from './session.js';

const CaseList = lazy(() => import('../cases/CaseList.js'));
const CaseDesk = lazy(() => import('../cases/CaseDesk.js'));
const ContactList = lazy(() => import('../contacts/ContactList.js'));
const Duplicates = lazy(() => import('../duplicates/Duplicates.js'));
const Locate = lazy(() => import('../push/Locate.js'));
const PushBoard = lazy(() => import('../push/PushBoard.js'));
const LedgerPage = lazy(() => import('../ledger/LedgerPage.js'));
const Received = lazy(() => import('../received/Received.js'));
const TransferBoard = lazy(() => import('../transfer/TransferBoard.js'));
const CrewPage = lazy(() => import('../crew/CrewPage.js'));
const SitePage = lazy(() => import('../site/SitePage.js'));
const ChainPage = lazy(() => import('../chains/ChainPage.js'));
const ImportPage = lazy(() => import('../imports/ImportPage.js'));
const AccountsPage = lazy(() => import('../accounts/AccountsPage.js'));
const IdentityPage = lazy(() => import('../duplicates/IdentityPage.js'));
const ProtocolsPage = lazy(() => import('../protocols/ProtocolsPage.js'));
const AuditPage = lazy(() => import('../audit/AuditPage.js'));
const TasksPage = lazy(() => import('../tasks/TasksPage.js'));

export function App() {
  return (
    <Toasts>
      <AskRoom>
        <CommandRoom>
          <SessionGate
            waiting={(error, again) => <Loading error={error} again={again} />}
            guest={(deployment, refresh) => <SignIn demo={deployment?.demo ?? false} onSignedIn={refresh} />}
          >
            <SignedIn />
          </SessionGate>
        </CommandRoom>
      </AskRoom>
    </Toasts>
  );
}

/** What has to be done first, then the desks. */
function SignedIn() {
  const { account } = useSession();
  if (account.mustChange) return <ChangePassword due />;
  if (account.needsPurpose) return <StatePurpose />;
  return (
    <Frame>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/tasks" element={<TasksPage />} />
          <Route path="/cases" element={<CaseList />} />
          <Route path="/cases/:id" element={<CaseDesk />} />
          <Route path="/contacts" element={<ContactList />} />
          <Route path="/duplicates" element={<Duplicates />} />
          <Route path="/locate" element={<Locate />} />
          <Route path="/push" element={<PushBoard />} />
          <Route path="/ledger" element={<LedgerPage />} />
          <Route path="/received" element={<Received />} />
          <Route path="/transfer" element={<TransferBoard />} />
          <Route path="/crew" element={<CrewPage />} />
          <Route path="/site" element={<SitePage />} />
          <Route path="/chains" element={<ChainPage />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="/accounts" element={<AccountsPage />} />
          <Route path="/protocols" element={<ProtocolsPage />} />
          <Route path="/identity" element={<IdentityPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/password" element={<ChangePassword />} />
          <Route path="*" element={<Navigate to={homeOf(account.role)} replace />} />
        </Routes>
      </Suspense>
    </Frame>
  );
}
