/** What a step does when it falls due: the clock's own state, a notice, or what a room added (DLN-1, DLN-7). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import { openState, viewOf } from '../data/deadline.row';
import { DeadlineNotes } from '../notes';
import type { AlarmStep } from '../ports';
import { RecipientSource } from '../ports';
import { StepHandlers } from '../registries';
import { BREACH, WARN } from '../steps';
import type { ClaimedStep } from './claim.sql';
import { lateBy } from './fired.store';
import type { Notice } from './merge';

const ENDED: readonly string[] = ['met', 'cancelled'];

export const isEnded = (row: DeadlineRow): boolean => ENDED.includes(row.state);

/** Does the step leave the alarms for a room's own code? */
export const callsRoom = ({ action }: ClaimedStep): boolean => !['warn', 'breach', 'notify'].includes(action);

/** Is it a supervision order (督办): `supervise`, or a room's own `complaints.supervise`? */
const supervises = ({ action }: ClaimedStep): boolean => /(^|\.)supervise$/.test(action);

/** What came of a step: its deadline as it is now, and the notice it asks for. */
export interface Outcome {
  readonly row: DeadlineRow;
  readonly notice?: Notice;
}

@Injectable()
export class StepEffects {
  constructor(
    private readonly notes: DeadlineNotes,
    private readonly people: RecipientSource,
    private readonly handlers: StepHandlers,
  ) {}

  async of(tx: Transaction, row: DeadlineRow, step: ClaimedStep): Promise<Outcome> {
    const lateBySeconds = lateBy(step, tx.now);
    if (step.key === WARN || step.key === BREACH) {
      const passed = passedBy(row, step);
      const action = step.key === WARN ? 'deadline-warned' : 'deadline-breached';
      await this.notes.noted(tx, passed, action, { dueAt: row.due_at, lateBySeconds }, step.at);
      return { row: passed };
    }
    const terms = row.terms.steps.find(({ key }) => key === step.key);
    if (!terms) throw new Error(`The policy ${row.policy} has no step "${step.key}".`);
    const told = terms.to ? await this.recipients(row, terms.to) : [];
    await this.notes.noted(
      tx,
      row,
      supervises(step) ? 'deadline-supervised' : 'deadline-escalated',
      { step: step.key, does: terms.action, occurrence: step.n, told, dueAt: row.due_at, lateBySeconds },
      step.at,
    );
    if (callsRoom(step)) await this.act(tx, row, step, lateBySeconds);
    return told.length > 0 ? { row, notice: noticeOf(row, terms, step, told, lateBySeconds) } : { row };
  }

  private async act(tx: Transaction, row: DeadlineRow, step: ClaimedStep, lateBySeconds: number): Promise<void> {
    const handler = this.handlers.of(step.action, row.module);
    if (!handler) throw new Error(`No room handles the step action "${step.action}" of the policy ${row.policy}.`);
    const deadline = viewOf(row);
    await handler.fire(tx, {
      deadline,
      subject: deadline.subject,
      step: step.key,
      occurrence: step.n,
      at: step.at,
      lateBySeconds,
    });
  }

  private async recipients(row: DeadlineRow, roles: readonly string[]): Promise<string[]> {
    const context = { unitId: row.owner_unit, people: row.people };
    const found = await Promise.all(roles.map((role) => this.people.recipients(role, context)));
    return [...new Set(found.flat())];
  }
}

/** A step of an earlier promise is history; it does not colour the present one. What stands already stays as it is. */
function passedBy(row: DeadlineRow, step: ClaimedStep): DeadlineRow {
  if (step.round !== row.round || (step.key === BREACH ? row.breached_at : row.warned_at)) return row;
  const passed = {
    ...row,
    warned_at: row.warned_at ?? step.at,
    breached_at: step.key === BREACH ? (row.breached_at ?? row.due_at) : row.breached_at,
  };
  return isEnded(row) ? passed : { ...passed, state: openState(passed) };
}

function noticeOf(
  row: DeadlineRow,
  { at, template, channels }: AlarmStep,
  step: ClaimedStep,
  to: readonly string[],
  lateBySeconds: number,
): Notice {
  const before = 'share' in at && at.share < 1;
  return {
    subject: { module: row.module, kind: row.kind, id: row.subject_id },
    to,
    template: template ?? (before ? 'deadline-warned' : 'deadline-breached'),
    params: {
      number: row.label ?? '',
      stage: row.stage,
      dueAt: row.due_at.toISOString(),
      at: step.at.toISOString(),
      lateBySeconds,
    },
    ...(channels ? { channels } : {}),
  };
}
