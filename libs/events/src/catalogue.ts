/** All events by name: what a manifest may name and what the outbox accepts. */
import * as alarms from './alarms';
import * as appeals from './appeals';
import * as appraisal from './appraisal';
import * as complaints from './complaints';
import type { EventDefinition } from './define-event';
import * as dispatch from './dispatch';
import * as hotline from './hotline';
import * as reporting from './reporting';
import * as revisit from './revisit';

const PUBLISHERS = [alarms, hotline, dispatch, complaints, appeals, revisit, appraisal, reporting];

export const EVENTS: ReadonlyMap<string, EventDefinition> = new Map(
  PUBLISHERS.flatMap((events) => Object.values(events) as EventDefinition[]).map((event) => [event.name, event]),
);
