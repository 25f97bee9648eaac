import type { HttpException } from '@nestjs/common';
import type { HouseholdInput } from '../../contract/household.contract.js';
import type { HouseholdRefusal, HouseholdWish } from '../../runtime/household-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { problem } from '../problem/problem.js';
import { problemCodes } from '../problem/problem-codes.js';

/** What is wrong with a household that is wished for, beside what its register refuses. */
type Refused = HouseholdRefusal | 'person-twice' | 'household-of-one' | 'day-not-come';

const fields: Partial<Readonly<Record<Refused, keyof HouseholdInput>>> = {
  ...{ 'unknown-person': 'members', 'person-twice': 'members', 'household-of-one': 'members' },
  ...{ 'household-unchanged': 'members', 'mistake-and-more': 'members' },
  ...{ 'end-before-start': 'on', 'day-not-come': 'on' },
};

/** The refusal by its name, with the field that it is about. */
export function refusedHousehold(code: Refused): HttpException {
  const path = fields[code];
  return path === undefined
    ? problem(code)
    : problem(code, { errors: [{ path, code, message: problemCodes[code][1] }] });
}

/** Throws where somebody is named twice, or the day has not come yet. */
export function requireSoundHousehold({ members, on }: HouseholdWish, today: LocalDate): void {
  if (new Set(members.map(({ person }) => person)).size < members.length) throw refusedHousehold('person-twice');
  if (on > today) throw refusedHousehold('day-not-come');
}
