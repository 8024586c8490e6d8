/** Conclusion with its ground, sealed archive, figures (APL-6, APL-7, APL-8). */
import { randomUUID } from 'node:crypto';
import { DataKeys, Erasers } from '@bihuan/privacy';
import { at, ending, Story, type Body } from '../../test/appeal-story';

let story: Story;

beforeAll(async () => {
  story = await Story.begin('2026-09-17T09:00:00+08:00');
}, 60_000);
afterAll(() => story.app.close());

describe('the end of a case', () => {
  it('APL-6b SYS-75 handled beforehand: 409 without a linked complaint concluded in time, 200 with it', async () => {
    const one = await story.revisited();
    const conclude = () =>
      story.send('POST', at(one, 'conclude'), {
        ...ending,
        conclusion: 'handled-before',
        ground: '先期已妥善处理',
      });
    expect(await conclude()).toMatchObject({ status: 409, body: { code: 'no-earlier-handling', state: 'revisited' } });
    for (const about of [
      { outcome: 'solved', inTime: false },
      { outcome: 'not-accepted', inTime: true },
    ] as const) {
      await story.act(one, 'link', { complaintId: await story.complaint(about) });
      expect((await conclude()).status).toBe(409);
    }
    await story.act(one, 'link', { complaintId: await story.complaint({ outcome: 'solved' }) });
    expect(await conclude()).toMatchObject({
      status: 200,
      body: { state: 'concluded', concluded: { conclusion: 'handled-before', groundText: '先期已妥善处理' } },
    });
  });

  it('APL-6a APL-6c APL-6d APL-8 refused until ground, cause and liability are there; then the branch is held liable', async () => {
    const one = await story.revisited();
    const conclude = (change: Body) => story.send('POST', at(one, 'conclude'), { ...ending, ...change });
    const { cause: _cause, ...noCause } = ending;
    expect((await story.send('POST', at(one, 'conclude'), noCause)).status).toBe(422);
    for (const [change, pointer] of [
      [{ ground: '不知道' }, '/ground'],
      [{ ground: '' }, '/ground'],
      [{ cause: '天气' }, '/cause'],
      [{ liability: '' }, '/liability'],
      [{ conclusion: 'withdrawn', ground: 'court' }, '/body'],
      [{ employeeIds: [randomUUID()] }, '/employeeIds/0'],
      [{ unitId: randomUUID() }, '/unitId'],
    ] as const) {
      expect(await conclude(change)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
    const done = await conclude({ employeeIds: [story.app.id('supervisor')] });
    expect(done).toMatchObject({
      status: 200,
      body: {
        state: 'concluded',
        concluded: { attribution: { code: 'firm' }, unit: { id: story.centre }, persons: [{ name: '赵敏' }] },
      },
    });
    const events = await story.app.db.query<{ payload: Body }[]>(
      "select payload from outbox.event where name = 'appeals.liability.decided.v1' and subject_id = $1 order by id",
      [one['id']],
    );
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { unitId: story.centre, employeeId: null, cause: 'internal-process', circulation: false, late: false },
      { unitId: story.centre, employeeId: story.app.id('supervisor') },
    ]);
  });

  it('APL-7 SYS-75 the archive is sealed with a hash over its ciphertext, a later note is a new entry, erasing breaks no seal', async () => {
    const one = await story.revisited();
    await story.act(one, 'report-for-record', { to: '省通信管理局', text: '报备的案情', measures: '报备的措施' });
    await story.act(one, 'conclude', ending);
    expect((await story.send('GET', at(one, 'archive'))).status).toBe(404);
    const archived = await story.act(one, 'archive', { text: '归档', mediation: '部中心调解意见：同意结案' });
    expect(archived).toMatchObject({
      state: 'archived',
      mediation: '部中心调解意见：同意结案',
      archive: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), by: { name: '宋佳' } },
      allowedActions: ['report-for-record', 'enter-receipt', 'note'],
    });
    const archive = async () => (await story.send('GET', at(one, 'archive'))).body;
    const sealed = await archive();
    expect(sealed).toMatchObject({ intact: true, sha256: (archived['archive'] as Body)['sha256'] });
    const content = JSON.stringify(sealed['content']);
    for (const word of ['王建国', '部中心调解意见', '经查系统重复出账', '管理责任', 'reported']) {
      expect(content).toContain(word);
    }

    const [row] = await story.app.db.query<{ version: number }[]>('select version from appeals.appeal where id = $1', [
      one['id'],
    ]);
    const noted = await story.act(one, 'note', { text: '监管部门来电补充' });
    expect(noted).toMatchObject({
      version: row?.version,
      state: 'archived',
      notes: [{ text: '监管部门来电补充', afterArchive: true }],
    });
    expect(await archive()).toEqual(sealed);
    for (const act of ['dispatch', 'conclude', 'archive', 'link', 're-promise']) {
      const bodies: Record<string, Body> = {
        dispatch: { unitId: story.centre },
        conclude: ending,
        link: { complaintId: randomUUID() },
        're-promise': { dueAt: '2027-01-01T00:00:00+08:00', reason: '无' },
      };
      expect((await story.send('POST', at(one, act), bodies[act] ?? {})).status).toBe(409);
    }
    const tamper = (sql: string) => story.app.db.query(sql, [one['id']]);
    await expect(tamper("update appeals.archive set sha256 = '' where appeal_id = $1")).rejects.toThrow('sealed');
    await expect(tamper('delete from appeals.archive where appeal_id = $1')).rejects.toThrow('sealed');

    const customerId = randomUUID();
    await story.app.run(async (tx) => {
      await tx.query(
        'update privacy.data_key set customer_id = $1 where id = (select key_id from appeals.appeal where id = $2)',
        [customerId, one['id']],
      );
      for (const eraser of story.app.app.get(Erasers).values()) await eraser.erase(tx, customerId);
      await story.app.app.get(DataKeys).destroy(tx, customerId);
    });
    expect(await archive()).toMatchObject({ intact: true, sha256: sealed['sha256'], content: null });
    const left = JSON.stringify(await story.now(one));
    for (const word of ['王建国', '13812345678', '重复扣收', '经查系统', '调解意见', '补充', '报备的'])
      expect(left).not.toContain(word);
    expect(left).toContain('error');
  });

  it('RPT-2 every act tells the figures of the case, codes only', async () => {
    const one = await story.revisited({ level: 'vip', gravity: ['media'] });
    await story.act(one, 'conclude', ending);
    const facts = await story.app.db.query<{ payload: Body; sealed_values: Buffer | null }[]>(
      "select payload, sealed_values from outbox.event where name = 'appeals.appeal.changed.v1' and subject_id = $1 order by id",
      [one['id']],
    );
    expect(facts.at(-1)?.payload).toMatchObject({
      state: 'concluded',
      open: true,
      unitId: story.centre,
      dims: {
        regulator: 'ministry-centre',
        business: 'internet',
        nature: 'charges',
        filed: 'filed',
        level: 'vip',
        conclusion: 'liable',
        cause: 'internal-process',
        attribution: 'firm',
      },
      measures: { 'sent-back': 0, 'on-time': 1, satisfied: 1 },
    });
    expect(JSON.stringify(facts)).not.toContain('王建国');
  });
});
