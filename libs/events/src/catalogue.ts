/** All events by name: what a manifest may name and what the outbox accepts. */
import type { EventDefinition } from './define-event';
import { problemFormConcluded, problemFormReopened, serviceComplaintRaised } from './hotline';
import { matterRevisited } from './revisit';

export const EVENTS: ReadonlyMap<string, EventDefinition> = new Map(
  [problemFormConcluded, problemFormReopened, serviceComplaintRaised, matterRevisited].map((event) => [
    event.name,
    event as EventDefinition,
  ]),
);
