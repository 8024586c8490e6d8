import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { api } from '../api/client';
import { officer, PageFrame } from '../testing/page-frame';
import { refusal, serveFixtures, type FixtureServer } from '../testing/fixture-server';
import { ActionForm } from './action-form';

const ROUTE = 'POST /api/things/1/plan';
const user = userEvent.setup({ delay: null });

it('HOT-9b puts the keyboard where something is missing or refused, so that nothing is looked for with the mouse', async () => {
  const server = serveFixtures({
    [ROUTE]: refusal(422, { code: 'invalid-input', detail: '有误', errors: [{ pointer: '/text', detail: '太短' }] }),
  });
  const onCancel = jest.fn();
  render(
    <PageFrame me={officer([])}>
      <input aria-label="别处" />
      <ActionForm
        autoFocus
        draft="me:thing:focus"
        submitLabel="保存"
        toBody={(values) => values}
        action={(body, options) => api.post('/api/things/1/plan', body, options)}
        onDone={() => undefined}
        onCancel={onCancel}
      >
        <Form.Item name="place" label="地点">
          <Input />
        </Form.Item>
        <Form.Item name="text" label="方案" rules={[{ required: true }]}>
          <Input />
        </Form.Item>
      </ActionForm>
    </PageFrame>,
  );
  // A form that is what its page is for has the keyboard when it opens.
  expect(document.activeElement).toBe(screen.getByLabelText('地点'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('方案')));
  expect(server.to(ROUTE)).toHaveLength(0);
  await user.keyboard('换');
  act(() => screen.getByLabelText('别处').focus());
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('太短');
  expect(document.activeElement).toBe(screen.getByLabelText('方案'));
  server.change({ [ROUTE]: refusal(409, { code: 'wrong-state', detail: '已经办完' }) });
  await user.keyboard('皮带{Control>}{Enter}{/Control}');
  const said = await screen.findByText('已经办完');
  await waitFor(() => expect(document.activeElement?.contains(said)).toBe(true));
  await user.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledTimes(1);
});

function show(done: (answer: unknown) => void = () => undefined) {
  return render(
    <PageFrame me={officer([])}>
      <ActionForm
        draft="me:thing:plan"
        version={3}
        submitLabel="保存"
        toBody={(values) => values}
        action={(body, options) => api.post('/api/things/1/plan', body, options)}
        onDone={done}
        reread={() => Promise.resolve({ version: 4, fields: [{ field: 'text', label: '方案', value: '换模块' }] })}
      >
        <Form.Item name="text" label="方案">
          <Input />
        </Form.Item>
      </ActionForm>
    </PageFrame>,
  );
}

const press = async (server: FixtureServer): Promise<void> => {
  const before = server.sent.length;
  await user.click(screen.getByRole('button', { name: /保存|提交我的/ }));
  await waitFor(() => expect(server.sent.length).toBeGreaterThan(before));
};

beforeEach(() => localStorage.clear());

it('HOT-6 puts a refusal at the field it points to and keeps the text', async () => {
  const server = serveFixtures({
    [ROUTE]: refusal(422, {
      code: 'invalid-input',
      detail: '内容有误',
      errors: [{ pointer: '/text', detail: '请写清步骤' }],
    }),
  });
  show();
  await user.type(screen.getByLabelText('方案'), '换皮带');
  await press(server);
  expect(await screen.findByText('请写清步骤')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('方案').value).toBe('换皮带');
  expect(screen.queryByText('内容有误')).toBeNull();
});

it('HOT-9b shows both texts side by side when somebody saved first, and submits again on the new version', async () => {
  const server = serveFixtures({ [ROUTE]: refusal(412, { code: 'stale-version', detail: '版本已过期' }) });
  show();
  await user.type(screen.getByLabelText('方案'), '换皮带');
  await press(server);
  expect(server.to(ROUTE)[0]?.headers['if-match']).toBe('"3"');
  const conflict = await screen.findByRole('alert');
  expect(conflict.textContent).toContain('换皮带');
  expect(conflict.textContent).toContain('换模块');
  server.change({ [ROUTE]: { body: { ok: true } } });
  await press(server);
  expect(server.to(ROUTE)[1]?.headers['if-match']).toBe('"4"');
});

it('EVT-1 sends the same key again after a lost answer, and another one for another body', async () => {
  const server = serveFixtures({ [ROUTE]: refusal(503, { code: 'unavailable', detail: '暂时不可用' }) });
  show();
  await user.type(screen.getByLabelText('方案'), '换皮带');
  await press(server);
  await screen.findByText('暂时不可用');
  await press(server);
  await user.type(screen.getByLabelText('方案'), '两条');
  await press(server);
  const keys = server.to(ROUTE).map(({ headers }) => headers['idempotency-key']);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('HOT-9b finds what was typed again after the page was left, and forgets it when it is saved', async () => {
  const server = serveFixtures({ [ROUTE]: { body: { ok: true } } });
  const first = show();
  await user.type(screen.getByLabelText('方案'), '写到一半');
  first.unmount();
  const done = jest.fn();
  show(done);
  expect(screen.getByLabelText<HTMLInputElement>('方案').value).toBe('写到一半');
  await press(server);
  await waitFor(() => expect(done).toHaveBeenCalled());
  await act(() => Promise.resolve());
  expect(Object.keys(localStorage).filter((key) => key.startsWith('bihuan.draft:'))).toEqual([]);
});
