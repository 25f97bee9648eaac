/** The fields of `Whole` without those that may only be undefined. */
export type Defined<Whole> = {
  [Field in keyof Whole]: Exclude<Whole[Field], undefined>;
};

/** The same without fields that are undefined: for types that tell an absent field from an empty one. */
export function withoutUndefined<Whole extends object>(whole: Whole): Defined<Whole>;
export function withoutUndefined(whole: object): object {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
}
