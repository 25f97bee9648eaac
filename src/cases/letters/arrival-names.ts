/** What a case calls that a letter has come: on which day, how that is known, which letter it was, and who opened it. */
export interface ArrivalNames {
  readonly on: string;
  readonly how: string;
  readonly letter: string;
  readonly openedBy: string;
}

/** What a letter from whose arrival the time to appeal runs is about: a decision, or the reasons for it that somebody asked for. */
export type AwaitedLetter = 'vedtak' | 'begrunnelse';

/** The names of each. */
export const arrivalNames: Readonly<Record<AwaitedLetter, ArrivalNames>> = {
  vedtak: {
    on: 'vedtakMottattOn',
    how: 'mottakBevis',
    letter: 'mottakBrev',
    openedBy: 'mottakApnetAv',
  },
  begrunnelse: {
    on: 'begrunnelseMottattOn',
    how: 'begrunnelseBevis',
    letter: 'begrunnelseBrev',
    openedBy: 'begrunnelseApnetAv',
  },
};

/** Each of them. */
export const awaitedLetters = ['vedtak', 'begrunnelse'] as const satisfies readonly AwaitedLetter[];

/** What the letter is about whose arrival a task with this register waits for; undefined for any other task. */
export const awaitedBy = (register: string | undefined): AwaitedLetter | undefined =>
  awaitedLetters.find((about) => register === `${about}-mottatt`);
