/** A form of two copies and a register, whose data a test writes itself; the edge and the browser are real. */
import { randomUUID } from 'node:crypto';
import type { OnModuleInit } from '@nestjs/common';
import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { noticesRoom } from '@bihuan/notices';
import { Org, orgRoom, OrgSetup } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { Policies, policiesRoom } from '@bihuan/policies';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { formsRoom } from '../../forms.manifest';
import type { FormDefinition } from '../../render/form-definition';
import { circulationForm, complaintRateForm } from '../../shared';
import { FormSources } from '../form-sources';

export interface Note {
  readonly text: string;
  readonly customer: string;
  readonly keyId: string;
  /** Called when a printer asks for it; what it answers is waited for. */
  readonly asked?: () => Promise<void>;
}

/** The notes on file; a test changes them. */
export const notes = new Map<string, Note>();

const schema = z.object({ unitName: z.string(), lines: z.array(z.string()) });

const definition = (code: string, register: boolean): FormDefinition<z.infer<typeof schema>> => ({
  code,
  title: { 'zh-CN': '便笺', en: 'Note' },
  module: 'forms',
  version: '1',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '存根', en: 'File' } },
    { label: { zh: '第二联', en: 'Copy 2' }, holder: { zh: '客户', en: 'Customer' } },
  ],
  register,
  unitKey: 'unitName',
  schema,
  template: '{{#each lines}}<p>{{this}}</p>{{/each}}',
  sample: { unitName: '甲', lines: ['乙'] },
});

const lineOf = ({ text, customer }: Note) => `${customer}：${text}`;

@Injectable()
class NoteForms implements OnModuleInit {
  constructor(private readonly sources: FormSources) {}

  onModuleInit(): void {
    const shared = { permission: 'forms.form.print', blank: () => Promise.resolve({ unitName: '甲', lines: [] }) };
    this.sources.add('note', {
      ...shared,
      kind: 'subject',
      resource: 'notes',
      definition: definition('note', false),
      subjectOf: (id) => ({ module: 'forms', kind: 'note', id }),
      load: async (_actor, id) => {
        const note = notes.get(id) as Note;
        await note.asked?.();
        return { data: { unitName: '甲', lines: [lineOf(note)] }, keyIds: [note.keyId] };
      },
    });
    // The form that several modules print, each with a copy to everybody on its list.
    for (const module of ['forms', 'other']) {
      this.sources.add('circulation', {
        ...shared,
        kind: 'subject',
        resource: 'notes',
        definition: circulationForm(module),
        subjectOf: (id) => ({ module, kind: 'note', id }),
        load: (_actor, id) => {
          const note = notes.get(id) as Note;
          const data = { ...circulationForm(module).sample, unitName: module, distribution: note.text.split(' ') };
          return Promise.resolve({ data, keyIds: [note.keyId] });
        },
      });
      this.sources.add('complaint-rate', {
        ...shared,
        kind: 'register',
        definition: complaintRateForm(module),
        load: () => Promise.resolve({ data: { ...complaintRateForm(module).sample, unitName: module }, keyIds: [] }),
      });
    }
    this.sources.add('note-list', {
      ...shared,
      kind: 'register',
      definition: definition('note-list', true),
      load: () => {
        const all = [...notes.values()];
        const data = { unitName: '甲', lines: all.map(lineOf) };
        return Promise.resolve({ data, keyIds: all.map(({ keyId }) => keyId) });
      },
    });
  }
}

@Module({ providers: [NoteForms] })
class NoteFormsModule {}

export const clerk: UserActor = {
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '李敏',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map([['forms.form.print', 'all']]),
};

export interface Desk extends EdgeApp {
  /** A note on file about a customer of his own, or one given. */
  write(text: string, customerId?: string): Promise<string>;
  erase(customerId: string): Promise<void>;
  post(
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  pdf(path: unknown): Promise<{ status: number; bytes: Buffer }>;
  get(path: string): Promise<{ status: number; body: Record<string, unknown> }>;
  /** From now on this person asks; the clerk where nobody is named. */
  as(person?: UserActor): void;
  /** Somebody of the company, with these permissions besides the clerk's. */
  person(unit: string, permissions?: UserActor['permissions']): Promise<UserActor>;
}

const ROOMS = [
  ...[clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, orgRoom, noticesRoom],
  formsRoom,
];

export async function desk(): Promise<Desk> {
  notes.clear();
  let asking = clerk;
  const edge = await edgeApp(ROOMS, {
    now: new Date('2026-09-17T10:00:00+08:00'),
    edge: { configureHttp, createHttpAdapter },
    modules: [NoteFormsModule],
    actor: () => asking,
  });
  const [work, keys, org] = [edge.app.get(UnitOfWork), edge.app.get(DataKeys), edge.app.get(Org)];
  const { organisation, recipients } = edge.app.get(Policies).pack();
  await edge.app.get(OrgSetup).applyStructure(organisation, recipients);
  await edge.app.get(OrgSetup).addFirstPeople(organisation.employees);
  return {
    ...edge,
    async write(text, customerId = randomUUID()) {
      const id = randomUUID();
      const keyId = await work.run(systemActor('test'), (tx) => keys.ofCustomer(tx, customerId));
      notes.set(id, { text, customer: '王建国', keyId });
      return id;
    },
    async erase(customerId) {
      const [row] = await work.query<{ id: string }>('select id from privacy.data_key where customer_id = $1', [
        customerId,
      ]);
      for (const [id, note] of notes) if (note.keyId === row?.id) notes.set(id, { ...note, customer: '', text: '' });
      await work.run(systemActor('test'), (tx) => keys.destroy(tx, customerId));
    },
    async post(path, body = {}, headers = {}) {
      const answer = await edge.app.inject({ method: 'POST', url: `/api${path}`, payload: body, headers });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    },
    async get(path) {
      const answer = await edge.app.inject({ url: `/api${path}` });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    },
    as(person = clerk) {
      asking = person;
    },
    async person(unitCode, permissions = new Map()) {
      const unit = await org.unitByCode(unitCode);
      const people = await org.employees();
      // In the company's own unit nobody sits: then it is its first employee.
      const employee = people.find(({ unitId }) => unitId === unit?.id) ?? people[0];
      if (!unit || !employee) throw new Error(`nobody in ${unitCode}`);
      return {
        ...clerk,
        employeeId: employee.id,
        name: employee.name,
        unitId: unit.id,
        unitsBelow: await org.unitsBelow([unit.id]),
        permissions: new Map([...clerk.permissions, ...permissions]),
      };
    },
    async pdf(path) {
      const answer = await edge.app.inject({ url: String(path) });
      return { status: answer.statusCode, bytes: answer.rawPayload };
    },
  };
}
