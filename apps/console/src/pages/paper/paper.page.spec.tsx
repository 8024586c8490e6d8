/** Templates and printers in the console: faults by line, activated and rolled back by version, a test page followed (FRM-4, FRM-6). */
import { listOf, officer, PageFrame, PrintPanel, refusal, serveFixtures, type Fixtures } from '@bihuan/console-kit';
import type { FormTemplatesView, PrinterView, SendingView, TemplateVersionView } from '@bihuan/forms-contract';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { PrintersPage } from './printers-page';
import { TemplatePage } from './template-page';
import { TemplatesPage } from './templates-page';

const me = officer([FORMS_PERMISSIONS.templates, FORMS_PERMISSIONS.printers]);
const UNIT = me.user.unitId;

const version = (number: number, more: Partial<TemplateVersionView> = {}): TemplateVersionView => ({
  id: `0000000${number}-0000-4000-8000-000000000000`,
  number,
  note: null,
  bytes: 10,
  uploadedBy: { id: 'x', name: '赵工' },
  uploadedAt: '2026-09-17T10:00:00+08:00',
  activatedBy: null,
  activatedAt: null,
  active: false,
  preview: `/api/forms/templates/problem-form/versions/${number}.pdf`,
  ...more,
});
const used = { activatedBy: { id: 'x', name: '钱总' }, activatedAt: '2026-09-18T10:00:00+08:00' };

const view: FormTemplatesView = {
  formCode: 'problem-form',
  title: { zh: '用户问题处理表', en: 'Problem form' },
  modules: [
    { id: 'appeals', title: { zh: '申诉', en: 'Appeals' } },
    { id: 'hotline', title: { zh: '热线', en: 'Hotline' } },
  ],
  shipped: { version: '1', source: '<p>{{number}}</p>', preview: '/api/forms/templates/problem-form/shipped.pdf' },
  fields: ['number'],
  helpers: ['if'],
  templates: [
    {
      id: 't',
      unitId: UNIT,
      unitName: '技术支持',
      version: 4,
      activeNumber: 2,
      versions: [version(3), version(2, { ...used, active: true }), version(1, used)],
    },
  ],
};

function show(page: ReactNode, fixtures: Fixtures, at = '/', route = '*') {
  const server = serveFixtures(fixtures);
  render(
    <App>
      <PageFrame me={me} at={at} route={route}>
        {page}
      </PageFrame>
    </App>,
  );
  return server;
}

const showOne = (fixtures: Fixtures = {}) =>
  show(
    <TemplatePage />,
    { 'GET /api/forms/templates/problem-form': { body: view }, ...fixtures },
    '/house/templates/problem-form',
    '/house/templates/:formCode',
  );

const press = (name: string | RegExp, within_: HTMLElement = document.body): void => {
  fireEvent.click(within(within_).getByRole('button', { name }));
};
const rowOf = (cell: string): HTMLElement => screen.getAllByText(cell)[0]?.closest('tr') as HTMLElement;

beforeEach(() => sessionStorage.clear());

it('FRM-4 the list says which department prints a form with which version', async () => {
  const [template] = view.templates;
  show(<TemplatesPage />, {
    'GET /api/forms/templates': listOf([
      { ...view, register: false, templates: [template] },
      { ...view, formCode: 'call-tally', title: { zh: '电话统计', en: 'Tally' }, register: true, templates: [] },
    ]),
  });
  expect(
    within(await screen.findByText('用户问题处理表').then((cell) => cell.closest('tr') as HTMLElement)).getByText(
      '技术支持 第 2 版',
    ),
  ).toBeTruthy();
  expect(within(rowOf('电话统计')).getByText('系统模板')).toBeTruthy();
  // Modules by their names, not by their codes.
  expect(screen.getAllByText('申诉、热线')).toHaveLength(2);
});

it('FRM-4 versions stand with who and when; an unused one is activated, a used one gone back to, with the version seen', async () => {
  const server = showOne({
    'POST /api/forms/templates/problem-form/roll-back': { body: view },
    [`POST /api/forms/templates/problem-form/versions/${version(3).id}/activate`]: { body: view },
  });
  expect(await screen.findByText('使用中')).toBeTruthy();
  expect(screen.getAllByText('2026-09-18 周五 10:00 钱总')).toHaveLength(2);
  expect(screen.getByText('未启用过')).toBeTruthy();
  press('回退到此版');
  await waitFor(() => expect(server.to('POST /api/forms/templates/problem-form/roll-back')).toHaveLength(1));
  const [back] = server.to('POST /api/forms/templates/problem-form/roll-back');
  expect([back?.body, back?.headers['if-match']]).toEqual([{ to: version(1).id }, '"4"']);
  await waitFor(() =>
    expect((screen.getByRole('button', { name: '回退到系统模板' }) as HTMLButtonElement).disabled).toBe(false),
  );
  press('回退到系统模板');
  await waitFor(() => expect(server.to('POST /api/forms/templates/problem-form/roll-back')).toHaveLength(2));
  expect(server.to('POST /api/forms/templates/problem-form/roll-back')[1]?.body).toEqual({
    to: 'shipped',
    unitId: UNIT,
  });
  press('启用');
  await waitFor(() => expect(screen.getAllByRole('button', { name: '启用' })).toHaveLength(2));
  fireEvent.click(screen.getAllByRole('button', { name: '启用' })[1] as HTMLElement);
  await waitFor(() =>
    expect(server.to(`POST /api/forms/templates/problem-form/versions/${version(3).id}/activate`)).toHaveLength(1),
  );
});

