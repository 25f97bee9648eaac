import type { HouseholdRegister } from '../../runtime/household-ports.js';
import type { PersonDetails, PersonRegister } from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import { idOf } from '../../shared/id.js';
import type { DemoPerson } from './personas.js';

/** The registers that the demo's applicants are written into. */
export interface PersonBooks {
  readonly persons: Pick<PersonRegister, 'register' | 'appoint'>;
  readonly households: Pick<HouseholdRegister, 'register'>;
}

const usual = { language: 'nb', channel: 'digital', protection: 'none' } as const;

// Numbers that nobody has: the series is kept free for made-up people.
const known: Readonly<Record<string, Partial<PersonDetails>>> = {
  siv: { bornOn: '1985-05-14', phone: '99 99 90 01', address: 'Eksempelvegen 1, 7010 Trondheim' },
  sigrid: { bornOn: '1951-02-03', phone: '99 99 90 02', channel: 'paper', address: 'Eksempelvegen 2, 7010 Trondheim' },
  odd: { bornOn: '1974-10-21', phone: '99 99 90 03' },
  mona: { bornOn: '1990-07-09', phone: '99 99 90 04' },
};

/** Registers everybody who applies in the demo; Siv has a son she lives with, and a sister who helps her. Safe to repeat. */
export async function enterDemoPersons(
  { persons, households }: PersonBooks,
  tenant: TenantId,
  people: readonly DemoPerson[],
): Promise<void> {
  const by = systemActor.id;
  for (const { id, name, email } of people.filter(({ groups }) => groups.includes('soker'))) {
    await persons.register(tenant, { ...usual, email, ...known[id], id: idOf<'Actor'>(id), name }, by);
  }
  const born = { on: '2016-03-30', reason: 'Siv har fått en sønn.' };
  const [siv, jonas] = [idOf<'Actor'>('siv'), idOf<'Actor'>('jonas')];
  await persons.register(tenant, { ...usual, id: jonas, name: 'Jonas Dahl', bornOn: born.on }, by);
  const members = [
    { person: siv, role: 'voksen' as const },
    { person: jonas, role: 'barn' as const },
  ];
  await households.register(tenant, { id: 'husstand-siv', members, ...born }, by);
  const sister = { kind: 'stottespiller', name: 'Ingrid Dahl', phone: '99 99 90 05', fromOn: '2026-08-01' } as const;
  await persons.appoint(tenant, { id: siv, revision: 1, by }, { ...sister, id: 'stottespiller-ingrid' });
}
