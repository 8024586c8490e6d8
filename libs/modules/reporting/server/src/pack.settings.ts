/** Targets, schedules and the company's clock from the active pack. */
import { Injectable } from '@nestjs/common';
import { Policies } from '@bihuan/policies';
import { instantOf, localOf } from './domain/local-time.rules';
import type { ReportingSection } from './reporting.settings';

@Injectable()
export class ReportingPack {
  constructor(private readonly policies: Policies) {}

  get section(): ReportingSection {
    return this.policies.section<ReportingSection>('reporting');
  }

  get timezone(): string {
    return this.policies.pack().timezone;
  }

  /** Day and hour on the company's clock. */
  local(at: Date): { readonly day: string; readonly hour: number } {
    return localOf(at, this.timezone);
  }

  /** @param time local, `00:10` */
  at(day: string, time: string): Date {
    return instantOf(day, time, this.timezone);
  }

  /** Reference value of an indicator, of a level's own where the pack has one; `null` where it has none. */
  target(id: string, key: Readonly<Record<string, string | null>> = {}): number | null {
    const { targets, targetsBy = {} } = this.section;
    const by = targetsBy[id];
    const code = by && key[by.dimension];
    return (code ? by.values[code] : undefined) ?? targets[id] ?? null;
  }
}
