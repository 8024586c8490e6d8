/** Routes of customers (api.md, CUS-1, CUS-2, CUS-5). What is looked for stands in a body, never in an address. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type {
  AddEquipment,
  AddSite,
  CreateCustomer,
  EraseCustomer as EraseBody,
  SaveContact,
  SearchCustomers,
} from '@bihuan/customers-contract';
import {
  addEquipment,
  addSite,
  createCustomer,
  CUSTOMERS_PERMISSIONS as MAY,
  eraseCustomer,
  saveContact,
  searchCustomers,
} from '@bihuan/customers-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField, Permit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Actor, decodeCursor, IfMatch, ListParams, pageOf, Payload, withVersion } from '@bihuan/http';
import type { ListQuery } from '@bihuan/http';
import { CustomerSearch } from './customer.search';
import { Customers } from './customers';
import { EraseCustomer } from './erase-customer';
import type { Direction } from './history';
import { behind, CustomerHistory, positionOf } from './history';

@Controller('customers')
export class CustomersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: Customers,
    private readonly search: CustomerSearch,
    private readonly history: CustomerHistory,
    private readonly erasing: EraseCustomer,
  ) {}

  @Post()
  @Permit(MAY.edit)
  async create(@Actor() actor: UserActor, @Payload(createCustomer) body: CreateCustomer) {
    const { id } = await this.work.run(actor, (tx) => this.customers.create(tx, body));
    return this.view(actor, id);
  }

  @Post('search')
  @HttpCode(200)
  @Permit(MAY.read)
  async find(@Payload(searchCustomers) body: SearchCustomers) {
    return { data: await this.search.find(body), page: {} };
  }

  @Get(':id')
  @Permit(MAY.read)
  async get(@Actor() actor: UserActor, @Param('id') id: string) {
    return this.view(actor, id);
  }

  /** The newest first; `sort=at` gives the oldest first, `filter[site]` one site. */
  @Get(':id/history')
  @Permit(MAY.read)
  async historyOf(@Actor() actor: UserActor, @Param('id') id: string, @ListParams() list: ListQuery) {
    const customer = await this.customers.get(id);
    if (!customer) throw commonErrors['not-found']();
    const customerId = customer.id;
    const siteId = list.filter['site'];
    if (siteId !== undefined && !z.uuid().safeParse(siteId).success)
      throw invalidField('/filter[site]', 'bad-id', 'filter[site]');
    const direction: Direction = list.sort === 'at' ? 'oldest-first' : 'newest-first';
    const all = await this.history.of(actor, siteId === undefined ? { customerId } : { customerId, siteId }, direction);
    const [at, key] = list.after === undefined ? [] : decodeCursor(list.after, 2).map(String);
    const rest = at === undefined || key === undefined ? all : behind(all, [at, key], direction);
    return pageOf(rest, list.size, positionOf, (item) => item);
  }

  @Post(':id/sites')
  @Permit(MAY.edit)
  async addSite(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(addSite) body: AddSite,
    @IfMatch() ifMatch: number | undefined,
  ) {
    const command = withVersion(body, ifMatch);
    return { id: await this.work.run(actor, (tx) => this.customers.addSite(tx, id, command)) };
  }

  @Post(':id/equipment')
  @Permit(MAY.edit)
  async addEquipment(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(addEquipment) body: AddEquipment,
    @IfMatch() ifMatch: number | undefined,
  ) {
    const command = withVersion(body, ifMatch);
    return { id: await this.work.run(actor, (tx) => this.customers.addEquipment(tx, id, command)) };
  }

  /** Without `id` a new contact, with it a change of that one. */
  @Post(':id/contacts')
  @Permit(MAY.edit)
  async saveContact(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(saveContact) body: SaveContact,
    @IfMatch() ifMatch: number | undefined,
  ) {
    const command = withVersion(body, ifMatch);
    return { id: await this.work.run(actor, (tx) => this.customers.saveContact(tx, id, command)) };
  }

  @Post(':id/erase')
  @HttpCode(200)
  @Permit(MAY.erase)
  async erase(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(eraseCustomer) body: EraseBody,
    @IfMatch() ifMatch: number | undefined,
  ) {
    const done = await this.erasing.erase(actor, id, withVersion(body, ifMatch));
    return { ...done, state: 'erased', allowedActions: [] };
  }

  private async view(actor: UserActor, id: string) {
    const customer = await this.customers.get(id);
    if (!customer) throw commonErrors['not-found']();
    return { ...customer, allowedActions: customer.state === 'erased' ? [] : actionsOf(actor) };
  }
}

const actionsOf = ({ permissions }: UserActor): string[] => [
  ...(permissions.has(MAY.edit) ? ['add-contact', 'add-site', 'add-equipment'] : []),
  ...(permissions.has(MAY.erase) ? ['erase'] : []),
];

/** The version the client has seen: header before body. */
