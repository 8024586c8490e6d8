/** The engine page: figures, what is wrong and what is not, parked things sent again, refreshed by itself (DLN-2, EVT-1). */
import { listOf, officer, PageFrame, serveFixtures, type Fixtures } from '@bihuan/console-kit';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import type { Engine } from './engine-api';
import { EnginePage } from './engine-page';

const ID = '44444444-4444-4444-8444-444444444444';

const running = {
  id: ID,
  role: 'all',
  host: 'bihuan-1',
  pid: 4711,
  startedAt: '2026-09-17T08:00:00+08:00',
  seenAt: '2026-09-17T10:00:05+08:00',
  state: 'running',
  here: true,
  parts: {
    alarms: {
      workers: true,
      queues: {
        backend: 'postgresql',
        open: true,
        error: null,
        queues: [{ name: 'alarms', counts: { waiting: 1, delayed: 2, active: 3, failed: 4 } }],
      },
      sweeps: [{ at: '2026-09-17T09:59:50+08:00', milliseconds: 12, found: 7, unwoken: false }],
    },
    forms: { state: 'idle', waiting: 0, printed: 0, starts: 0, memory: 0, lastFailure: null },
    process: { memory: 209715200, loop: { p99: 21, max: 33, alarm: null } },
  },
} as const;

const well: Engine = {
  at: '2026-09-17T10:00:07+08:00',
  suiteTime: '2026-09-17T10:00:07+08:00',
  parts: {
    alarms: { open: [], estimated: false, overdue: 0, dueSteps: 0, oldestDueAt: null, parkedSteps: 0 },
    outbox: { unrelayed: 0, oldestUnrelayedAt: null, pending: 0, retrying: 0, parked: 0, handOffs: 0 },
    notices: { channels: [], nextTryAt: null },
    webhooks: { waiting: 0, parked: 0, failing: 0, oldest: null },
    forms: {
      waiting: 0,
      running: 0,
      failed: 0,
      oldestAt: null,
      printers: { waiting: 0, printing: 0, retrying: 0, failed: 0, oldestAt: null },
    },
  },
  processes: [running],
};

const admin = officer([
  'engine.look',
  'outbox.event.replay',
  'alarms.step.replay',
  'notices.message.replay',
  'webhooks.endpoint.manage',
  FORMS_PERMISSIONS.printers,
]);

function show(engine: Engine, more: Fixtures = {}, me = admin) {
  const server = serveFixtures({ 'GET /api/engine': { body: engine }, ...more });
  render(
    <PageFrame me={me}>
      <EnginePage />
    </PageFrame>,
  );
  return server;
}

const valueOf = (label: string): HTMLElement =>
  screen.getByText(label, { selector: 'dt' }).nextElementSibling as HTMLElement;
const coloured = (): number => document.querySelectorAll('.bh-late, [style*="color"]').length;

it('DLN-2 EVT-1 says that all is well, in no colour, and what would stand in the empty lists', async () => {
  show(well);
  await screen.findByText('一切正常');
  expect(coloured()).toBe(0);
  for (const text of ['没有在走的时限', '没有滞留的事件', '没有滞留的步骤', '没有未送达的邮件和短信'])
    expect(await screen.findByText(text)).toBeTruthy();
  expect(screen.getByText('时限：待办 1，定时 2，进行 3，失败 4')).toBeTruthy();
  expect(screen.getByText('09:59:50，处理 7 项，12 毫秒')).toBeTruthy();
  expect(screen.getByText('最长 33 毫秒，内存 200 MB')).toBeTruthy();
});

it('DLN-2 EVT-1 FRM-5 colours what somebody has to look at, and nothing else', async () => {
  show({
    ...well,
    parts: {
      ...well.parts,
      alarms: {
        open: [
          { module: 'hotline', state: 'armed', count: 40 },
          { module: 'hotline', state: 'breached', count: 2 },
        ],
        estimated: true,
        overdue: 5_001,
        dueSteps: 3,
        oldestDueAt: '2026-09-17T09:30:00+08:00',
        parkedSteps: 0,
      },
      outbox: { ...well.parts.outbox!, parked: 2, pending: 9 },
      forms: null,
    },
    processes: [
      running,
      { ...running, id: `${ID}x`, here: false, state: 'gone' },
      { ...running, id: `${ID}y`, here: false, state: 'gone', seenAt: '2026-09-17T09:00:00+08:00' },
    ],
  });
  await screen.findByText('有 4 处需要处理');
  expect(valueOf('已超时').textContent).toBe('5000+');
  expect(valueOf('到点未执行').textContent).toContain('3 最早应于 2026-09-17 周四 09:30');
  expect(valueOf('到点未执行').querySelector('.bh-late')).toBeTruthy();
  expect(valueOf('滞留').querySelector('[style*="color"]')).toBeTruthy();
  expect(valueOf('待送达').querySelector('[style*="color"], .bh-late')).toBeNull();
  expect(screen.getByText('没有答复')).toBeTruthy();
  expect(screen.getAllByText('失去联系')).toHaveLength(2);
  expect(screen.getByText('事项很多，各模块数字为估计值')).toBeTruthy();
  const row = screen.getByText('热线').closest('tr') as HTMLElement;
  expect(
    within(row)
      .getAllByText(/^\d+$/)
      .map(({ textContent }) => textContent),
  ).toEqual(['40', '0', '2', '0']);
});

