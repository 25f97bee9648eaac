import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { JourneyText } from './journey-text.js';

const stageSchema = z.strictObject({
  stage: z.number().int().min(1).max(9),
  name: z.string().min(1),
  who: z.string().min(1),
  what: z.string().min(1),
  phone: z.string().exactOptional(),
  canDo: z.array(z.string()),
});

/** Reads the nine stages of the applicant's journey (workflows/boligsokerreise.json); anything but nine is refused. */
export async function readJourneyText(file: string): Promise<JourneyText> {
  return z
    .array(stageSchema)
    .length(9)
    .parse(JSON.parse(await readFile(file, 'utf8')));
}
