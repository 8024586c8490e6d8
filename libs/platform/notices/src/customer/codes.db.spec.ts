/** One-time codes: sent, tried, spent, too late; readable again outside production only (DSP-8a, api.md). */
import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import type { NoticesScene } from '../test/notices-scene';
import { noticesScene } from '../test/notices-scene';
import type { NewCode } from './codes';

const TEMPLATE = {
  code: 'test-code',
  title: { zh: '验证码', en: 'Code' },
  text: { zh: '验证码 {code}，{minutes} 分钟内有效。', en: 'Code {code}, good for {minutes} minutes.' },
};

describe('one-time codes', () => {
  let scene: NoticesScene;
  beforeAll(async () => {
    scene = await noticesScene({}, { templates: [TEMPLATE] });
  });
  afterAll(() => scene.close());

  const order = () => ({ module: 'dispatch', kind: 'work-order', id: randomUUID() });
  const issue = async (subject: NewCode['subject'], more: Partial<NewCode> = {}, on = scene) => {
    const code = {
      subject,
      purpose: 'sign',
      to: '13812345678',
      minutes: 15,
      digits: 6,
      tries: 3,
      template: TEMPLATE.code,
    };
    await on.work.run(systemActor('test'), async (tx) => {
      const keyId = on.keys.create(tx, null);
      await on.codes.issue(tx, { ...code, keyId, ...more });
    });
    return /\d{6}/.exec((await on.sent.of(subject)).at(-1)?.text?.zh ?? '')?.[0] ?? '';
  };
  const check = (subject: NewCode['subject'], code: string, purpose = 'sign') =>
    scene.work.run(systemActor('test'), (tx) => scene.codes.check(tx, { subject, purpose, code }));
  const other = (code: string) => (code === '000000' ? '111111' : '000000');

  it('DSP-8a six digits are sent to the phone given; they open once', async () => {
    const subject = order();
    const code = await issue(subject);
    expect(code).toMatch(/^\d{6}$/);
    expect(await check(subject, code)).toBe('ok');
    expect(await check(subject, code)).toBe('spent');
  });

  it('DSP-8a the third wrong try ends the code, also where the use case that asked is refused', async () => {
    const subject = order();
    const code = await issue(subject);
    const refused = scene.work.run(systemActor('test'), async (tx) => {
      expect(await scene.codes.check(tx, { subject, purpose: 'sign', code: other(code) })).toBe('wrong');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await check(subject, other(code))).toBe('wrong');
    expect(await check(subject, other(code))).toBe('wrong');
    expect(await check(subject, code)).toBe('spent');
  });

  it('DSP-8a two wrong tries and then the right one is good', async () => {
    const subject = order();
    const code = await issue(subject);
    await check(subject, other(code));
    await check(subject, other(code));
    expect(await check(subject, code)).toBe('ok');
  });

  it('DSP-8a guesses sent side by side are counted one by one', async () => {
    const subject = order();
    const code = await issue(subject);
    const guesses = Array.from({ length: 12 }, (_, n) => String(n).padStart(6, '0')).filter((guess) => guess !== code);
    const verdicts = await Promise.all(guesses.slice(0, 6).map((guess) => check(subject, guess)));
    expect(verdicts.filter((verdict) => verdict === 'wrong')).toHaveLength(3);
    expect(await check(subject, code)).toBe('spent');
  });

  it('DSP-8a a right code is not used up by a use case that fails afterwards', async () => {
    const subject = order();
    const code = await issue(subject);
    const failed = scene.work.run(systemActor('test'), async (tx) => {
      expect(await scene.codes.check(tx, { subject, purpose: 'sign', code })).toBe('ok');
      throw new Error('no name given');
    });
    await expect(failed).rejects.toThrow('no name given');
    expect(await check(subject, code)).toBe('ok');
  });

  it('DSP-8a it is too late after its minutes of real time, whatever the manual clock says', async () => {
    const subject = order();
    const code = await issue(subject);
    scene.clock.set(new Date('2026-09-18T08:00:00+08:00'));
    await scene.work.query('update notices.code set expires_at = expires_at - $2::interval where subject_id = $1', [
      subject.id,
      '14 minutes',
    ]);
    const later = await issue(order());
    expect(later).toMatch(/^\d{6}$/);
    await scene.work.query('update notices.code set expires_at = expires_at - $2::interval where subject_id = $1', [
      subject.id,
      '2 minutes',
    ]);
    expect(await check(subject, code)).toBe('expired');
    expect(await check(order(), code)).toBe('expired');
  });

  it('DSP-8a a newer code ends the one before it; another purpose or order has its own', async () => {
    const subject = order();
    const first = await issue(subject);
    let second = await issue(subject);
    // One in a million is the same again.
    while (second === first) second = await issue(subject);
    expect(await check(subject, first)).toBe('wrong');
    expect(await check(subject, second, 'evaluate')).toBe('expired');
    expect(await check(order(), second)).toBe('expired');
    expect(await check(subject, second)).toBe('ok');
  });

  it('DSP-8a more codes an hour than the pack allows are refused', async () => {
    const subject = order();
    await issue(subject, { perHour: 2 });
    await issue(subject, { perHour: 2 });
    await expect(issue(subject, { perHour: 2 })).rejects.toMatchObject({ code: 'too-many-codes', kind: 'too-many' });
  });

  it('S8 the code stands in no column in plain, neither in the timeline', async () => {
    const subject = order();
    const code = await issue(subject);
    const rows = [
      ...(await scene.work.query('select * from notices.code where subject_id = $1', [subject.id])),
      ...(await scene.work.query('select * from notices.outgoing where subject_id = $1', [subject.id])),
      ...(await scene.timeline.of(subject)),
    ];
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows)
      expect(
        Object.values(row as object)
          .map(String)
          .join('|'),
      ).not.toContain(code);
    expect(JSON.stringify(await scene.timeline.of(subject))).toContain('******');
  });

  it('DSP-8a in production it cannot be read again, and is gone from what was sent', async () => {
    const production = await noticesScene({ SUITE_SMS_URL: '' }, { production: true, templates: [TEMPLATE] });
    try {
      const subject = order();
      expect(await issue(subject, {}, production)).toBe('');
      expect((await production.sent.of(subject))[0]?.text?.zh).toBe('验证码 ******，15 分钟内有效。');
      // No gateway is set: the message is given up, and what it held is gone.
      await production.customerPump.pump();
      const [row] = await production.work.query<{ key_id: string; sealed_values: Buffer }>(
        'select key_id, sealed_values from notices.outgoing where subject_id = $1',
        [subject.id],
      );
      const keys = await production.keys.load([row?.key_id ?? '']);
      const kept = JSON.stringify(production.keys.open(keys, row?.key_id ?? '', row?.sealed_values ?? null));
      expect(kept).toContain('******');
      expect(kept).not.toMatch(/码 \d{6}/);
    } finally {
      await production.close();
    }
  });
});
