/** Every figure of packs.md `atm-5s4e` that this cut uses is in the data (PCK-1). */
import { compileCalendar, formatNumber } from '@bihuan/domain';
import { PACKS } from '@bihuan/packs';
import { packSchema } from './pack/pack.schema';
import { checkPack } from './pack/pack-problems';

const pack = packSchema.parse(PACKS.get('atm-5s4e'));
const policy = (code: string) => pack.deadlinePolicies.find((each) => each.code === code);
const codes = (entries: readonly { code: string }[]) => entries.map(({ code }) => code);

interface Routed {
  readonly channels: readonly { code: string; phone: boolean; recorded: boolean; faceToFace: boolean }[];
  readonly contactCategories: readonly { code: string }[];
  readonly problemCategories: readonly { code: string; title: { zh: string }; kinds: readonly { code: string }[] }[];
  readonly routing: readonly { category: string; kind?: string; unit: string; alternatives: readonly string[] }[];
  readonly firstContactWindowDays: number;
  readonly policies: Readonly<Record<string, string>>;
  readonly calendar: string;
}
const hotline = pack.modules['hotline'] as Routed;

describe('atm-5s4e', () => {
  it('PCK-1 passes its schema and names nothing that is missing', () => {
    expect(checkPack(PACKS.get('atm-5s4e')).ok).toBe(true);
  });

  it('PCK-1 HOT-8a the handlers work Mon–Fri 09–12 and 13–18 and keep holidays; the hotline has 365 days', () => {
    const [handlers, hotlineDays, always] = pack.calendars;
    const hours = [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ];
    expect(handlers).toMatchObject({ code: 'handlers', worksOnHolidays: false });
    expect(handlers?.weekly).toEqual({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
    expect(hotlineDays).toMatchObject({ code: 'hotline-365', worksOnHolidays: true });
    expect(Object.keys(hotlineDays?.weekly ?? {})).toHaveLength(7);
    const week = compileCalendar({ weekly: always?.weekly ?? {} });
    expect(week.between(new Date('2026-09-14T00:00:00Z'), new Date('2026-09-21T00:00:00Z'))).toBe(7 * 86_400);
  });

  it('PCK-1 HOT-8 two working hours to the handler, two working days to the result, due at the close', () => {
    expect(policy('hotline.referral')?.limit).toEqual({ unit: 'working-hour', value: 2 });
    expect(policy('hotline.result')?.limit).toEqual({ unit: 'working-day', value: 2 });
  });

  it('PCK-1 HOT-8c overdue: notice to officer and supervisor, a chase task a working day', () => {
    expect(policy('hotline.referral')?.steps.find(({ at }) => 'share' in at && at.share === 1)).toMatchObject({
      action: 'notify',
      to: ['officer', 'supervisor'],
    });
    expect(policy('hotline.result')?.steps).toContainEqual(
      expect.objectContaining({
        at: { repeat: 'opening-of-each-working-day' },
        action: 'hotline.chase',
      }),
    );
    expect(pack.recipients).toMatchObject({ supervisor: 'complaint-supervisor', administrator: 'administrator' });
  });

  it('PCK-1 HOT-5b HOT-9a RVT-1a customer 24 hours, engineer 1 working hour, revisit the next calendar day', () => {
    expect(policy('hotline.awaiting-customer')?.limit).toEqual({ unit: 'hour', value: 24 });
    expect(policy('hotline.awaiting-customer')?.steps).toEqual([
      expect.objectContaining({ at: { share: 1 }, action: 'hotline.conclude-silent' }),
    ]);
    expect(policy('hotline.contact-customer')?.limit).toEqual({ unit: 'working-hour', value: 1 });
    expect(policy('revisit.fault')?.limit).toEqual({ unit: 'calendar-day', value: 1 });
  });

  it('PCK-1 DLN-1 every clock of the hotline warns at 0.9 of its limit', () => {
    const clocks = pack.deadlinePolicies.filter(({ code }) => code.startsWith('hotline.'));
    expect(clocks.map(({ warnShare }) => warnShare)).toEqual([0.9, 0.9, 0.9, 0.9, 0.9]);
  });

  it('PCK-1 HOT-6 categories and kinds are the seed’s', () => {
    expect(hotline.problemCategories.map(({ code, title }) => [code, title.zh])).toEqual([
      ['technical', '技术质量'],
      ['service', '服务'],
      ['sales', '销售'],
      ['other', '其它'],
    ]);
    const kinds = (code: string) => codes(hotline.problemCategories.find((each) => each.code === code)?.kinds ?? []);
    expect(kinds('technical')).toEqual(['hardware', 'software', 'other']);
    expect(kinds('sales')).toHaveLength(6);
    expect(kinds('service')).toHaveLength(5);
    expect(codes(hotline.contactCategories)).toEqual(['consultation', 'suggestion', 'praise', 'nuisance']);
  });

  it('PCK-1 HOT-7 RD-39 each category lands on its unit, the chart’s units are choices', () => {
    const table = hotline.routing.map(({ category, kind, unit, alternatives }) => [category, kind, unit, alternatives]);
    expect(table).toEqual([
      ['technical', 'software', 'software-development', ['technical-support']],
      ['technical', undefined, 'technical-support', ['software-development']],
      ['sales', undefined, 'product-division', []],
      ['service', undefined, 'user-service', []],
      ['other', undefined, 'technical-support', ['product-division', 'user-service', 'software-development']],
    ]);
  });

  it('PCK-1 HOT-1a RD-44 channels carry their flags; a reopened contact within 7 days does not count', () => {
    expect(codes(hotline.channels)).toEqual([
      'phone',
      'web-question',
      'forum',
      'fax',
      'letter',
      'visit',
      'e-mail',
      'sms',
      'message',
      'counter',
    ]);
    expect(hotline.channels.find(({ code }) => code === 'phone')).toMatchObject({ phone: true, recorded: true });
    expect(hotline.channels.filter(({ faceToFace }) => faceToFace).map(({ code }) => code)).toEqual([
      'visit',
      'counter',
    ]);
    expect(hotline.firstContactWindowDays).toBe(7);
  });

  it('PCK-1 NUM-1 RD-8 a form number is day, officer and serial of width 3', () => {
    const date = new Date('2026-09-18T17:30:00+08:00');
    expect(formatNumber(pack.numbering['problem-form'] ?? '', { date, officer: '01', seq: 7 }).number).toBe(
      '2026091801007',
    );
  });

  it('PCK-1 product lines, grades and their weights, forms of this cut', () => {
    expect(pack.productLines.map(({ title }) => title.zh)).toEqual(['ATM', '自助缴费机（APM）', '车载机', '安防/监控']);
    expect(pack.faultGrades.map(({ grade, weight }) => [grade, weight])).toEqual([
      [1, 4],
      [2, 3],
      [3, 2],
      [4, 1],
    ]);
    expect(codes(pack.forms)).toEqual(
      expect.arrayContaining(['problem-form', 'acceptance-record', 'consultation-log', 'revisit-sheet', 'call-tally']),
    );
  });

  it('PCK-1 RVT-1a revisits run on the hotline’s days, by phone', () => {
    expect(pack.modules['revisit']).toMatchObject({
      plans: expect.arrayContaining([
        expect.objectContaining({ event: 'problem-form', calendar: 'hotline-365', policy: 'revisit.fault' }),
      ]),
      ways: ['phone'],
    });
  });

  it('PCK-1 ORG-3 the demonstration users of api.md sit where it says', () => {
    const people = pack.organisation.employees;
    const title = (code: string) => pack.organisation.positions.find((each) => each.code === code)?.title.zh;
    const table = people.filter(({ user }) => user).map(({ user, position, unit }) => [user, title(position), unit]);
    expect(table).toEqual([
      ['agent', '800热线责任人', 'hotline'],
      ['agent2', '800热线责任人', 'hotline'],
      ['engineer', '技术支持工程师', 'technical-support'],
      ['engineer2', '服务实施工程师', 'user-service'],
      ['tech-manager', '技术经理', 'technical-support'],
      ['dispatcher', '调度员', 'user-service'],
      ['supervisor', '客服投诉监督责任人', 'hr-pr'],
      ['hr', '人力专员', 'hr-pr'],
      ['manager', '总经理', 'general-office'],
      ['deputy', '分管副总', 'general-office'],
      ['regulator-desk', '申诉联系责任人', 'general-office'],
      ['admin', '管理员', 'general-office'],
    ]);
    const of = (user: string) => people.find((each) => each.user === user);
    expect([of('agent')?.officerNumber, of('agent2')?.officerNumber]).toEqual(['01', '02']);
    for (const user of ['engineer', 'engineer2']) {
      expect(of(user)?.certificates?.[0]?.productLines).toEqual(codes(pack.productLines));
    }
    expect(of('tech-manager')).toMatchObject({ head: true, furtherUnits: ['user-service'] });
  });

  it('PCK-1 units without demonstration users have heads', () => {
    for (const unit of ['software-development', 'product-division', 'decision-centre']) {
      const heads = pack.organisation.employees.filter((each) => each.unit === unit);
      expect(heads).toEqual([expect.objectContaining({ head: true })]);
      expect(heads[0]?.user).toBeUndefined();
    }
  });

  it('IDN-2 the administrator has every right', () => {
    expect(pack.roles.find(({ id }) => id === 'administrator')?.grants).toEqual({ '*': 'all' });
  });

  it('PCK-1 RD-4 RD-6 RD-7 figures that are in no seed are marked chosen, readings by their number', () => {
    const chosen = pack.notes.filter(({ kind }) => kind === 'chosen').map(({ path }) => path);
    expect(chosen).toEqual(
      expect.arrayContaining([
        'calendars.handlers',
        'calendars.hotline-365.weekly',
        'deadlinePolicies.hotline.contact-customer',
        'faultGrades',
      ]),
    );
    const text = pack.notes.map((note) => note.text).join(' ');
    for (const reading of ['RD-2', 'RD-3', 'RD-4', 'RD-5', 'RD-6', 'RD-7', 'RD-8', 'RD-39', 'RD-44']) {
      expect(text).toContain(reading);
    }
  });
});
