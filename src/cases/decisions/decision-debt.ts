import type { CaseDecisionRegister } from '../../runtime/case-decision-ports.js';
import type { DecisionDebt } from '../../runtime/operations/operation-ports.js';
import type { DefinitionSource, TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';

const decisionRegisters: ReadonlySet<string | undefined> = new Set([
  ...[
    'vedtak',
    'tjenestevedtak',
    'vedtak-midlertidig',
    'vedtak-boligsosial',
    'vedtak-tildeling',
    'vedtak-sakskostnader',
  ],
]);

/** Tells from the diagram of a case whether it is to end in a decision, and from the register of decisions whether one was made. */
export class CaseDecisionDebt implements DecisionDebt {
  constructor(
    private readonly cases: Pick<CaseReader, 'find'>,
    private readonly definitions: DefinitionSource,
    private readonly decisions: Pick<CaseDecisionRegister, 'ofCase'>,
  ) {}

  async owes(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<boolean> {
    const found = await this.cases.find(tenant, id);
    if (found === undefined || found.endedAt !== undefined) return false;
    const definition = await this.definitions.load({ tenant, key: found.process, version: found.version });
    const decides = [...(definition?.nodes.values() ?? [])].some(({ hint }) => decisionRegisters.has(hint.register));
    if (!decides) return false;
    // What a case was called for may have been decided by the one that called it: a swap is.
    const places = [id, ...(found.parentId === undefined ? [] : [found.parentId])];
    // A decision that whoever asks is not shown is made all the same.
    const made = await asSystem(() => Promise.all(places.map((place) => this.decisions.ofCase(tenant, place))));
    return made.flat().every(({ quashedAt }) => quashedAt !== undefined);
  }
}
