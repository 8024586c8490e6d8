/** Subscriptions in the console: made, their secret shown once, switched off, their deliveries sent again (EVT-3). */
import { listOf, officer, PageFrame, refusal, serveFixtures, type Fixtures } from '@bihuan/console-kit';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { MANAGE_WEBHOOKS, type Delivery, type Endpoint } from './webhook-api';
import { WebhookPage } from './webhook-page';
import { WebhooksPage } from './webhooks-page';

const ID = '55555555-5555-4555-8555-555555555555';
const EVENT = 'revisit.matter.revisited.v1';
const SECRET = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

const endpoint: Endpoint = {
  id: ID,
  version: 3,
  name: '网管系统',
  url: 'https://nms.example.org/hook',
  events: [EVENT],
  personal: false,
  state: 'enabled',
  failingSince: null,
  previousSecretUntil: null,
  createdAt: '2026-09-17T10:00:00+08:00',
  waiting: 0,
  parked: 0,
  allowedActions: ['change', 'rotate-secret', 'replay', 'disable'],
};

const delivery: Delivery = {
  id: '7',
  event: { id: ID, name: EVENT, title: { zh: '回访完成', en: 'revisited' } },
  subject: { module: 'hotline', kind: 'problem-form', id: ID },
  at: '2026-09-17T10:00:00+08:00',
  state: 'parked',
  attempts: 8,
  tryAt: null,
  status: 503,
  error: 'status',
  allowedActions: ['replay', 'skip'],
};

const events = listOf([{ name: EVENT, title: { zh: '回访完成', en: 'revisited' } }]);

beforeEach(() => sessionStorage.clear());

function show(page: 'list' | 'one', fixtures: Fixtures) {
  const server = serveFixtures({ 'GET /api/webhooks/events': events, ...fixtures });
  render(
    <App>
      <PageFrame
        me={officer([MANAGE_WEBHOOKS])}
        at={page === 'list' ? '/house/webhooks' : `/house/webhooks/${ID}`}
        route={page === 'list' ? '*' : '/house/webhooks/:id'}
      >
        {page === 'list' ? <WebhooksPage /> : <WebhookPage />}
      </PageFrame>
    </App>,
  );
  return server;
}

const press = (text: string): void => {
  fireEvent.click(screen.getByRole('button', { name: text }));
};

it('EVT-3 an empty list says how to make the first one', async () => {
  show('list', {});
  expect(await screen.findByText('还没有订阅')).toBeTruthy();
});

it('EVT-3 a subscription that takes nothing and what is parked stand out; one that is well does not', async () => {
  show('list', {
    'GET /api/webhooks': listOf([
      endpoint,
      {
        ...endpoint,
        id: `${ID}2`,
        name: '短信平台',
        state: 'failing',
        failingSince: '2026-09-16T10:00:00+08:00',
        parked: 4,
      },
    ]),
  });
  const bad = (await screen.findByText('短信平台')).closest('tr') as HTMLElement;
  expect(within(bad).getByText('自 2026-09-16 周三 10:00 起全部失败')).toBeTruthy();
  expect(bad.querySelectorAll('[style*="color"]')).toHaveLength(2);
  const good = screen.getByText('网管系统').closest('tr') as HTMLElement;
  expect(good.querySelectorAll('[style*="color"]')).toHaveLength(0);
});

it('EVT-3 a new one is sent as typed, and its secret stands there until it is kept', async () => {
  const server = show('list', { 'POST /api/webhooks': { status: 201, body: { ...endpoint, secret: SECRET } } });
  await screen.findByText('还没有订阅');
  press('新建订阅');
  fireEvent.change(await screen.findByLabelText('名称'), { target: { value: '网管系统' } });
  fireEvent.change(screen.getByLabelText('网址'), { target: { value: endpoint.url } });
  fireEvent.mouseDown(screen.getByLabelText('事件'));
  fireEvent.click(await screen.findByText(`回访完成（${EVENT}）`));
  const dialog = screen.getByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /新建订阅/ }));
  expect(await screen.findByText(SECRET)).toBeTruthy();
  expect(server.to('POST /api/webhooks')[0]?.body).toEqual({
    name: '网管系统',
    url: endpoint.url,
    events: [EVENT],
    personal: false,
  });
  press('已保存好');
  await waitFor(() => expect(screen.queryByText(SECRET)).toBeNull());
});

