/** Customers with their contacts, sites and equipment: what other rooms and the routes do with them (CUS-1). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddEquipment, AddSite, CreateCustomer, CustomerSummary, SaveContact } from '@bihuan/customers-contract';
import type { Subject } from '@bihuan/plugin-kit';
import { commonErrors, invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { Recorder } from '@bihuan/audit';
import { CustomerCodes } from './codes';
import type { CustomerRecord } from './customer.reader';
import { CustomerReader } from './customer.reader';
import { contactTable, customerTable, equipmentTable, siteTable } from './customer.rows';
import { CustomerSearch } from './customer.search';
import { customersErrors } from './customers.errors';
import { tsVector } from './bigrams';
import { entitlementsOf } from './entitlements';
import { nameKey, phoneDigits } from './normalise';

/** A customer on whom the caller records something in this transaction. */
export interface HeldCustomer {
  readonly id: string;
  /** Data key under which his values stand in timeline and outbox. */
  readonly keyId: string;
  readonly version: number;
}

export const customerSubject = (id: string): Subject => ({ module: 'customers', kind: 'customer', id });

@Injectable()
export class Customers {
  constructor(
    private readonly reader: CustomerReader,
    private readonly search: CustomerSearch,
    private readonly codes: CustomerCodes,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
  ) {}

  /** Who has this phone; the best match first, empty where nobody is known by it. */
  byPhone(phone: string): Promise<CustomerSummary[]> {
    return this.search.byPhone(phone);
  }

  /** A customer in full; `undefined` where there is none. */
  get(id: string): Promise<CustomerRecord | undefined> {
    return this.reader.get(id);
  }

  /** Customers in short, those that are known, in the order of the ids. */
  summaries(ids: readonly string[]): Promise<CustomerSummary[]> {
    return this.reader.summaries(ids);
  }

  /**
   * Keeps the customer from being erased until this transaction ends: whoever stores values of a customer calls it
   * first, so that an erasure at the same moment sees the row (CUS-5).
   *
   * @throws not-found, customer-erased
   */
  async hold(tx: Transaction, id: string): Promise<HeldCustomer> {
    return this.locked(tx, id, 'key share');
  }

  /**
   * The key under which somebody's values are to stand: the customer's, who is held, or a fresh one for somebody nobody
   * knows yet.
   *
   * @throws invalid-input at `/customerId` where there is no such customer; customer-erased
   */
  async keyFor(tx: Transaction, id: string | null | undefined): Promise<string> {
    if (!id) return this.keys.create(tx, null);
    const held = await this.locked(tx, id, 'key share', () =>
      invalidField('/customerId', 'unknown-customer', '没有这个客户。 / There is no such customer.'),
    );
    return held.keyId;
  }

  /**
   * Makes a customer with his own data key, or with the one under which he was recorded as an unknown caller.
   *
   * @throws invalid-input where the pack lists levels or brands and this is none of them
   */
  async create(
    tx: Transaction,
    input: CreateCustomer,
    known: { readonly keyId?: string } = {},
  ): Promise<{ id: string; keyId: string }> {
    const id = randomUUID();
    const level = input.level === undefined ? null : this.codes.level(input.level);
    const brand = input.brand === undefined ? null : this.codes.brand(input.brand);
    const keyId = known.keyId ?? this.keys.create(tx, id);
    if (known.keyId) await this.keys.assign(tx, known.keyId, id);
    const { name, kind, contacts = [] } = input;
    tx.append(customerTable, {
      id,
      kind,
      name,
      name_key: nameKey(name),
      grams: tsVector(nameKey(name)),
      number: input.number ?? null,
      number_key: input.number === undefined ? null : nameKey(input.number),
      level,
      brand,
      business_lines: input.businessLines ?? [],
      region: input.region ?? '',
      since: input.since ?? null,
      mean_monthly_spending: input.meanMonthlySpending ?? null,
      group_name: input.groupName ?? '',
      named_account: input.namedAccount ?? false,
      key_id: keyId,
      created_at: tx.now,
    });
    for (const contact of contacts) this.appendContact(tx, id, contact);
    await this.recorder.record(tx, {
      subject: customerSubject(id),
      action: 'created',
      data: { kind, level, brand },
      personal: { ...input },
      keyId,
    });
    return { id, keyId };
  }

  /** Adds a site. @throws not-found, customer-erased, stale-version */
  async addSite(tx: Transaction, customerId: string, { version, ...site }: AddSite): Promise<string> {
    const { keyId } = await this.changing(tx, customerId, version);
    const id = randomUUID();
    const key = nameKey(`${site.name}${site.address ?? ''}`);
    tx.append(siteTable, {
      id,
      customer_id: customerId,
      name: site.name,
      address: site.address ?? '',
      name_key: key,
      grams: tsVector(key),
      region: site.region ?? '',
      unit_id: site.unitId ?? null,
      house_rules: site.houseRules ?? '',
      created_at: tx.now,
    });
    await this.note(tx, customerId, keyId, 'site-added', { site: id }, site);
    return id;
  }

