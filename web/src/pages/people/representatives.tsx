import type { PersonView } from '@contract/person.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { useToday } from '../../api/use-today.js';
import { Facts } from '../../components/facts.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { RepresentativeForm } from './representative-form.js';

type Representative = PersonView['representatives'][number];

interface OneProps {
  readonly person: PersonView;
  readonly one: Representative;
  readonly mayChange: boolean;
  readonly ended: () => void;
}

function One({ person, one, mayChange, ended }: OneProps) {
  const { t } = useTranslation();
  const today = useToday();
  const end = useCommand(ended);
  const { id, kind, name, organisation, phone, email, address, fromOn, toOn } = one;
  const isOver = toOn !== undefined && toOn < today;
  const from = formatDate(fromOn);
  const path = pathOf(routes.dismissRepresentative, { id: person.id, representative: id });
  return (
    <li className="card">
      <p className="strong">
        {t('persons.representatives.of', { kind: t(`persons.representatives.${kind}`), name })}{' '}
        {isOver && <Tag data-size="sm">{t('persons.representatives.over')}</Tag>}
      </p>
      <p className="subtle">
        {toOn === undefined
          ? t('persons.representatives.since', { from })
          : t('persons.representatives.until', { from, to: formatDate(toOn) })}
      </p>
      <Facts
        items={[
          [t('persons.representatives.organisation'), organisation ?? ''],
          [t('persons.phone'), phone ?? ''],
          [t('persons.email'), email ?? ''],
          [t('persons.address'), address ?? ''],
        ]}
      />
      {end.isError && <ProblemAlert error={end.error} />}
      {mayChange && toOn === undefined && (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t('persons.representatives.endOf', { name })}
          loading={end.isPending}
          onClick={() => end.mutate({ path, body: { toOn: today }, revision: person.revision })}
        >
          {t('persons.representatives.end')}
        </Button>
      )}
    </li>
  );
}

/** Who acts for a person, or helps them; those who once did stand last. */
export function Representatives({ person, mayChange }: Pick<OneProps, 'person' | 'mayChange'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const added = (name: string) => {
    setOpen(false);
    setSaid(t('persons.representatives.added', { name }));
  };
  const newestFirst = person.representatives.toReversed();

  return (
    <Section title={t('persons.representatives.title')}>
      <div role="status">{said !== '' && <Alert data-color="success">{said}</Alert>}</div>
      {newestFirst.length === 0 && <p className="subtle">{t('persons.representatives.none')}</p>}
      <ul className="plain">
        {newestFirst.map((one) => (
          <One
            key={one.id}
            person={person}
            one={one}
            mayChange={mayChange}
            ended={() => setSaid(t('persons.representatives.ended', { name: one.name }))}
          />
        ))}
      </ul>
      {isOpen && (
        <RepresentativeForm key={person.revision} person={person} done={added} cancel={() => setOpen(false)} />
      )}
      {mayChange && !isOpen && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
            {t('persons.representatives.add')}
          </Button>
        </div>
      )}
    </Section>
  );
}
