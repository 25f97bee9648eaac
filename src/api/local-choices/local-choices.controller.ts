import { Body, Inject, Param } from '@nestjs/common';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { localChoicesSchema, proposeChoiceSchema } from '../../contract/local-choice.contract.js';
import type { LocalChoicesView, ProposeChoice } from '../../contract/local-choice.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { localChoices } from './local-choices.js';
import { proposeChoice } from './propose-choice.js';

/** What the processes leave to the municipality: what it has chosen, and how it chooses something else. */
@ApiResource('local-choices')
export class LocalChoicesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.localChoices, 'Det kommunen har valgt, versjonene før og forslagene', localChoicesSchema)
  list(@Who() who: RequestActor): Promise<LocalChoicesView> {
    return localChoices(this.ports, who);
  }

  @CommandRoute(routes.proposeChoice, 'Foreslå et annet lokalt valg: fagstaben avgjør med begrunnelse', { status: 201 })
  propose(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: proposeChoiceSchema }) proposal: ProposeChoice,
  ): Promise<CommandAnswer> {
    return proposeChoice(this.ports, asked, { id, ...proposal });
  }
}
