/** Routes of the active pack and its scripts (api.md; PCK-1, SCR-1). */
import { Controller, Get } from '@nestjs/common';
import { Authenticated } from '@bihuan/plugin-kit';
import { ListParams } from '@bihuan/http';
import type { ListQuery } from '@bihuan/http';
import { packView } from './pack-view';
import { Policies } from './policies';
import { scriptTexts } from './scripts';

@Controller()
export class PoliciesController {
  constructor(private readonly policies: Policies) {}

  @Get('packs/active')
  @Authenticated()
  active() {
    return packView(this.policies.active());
  }

  /** `?filter[desk]=hotline&filter[step]=opening` narrows; the list is short and comes as one page. */
  @Get('scripts')
  @Authenticated()
  scripts(@ListParams() { filter }: ListQuery) {
    return { data: scriptTexts(this.policies.pack(), { desk: filter['desk'], step: filter['step'] }), page: {} };
  }
}
