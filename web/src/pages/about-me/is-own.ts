import { createContext } from 'react';

/** Whether what is shown is about the reader, and not about somebody they act for. */
export const IsOwn = createContext(true);
