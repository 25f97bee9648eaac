const longestPattern = 100;

/**
 * Whether a regular expression written in a diagram cannot be made slow by the text it meets: no group that is
 * repeated, no reference back, at most one place where the length is open.
 */
export function isHarmlessPattern(pattern: string): boolean {
  const withoutClasses = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const openPlaces = withoutClasses.match(/[*+]|\{\d+,\}/g) ?? [];

  return (
    pattern.length <= longestPattern &&
    !/\)[*+{]/.test(withoutClasses) &&
    !/\\[1-9k]/.test(pattern) &&
    openPlaces.length <= 1
  );
}
