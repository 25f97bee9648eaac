import { Body, Header, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import {
  definitionDetailSchema,
  definitionListSchema,
  deployedSchema,
  deploySchema,
  processFactsSchema,
} from '../../contract/definition.contract.js';
import type { Deployed, DefinitionDetail, DefinitionView, ProcessFacts } from '../../contract/definition.contract.js';
import { idSchema, versionSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute, XmlRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { deploy } from './deploy.js';
import { processFacts } from './process-facts.js';

/** What is deployed, and how new versions come. */
@ApiResource('definitions')
export class DefinitionsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.definitions, 'Prosessene, siste versjon', definitionListSchema)
  async list(@Who() who: RequestActor): Promise<{ readonly items: readonly DefinitionView[] }> {
    return { items: await this.ports.definitions.list(who.tenant) };
  }

  @CommandRoute(routes.definitions, 'Ta i bruk prosesser, beslutninger og skjemaer, alle eller ingen', {
    status: 201,
    answer: deployedSchema,
  })
  async deploy(
    @Asked() asked: AskedCommand,
    @Body({ schema: deploySchema }) { files }: z.output<typeof deploySchema>,
  ): Promise<Deployed> {
    return onlyOnce(this.ports.receipts, asked, {
      schema: deployedSchema,
      run: () => deploy(this.ports, asked.who, files),
    });
  }

  @ReadRoute(routes.definition, 'En prosess med alle versjonene', definitionDetailSchema)
  async read(@Who() who: RequestActor, @Param('key', { schema: idSchema }) key: string): Promise<DefinitionDetail> {
    const versions = await this.ports.definitions.versions(who.tenant, key);
    const [latest] = versions;
    if (latest === undefined) throw problem('not-found');
    return { ...latest, versions: [...versions] };
  }

  @ReadRoute(routes.definitionFacts, 'Hva en versjon av en prosess er, i ord', processFactsSchema)
  async facts(
    @Who() who: RequestActor,
    @Param('key', { schema: idSchema }) key: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<ProcessFacts> {
    const definition = await this.ports.definitionSource.load({ tenant: who.tenant, key, version });
    if (definition === undefined) throw problem('not-found');
    return processFacts(this.ports, who, definition);
  }

  @XmlRoute(routes.definitionXml, 'Diagrammet til en versjon')
  @Header('content-type', 'application/xml; charset=utf-8')
  async xml(
    @Who() who: RequestActor,
    @Param('key', { schema: idSchema }) key: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<string> {
    const xml = await this.ports.definitions.xml(who.tenant, key, version);
    if (xml === undefined) throw problem('not-found');
    return xml;
  }
}
