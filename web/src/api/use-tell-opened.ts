import { routes } from '@contract/routes.contract.js';
import { useRef } from 'react';
import { pathOf } from './path.js';
import { useCommand } from './use-command.js';

/**
 * Tells once of each letter that whom it is to has opened it: the time to appeal may run from that day. What could not be told is told the
 * next time it is opened; nobody is kept from reading meanwhile.
 */
export function useTellOpened(isToReader: boolean): (id: string) => void {
  const { mutate } = useCommand();
  const told = useRef(new Set<string>());

  return (id) => {
    if (!isToReader || told.current.has(id)) return;
    told.current.add(id);
    mutate({ path: pathOf(routes.letterOpenings, { id }) }, { onError: () => told.current.delete(id) });
  };
}
