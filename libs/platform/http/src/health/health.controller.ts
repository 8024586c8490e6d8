/** `live`: the process answers. `ready`: it can do its work (api.md Conventions). */
import { Controller, Get, Res } from '@nestjs/common';
import { Public } from '@bihuan/plugin-kit';
import type { HttpReply } from '../request/request';
import type { ReadyFinding } from './ready-checks';
import { ReadinessProbe } from './readiness-probe';

const told = ({ code, zh, en }: ReadyFinding) => ({ code, title: { zh, en } });

@Controller('health')
export class HealthController {
  constructor(private readonly probe: ReadinessProbe) {}

  @Public()
  @Get('live')
  live() {
    return { status: 'live' };
  }

  @Public()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: HttpReply) {
    const { ready, problems, warnings } = await this.probe.look();
    void reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'not-ready', problems: problems.map(told), warnings: warnings.map(told) };
  }
}
