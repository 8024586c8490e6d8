import { officer, PageFrame, serveFixtures } from '@bihuan/console-kit';
import {
  answerContact,
  contactView,
  makeProblemForm,
  problemFormView,
  referForm,
  takeContact,
} from '@bihuan/hotline-contract';
import { createCustomer } from '@bihuan/customers-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hotlinePages } from '../hotline.pages';
import { contact, ID, problemForm, quietHouse } from '../test/fixtures';
import { ContactDeskPage } from './contact-desk.page';

const user = userEvent.setup({ delay: null });

function openDesk(more: Parameters<typeof serveFixtures>[0] = {}) {
  const server = serveFixtures({ ...quietHouse, ...more });
  render(
    <PageFrame me={officer(['hotline.contact.take'])} rooms={[hotlinePages]}>
      <ContactDeskPage />
    </PageFrame>,
  );
  return server;
}

/** Takes the call of 王敏 by keyboard alone. */
async function takeCall(): Promise<void> {
  await user.click(await screen.findByLabelText('来电号码'));
  await user.keyboard('13881234567');
  await screen.findByText('工商银行高新支行');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('来电人').value).toBe('王敏'));
  await user.click(screen.getByLabelText('用户原话'));
  await user.keyboard('取款机不出钞{Control>}{Enter}{/Control}');
  await screen.findByText('受理已保存，接着办：');
}

beforeEach(() => localStorage.clear());

it('HOT-1 finds the caller by his phone in a body, not in an address, and saves the contact with customer and site', async () => {
  const server = openDesk();
  await takeCall();
  expect(server.to('POST /api/customers/search').at(-1)?.body).toEqual({ phone: '13881234567' });
  const sent = takeContact.parse(server.to('POST /api/hotline/contacts')[0]?.body);
  expect(sent).toMatchObject({
    channel: 'phone',
    callerName: '王敏',
    customerId: ID.customer,
    siteId: ID.site,
    summary: '取款机不出钞',
  });
  expect(server.sent.every(({ path }) => !path.includes('1388'))).toBe(true);
});

it('HOT-1 makes an unknown number a new customer in the same screen', async () => {
  const server = openDesk({
    'POST /api/customers/search': { body: { data: [], page: {} } },
    'POST /api/customers': { status: 201, body: { id: ID.customer } },
    [`POST /api/customers/${ID.customer}/sites`]: { status: 201, body: { id: ID.site } },
  });
  await user.click(await screen.findByLabelText('来电号码'));
  await user.keyboard('02888881234');
  await screen.findByText('未登记的号码');
  await user.type(screen.getByLabelText('来电人'), '李桂芳');
  await user.type(screen.getByLabelText('网点'), '双流机场T2');
  await user.click(screen.getByLabelText('用户原话'));
  await user.keyboard('缴费机黑屏{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.to('POST /api/hotline/contacts')).toHaveLength(1));
  const made = createCustomer.parse(server.to('POST /api/customers')[0]?.body);
  expect(made).toMatchObject({ name: '李桂芳', contacts: [{ name: '李桂芳', phone: '02888881234' }] });
  expect(server.to(`POST /api/customers/${ID.customer}/sites`)[0]?.body).toEqual({ name: '双流机场T2' });
  expect(server.to('POST /api/hotline/contacts')[0]?.body).toMatchObject({ customerId: ID.customer, siteId: ID.site });
});

it('HOT-5a asks whether the answer was understood and satisfies before it is sent', async () => {
  const route = `POST /api/hotline/contacts/${ID.contact}/answer`;
  const server = openDesk({ [route]: { body: contact({ answer: '重启', needsForm: true }), schema: contactView } });
  await takeCall();
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('答复内容'), '请重启设备');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(2));
  expect(server.to(route)).toHaveLength(0);
  for (const [index, choice] of ['是', '否'].entries())
    await user.click(screen.getAllByText(choice)[index] as HTMLElement);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('用户不明白或不满意，请填写问题处理表。');
  expect(answerContact.parse(server.to(route)[0]?.body)).toEqual({
    text: '请重启设备',
    understood: true,
    satisfied: false,
  });
});

it('HOT-16 closes a nuisance call in two clicks', async () => {
  const route = `POST /api/hotline/contacts/${ID.contact}/nuisance`;
  const closed = contact({ state: 'nuisance', allowedActions: ['reopen'] });
  const server = openDesk({ [route]: { body: closed, schema: contactView } });
  await user.click(await screen.findByRole('button', { name: '骚扰或打错' }));
  await user.click(await screen.findByRole('button', { name: /OK|确定/ }));
  await screen.findByText('这次受理已经办结。');
  expect(takeContact.parse(server.to('POST /api/hotline/contacts')[0]?.body).category).toBe('nuisance');
});

it('HOT-6 makes the form with what is known, then refers it only with the customer told and agreed', async () => {
  const route = `POST /api/hotline/problem-forms/${ID.form}/refer`;
  const server = openDesk({
    [route]: { body: problemForm({ state: 'referred', allowedActions: ['withdraw'] }), schema: problemFormView },
  });
  await takeCall();
  await user.keyboard('{Alt>}2{/Alt}');
  await screen.findByLabelText('问题描述');
  await user.click(screen.getByText('其它'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('2026091801001');
  expect(makeProblemForm.parse(server.to('POST /api/hotline/problem-forms')[0]?.body)).toMatchObject({
    contactId: ID.contact,
    category: 'other',
    description: '取款机不出钞',
    siteId: ID.site,
    address: '天府三街198号',
    mobile: '13881234567',
  });
  await user.keyboard('{Alt>}1{/Alt}');
  await user.click(await screen.findByLabelText('已告知用户转往技术支持，用户同意'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(referForm.parse(server.to(route)[0]?.body)).toEqual({ customerAgreed: true });
});
