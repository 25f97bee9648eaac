/** The parts of what is registered about somebody that they may say are wrong, by the names of the form `vurder-retting`. */
export const recordParts = [
  'kontakt',
  'hjelpere',
  'husstand',
  'saker',
  'sagt',
  'tilbud',
  'bolig',
  'vedtak',
  'brev',
  'annet',
] as const;
