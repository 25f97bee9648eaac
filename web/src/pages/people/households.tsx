import type { PersonHousehold } from '@contract/household.contract.js';
import type { PersonView } from '@contract/person.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personHouseholdsQuery } from '../../api/people-queries.js';
import { Section } from '../../components/section.js';
import { AddToHousehold } from './add-to-household.js';
import { HouseholdHistory } from './household-history.js';
import { LeaveHousehold } from './leave-household.js';
import { MemberLine } from './member-line.js';

type Member = PersonHousehold['members'][number];

interface HouseholdsProps {
  readonly person: PersonView;
  readonly mayChange: boolean;
}

interface OneProps extends HouseholdsProps {
  readonly household: PersonHousehold;
  readonly done: (text: string) => void;
}

type Open = { readonly form: 'add' } | { readonly form: 'leave'; readonly member: Member } | undefined;

/** One household, and the forms by which it changes: who is no longer in it is nobody's to change from here. */
function OneHousehold({ person, household, mayChange, done }: OneProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const cancel = () => setOpen(undefined);
  const { members, revision } = household;
  const isIn = members.some((member) => member.person === person.id);
  const close = (text: string) => {
    setOpen(undefined);
    done(text);
  };
  return (
    <div className="stack-tight">
      {!isIn && <p className="subtle">{t('persons.household.noneNow')}</p>}
      {isIn && (
        <ul className="plain tight">
          {members.map((member) => (
            <li key={member.person} className="tools">
              <MemberLine member={member} isOwn={member.person === person.id} />
              {mayChange && members.length > 1 && (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t('persons.household.removeOf', { name: member.name })}
                  onClick={() => setOpen({ form: 'leave', member })}
                >
                  {t('persons.household.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <HouseholdHistory household={household} personId={person.id} />
      {open?.form === 'add' && (
        <AddToHousehold key={revision} person={person} household={household} done={close} cancel={cancel} />
      )}
      {open?.form === 'leave' && (
        <LeaveHousehold
          key={`${revision} ${open.member.person}`}
          household={household}
          member={open.member}
          done={close}
          cancel={cancel}
        />
      )}
      {mayChange && isIn && open === undefined && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen({ form: 'add' })}>
            {t('persons.household.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function NewHousehold({ person, done }: Pick<OneProps, 'person' | 'done'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <AddToHousehold person={person} done={done} cancel={() => setOpen(false)} />
  ) : (
    <div>
      <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
        {t('persons.household.register')}
      </Button>
    </div>
  );
}

/** Who lives and lived with a person, and how that is changed. */
export function PersonHouseholds({ person, mayChange }: HouseholdsProps) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(personHouseholdsQuery(person.id));
  const [said, setSaid] = useState('');
  const status = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone.
  useEffect(() => {
    if (said !== '') status.current?.focus();
  }, [said]);
  const isInOne = data.items.some(({ members }) => members.some((member) => member.person === person.id));

  return (
    <Section title={t('persons.household.title')}>
      <div role="status" tabIndex={-1} ref={status}>
        {said !== '' && <Alert data-color="success">{said}</Alert>}
      </div>
      {data.items.length === 0 && <p className="subtle">{t('persons.household.none')}</p>}
      {data.items.map((household) => (
        <OneHousehold key={household.id} person={person} household={household} mayChange={mayChange} done={setSaid} />
      ))}
      {mayChange && !isInOne && <NewHousehold person={person} done={setSaid} />}
    </Section>
  );
}