it('FRM-4 what is wrong with a file stands by line, and its text stays to be mended', async () => {
  const path = 'POST /api/forms/templates/problem-form/versions';
  const server = showOne({
    [path]: refusal(422, {
      code: 'invalid-input',
      errors: [
        { pointer: '/source', code: 'unknown-field', detail: '第 2 行：表单数据里没有字段 x。 / Line 2: no field x.' },
        { pointer: '/source', code: 'not-allowed-element', detail: '第 3 行：不允许元素 <script>。 / Line 3: no.' },
      ],
    }),
  });
  await screen.findByText('使用中');
  press('上传新版本');
  const text = await screen.findByLabelText('模板文本');
  const file = new File(['<p>\n{{x}}</p>\n<script>'], 'a.hbs');
  fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [file] } });
  await waitFor(() => expect((text as HTMLTextAreaElement).value).toContain('{{x}}'));
  press('检查并上传');
  expect(await screen.findByText('第 2 行：表单数据里没有字段 x。')).toBeTruthy();
  expect(screen.getByText('第 3 行：不允许元素 <script>。')).toBeTruthy();
  expect(screen.getByText('有 2 处需要改正，尚未上传')).toBeTruthy();
  expect((text as HTMLTextAreaElement).value).toContain('{{x}}');
  server.change({ [path]: { status: 201, body: { ...view, id: version(3).id } } });
  press('从系统模板开始');
  press('检查并上传');
  await waitFor(() => expect(screen.queryByLabelText('模板文本')).toBeNull());
  expect(server.to(path).at(-1)?.body).toEqual({ source: '<p>{{number}}</p>', unitId: UNIT });
});

it('FRM-4 a file that is not UTF-8 is not taken', async () => {
  showOne();
  await screen.findByText('使用中');
  press('上传新版本');
  await screen.findByLabelText('模板文本');
  const file = new File([new Uint8Array([0xb1, 0xd5, 0xbb, 0xb7])], 'gbk.hbs');
  fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [file] } });
  expect(await screen.findByText('该文件不是 UTF-8 文本')).toBeTruthy();
});

const printer: PrinterView = {
  id: '99999999-9999-4999-8999-999999999999',
  version: 2,
  name: '三楼',
  unitId: UNIT,
  unitName: '技术支持',
  enabled: true,
  url: 'ipp://10.1.2.3/ipp/print',
  fingerprint: null,
};
const sending: SendingView = {
  id: '88888888-8888-4888-8888-888888888888',
  printerId: printer.id,
  printerName: '三楼',
  printId: null,
  copies: 1,
  state: 'waiting',
  jobId: null,
  error: null,
  attempts: 0,
  orderedAt: '2026-09-17T10:00:00+08:00',
  doneAt: null,
};

it('FRM-6 a printer is entered as typed; a wrong address is told at its field', async () => {
  const server = show(<PrintersPage />, {
    'GET /api/units': listOf([{ id: UNIT, code: 'x', name: '技术支持', function: 'x', parentId: null, calendar: 'c' }]),
    'POST /api/forms/printers': refusal(422, {
      code: 'invalid-input',
      errors: [{ pointer: '/url', code: 'bad-printer-address', detail: '请填写打印机的地址' }],
    }),
  });
  await screen.findByText('还没有打印机');
  press('登记打印机');
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('名称'), { target: { value: '三楼' } });
  fireEvent.change(within(dialog).getByLabelText('地址'), { target: { value: 'http://x/' } });
  press(/登记打印机/, dialog);
  expect(await within(dialog).findByText('请填写打印机的地址')).toBeTruthy();
  expect(server.to('POST /api/forms/printers')[0]?.body).toEqual({ name: '三楼', url: 'http://x/', unitId: UNIT });
});

it('FRM-6 a test page is followed until it is printed, or why not', async () => {
  const server = show(<PrintersPage />, {
    'GET /api/forms/printers': listOf([printer]),
    [`POST /api/forms/printers/${printer.id}/test-page`]: { status: 201, body: sending },
    [`GET /api/forms/sendings/${sending.id}`]: { body: { ...sending, error: 'printer-unreachable' } },
  });
  await screen.findByText('ipp://10.1.2.3/ipp/print');
  press('打印测试页');
  expect(await screen.findByText('再试中：连接不上打印机', {}, { timeout: 4_000 })).toBeTruthy();
  server.change({ [`GET /api/forms/sendings/${sending.id}`]: { body: { ...sending, state: 'done' } } });
  expect(await screen.findByText('已打印', {}, { timeout: 4_000 })).toBeTruthy();
});

it('FRM-6 a paper goes straight to the printer chosen; without one it is printed in the browser', async () => {
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
  const address = '/api/hotline/problem-forms/1/forms/problem-form';
  const filed = { url: '/api/forms/prints/1.pdf', reprint: false, copies: [{ copy: 1, print: 1 }] };
  const server = show(<PrintPanel address={address} title="表" />, {
    'GET /api/forms/printers': listOf([printer, { ...printer, id: 'off', name: '停用的', enabled: false }]),
    [`POST ${address}/prints`]: ({ body }) => ({
      status: 201,
      body: (body as { printer?: string }).printer ? { ...filed, sending } : filed,
    }),
    [`GET /api/forms/sendings/${sending.id}`]: { body: { ...sending, state: 'failed', error: 'aborted-by-printer' } },
  });
  fireEvent.mouseDown(await screen.findByLabelText('打印机'));
  expect(screen.queryByText('停用的')).toBeNull();
  fireEvent.click(await screen.findByText('三楼'));
  press(/打印并归档/);
  expect(await screen.findByText('未打印：打印机中止了任务', {}, { timeout: 4_000 })).toBeTruthy();
  expect(server.to(`POST ${address}/prints`)[0]?.body).toEqual({ printer: printer.id });
  expect(document.querySelector('.bh-print-frame')).toBeNull();
});
