import { useTranslation } from 'react-i18next';
import type { Choice } from '../../forms/form-field.js';

const works = ['las-dor', 'vann', 'varme', 'strom', 'brann', 'fellesareal', 'annet'] as const;
const unsafeties = ['fremmede', 'trusler', 'vold', 'brak', 'fellesareal', 'las-dor', 'annet'] as const;
const concerned = ['beboer', 'besok', 'ansatt', 'vet-ikke'] as const;

/** What is chosen among when a fault or something unsafe is reported: what is broken, what is unsafe, and whom that is about. */
export function useReportChoices(): Readonly<Record<'arbeid' | 'slag' | 'gjelder', readonly Choice[]>> {
  const { t } = useTranslation();
  return {
    arbeid: works.map((value) => ({ value, label: t(`buildings.work.${value}`) })),
    slag: unsafeties.map((value) => ({ value, label: t(`myHome.unsafe.kind.${value}`) })),
    gjelder: concerned.map((value) => ({ value, label: t(`myHome.unsafe.who.${value}`) })),
  };
}
