import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The text of a letter before it is filled: its first line is the title. */
export interface LetterTemplate {
  readonly title: string;
  readonly body: string;
}

/** Every letter template by id, which is the file's name without `.md`; in nynorsk `nn/<id>`. */
export type LetterTemplates = ReadonlyMap<string, LetterTemplate>;

/** Reads the letter templates of a folder, and those in nynorsk in its folder `nn`. */
export async function readLetterTemplates(folder: string): Promise<LetterTemplates> {
  const names = await readdir(folder, { recursive: true });
  const wanted = names.filter((name) => name.endsWith('.md') && path.basename(name) !== 'README.md');
  const templates = wanted.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8');
    return [name.slice(0, -'.md'.length).replaceAll(path.sep, '/'), parseLetterTemplate(text)] as const;
  });
  return new Map(await Promise.all(templates));
}

/** Parses a template: `# Title`, then the letter. */
export function parseLetterTemplate(text: string): LetterTemplate {
  const [first = '', ...rest] = text.trim().split('\n');
  return { title: first.replace(/^#\s*/, ''), body: rest.join('\n').trim() };
}
