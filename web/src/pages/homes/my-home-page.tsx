import type { HomeView } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button, Details } from '@digdir/designsystemet-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingsQuery, ownHomesQuery, rentQuery } from '../../api/home-queries.js';
import type { LeaseOf } from '../../api/home-queries.js';
import { pathOf } from '../../api/path.js';
import { casesQuery, inboxQuery } from '../../api/queries.js';
import { useCommand } from '../../api/use-command.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { CaseChildren } from '../cases/case-children.js';
import { HomeLease, LeaseRent } from './home-lease.js';
import { RepairForm, UnsafetyForm } from './my-home-forms.js';
import { AgendaForm, SaidAndDone } from '../participation/residents-meetings.js';

const reportProcesses = ['vedlikehold', 'bomiljo'];

function Act({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Details>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content>{children}</Details.Content>
    </Details>
  );
}

/** Whether NAV is told of rent that is not paid: the tenant's own choice. */
function NavChoice({ lease }: { readonly lease: LeaseOf }) {
  const { t } = useTranslation();
  const command = useCommand();
  const { data } = useQuery(rentQuery(lease));
  if (data === undefined) return null;
  const path = pathOf(routes.navNotice, { id: lease.home, tenancy: lease.tenancy });
  const choose = () => command.mutate({ path, body: { reserved: !data.navReserved } });
  return (
    <>
      {command.isError && <ProblemAlert error={command.error} />}
      <p role="status">{t(data.navReserved ? 'myHome.nav.reserved' : 'myHome.nav.told')}</p>
      <div>
        <Button variant="secondary" data-size="sm" loading={command.isPending} onClick={choose}>
          {t(data.navReserved ? 'myHome.nav.allow' : 'myHome.nav.refuse')}
        </Button>
      </div>
    </>
  );
}

/** What waits for the resident's answer, and what the resident has reported. */
function Reported() {
  const { t } = useTranslation();
  const cases = useQuery(casesQuery());
  const tasks = useQuery(inboxQuery('mine'));
  const reported = (cases.data?.items ?? []).filter(({ process }) => reportProcesses.includes(process));
  const open = (tasks.data?.items ?? []).filter((task) => reportProcesses.includes(task.case.process));
  return (
    <>
      {tasks.error !== null && <ProblemAlert error={tasks.error} />}
      {open.length > 0 && (
        <Section title={t('myHome.tasks')} className="ball yours">
          <ul className="plain can-do">
            {open.map(({ id, name }) => (
              <li key={id}>
                <PageLink to="/oppgaver/$taskId" params={{ taskId: id }} className="ds-button" data-variant="primary">
                  {name}
                </PageLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('myHome.reported')}>
        {cases.error !== null && <ProblemAlert error={cases.error} />}
        {cases.data !== undefined && reported.length === 0 && <p>{t('myHome.nothingReported')}</p>}
        <CaseChildren cases={reported} />
      </Section>
    </>
  );
}

function Meetings({ building }: { readonly building: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(meetingsQuery(building));
  return (
    <Section title={t('myHome.meetings')}>
      {error !== null && <ProblemAlert error={error} />}
      {data !== undefined && <SaidAndDone meetings={data} />}
    </Section>
  );
}

function OwnHome({ home: { id, name, building, leieforhold: lease } }: { readonly home: HomeView }) {
  const { t } = useTranslation();
  const of = lease === null ? undefined : { home: id, tenancy: lease.id };
  return (
    <>
      <p className="big">{name}</p>
      <div className="stack-tight">
        <Act title={t('myHome.repair.title')}>
          <RepairForm building={building} home={id} />
        </Act>
        <Act title={t('myHome.unsafe.title')}>
          <p>{t('myHome.danger')}</p>
          <UnsafetyForm building={building} />
        </Act>
        <Act title={t('myHome.meeting')}>
          <AgendaForm buildingId={building} />
        </Act>
      </div>
      {lease !== null && <HomeLease lease={lease} home={id} />}
      {of !== undefined && (
        <Section title={t('homes.rent.title')}>
          <LeaseRent lease={of} />
          <NavChoice lease={of} />
        </Section>
      )}
      <Meetings building={building} />
    </>
  );
}

/** The resident's own home: report a fault or something unsafe, raise something, see what came of it. */
export function MyHomePage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(ownHomesQuery());
  return (
    <Page title={t('myHome.title')} lead={t('myHome.lead')}>
      {data.items.length === 0 && <Empty text={t('myHome.none')} next={t('myHome.noneNext')} />}
      {data.items.map((home) => (
        <OwnHome key={home.id} home={home} />
      ))}
      {data.items.length > 0 && <Reported />}
    </Page>
  );
}
