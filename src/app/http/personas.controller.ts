import { Controller, Get } from '@nestjs/common';
import { apiPrefix } from '../../api/api-route.js';
import type { Persona } from '../../contract/demo.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { demoPersonas } from '../demo/personas.js';

/** Whom a visitor of the demo can log in as; read before anybody has. */
@Controller(apiPrefix)
export class PersonasController {
  @Get(routes.personas)
  list(): { readonly items: readonly Persona[] } {
    return { items: demoPersonas.map(({ id, name, groups }) => ({ id, name, groups: [...groups] })) };
  }
}
