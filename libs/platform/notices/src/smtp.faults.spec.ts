/**
 * The mail server is down for an hour, or takes mails and is gone before it says so: every mail goes out in the end, again
 * and again under the same Message-ID, so that whoever gets it twice sees it once (NTF-1; R18).
 */
import { tell } from '@bihuan/testing-kit';
import { noticesScene, NOW, type NoticesScene } from './test/notices-scene';
import { smtpServer } from './test/smtp-server';

const MAILS = process.env['FAULTS'] === 'full' ? 100 : 5;
const HOUR = 3_600_000;

const idsOf = (mails: readonly string[]): string[] =>
  mails.map((mail) => /^Message-ID: (.+)$/im.exec(mail)?.[1] ?? 'none');

describe('a mail server that fails', () => {
  let smtp: Awaited<ReturnType<typeof smtpServer>>;
  let scene: NoticesScene;

  beforeEach(async () => {
    smtp = await smtpServer();
    scene = await noticesScene({ SUITE_SMTP_URL: smtp.url, SUITE_MAIL_DOMAIN: 'example.com' });
    for (let n = 0; n < MAILS; n++) await scene.send([scene.person()], { channels: ['e-mail'] });
  });
  afterEach(async () => {
    await scene.close();
    await smtp.close();
  });

  const states = async (): Promise<Record<string, number>> => {
    const rows = (await scene.db.query(
      "select state, count(*)::int as count from notices.delivery where channel = 'e-mail' group by 1",
    )) as { state: string; count: number }[];
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };

  /** Pumps at each instant at which something is tried, up to `until`. Answers how many mails were tried, one time or another. */
  async function tries(until: Date): Promise<number> {
    for (let count = 0; ;) {
      for (let tried = 1; tried > 0; count += tried) tried = await scene.pump.pump();
      const next = await scene.pump.nextDue();
      if (!next || next > until) return count;
      scene.clock.set(next);
    }
  }

  it('NTF-1 R18 down for an hour: shown as waiting, tried again, and every mail goes out once', async () => {
    await smtp.close();
    expect(await tries(new Date(NOW.getTime() + HOUR))).toBeGreaterThan(MAILS);
    // The control: while it is down nothing is said to be sent, and the reason is kept.
    expect(await states()).toEqual({ pending: MAILS });
    const errors = (await scene.db.query("select distinct error from notices.delivery where channel = 'e-mail'")) as {
      error: string;
    }[];
    expect(errors.map(({ error }) => error)).toEqual(['smtp-ESOCKET']);
    await smtp.open();
    await tries(new Date(NOW.getTime() + 24 * HOUR));
    expect(await states()).toEqual({ sent: MAILS });
    tell({ mails: MAILS, 'arrived once': new Set(idsOf(smtp.mails)).size });
    expect(smtp.mails).toHaveLength(MAILS);
    expect(new Set(idsOf(smtp.mails)).size).toBe(MAILS);
  });

  it('NTF-1 R18 taken and then dropped without a word: sent again under the same Message-ID', async () => {
    smtp.answer = null;
    while ((await scene.pump.pump()) > 0);
    expect(await states()).toEqual({ pending: MAILS });
    const first = idsOf(smtp.mails);
    expect(new Set(first).size).toBe(MAILS);
    smtp.answer = '250 taken';
    await tries(new Date(NOW.getTime() + 24 * HOUR));
    expect(await states()).toEqual({ sent: MAILS });
    tell({
      mails: MAILS,
      'taken and taken again': smtp.mails.length,
      'different ids': new Set(idsOf(smtp.mails)).size,
    });
    expect(smtp.mails).toHaveLength(2 * MAILS);
    expect(new Set(idsOf(smtp.mails))).toEqual(new Set(first));
  });
});
