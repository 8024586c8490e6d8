/** Fills forms 3 and 6 from the contacts of a day or a span of days (HOT-5, HOT-11, HOT-16). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { RegisterRange } from '@bihuan/forms';
import { Papers } from '@bihuan/matters';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import { Org } from '@bihuan/org';
import { CONTACT_SCOPE } from '../data/scoped.store';
import { contacts } from '../data/contact.store';
import type { Contact } from '../domain/contact.state';
import { tallyOf } from '../domain/call-tally.rules';
import { HotlinePack } from '../pack.settings';
import { callTally, consultationLog } from './index';

/** Lines of one paper; a span with more is refused by the form's own limit. */
const LIMIT = 5_000;

@Injectable()
export class RegisterPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  onModuleInit(): void {
    const permission = HOTLINE_PERMISSIONS.printRegister;
    this.papers.register(consultationLog, {
      permission,
      load: async (actor, range, unitName) => {
        const rows = await this.rows(actor, range);
        return { data: await this.log(unitName, range, rows), keyIds: rows.map(({ keyId }) => keyId) };
      },
    });
    this.papers.register(callTally, {
      permission,
      load: async (actor, range, unitName) => ({
        data: await this.tally(unitName, range, await this.rows(actor, range)),
        keyIds: [],
      }),
    });
  }

  private rows(actor: UserActor, { from, to, officer }: RegisterRange): Promise<Contact[]> {
    const scope = visible(actor, HOTLINE_PERMISSIONS.readContact, CONTACT_SCOPE, 4);
    return contacts.find(
      this.work,
      `r.day between $1 and $2 and ($3::uuid is null or r.taken_by_id = $3) and ${scope.sql}
       order by r.started_at, r.id limit ${LIMIT}`,
      [from, to, officer ?? null, ...scope.parameters],
    );
  }

  /** A line a contact, with the answer given; nuisance calls are not consultations. */
  private async log(unitName: string, { from, officer }: RegisterRange, rows: readonly Contact[]): Promise<unknown> {
    const forms = await this.formNumbers(rows.map(({ id }) => id));
    return {
      unitName,
      day: from,
      officer: officer ? (await this.org.employee(officer))?.name : undefined,
      rows: rows
        .filter(({ state }) => state !== 'nuisance')
        .map((contact) => ({
          at: contact.startedAt.toISOString(),
          customer: contact.callerName,
          phone: contact.callerPhone,
          site: contact.site,
          question: contact.summary,
          solution: contact.answer ?? '',
          solved: contact.state === 'concluded' && !forms.has(contact.id),
          ...(contact.understood === null ? {} : { understood: contact.understood && contact.satisfied === true }),
          unfinished: unfinished(contact, forms.get(contact.id)),
        })),
    };
  }

  /** Contact → numbers of its problem forms: what was not answered at once went there (HOT-6). */
  private async formNumbers(contactIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.work.query<{ contact_id: string; numbers: string }>(
      `select contact_id, string_agg(number, '、' order by number) as numbers from hotline.problem_form
       where contact_id = any($1) group by contact_id`,
      [contactIds],
    );
    return new Map(rows.map(({ contact_id, numbers }) => [contact_id, numbers]));
  }

  private async tally(unitName: string, { from, to }: RegisterRange, rows: readonly Contact[]): Promise<unknown> {
    const { channels, contactCategories, problemCategories } = this.pack.section;
    const byPhone = new Set(channels.filter(({ phone }) => phone).map(({ code }) => code));
    const titles = new Map([...problemCategories, ...contactCategories].map(({ code, title }) => [code, title.zh]));
    const names = new Map((await this.org.employees()).map(({ id, name }) => [id, name]));
    return {
      unitName,
      from,
      ...(to === from ? {} : { until: to }),
      ...tallyOf(
        rows.filter(({ channel }) => byPhone.has(channel)),
        titles,
        (id) => names.get(id) ?? '',
      ),
    };
  }
}

const unfinished = (contact: Contact, forms: string | undefined): string =>
  forms ? `转问题处理表 ${forms}` : (UNFINISHED[contact.state] ?? '');

const UNFINISHED: Readonly<Record<string, string>> = { open: '处理中', 'awaiting-customer': '待用户测试后回复' };
