/** What somebody wants to say of a record otherwise than before: fields that are not named stay, null empties one that may be empty. */
export type Correction<Facts> = {
  readonly [Field in keyof Facts]?: Facts[Field] | (undefined extends Facts[Field] ? null : never) | undefined;
};

/** The facts as they are once they are corrected. */
export function corrected<Facts extends object>(before: Facts, correction: Correction<Facts>): Facts;
export function corrected(before: object, correction: object): object {
  const said = Object.entries(correction).filter(([, value]) => value !== undefined);
  const after = Object.entries({ ...before, ...Object.fromEntries(said) });
  return Object.fromEntries(after.filter(([, value]) => value !== null));
}