  /** Adds an equipment. @throws not-found, customer-erased, stale-version; invalid-input: site, product line */
  async addEquipment(tx: Transaction, customerId: string, { version, ...thing }: AddEquipment): Promise<string> {
    const { keyId } = await this.changing(tx, customerId, version);
    const id = randomUUID();
    const productLine = this.codes.productLine(thing.productLine);
    if (thing.siteId !== undefined) await this.mustOwnSite(tx, customerId, thing.siteId);
    const installedOn = thing.installedOn ?? null;
    const warrantyEnd = thing.warrantyEnd ?? null;
    tx.append(equipmentTable, {
      id,
      customer_id: customerId,
      serial: thing.serial,
      serial_key: nameKey(thing.serial),
      model: thing.model,
      product_line: productLine,
      site_id: thing.siteId ?? null,
      installed_on: installedOn,
      warranty_end: warrantyEnd,
      acceptance_sheet: thing.acceptanceSheet ?? '',
      entitlements: entitlementsOf(
        { productLine, installedOn, warrantyEnd, agreed: thing.entitlements ?? [] },
        this.codes.section().entitlements,
      ),
      created_at: tx.now,
    });
    await this.note(tx, customerId, keyId, 'equipment-added', { equipment: id, productLine }, thing);
    return id;
  }

  /** Adds a contact or changes one. @throws not-found, customer-erased, stale-version */
  async saveContact(tx: Transaction, customerId: string, { version, id, ...given }: SaveContact): Promise<string> {
    const { keyId } = await this.changing(tx, customerId, version);
    if (id === undefined) {
      const added = this.appendContact(tx, customerId, { name: '', phone: '', ...given });
      await this.note(tx, customerId, keyId, 'contact-added', { contact: added }, given);
      return added;
    }
    const [old] = await tx.query<{ name: string; phone: string; office: string; email: string }>(
      'select name, phone, office, email from customers.contact where id = $1 and customer_id = $2',
      [id, customerId],
    );
    if (!old) throw commonErrors['not-found']();
    const next = contactColumns({ ...old, ...given });
    const names = Object.keys(next);
    await tx.query(
      `update customers.contact set ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} where id = $1`,
      [id, ...Object.values(next)],
    );
    await this.note(tx, customerId, keyId, 'contact-changed', { contact: id }, { before: old, after: given });
    return id;
  }

  /** Locks the row for a change of the customer and counts his version up. */
  private async changing(tx: Transaction, id: string, version: number | undefined): Promise<HeldCustomer> {
    const held = await this.locked(tx, id, 'no key update');
    if (version !== undefined && version !== held.version) throw commonErrors['stale-version']();
    await tx.query('update customers.customer set version = version + 1 where id = $1', [id]);
    return held;
  }

  private async locked(
    tx: Transaction,
    id: string,
    strength: 'key share' | 'no key update',
    missing: () => Error = commonErrors['not-found'],
  ): Promise<HeldCustomer> {
    await tx.flush();
    const [row] = await tx.query<{ id: string; key_id: string; version: number; erased: boolean }>(
      `select id, key_id, version, erased_at is not null as erased from customers.customer where id = $1 for ${strength}`,
      [id],
    );
    if (!row) throw missing();
    if (row.erased) throw customersErrors['customer-erased']({ state: 'erased', allowedActions: [] });
    return { id: row.id, keyId: row.key_id, version: row.version };
  }

  private async mustOwnSite(tx: Transaction, customerId: string, siteId: string): Promise<void> {
    const rows = await tx.query('select 1 from customers.site where id = $1 and customer_id = $2', [
      siteId,
      customerId,
    ]);
    if (rows.length === 0)
      throw invalidField('/siteId', 'unknown-site', '该客户没有此网点 · no such site of this customer');
  }

  private appendContact(tx: Transaction, customerId: string, contact: ContactValues): string {
    const id = randomUUID();
    tx.append(contactTable, { id, customer_id: customerId, ...contactColumns(contact), created_at: tx.now });
    return id;
  }

  private note(
    tx: Transaction,
    id: string,
    keyId: string,
    action: string,
    data: Record<string, unknown>,
    personal: object,
  ): Promise<void> {
    return this.recorder.record(tx, { subject: customerSubject(id), action, data, personal: { ...personal }, keyId });
  }
}

interface ContactValues {
  readonly name: string;
  readonly phone: string;
  readonly office?: string | undefined;
  readonly email?: string | undefined;
}

function contactColumns({ name, phone, office = '', email = '' }: ContactValues) {
  const key = nameKey(name);
  return {
    name,
    name_key: key,
    grams: tsVector(key),
    phone,
    phone_digits: phoneDigits(phone) || null,
    office,
    office_digits: phoneDigits(office) || null,
    email,
  };
}
