import type { PersonView } from '@contract/person.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { keepsPersons } from '../../app/groups.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { StartLinks } from '../start/start-links.js';
import { PersonHouseholds } from './households.js';
import { PersonCases, PersonDecisions } from './person-file.js';
import { PersonForm } from './person-form.js';
import { Representatives } from './representatives.js';

function PersonFacts({ person: it }: { readonly person: PersonView }) {
  const { t } = useTranslation();
  const hasContact = (it.email ?? it.phone ?? it.address) !== undefined;
  return (
    <>
      <Facts
        items={[
          [t('persons.bornOn'), it.bornOn === undefined ? '' : formatDate(it.bornOn)],
          [t('persons.phone'), it.phone ?? ''],
          [t('persons.email'), it.email ?? ''],
          [t('persons.address'), it.address ?? ''],
          [t('persons.language'), t(`persons.languages.${it.language}`)],
          [t('persons.channel'), t(`persons.channels.${it.channel}`)],
          [t('persons.protection'), it.protection === 'none' ? '' : t(`persons.protections.${it.protection}`)],
        ]}
      />
      {!hasContact && it.protection === 'none' && <p className="subtle">{t('persons.noContact')}</p>}
    </>
  );
}

interface AboutProps {
  readonly person: PersonView;
  readonly mayChange: boolean;
}

function About({ person, mayChange }: AboutProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const done = () => {
    setOpen(false);
    setChanged(true);
  };
  return (
    <Section
      title={t('persons.about')}
      tools={
        mayChange &&
        !isOpen && (
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
            {t('persons.change')}
          </Button>
        )
      }
    >
      <div role="status">{isChanged && <Alert data-color="success">{t('persons.changed')}</Alert>}</div>
      {isOpen ? (
        <PersonForm key={person.revision} person={person} done={done} cancel={() => setOpen(false)} />
      ) : (
        <PersonFacts person={person} />
      )}
    </Section>
  );
}

/** One person: how they are reached, who helps them, and the cases and decisions that the reader may see. */
export function PersonPage() {
  const { t } = useTranslation();
  const { personId } = useParams({ from: '/closed/personer/$personId' });
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const { data: me } = useSuspenseQuery(meQuery());
  const isOwn = me.id === person.id;
  const mayChange = keepsPersons(me) && !isOwn;

  return (
    <Page
      title={isOwn ? t('persons.ownTitle') : person.name}
      above={
        mayChange && (
          <p className="above">
            <PageLink to="/personer">{t('persons.back')}</PageLink>
          </p>
        )
      }
    >
      <div className="columns">
        <div className="stack">
          <PersonDecisions personId={personId} isOwn={isOwn} />
          <PersonCases personId={personId} isOwn={isOwn} />
          <StartLinks personId={personId} />
        </div>
        <div className="stack">
          <About person={person} mayChange={mayChange} />
          <Representatives person={person} mayChange={mayChange} />
          {keepsPersons(me) && <PersonHouseholds person={person} mayChange={mayChange} />}
          {isOwn ? (
            <p>
              <PageLink to="/hvem-har-lest">{t('persons.ownReads')}</PageLink>
            </p>
          ) : (
            <p className="subtle">{t('persons.reads')}</p>
          )}
        </div>
      </div>
    </Page>
  );
}
