import { Body, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { hearingAnswer, newestAnswer } from '../../cases/projects/project-facts.js';
import { openHearing } from '../../cases/hearings/open-hearing.js';
import { publicHearingSchema, publicStatementSchema, statementAnswerSchema } from '../../contract/hearing.contract.js';
import type { PublicHearing, PublicStatementInput, StatementAnswer } from '../../contract/hearing.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { idOf } from '../../shared/id.js';
import type { Json } from '../../shared/json.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { askedByStranger } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import { publicView } from './public-view.js';
import { receiveStatement } from './receive-statement.js';
import { sourceOfAddress } from './source-of-address.js';
import { heardProject } from './statement-places.js';

// A street may write in one evening from the same net; a program that writes all night may not.
const limits = { most: 20, withinMinutes: 10 };

const stranger = { id: idOf<'Actor'>('publikum'), groups: ['publikum'] };

/** Hearings as anybody may read them, and speak in them, without logging in. */
@ApiResource('hearings')
export class PublicHearingsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.publicHearing, 'En høring, for alle: forslaget, fristen og uttalelsene', publicHearingSchema)
  async read(@Param('id', { schema: idSchema }) id: string): Promise<PublicHearing> {
    const { publicTenant: tenant, hearings, timers, userTasks, clock } = this.ports;
    const project = await heardProject(this.ports, tenant, id);
    const [said, set, tasks, now] = await Promise.all([
      hearings.published(tenant, project.id),
      timers.ofCase(tenant, project.id),
      userTasks.ofCases(tenant, [project.id]),
      clock.now(tenant),
    ]);
    const published = newestAnswer(tasks, 'publiser-horing');
    const homes = newestAnswer(tasks, 'godkjenn-behovsbilde')['antallBoliger'];
    // Before it is published there is nothing to hear, and nobody is told that there is a project.
    if (typeof published['publisertOn'] !== 'string') throw problem('not-found');
    return {
      ...{ id: project.id, title: project.title, publishedOn: published['publisertOn'] },
      proposal: textOf(published['forslag']),
      site: textOf(newestAnswer(tasks, 'innstill-tomt')['valgtTomt']),
      homes: typeof homes === 'number' ? homes : null,
      openUntil: openHearing(set, now) ?? null,
      answer: hearingAnswer(tasks)?.text ?? null,
      items: said.map(publicView),
    };
  }

  @CommandRoute(routes.publicStatements, 'Uttal deg i en høring uten å logge inn', {
    ...{ answer: statementAnswerSchema, status: 201 },
  })
  async give(
    @Req() request: Request,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: publicStatementSchema }) { text, senderKind, senderName = '' }: PublicStatementInput,
  ): Promise<StatementAnswer> {
    const { publicTenant: tenant, allowances, receipts } = this.ports;
    const asked = askedByStranger(request, { tenant, actor: stranger, name: senderName });
    const run = async (): Promise<StatementAnswer> => {
      if (!(await allowances.take(tenant, sourceOfAddress(request.ip ?? ''), limits)))
        throw problem('too-many-requests');
      return receiveStatement(this.ports, asked, { id, input: { text, senderKind, channel: 'written' } });
    };
    return onlyOnce(receipts, asked, { schema: statementAnswerSchema, run });
  }
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
