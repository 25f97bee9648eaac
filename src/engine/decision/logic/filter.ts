import { isContext, isList, type FeelList, type FeelValue } from '../../expression/values/feel-value.js';
import type { Scope } from '../../expression/compile/code.js';
import type { DmnElement } from '../read/dmn-element.js';
import { compileChild } from './conditional.js';
import { withEntries, withNames, withValue, type Going, type Logic, type Place } from './logic.js';

/**
 * A boxed filter (DMN 1.5 §10.2.1.10): the items for which `match` is true. `match` sees each item as `item`, and the
 * entries of a context under their names; a match that is no boolean (also a number) makes the whole null.
 */
export function compileFilter(element: DmnElement, place: Place): Logic {
  const items = compileChild(element, 'in', place);
  const match = compileChild(element, 'match', withNames(place, ['item']));
  return (scope, going) => {
    const value = items(scope, going);
    if (value === null) return going.run.warn('Expected a list to filter, but there is none');
    const list = isList(value) ? value : [value];
    going.run.use(list.length);
    return filterList(list, (item) => match(scopeOf(scope, item), going), going);
  };
}

function filterList(list: FeelList, match: (item: FeelValue) => FeelValue, { run }: Going): FeelValue {
  const kept: FeelValue[] = [];
  for (const item of list) {
    const answer = match(item);
    if (answer === true) kept.push(item);
    else if (answer !== false && answer !== null) return run.warn('Expected the match of a filter to be true or false');
  }
  return kept;
}

const scopeOf = (scope: Scope, item: FeelValue): Scope =>
  isContext(item) ? withEntries(withValue(scope, 'item', item), item) : withValue(scope, 'item', item);
