import { postedLettersSchema } from '@contract/letter.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { FormProblem } from '../../forms/form-problem.js';
import { formatDate } from '../../i18n/dates.js';
import { PostTable } from './post-table.js';
import type { WaitingLetter } from './post-table.js';

function Done({ answer }: { readonly answer: unknown }) {
  const { t } = useTranslation();
  const done = postedLettersSchema.safeParse(answer);
  if (!done.success) return null;
  return (
    <Alert data-color="success" role="status">
      {t('post.done', { count: done.data.posted, date: formatDate(done.data.arrivesOn) })}
    </Alert>
  );
}

const none: ReadonlySet<string> = new Set();

/** The letters that wait: which of them were laid in the post, and on which day. */
export function PostForm({ letters }: { readonly letters: readonly WaitingLetter[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState(none);
  const [postedOn, setPostedOn] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const command = useCommand(() => setChosen(none));
  const [refused] = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  const waiting = letters.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => new Set([...before, ...ids].filter((id) => isChosen || !ids.includes(id))));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(waiting.length === 0);
    if (waiting.length === 0) return;
    command.mutate({ path: routes.postLetters, body: { letters: waiting, postedOn: postedOn ?? today } });
  };

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <Done answer={command.data} />
      {letters.length === 0 ? (
        <Empty text={t('post.empty')} next={t('post.emptyNext')} />
      ) : (
        <form className="stack-tight" noValidate onSubmit={submit}>
          <PostTable letters={letters} chosen={chosen} choose={choose} />
          <div className="tools low">
            <Textfield
              data-size="sm"
              type="date"
              label={t('post.on')}
              max={today}
              value={postedOn ?? today}
              error={refused?.message}
              onChange={({ target }) => setPostedOn(target.value)}
            />
            <Button type="submit" data-size="sm" disabled={command.isPending}>
              {t('post.save')}
            </Button>
          </div>
          {isAsked && waiting.length === 0 && <ValidationMessage role="alert">{t('post.none')}</ValidationMessage>}
        </form>
      )}
    </>
  );
}
