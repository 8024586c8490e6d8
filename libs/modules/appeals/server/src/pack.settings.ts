/** The appeals section of the active pack, and the customers' levels it leans on. */
import { Injectable } from '@nestjs/common';
import type { AppealsSection } from '@bihuan/appeals-contract';
import { Policies } from '@bihuan/policies';

@Injectable()
export class AppealsPack {
  constructor(private readonly policies: Policies) {}

  get section(): AppealsSection {
    return this.policies.section<AppealsSection>('appeals');
  }

  /** Zone in which days are printed. */
  get timezone(): string {
    return this.policies.pack().timezone;
  }

  /** Classes of customers, the highest first. */
  get levels(): readonly { readonly code: string; readonly title: { readonly zh: string; readonly en: string } }[] {
    return this.policies.pack().customerLevels;
  }
}
