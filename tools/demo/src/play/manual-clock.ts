/** The server's manual clock, moved by the administrator; the answer comes when everything due has happened (api.md). */
import type { Person } from '../api/person';
import { DemoRefusal, refuse } from '../problems';
import type { MovableClock } from './agenda';

export class ManualClock implements MovableClock {
  private constructor(
    private readonly admin: Person,
    public now: Date,
  ) {}

  /** @throws DemoRefusal when the server runs on the system clock or stands later than the first call */
  static async of(admin: Person, first: Date): Promise<ManualClock> {
    const clock = new ManualClock(admin, await serverTime(admin));
    if (clock.now > first) {
      throw refuse(
        `服务的时钟（${clock.now.toISOString()}）已晚于首个来电；演示需要一台新的服务。`,
        `The server’s clock (${clock.now.toISOString()}) is past the first call: the demonstration needs a fresh server.`,
      );
    }
    return clock;
  }

  async moveTo(at: Date): Promise<void> {
    await this.admin.put('/clock', { now: at.toISOString() });
    this.now = at;
  }
}

async function serverTime(admin: Person): Promise<Date> {
  try {
    const { now } = await admin.get<{ now: string }>('/clock');
    return new Date(now);
  } catch (error) {
    if (!(error instanceof DemoRefusal)) throw error;
    throw new DemoRefusal([
      { zh: '服务须以 SUITE_CLOCK=manual 启动。', en: 'The server must run with SUITE_CLOCK=manual.' },
      ...error.findings,
    ]);
  }
}
