/** What a company's desks do with whatever lies there: orders are worked, complaints handled, customers called back. */
import type { Row } from '../office/office';
import { idOf } from '../office/office';
import type { Office } from '../office/office';

/** Who sits where; the roads differ by pack and come with the company. */
export interface Seats {
  readonly dispatcher: string;
  /** Take the orders in turn. */
  readonly engineers: readonly [string, ...string[]];
  /** Grades repairs (DSP-7); absent where the pack grades none. */
  readonly grader?: string;
  /** Officers who call back, by whom a task may be theirs. */
  readonly callers: readonly [string, ...string[]];
  /** Calls about complaints that nobody has yet (RVT-1b). */
  readonly complaintCaller: string;
  /** Plays a complaint from its state to the next; answers whether there was something to do. */
  readonly handle: (complaint: Row) => Promise<void>;
  /** Revisit tasks that another story plays. */
  readonly leave?: (task: Row) => boolean;
}

export const GRADES = 4;

export class Desk {
  private graded = 0;
  private sent = 0;

  constructor(
    private readonly office: Office,
    private readonly seats: Seats,
  ) {}

  /** One round over all open cases: each goes as far as its people can take it now. */
  async round(): Promise<void> {
    for (const order of await this.office.list('/dispatch/work-orders')) await this.order(order);
    for (const complaint of await this.office.list('/complaints/complaints')) await this.seats.handle(complaint);
    await this.callBack();
  }

  /** Rounds until nothing changes any more in what is open. */
  async clear(rounds = 6): Promise<void> {
    for (let done = 0; done < rounds; done++) {
      await this.round();
      await this.office.settle();
    }
  }

  private async order({ id, state, engineer: sentTo }: Row): Promise<void> {
    const address = `/dispatch/work-orders/${String(id)}`;
    const { dispatcher, engineers } = this.seats;
    if (state === 'drafted') {
      const next = engineers[this.sent++ % engineers.length] ?? engineers[0];
      const assigneeId = (await this.office.person(next)).employeeId;
      await this.office.act(dispatcher, `${address}/dispatch`, { assigneeId });
    }
    if (state === 'dispatched') {
      const engineer = await this.userOf(engineers, sentTo);
      for (const act of ['accept', 'contact', 'arrive']) await this.office.act(engineer, `${address}/${act}`);
      await this.office.act(engineer, `${address}/solve`, { cause: '读卡器磨损', text: '已更换并测试正常' });
      await this.office.act(engineer, `${address}/feed-back`, { text: '现场测试正常，用户确认' });
    }
    if (state === 'fed-back') {
      const { gradeRequired, grade } = await this.office.admin.get<Row>(address);
      if (gradeRequired === true && grade === null && this.seats.grader) {
        await this.office.act(this.seats.grader, `${address}/grade`, { grade: (this.graded++ % GRADES) + 1 });
      }
      await this.office.act(dispatcher, `${address}/close`);
    }
  }

  private async callBack(): Promise<void> {
    const now = this.office.clock.now;
    for (const task of await this.office.list('/revisit/tasks?filter[state]=open')) {
      if (this.seats.leave?.(task) || !['planned', 'moved', 'prepared'].includes(String(task['state']))) continue;
      if (new Date(String(task['plannedFor'])) > now) continue;
      await call(this.office, await this.callerOf(task), task, { satisfied: true, words: '已解决，满意' });
    }
  }

  private async callerOf({ assignee, event }: Row): Promise<string> {
    if (assignee === null && event === 'complaint') return this.seats.complaintCaller;
    return this.userOf(this.seats.callers, assignee);
  }

  /** Which of the users this person is; the first where it is none of them. */
  private async userOf(users: readonly [string, ...string[]], person: unknown): Promise<string> {
    const wanted = (person as { id: string } | null)?.id;
    for (const user of users) {
      if ((await this.office.person(user)).employeeId === wanted) return user;
    }
    return users[0];
  }
}

/** Reads up, calls, and notes what the customer said. */
export async function call(office: Office, by: string, task: Row, result: Row): Promise<Row> {
  const address = `/revisit/tasks/${idOf(task)}`;
  if (task['state'] === 'planned') await office.act(by, `${address}/prepare`);
  await office.act(by, `${address}/start`);
  const machine = task['category'] === 'technical' ? { machineWorks: true } : {};
  return office.act(by, `${address}/result`, { outcome: 'reached', ...machine, ...result });
}
