/** `verify` walks the audit chain and names what is changed or missing (IDN-3). */
import { Controller, Get, Query } from '@nestjs/common';
import { Sealer } from '@bihuan/audit';
import { invalidField, Permit } from '@bihuan/plugin-kit';

@Controller('audit')
export class AuditController {
  constructor(private readonly sealer: Sealer) {}

  /** @param head hash kept outside from an earlier check: only against it a cut tail shows */
  @Permit('audit.verify')
  @Get('verify')
  async verify(@Query('head') head?: string) {
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw invalidField('/head', 'bad-hash', 'sha-256, hex');
    await this.sealer.seal();
    return this.sealer.verify(head);
  }
}
