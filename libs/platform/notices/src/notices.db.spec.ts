import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import { positionOf } from './inbox';
import type { NoticesScene } from './test/notices-scene';
import { NOW, noticesScene, subject } from './test/notices-scene';

describe('inbox', () => {
  let scene: NoticesScene;
  beforeAll(async () => {
    scene = await noticesScene();
  });
  afterAll(() => scene.close());

  it('NTF-1 gives each person a notice with the text of the pack, at once', async () => {
    const [one, two] = [scene.person(), scene.person()];
    await scene.send([one, two, one]);
    for (const actor of [one, two]) {
      const [notice, ...more] = await scene.inbox.list(actor, 10);
      expect(more).toEqual([]);
      expect(notice).toMatchObject({
        subject,
        template: 'referral-overdue',
        at: NOW,
        readAt: null,
        acknowledgedAt: null,
      });
      expect(notice?.text.zh).toMatch(/2026091701001.*2026-09-17 08:00/);
      expect(await scene.inbox.unread(actor)).toBe(1);
    }
  });

  it('NTF-1 sends nothing when the transaction fails', async () => {
    const actor = scene.person();
    const failing = scene.work.run(systemActor('deadlines'), async (tx) => {
      await scene.notices.send(tx, { subject, to: [actor.employeeId], template: 'referral-overdue', params: {} });
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await scene.inbox.list(actor, 10)).toEqual([]);
  });

  it('NTF-1 notes sending, reading and acknowledging in the timeline of the subject, once each', async () => {
    const actor = scene.person();
    const matter = { ...subject, id: randomUUID() };
    await scene.send([actor], { subject: matter });
    const [notice] = await scene.inbox.list(actor, 1);
    const id = notice?.id ?? '';
    scene.clock.set(new Date(NOW.getTime() + 60_000));
    expect(await scene.inbox.mark(actor, id, 'read')).toMatchObject({ readAt: new Date(NOW.getTime() + 60_000) });
    scene.clock.set(new Date(NOW.getTime() + 120_000));
    await scene.inbox.mark(actor, id, 'read');
    expect(await scene.inbox.mark(actor, id, 'acknowledged')).toMatchObject({
      readAt: new Date(NOW.getTime() + 60_000),
      acknowledgedAt: new Date(NOW.getTime() + 120_000),
    });
    await scene.inbox.mark(actor, id, 'acknowledged');
    scene.clock.set(NOW);
    const story = await scene.timeline.of(matter);
    expect(story.map(({ action, actor: by }) => [action, by.name])).toEqual([
      ['notice-sent', 'deadlines'],
      ['notice-read', '李工'],
      ['notice-acknowledged', '李工'],
    ]);
    expect(story[0]?.data).toEqual({ template: 'referral-overdue', to: [actor.employeeId], channels: ['inbox'] });
  });

  it('NTF-1 counts an acknowledged notice as read', async () => {
    const actor = scene.person();
    await scene.send([actor]);
    const [notice] = await scene.inbox.list(actor, 1);
    await scene.inbox.mark(actor, notice?.id ?? '', 'acknowledged');
    expect(await scene.inbox.unread(actor)).toBe(0);
  });

  it('IDN-2 answers not-found for the notice of somebody else', async () => {
    const [one, other] = [scene.person(), scene.person()];
    await scene.send([one]);
    const [notice] = await scene.inbox.list(one, 1);
    await expect(scene.inbox.mark(other, notice?.id ?? '', 'read')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await scene.inbox.list(other, 10)).toEqual([]);
  });

  it('IDN-2 lets whoever is told see the story of the subject', async () => {
    const actor = scene.person();
    const matter = { ...subject, id: randomUUID() };
    expect(await scene.timeline.participated(matter, actor.employeeId)).toBe(false);
    await scene.send([actor], { subject: matter });
    expect(await scene.timeline.participated(matter, actor.employeeId)).toBe(true);
  });

  it('NTF-1 lists the unread first, each part the newest first, page by page', async () => {
    const actor = scene.person();
    for (let minute = 0; minute < 5; minute++) {
      scene.clock.set(new Date(NOW.getTime() + minute * 60_000));
      await scene.send([actor], { params: { number: String(minute) } });
    }
    scene.clock.set(NOW);
    const numberOf = (text: string) => /\d/.exec(text)?.[0];
    const all = await scene.inbox.list(actor, 10);
    for (const index of [0, 2]) await scene.inbox.mark(actor, all[index]?.id ?? '', 'read');
    const pages: (string | undefined)[][] = [];
    let after: ReturnType<typeof positionOf> | undefined;
    do {
      const page = await scene.inbox.list(actor, 2, after);
      pages.push(page.map(({ text }) => numberOf(text.zh)));
      const last = page.at(-1);
      after = last && positionOf(last);
    } while (after);
    expect(pages).toEqual([['3', '1'], ['0', '4'], ['2'], []]);
  });

  it('NTF-1 notes a notice that nobody is there to get', async () => {
    const matter = { ...subject, id: randomUUID() };
    await scene.send([], { subject: matter });
    expect(await scene.timeline.of(matter)).toMatchObject([{ action: 'notice-unaddressed' }]);
  });
});
