/** The road of a complaint at the maker of ATMs: relayed, taken note of, checked, handled, reported in two copies (CMP-4d, CMP-7, CMP-10). */
import type { Office, Row } from '../office/office';

const UNIT = 'technical-support';

const SAID = {
  facts: '备件未到，未及时告知用户',
  cause: '备件未到',
  proposals: [{ text: '调拨备件，次日上门' }, { text: '更换整机' }],
  instruction: '同意第一方案，致歉',
  done: '已上门更换并致歉',
} as const;

const path = (complaint: Row): string => `/complaints/complaints/${String(complaint['id'])}`;

/** From the register to the department: the hotline's relay and the checked order. */
export async function passOn(office: Office, complaint: Row): Promise<void> {
  const act = (by: string, name: string, body: Row = {}) => office.act(by, `${path(complaint)}/${name}`, body);
  await act('supervisor', 'relay', { unitId: office.unit(UNIT), text: '请立即处理' });
  await act('tech-manager', 'acknowledge', { text: '收到，马上安排' });
  await act('supervisor', 'check', complaint['kind'] === 'parts-delay' ? { text: '属实' } : { kind: 'staff-attitude' });
  await act('supervisor', 'dispatch', { unitId: office.unit(UNIT) });
}

/** Investigation, proposals, the decision of one, and its carrying out. */
export async function carryOut(office: Office, complaint: Row): Promise<void> {
  const act = (by: string, name: string, body: Row = {}) => office.act(by, `${path(complaint)}/${name}`, body);
  await act('engineer', 'investigate', { facts: SAID.facts, cause: SAID.cause, persons: [] });
  const { proposals } = await act('engineer', 'propose', { proposals: SAID.proposals });
  const [first] = proposals as Row[];
  await act('supervisor', 'decide', { proposalId: first?.['id'], instruction: SAID.instruction });
  await act('engineer', 'carry-out', { text: SAID.done });
}

/** The paper of the department, and the arrival of each copy. */
export async function reportOnPaper(
  office: Office,
  complaint: Row,
  missingReason = '现场更换，未填维修汇报单',
): Promise<void> {
  const act = (by: string, body: Row) => office.act(by, `${path(complaint)}/report`, { way: 'paper', ...body });
  await act('engineer', { missingReason });
  await act('supervisor', { copy: 1 });
  await act('tech-manager', { copy: 2 });
}

/** As far as it goes from its state; the revisit of it is the caller's (RVT-1b). */
export async function handleComplaint(office: Office, complaint: Row): Promise<void> {
  if (complaint['state'] === 'registered') await passOn(office, complaint);
  if (complaint['state'] === 'dispatched') {
    await carryOut(office, complaint);
    await reportOnPaper(office, complaint);
  }
}
