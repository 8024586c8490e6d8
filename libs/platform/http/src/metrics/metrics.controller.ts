/** `/metrics` for Prometheus, outside `/api`. */
import { Controller, Get, Res } from '@nestjs/common';
import { Public } from '@bihuan/plugin-kit';
import type { HttpReply } from '../request/request';
import { Metrics } from './metrics';

@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Public()
  @Get()
  async scrape(@Res({ passthrough: true }) reply: HttpReply) {
    void reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