it('EVT-1 DLN-2 sends parked events and steps again', async () => {
  const subject = { module: 'hotline', kind: 'problem-form', id: ID };
  const server = show(well, {
    'GET /api/parked-events': listOf([
      {
        id: '17',
        title: { zh: '问题单已结', en: 'form concluded' },
        module: 'revisit',
        subject,
        at: well.at,
        error: 'ProcessDied',
      },
    ]),
    'GET /api/deadlines/parked-steps': listOf([
      {
        id: `${ID}~1~late~0`,
        subject,
        stage: 'result',
        action: 'hotline.chase',
        at: well.at,
        attempts: 5,
        error: 'Error: 乙',
      },
    ]),
    'POST /api/parked-events/17/replay': { body: { id: '17', state: 'pending' } },
    [`POST /api/deadlines/parked-steps/${ID}~1~late~0/replay`]: { body: { id: 'x', state: 'armed' } },
  });
  expect(await screen.findByText('处理它的进程每次都退出')).toBeTruthy();
  fireEvent.click(within((await screen.findByText('Error: 乙')).closest('tr') as HTMLElement).getByText('重发'));
  await waitFor(() => expect(server.to(`POST /api/deadlines/parked-steps/${ID}~1~late~0/replay`)).toHaveLength(1));
  fireEvent.click(within(screen.getByText('处理它的进程每次都退出').closest('tr') as HTMLElement).getByText('重发'));
  await waitFor(() => expect(server.to('POST /api/parked-events/17/replay')).toHaveLength(1));
  await waitFor(() => expect(server.to('GET /api/parked-events').length).toBeGreaterThan(1));
});

it('IDN-2 does not ask for parked things where they are not his to see', async () => {
  const server = show(well, {}, officer(['engine.look']));
  await screen.findByText('一切正常');
  expect(screen.queryByText('滞留的事件')).toBeNull();
  expect(server.to('GET /api/parked-events')).toEqual([]);
});

it('DLN-2 looks again every ten seconds by itself', async () => {
  jest.useFakeTimers();
  try {
    const server = show(well);
    await act(() => jest.advanceTimersByTimeAsync(100));
    server.change({
      'GET /api/engine': {
        body: { ...well, parts: { ...well.parts, webhooks: { ...well.parts.webhooks!, failing: 1 } } },
      },
    });
    await act(() => jest.advanceTimersByTimeAsync(9_000));
    expect(server.to('GET /api/engine')).toHaveLength(1);
    await act(() => jest.advanceTimersByTimeAsync(2_000));
    expect(server.to('GET /api/engine')).toHaveLength(2);
    expect(screen.getByText('有 1 处需要处理')).toBeTruthy();
  } finally {
    jest.useRealTimers();
  }
});

it('NTF-1 EVT-3 FRM-6 counts what leaves the house by its way, with the pages where one acts on it', async () => {
  show({
    ...well,
    parts: {
      ...well.parts,
      notices: { channels: [{ channel: 'sms', waiting: 4, retrying: 1, failed: 2 }], nextTryAt: null },
      forms: {
        ...well.parts.forms!,
        printers: { waiting: 3, printing: 1, retrying: 0, failed: 1, oldestAt: '2026-09-17T09:30:00+08:00' },
      },
    },
  });
  await screen.findByText('有 2 处需要处理');
  expect(valueOf('短信').textContent).toBe('4 （再试 1） 24 小时内失败 2');
  expect(valueOf('邮件').textContent).toBe('0');
  expect(valueOf('待打印机').textContent).toBe('3 最早一项始于 2026-09-17 周四 09:30 24 小时内失败 1');
  const links = ['订阅推送', '打印机'].map((name) => screen.getByRole('link', { name }).getAttribute('href'));
  expect(links).toEqual(['/house/webhooks', '/house/printers']);
});

it('NTF-1 a message that did not arrive is sent again, or told on the page of its matter', async () => {
  const server = show(well, {
    'GET /api/notices/failed': listOf([
      {
        id: ID,
        subject: { module: 'hotline', kind: 'problem-form', id: ID },
        channel: 'e-mail',
        audience: 'customer',
        employeeId: null,
        at: '2026-09-17T09:00:00+08:00',
        attempts: 5,
        error: 'ECONNREFUSED',
      },
    ]),
    [`POST /api/notices/failed/${ID}/replay`]: { body: { id: ID, state: 'pending' } },
  });
  const row = (await screen.findByText('ECONNREFUSED')).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('邮件');
  expect(row.textContent).toContain('用户');
  fireEvent.click(within(row).getByRole('button', { name: '重发' }));
  await waitFor(() => expect(server.to(`POST /api/notices/failed/${ID}/replay`)).toHaveLength(1));
});
