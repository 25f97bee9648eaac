import type { LetterReader, SentLetter } from '../../runtime/case-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import type { PrismaReads } from '../prisma-for.js';

/** Reads letters from PostgreSQL. */
export class PrismaLetterReader implements LetterReader {
  constructor(private readonly reads: PrismaReads) {}

  async find(tenant: TenantId, id: string): Promise<SentLetter | undefined> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.letter.findUnique({ where: { tenant_id: { tenant, id } } }),
    );
    if (stored === null) return undefined;

    const { template, title, text, municipality, recipient, reference, checksum } = stored;
    return {
      id: stored.id,
      processInstanceId: idOf<'ProcessInstance'>(stored.instance),
      ...{ template, title, text, municipality, recipient, reference, checksum },
      language: stored.language === 'nn' ? 'nn' : 'nb',
      at: stored.sentAt.toISOString(),
      ...(stored.toActor === null ? {} : { to: idOf<'Actor'>(stored.toActor) }),
    };
  }
}
