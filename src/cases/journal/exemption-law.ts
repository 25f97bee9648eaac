import type { Exemption } from '../../runtime/incoming-document.js';

const laws: Readonly<Record<Exemption, string>> = {
  taushetsplikt: 'offentleglova § 13, jf. forvaltningsloven § 13',
  innhentet: 'offentleglova § 15',
  lovbrudd: 'offentleglova § 24',
  forhandling: 'offentleglova § 23',
};

/** By what law something is exempt from public access. */
export const exemptionLaw = (exemption: Exemption): string => laws[exemption];
