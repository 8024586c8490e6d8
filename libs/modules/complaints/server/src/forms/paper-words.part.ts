/** Titles of codes as they are printed: lists of the pack, names of units, figures of policies. */
import { Injectable } from '@nestjs/common';
import { Policies } from '@bihuan/policies';
import type { UnitRefs } from '../queries/unit-names.query';
import { UnitNames } from '../queries/unit-names.query';
import { ComplaintsPack } from '../pack.settings';

interface Entry {
  readonly code: string;
  readonly title: { readonly zh: string };
}

/** The title of a code; the code itself where the list has changed since; free text stays. */
export const titleOf = (entries: readonly Entry[], code: string | null): string =>
  code === null ? '' : (entries.find((entry) => entry.code === code)?.title.zh ?? code);

const UNITS: Readonly<Record<string, string>> = {
  minute: '分钟',
  hour: '小时',
  day: '天',
  'working-hour': '个工作小时',
  'working-day': '个工作日',
  'calendar-day': '天',
};

@Injectable()
export class PaperWords {
  constructor(
    readonly pack: ComplaintsPack,
    private readonly names: UnitNames,
    private readonly policies: Policies,
  ) {}

  units(): Promise<UnitRefs> {
    return this.names.all();
  }

  customerLevels(): readonly Entry[] {
    return this.policies.pack().customerLevels;
  }

  /** `2个工作日`: the limit with which clocks are armed at this instant, so that promise and clock cannot differ. */
  limit(policy: string, at: Date): string {
    const { value, unit } = this.policies.deadlinePolicy(policy, at).limit;
    return `${value}${UNITS[unit] ?? unit}`;
  }
}
