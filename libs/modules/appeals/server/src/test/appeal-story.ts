/** What the stories of appeals do again and again, on the room under test. */
import { randomUUID } from 'node:crypto';
import { complaintAnswered, complaintRegistered } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { DataKeys } from '@bihuan/privacy';
import { appealsApp, type AppealsApp, type Body } from './appeals-app';

export type { Body } from './appeals-app';

/** Fills the fields that `conclude` asks for. */
export const ending = {
  conclusion: 'liable',
  ground: 'error',
  cause: 'internal-process',
  liability: '管理责任',
  tags: ['重复扣费'],
};

export const at = (one: Body, act = ''): string => `/appeals/appeals/${String(one['id'])}${act && `/${act}`}`;

/** The line of a clock in a view. */
export const clock = (view: Body, stage: string): Body => {
  const found = (view['clocks'] as Body[]).find((line) => line['stage'] === stage);
  if (!found) throw new Error(`no clock ${stage}`);
  return found;
};

/** What the complaints module tells of a complaint. */
interface Told {
  readonly phone?: string;
  readonly matter?: string;
  readonly outcome?: 'solved' | 'not-accepted';
  readonly inTime?: boolean;
}

export class Story {
  private serial = 0;

  private constructor(readonly app: AppealsApp) {}

  static async begin(start: string): Promise<Story> {
    return new Story(await appealsApp(start));
  }

  /** The unit with a contact person and a deputy among its people. */
  get centre(): string {
    return this.app.unit('henan-complaint-centre');
  }

  intake(more: Body = {}): Body {
    return {
      regulator: 'ministry-centre',
      caseNumber: `部申[2026]${(this.serial += 1)}号`,
      filed: true,
      appellant: '王建国',
      phone: '13812345678',
      matter: '宽带包年费用被重复扣收，多次投诉未退',
      business: 'internet',
      nature: 'charges',
      ...more,
    };
  }

  /** As the desk. */
  send(method: 'GET' | 'POST', url: string, body?: object) {
    return this.app.send('regulator-desk', method, url, body);
  }

  act(one: Body, act: string, body: object = {}): Promise<Body> {
    return this.app.act('regulator-desk', at(one, act), body);
  }

  receive(more: Body = {}): Promise<Body> {
    return this.app.act('regulator-desk', '/appeals/appeals', this.intake(more));
  }

  async now(one: Body): Promise<Body> {
    return (await this.send('GET', at(one))).body;
  }

  dispatch(one: Body, more: Body = {}): Promise<Body> {
    return this.act(one, 'dispatch', { unitId: this.centre, ...more });
  }

  /** Taken in and sent to the branch. */
  async dispatched(more: Body = {}): Promise<Body> {
    return this.dispatch(await this.receive(more));
  }

  /** The branch's acts as far as the report. */
  async report(one: Body, who = 'supervisor'): Promise<Body> {
    const { app } = this;
    if ((await this.now(one))['state'] === 'dispatched') await app.act(who, at(one, 'accept'));
    await app.act(who, at(one, 'verify'), { text: '核实为系统重复出账' });
    await app.act(who, at(one, 'plan'), { text: '退费并致歉' });
    await app.act(who, at(one, 'answer'), { text: '已说明原因并退费', way: '电话' });
    return app.act(who, at(one, 'report'), {
      text: '经查系统重复出账，已退费',
      evidence: [await app.upload(who)],
    });
  }

  async reported(more: Body = {}): Promise<Body> {
    return this.report(await this.dispatched(more));
  }

  async reply(one: Body): Promise<Body> {
    await this.act(one, 'approve');
    return this.act(one, 'reply', { text: '已全额退费' });
  }

  async revisited(more: Body = {}): Promise<Body> {
    const one = await this.reported(more);
    await this.reply(one);
    return this.act(one, 'revisit', { satisfied: true, text: '满意' });
  }

  /** Events of a name about a subject, in order. */
  async published(name: string, subjectId: unknown): Promise<Body[]> {
    const rows = await this.app.db.query<{ payload: Body }[]>(
      'select payload from outbox.event where name = $1 and subject_id = $2 order by id',
      [name, subjectId],
    );
    return rows.map(({ payload }) => payload);
  }

  /** Waits until what was published has been heard. */
  async settle(): Promise<void> {
    const now = await this.app.run((tx) => Promise.resolve(tx.now));
    await this.app.clock(now.toISOString());
  }

  /** Tells of a complaint as the complaints module does; answers its id. */
  async complaint({ phone, matter, outcome, inTime }: Told = {}): Promise<string> {
    const id = randomUUID();
    const number = `TS${id.slice(0, 6)}`;
    const subject = { module: 'complaints', kind: 'complaint', id };
    await this.app.run(async (tx) => {
      const publisher = this.app.app.get(Publisher);
      const keyId = this.app.app.get(DataKeys).create(tx, null);
      await publisher.publish(
        tx,
        complaintRegistered,
        subject,
        {
          number,
          registeredAt: '2026-09-01T09:00:00+08:00',
          channel: 'phone',
          business: 'fixed-line',
          kind: 'charges',
          level: null,
          unitId: this.centre,
          customerId: null,
          source: null,
          keyId,
        },
        {
          keyId,
          values: {
            customerName: '王建国',
            phone: phone ?? '138 1234 5678',
            description: matter ?? '宽带包年费重复扣费',
          },
        },
      );
      if (!outcome) return;
      await publisher.publish(
        tx,
        complaintAnswered,
        subject,
        {
          number,
          answeredAt: '2026-09-02T09:00:00+08:00',
          outcome,
          inTime: inTime ?? true,
          mayBecomeAppeal: outcome === 'not-accepted',
          keyId,
        },
        { keyId, values: { answer: '已解释' } },
      );
    });
    await this.settle();
    return id;
  }
}
