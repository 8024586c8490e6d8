/** How an integration event is declared: name, version, schema; nothing else crosses modules (EVT-1). */
import type { z } from 'zod';

export interface EventDefinition<Payload = unknown, Personal = unknown> {
  /** `hotline.problem-form.concluded.v1`: publisher, what happened, version. */
  readonly name: string;
  /** Ids, codes and instants. */
  readonly payload: z.ZodType<Payload>;
  /** The customer's values; they travel under his data key (CUS-5). */
  readonly personal: z.ZodType<Personal>;
  /** Modules for which the event is a hand-off: where one is not deployed, the event waits for it (EVT-2). */
  readonly handOffTo: readonly string[];
  /** What the waiting list calls it. */
  readonly title: { readonly zh: string; readonly en: string };
}

export const defineEvent = <Payload, Personal>(
  definition: EventDefinition<Payload, Personal>,
): EventDefinition<Payload, Personal> => definition;
