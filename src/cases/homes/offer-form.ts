import { listOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { FieldProblem } from '../forms/check-form.js';

const isSaid = (value: Json | undefined): boolean => typeof value === 'string' && value.trim() !== '';

/**
 * What an offer lacks before anybody can be given it, in Norwegian: a home at all; why one is not of the register; and, where there is one home
 * only, that this is so and why (domain register P7: at least two where two exist).
 */
export function offerProblems({
  boliger,
  boligerUtenfor,
  utenforBegrunnelse,
  kunEttAlternativ,
  kunEttBegrunnelse,
}: JsonObject): readonly FieldProblem[] {
  const outside = listOf(boligerUtenfor).filter(isSaid).length;
  const count = listOf(boliger).length + outside;
  const rules: readonly (readonly [broken: boolean, path: string, message: string])[] = [
    [count === 0, 'boliger', 'Velg minst én bolig, eller skriv en bolig utenfor boligregisteret.'],
    [
      outside > 0 && !isSaid(utenforBegrunnelse),
      'utenforBegrunnelse',
      'Skriv hvorfor tilbudet har en bolig utenfor boligregisteret.',
    ],
    [
      count === 1 && kunEttAlternativ !== true,
      'kunEttAlternativ',
      'Tilbudet har bare én bolig. Velg én til, eller kryss av for at det bare finnes én.',
    ],
    [
      count === 1 && kunEttAlternativ === true && !isSaid(kunEttBegrunnelse),
      'kunEttBegrunnelse',
      'Skriv hvorfor søkeren bare får ett alternativ. Teksten står i brevet.',
    ],
    [
      count > 1 && kunEttAlternativ === true,
      'kunEttAlternativ',
      'Tilbudet har flere boliger. Fjern krysset for at det bare finnes én.',
    ],
  ];
  return rules.flatMap(([broken, path, message]) => (broken ? [{ path, message }] : []));
}
