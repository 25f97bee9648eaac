import { z } from 'zod';
import { idSchema } from './id.contract.js';
import { personFields } from './person.contract.js';

const birthNumber = /^\d{11}$/;

/**
 * A person as a row of a file. A birth number is no field, and no id; what protects an address is laid and lifted by hand, one by one, and is
 * in no file.
 */
export const personRowSchema = z.strictObject({
  /** By which the person logs in; empty where the person is new and has none. */
  id: idSchema.refine((id) => !birthNumber.test(id), { error: 'Et fødselsnummer kan ikke være id.' }).exactOptional(),
  ...personFields,
});
