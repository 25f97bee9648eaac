/** Whether two records say the same, in whatever order their fields stand. */
export const sameFacts = (one: object, other: object): boolean => inOrder(one) === inOrder(other);

const inOrder = (facts: object): string =>
  JSON.stringify(facts, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
