/** The eight phases of a housing project, in order (domain register P3). */
export const phases = [
  { phase: 1, name: 'Kartlegging' },
  { phase: 2, name: 'Politisk behandling' },
  { phase: 3, name: 'Lokalisering' },
  { phase: 4, name: 'Høring' },
  { phase: 5, name: 'Politisk vedtak' },
  { phase: 6, name: 'Prosjektering' },
  { phase: 7, name: 'Byggeprosess' },
  { phase: 8, name: 'Ferdigstilling' },
] as const;

/** What a phase is called. */
export const phaseName = (phase: number): string => phases.find((known) => known.phase === phase)?.name ?? '';
