/** Which plugins are deployed here, with their version (api.md Conventions, PLG-1). */
import { Controller, Get } from '@nestjs/common';
import { Authenticated, Deployment } from '@bihuan/plugin-kit';

@Controller('modules')
export class ModulesController {
  constructor(private readonly deployment: Deployment) {}

  @Authenticated()
  @Get()
  list() {
    const { rooms, settings } = this.deployment;
    const plugins = rooms.filter(({ id }) => settings.modules.includes(id));
    return {
      data: plugins.map(({ id, title, version, permissions, forms }) => ({
        id,
        title,
        version,
        state: 'running',
        permissions: permissions.map((permission) => permission.id),
        forms,
      })),
      pack: settings.pack,
      role: settings.role,
      clock: settings.clock,
    };
  }
}