it('EVT-3 what the server refuses stands at its field', async () => {
  show('list', {
    'POST /api/webhooks': refusal(422, {
      code: 'invalid-input',
      errors: [{ pointer: '/url', code: 'address-inside', detail: '该地址属于内部网络' }],
    }),
  });
  await screen.findByText('还没有订阅');
  press('新建订阅');
  fireEvent.change(await screen.findByLabelText('名称'), { target: { value: '网管系统' } });
  fireEvent.change(screen.getByLabelText('网址'), { target: { value: 'https://10.0.0.1' } });
  fireEvent.mouseDown(screen.getByLabelText('事件'));
  fireEvent.click(await screen.findByText(`回访完成（${EVENT}）`));
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /新建订阅/ }));
  expect(await screen.findByText('该地址属于内部网络')).toBeTruthy();
});

it('EVT-3 is switched off with the version that was seen', async () => {
  const server = show('one', {
    [`GET /api/webhooks/${ID}`]: { body: endpoint },
    [`POST /api/webhooks/${ID}/disable`]: { body: { ...endpoint, state: 'disabled' } },
  });
  await screen.findByText('还没有推送');
  expect(screen.queryByRole('button', { name: '启用' })).toBeNull();
  press('停用');
  await waitFor(() => expect(server.to(`POST /api/webhooks/${ID}/disable`)).toHaveLength(1));
  expect(server.to(`POST /api/webhooks/${ID}/disable`)[0]?.headers['if-match']).toBe('"3"');
});

it('EVT-3 a delivery says why it did not go, and is sent again or skipped', async () => {
  const server = show('one', {
    [`GET /api/webhooks/${ID}`]: { body: endpoint },
    [`GET /api/webhooks/${ID}/deliveries`]: listOf([
      delivery,
      { ...delivery, id: '6', state: 'done', status: 204, error: null, attempts: 1, allowedActions: ['replay'] },
    ]),
    [`POST /api/webhooks/${ID}/deliveries/7/replay`]: { body: { id: '7', state: 'pending' } },
    [`POST /api/webhooks/${ID}/deliveries/7/skip`]: { body: { id: '7', state: 'skipped' } },
  });
  const parked = (await screen.findByText('对方没有接收 503')).closest('tr') as HTMLElement;
  const done = screen.getByText('204').closest('tr') as HTMLElement;
  expect(within(done).queryByText('跳过')).toBeNull();
  fireEvent.click(within(parked).getByText('重发'));
  await waitFor(() => expect(server.to(`POST /api/webhooks/${ID}/deliveries/7/replay`)).toHaveLength(1));
  await waitFor(() => expect(within(parked).getByText('跳过').closest('button')?.disabled).toBe(false));
  fireEvent.click(within(parked).getByText('跳过'));
  await waitFor(() => expect(server.to(`POST /api/webhooks/${ID}/deliveries/7/skip`)).toHaveLength(1));
});

it('EVT-3 everything from an instant on is sent again, the instant with its offset', async () => {
  const server = show('one', {
    [`GET /api/webhooks/${ID}`]: { body: endpoint },
    [`POST /api/webhooks/${ID}/replay`]: { body: { id: ID, count: 12 } },
  });
  await screen.findByText('还没有推送');
  press('从某时起重发');
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /重发/ }));
  await waitFor(() => expect(server.to(`POST /api/webhooks/${ID}/replay`)).toHaveLength(1));
  expect(server.to(`POST /api/webhooks/${ID}/replay`)[0]?.body).toEqual({
    from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T00:00:00\+08:00$/),
  });
  expect(await screen.findByText('已安排重发 12 件')).toBeTruthy();
});
