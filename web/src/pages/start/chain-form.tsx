import type { HomeDetail } from '@contract/home.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQuery, homeQuery } from '../../api/queries.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { emptied, fewestMoves, homesIn, linksOf, tenantOf, type Move, type Named } from './chain.js';
import { HomeChoice, WaitingChoice } from './chain-choices.js';

/** Who rents a home, and whom a case is about: asked for when they are chosen, because each look is written down. */
function useWho() {
  const client = useQueryClient();
  const renterOf = async (home: string): Promise<Named | undefined> =>
    tenantOf(await client.fetchQuery(homeQuery(home)));
  const applicantOf = async (caseId: string): Promise<Named | undefined> =>
    (await client.fetchQuery(caseQuery(caseId))).person ?? undefined;
  return { renterOf, applicantOf };
}

function useChain(first: Named) {
  const who = useWho();
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [problem, setProblem] = useState<'unknown' | 'twice'>();
  const [error, setError] = useState<unknown>(null);
  const add = (person: Named | undefined, rest: Omit<Move, 'person'>) => {
    setError(null);
    const isIn = (all: readonly Move[]): boolean => all.some((move) => move.person.id === person?.id);
    setProblem(person === undefined ? 'unknown' : isIn(moves) ? 'twice' : undefined);
    // Pressed twice before the name has come, it is still one move.
    if (person !== undefined) setMoves((before) => (isIn(before) ? before : [...before, { person, ...rest }]));
  };
  const to = emptied(first, moves);
  return {
    ...{ moves, to, problem, error, taken: homesIn(first, moves) },
    undo: () => {
      setProblem(undefined);
      setMoves((before) => before.slice(0, -1));
    },
    /** The tenant of the first home moves to a free one. */
    moveOut: (person: Named, free: Named) => add(person, { to: free, from: first }),
    fromHome: (home: Named) => {
      if (to !== undefined) who.renterOf(home.id).then((person) => add(person, { to, from: home }), setError);
    },
    fromList: (entry: Named) => {
      if (to !== undefined) who.applicantOf(entry.id).then((person) => add(person, { to }), setError);
    },
  };
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation();
  return (
    <ol>
      {moves.map(({ person, to, from }) => (
        <li key={to.id}>
          {from === undefined
            ? t('start.chain.moveIn', { who: person.name, to: to.name })
            : t('start.chain.move', { who: person.name, to: to.name, from: from.name })}
        </li>
      ))}
    </ol>
  );
}

interface ChainFormProps {
  readonly home: HomeDetail;
  readonly busy: boolean;
  readonly start: (variables: Readonly<Record<string, unknown>>) => void;
}

/** Says who moves where, one after the other, from the home in which the chain begins. */
export function ChainForm({ home, busy, start }: ChainFormProps) {
  const { t } = useTranslation();
  const chain = useChain(home);
  const { moves, to, taken } = chain;
  const leavesFirst = moves.length === 0 ? tenantOf(home) : undefined;

  return (
    <>
      <div role="status" className="stack-tight">
        {moves.length > 0 && <Moves moves={moves} />}
        {chain.problem !== undefined && <Alert data-color="warning">{t(`start.chain.${chain.problem}`)}</Alert>}
        {moves.length < fewestMoves && <p>{t('start.chain.fewest')}</p>}
      </div>
      {chain.error !== null && <ProblemAlert error={chain.error} kept />}
      {leavesFirst !== undefined && (
        <Section title={t('start.chain.whereTo', { who: leavesFirst.name })}>
          <HomeChoice
            {...{ free: true, without: taken, label: t('start.chain.free'), submitLabel: t('start.chain.addFree') }}
            choose={(free) => chain.moveOut(leavesFirst, free)}
          />
        </Section>
      )}
      {leavesFirst === undefined && to !== undefined && (
        <Section title={t('start.chain.whoTo', { to: to.name })}>
          <HomeChoice
            {...{ free: false, without: taken, label: t('start.chain.let'), submitLabel: t('start.chain.addTenant') }}
            choose={chain.fromHome}
          />
          <WaitingChoice
            {...{ label: t('start.chain.waiting'), submitLabel: t('start.chain.addWaiting') }}
            choose={chain.fromList}
          />
        </Section>
      )}
      <div className="actions">
        {moves.length >= fewestMoves && (
          <Button loading={busy} onClick={() => start({ lenker: linksOf(moves) })}>
            {t('start.submit')}
          </Button>
        )}
        {moves.length > 0 && (
          <Button variant="secondary" onClick={chain.undo}>
            {t('start.chain.undo')}
          </Button>
        )}
      </div>
    </>
  );
}
