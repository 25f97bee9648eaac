import { Button, Checkbox, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadsWanted } from '../../api/people-queries.js';

const names = ['person', 'reader'] as const;
const days = ['from', 'to'] as const;

interface SearchProps {
  readonly wanted: ReadsWanted;
  readonly search: (wanted: ReadsWanted) => void;
}

/** By which names and days reads are looked for. */
export function OverseenReadsSearch({ wanted, search }: SearchProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(wanted);
  const isInOrder = asked.from !== '' && asked.to !== '' && asked.from <= asked.to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isInOrder) search({ ...asked, person: asked.person.trim(), reader: asked.reader.trim() });
  };

  return (
    <form role="search" aria-label={t('overseenReads.search')} className="stack-tight" onSubmit={submit}>
      <div className="tools low">
        {names.map((name) => (
          <Textfield
            key={name}
            data-size="sm"
            label={t(`overseenReads.${name}`)}
            description={t('overseenReads.name')}
            value={asked[name]}
            onChange={({ target }) => setAsked({ ...asked, [name]: target.value })}
          />
        ))}
        {days.map((day) => (
          <Textfield
            key={day}
            data-size="sm"
            type="date"
            label={t(`overseenReads.${day}`)}
            value={asked[day]}
            onChange={({ target }) => setAsked({ ...asked, [day]: target.value })}
          />
        ))}
      </div>
      <div className="tools">
        <Checkbox
          data-size="sm"
          label={t('overseenReads.emergency')}
          checked={asked.emergency}
          onChange={({ target }) => setAsked({ ...asked, emergency: target.checked })}
        />
        <Button type="submit" data-size="sm" variant="secondary">
          {t('overseenReads.show')}
        </Button>
      </div>
      {!isInOrder && <ValidationMessage role="alert">{t('overseenReads.order')}</ValidationMessage>}
    </form>
  );
}
