import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { personsQuery } from '../api/people-queries.js';
import { formatDate } from '../i18n/dates.js';
import { PageLink } from './page-link.js';
import { ProblemAlert } from './problem-alert.js';

/** Somebody of the register. */
export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}

interface PersonChoiceProps {
  readonly label: string;
  readonly choose: (person: ChosenPerson) => void;
}

const fewestLetters = 2;

interface FoundProps extends Pick<PersonChoiceProps, 'choose'> {
  readonly name: string;
}

function Found({ name, choose }: FoundProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery(personsQuery(name));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Paragraph role="status">{t('common.loading')}</Paragraph>;
  if (data.items.length === 0)
    return (
      <p role="status">
        {t('applications.forward.notFound')} <PageLink to="/personer">{t('applications.forward.register')}</PageLink>
      </p>
    );
  return (
    <>
      <p role="status">{t('persons.found', { count: data.items.length })}</p>
      <ul className="plain">
        {data.items.map(({ id, name: found, bornOn }) => (
          <li key={id} className="tools">
            <Button data-size="sm" variant="secondary" type="button" onClick={() => choose({ id, name: found })}>
              {t('applications.forward.choose', { name: found })}
            </Button>
            {bornOn !== undefined && <span className="subtle">{t('persons.born', { date: formatDate(bornOn) })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Finds somebody in the register by name and chooses them; for those who keep it. */
export function PersonChoice({ label, choose }: PersonChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim().length >= fewestLetters) setName(typed.trim());
  };
  return (
    <div className="stack-tight">
      <form role="search" aria-labelledby={id} className="stack-tight" onSubmit={search}>
        <strong id={id}>{label}</strong>
        <div className="tools low">
          <Textfield
            className="medium"
            label={t('applications.forward.search')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="submit" variant="secondary">
            {t('applications.forward.find')}
          </Button>
        </div>
      </form>
      {name !== '' && <Found name={name} choose={choose} />}
    </div>
  );
}
