import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from '../../api/api.module.js';
import { PersonasController } from '../http/personas.controller.js';
import { apiPortsOf } from './api-ports-of.js';
import type { Core } from './open-core.js';

/** Nest's name for the core. */
export const coreToken = Symbol('Core');

/** The core, for whichever module asks for it. */
@Module({})
export class CoreModule {
  static forRoot(core: Core): DynamicModule {
    const provider = { provide: coreToken, useValue: core };
    return { module: CoreModule, global: true, providers: [provider], exports: [provider] };
  }
}

/** The whole web process: the API over the core, and in a demo the people to log in as. */
@Module({})
export class AppModule {
  static forRoot(core: Core, isDemo: boolean): DynamicModule {
    const api = ApiModule.forRoot({
      useFactory: (given: Core) => apiPortsOf(given, isDemo),
      inject: [coreToken],
    });
    return {
      module: AppModule,
      imports: [CoreModule.forRoot(core), api],
      controllers: isDemo ? [PersonasController] : [],
    };
  }
}
