import { config } from 'zod';

// The pages' Content-Security-Policy forbids code made from text; zod would try it once and be reported.
config({ jitless: true });
