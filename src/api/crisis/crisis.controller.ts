import { Inject } from '@nestjs/common';
import { crisisHelpOn } from '../../cases/crisis/crisis-help.js';
import type { Contact } from '../../cases/crisis/crisis-help.js';
import { crisisRoute } from '../../cases/crisis/crisis-route.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { crisisHelpSchema } from '../../contract/crisis.contract.js';
import type { CrisisContact, CrisisHelpView } from '../../contract/crisis.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';

/** The way to a place to sleep, at every hour, for everybody. */
@ApiResource('crisis')
export class CrisisController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(
    routes.crisisHelp,
    'Hvem som hjelper nå når noen mangler et sted å sove eller er redd, uten å logge inn',
    crisisHelpSchema,
  )
  async read(): Promise<CrisisHelpView> {
    const { crisis, clock, publicTenant } = this.ports;
    const now = await clock.now(publicTenant);
    const help = crisisHelpOn(crisis, dateInNorway(now));
    const { channel, contacts, emergency, navOpensAt = null } = crisisRoute(help, now);
    return {
      ...{ channel, emergency, navOpensAt, open: help.open },
      contacts: contacts.map(contactView),
      otherwise: (channel === 'nav' ? help.byNight : help.byDay).map(contactView),
      afraid: help.afraid.map(contactView),
    };
  }
}

const contactView = (contact: Contact): CrisisContact => ({ ...contact, when: contact.when ?? null });
