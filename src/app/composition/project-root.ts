import { fileURLToPath } from 'node:url';

/** The folder that package.json stands in: three up, from `src` as from `dist`. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
