import { Button, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { personasQuery } from '../../api/queries.js';
import { useGroupName } from '../../components/group-names.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { CrisisLink } from '../crisis/crisis-link.js';

const loginAddress = (returnTo: string, persona?: string): string => {
  const parameters = new URLSearchParams({ returnTo });
  if (persona !== undefined) parameters.set('login_hint', persona);
  return `/auth/login?${parameters}`;
};

function DemoPersonas({ returnTo }: { readonly returnTo: string }) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const { data: personas } = useQuery(personasQuery());
  if (personas === undefined) return null;

  return (
    <Section title={t('about.login.demo')}>
      <p>{t('about.login.demoLead')}</p>
      <Table className="cards-on-phone" data-size="sm" zebra>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('about.login.person')}</Table.HeaderCell>
            <Table.HeaderCell>{t('about.login.role')}</Table.HeaderCell>
            <Table.HeaderCell>{t('about.login.username')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {personas.items.map(({ id, name, groups }) => (
            <Table.Row key={id}>
              <Table.HeaderCell scope="row">
                <a className="ds-link" href={loginAddress(returnTo, id)}>
                  <span className="ds-sr-only">{t('about.login.use', { name: '' })}</span>
                  {name}
                </a>
              </Table.HeaderCell>
              <Table.Cell data-label={t('about.login.role')}>{groups.map(groupName).join(', ')}</Table.Cell>
              <Table.Cell data-label={t('about.login.username')}>
                <code>{id}</code>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  );
}

/** What Boligflyt is, and the way in. */
export function LoginPage() {
  const { t } = useTranslation();
  const { til = '/' } = useSearch({ from: '/open/logg-inn' });

  return (
    <Page title={t('about.login.title')} lead={t('about.login.lead')}>
      <div className="actions">
        <Button asChild>
          <a href={loginAddress(til)}>{t('about.login.button')}</a>
        </Button>
      </div>
      <CrisisLink />
      <DemoPersonas returnTo={til} />
    </Page>
  );
}
