import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
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

/** Participation checkpoints as the user representative meets them. */
@ApiResource('participation')
export class ParticipationController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.invitations, 'Mine invitasjoner til medvirkning', invitationListSchema)
  async list(@Who() who: RequestActor): Promise<{ readonly items: readonly Invitation[] }> {
    return { items: await invitations(this.ports, who) };
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
