import { Body, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { figuresQuerySchema } from '../../contract/figures.contract.js';
import type { FiguresQuery } from '../../contract/figures.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { participationReportSchema } from '../../contract/participation-report.contract.js';
import type { ParticipationReport } from '../../contract/participation-report.contract.js';
import { answerInvitationSchema, invitationListSchema } from '../../contract/participation.contract.js';
import type { Invitation } from '../../contract/participation.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { answerInvitation } from './answer-invitation.js';
import { invitations } from './invitations.js';
import { participationReport } from './participation-report.js';

/** Participation checkpoints as the user representative meets them. */
@ApiResource('participation')
export class ParticipationController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.invitations, 'Mine invitasjoner til medvirkning', invitationListSchema)
  async list(@Who() who: RequestActor): Promise<{ readonly items: readonly Invitation[] }> {
    return { items: await invitations(this.ports, who) };
  }

  @ReadRoute(routes.participationReport, 'Hvem som ble hørt i et år, og hva det førte til', participationReportSchema)
  report(
    @Who() who: RequestActor,
    @Query({ schema: figuresQuerySchema }) { year }: FiguresQuery,
  ): Promise<ParticipationReport> {
    return participationReport(this.ports, who, year);
  }

  @CommandRoute(routes.answerInvitation, 'Svar på en invitasjon', { ifMatch: 'required' })
  answer(
    @AskedWithRevision() asked: AskedCommand,
    @Param('taskId', { schema: idSchema }) taskId: string,
    @Body({ schema: answerInvitationSchema }) answer: z.output<typeof answerInvitationSchema>,
  ): Promise<CommandAnswer> {
    return answerInvitation(this.ports, asked, { taskId, answer });
  }
}
