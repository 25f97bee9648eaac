import { registerAnswerSchema } from '@contract/person.contract.js';
import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { personsQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { leadsPersons } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { PersonFiles } from './person-files.js';
import { PersonForm } from './person-form.js';

const fewestLetters = 2;
const mostFound = 50;

function Found({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(personsQuery(name));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Paragraph role="status">{t('common.loading')}</Paragraph>;
  if (data.items.length === 0) return <Empty text={t('persons.none')} next={t('persons.noneNext')} />;

  return (
    <>
      <p role="status">
        {t('persons.found', { count: data.items.length })} {data.items.length >= mostFound && t('persons.many')}
      </p>
      <ul className="plain">
        {data.items.map(({ id, name: found, bornOn }) => (
          <li key={id}>
            <PageLink to="/personer/$personId" params={{ personId: id }}>
              {found}
            </PageLink>
            {bornOn !== undefined && <span className="subtle"> {t('persons.born', { date: formatDate(bornOn) })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Search({ search }: { readonly search: (name: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim().length >= fewestLetters) search(name.trim());
  };
  return (
    <form role="search" className="form" onSubmit={submit}>
      <Textfield
        className="medium"
        label={t('persons.search')}
        description={t('persons.searchHint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div>
        <Button type="submit">{t('persons.find')}</Button>
      </div>
    </form>
  );
}

/** The people whom the municipality helps: found by name, or registered. */
export function PersonsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery());
  const [name, setName] = useState<string>();
  const [isNew, setNew] = useState(false);
  const open = (answer: unknown) => {
    const { id } = registerAnswerSchema.parse(answer);
    void navigate({ to: '/personer/$personId', params: { personId: id } });
  };

  return (
    <Page title={t('persons.title')} lead={t('persons.lead')}>
      <Search search={setName} />
      {name === undefined ? <Empty text={t('persons.start')} next={t('persons.startNext')} /> : <Found name={name} />}
      {isNew ? (
        <Section title={t('persons.register')}>
          <PersonForm done={open} cancel={() => setNew(false)} />
        </Section>
      ) : (
        <div>
          <Button variant="secondary" onClick={() => setNew(true)}>
            {t('persons.register')}
          </Button>
        </div>
      )}
      {leadsPersons(me) && <PersonFiles />}
    </Page>
  );
}
