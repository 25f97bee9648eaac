import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { IdentityWords } from './finding.js';

const list = z.array(z.string().min(1)).transform((words) => new Set(words.map((word) => word.toLowerCase())));
const fileSchema = z.strictObject({
  navn: list,
  navnSomErOrd: list,
  steder: list,
  tillatteEgennavn: list,
  veiord: list,
  verbOmPersoner: list,
  verbBareOmPersoner: list,
});

/** Reads the words from workflows/avidentifisering.json; refuses a file that is not complete. */
export async function readIdentityWords(file: string): Promise<IdentityWords> {
  const said = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return {
    names: said.navn,
    namesThatAreWords: said.navnSomErOrd,
    places: said.steder,
    allowed: said.tillatteEgennavn,
    roadWords: said.veiord,
    personVerbs: said.verbOmPersoner,
    onlyPersonVerbs: said.verbBareOmPersoner,
  };
}
