import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { send } from './client.js';
import type { Command } from './client.js';
import { ProblemError } from './problem-error.js';

/** One thing a person asks for, without the key that `useCommand` gives it. */
export interface Wish {
  readonly path: string;
  readonly body?: unknown;
  readonly revision?: number;
}

/** A key that is as good as a UUID and, unlike `crypto.randomUUID`, works on plain http in a local network. */
const createKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The page may have read a newer revision since; what is asked for is still the same. */
const isSame = (one: Wish, other: Wish): boolean =>
  one.path === other.path && JSON.stringify(one.body) === JSON.stringify(other.body);

/**
 * Sends a person's wish. The same wish keeps its Idempotency-Key until the server has answered, so that a second press
 * after a lost connection gives the first answer. Everything on the page is read again afterwards.
 */
export function useCommand(onDone?: (answer: unknown, wish: Wish) => void) {
  const queryClient = useQueryClient();
  const pending = useRef<Command | undefined>(undefined);

  return useMutation({
    mutationFn: async (wish: Wish) => {
      if (pending.current === undefined || !isSame(pending.current, wish)) {
        pending.current = { ...wish, idempotencyKey: createKey() };
      }
      return send(pending.current);
    },
    onSuccess: (answer, wish) => {
      pending.current = undefined;
      onDone?.(answer, wish);
    },
    onError: (error) => {
      if (error instanceof ProblemError) pending.current = undefined;
    },
    onSettled: () => queryClient.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== 'diagram' }),
  });
}
