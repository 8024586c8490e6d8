/** Codes that the active pack lists: level, brand, product line (CUS-1a, CUS-1b). */
import { Inject, Injectable } from '@nestjs/common';
import type { Title } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { Policies } from '@bihuan/policies';
import type { CustomersSection } from './pack-section';

interface Entry {
  readonly code: string;
  readonly title: Title;
}

@Injectable()
export class CustomerCodes {
  constructor(@Inject(Policies) private readonly policies: Pick<Policies, 'pack' | 'section'>) {}

  section(): CustomersSection {
    return this.policies.section<CustomersSection>('customers');
  }

  /** The code of the pack's list; a title is taken for its code. 422 with the list for anything else. */
  level(given: string): string {
    return codeOf(this.policies.pack().customerLevels, given, '/level');
  }

  brand(given: string): string {
    return codeOf(this.section().brands, given, '/brand');
  }

  productLine(given: string): string {
    return codeOf(this.policies.pack().productLines, given, '/productLine');
  }
}

/** A pack that lists nothing takes every code. */
export function codeOf(entries: readonly Entry[], given: string, pointer: string): string {
  if (entries.length === 0) return given;
  const same = (text: string) => text.toLowerCase() === given.toLowerCase();
  const entry = entries.find(({ code, title }) => same(code) || same(title.zh) || same(title.en));
  if (!entry)
    throw invalidField(pointer, 'not-in-pack', entries.map(({ code, title }) => `${code} ${title.zh}`).join('、'));
  return entry.code;
}
