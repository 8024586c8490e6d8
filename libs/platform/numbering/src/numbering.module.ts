/** Wires the numbering room. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { Numbering } from './numbering';
import { NumberOverflows } from './overflows';
import { tellAdministrator } from './tell-administrator';

@Global()
@Module({ providers: [Numbering, NumberOverflows], exports: [Numbering, NumberOverflows] })
export class NumberingModule implements OnModuleInit {
  constructor(
    private readonly overflows: NumberOverflows,
    private readonly org: Org,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.overflows.add('administrator', tellAdministrator(this.org, this.notices));
  }
}
