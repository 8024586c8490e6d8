/** What a module's cases add to the rest of the house: work lists, history, search, access, erasure, moved clocks. */
import type { OnModuleInit, Type } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineMove } from '@bihuan/alarms';
import { DeadlineMoved } from '@bihuan/alarms';
import type { HistoryItem, HistoryQuestion } from '@bihuan/customers';
import { HistoryParts, NumberFinders } from '@bihuan/customers';
import { SubjectAccess } from '@bihuan/http';
import { visible, type ScopeColumns } from '@bihuan/identity';
import { Erasers } from '@bihuan/privacy';
import type { WorkItem } from '@bihuan/work';
import { WorkSources } from '@bihuan/work';
import { casesOf, eraseMatter, historyOf, moveDueTime, numberOwners, workOf } from './matter-questions';
import type { KnownCase, Matter, MatterRow } from './matter';

/** What one kind of record adds to the house. A record that is no matter of this room may bring its own. */
export interface HousePart {
  readonly module: string;
  readonly kind: string;
  /** Who sees which rows of its table; the scope is on alias `r`. */
  readonly seen: { readonly table: string; readonly permission: string; readonly scope: ScopeColumns };
  readonly erase: (tx: Transaction, customerId: string) => Promise<number>;
  readonly history: (work: UnitOfWork, actor: UserActor, question: HistoryQuestion) => Promise<HistoryItem[]>;
  readonly work?: (work: UnitOfWork, actor: UserActor) => Promise<WorkItem[]>;
  readonly owners?: (work: UnitOfWork, number: string) => Promise<string[]>;
  readonly cases?: (work: UnitOfWork, number: string) => Promise<KnownCase[]>;
  readonly moved?: (tx: Transaction, move: DeadlineMove) => Promise<void>;
}

/** A matter with its row type closed over, so that matters of different rows stand in one list. */
export const bound = <Row extends MatterRow, Act extends string>(matter: Matter<Row, Act>): HousePart => ({
  module: matter.module,
  kind: matter.kind,
  erase: (tx, customerId) => eraseMatter(tx, matter, customerId),
  work: (work, actor) => workOf(work, matter, actor),
  history: (work, actor, question) => historyOf(work, matter, actor, question),
  owners: (work, number) => numberOwners(work, matter, number),
  cases: (work, number) => casesOf(work, matter, number),
  moved: (tx, move) => moveDueTime(tx, matter, move),
  seen: { table: matter.store.table, permission: matter.read, scope: matter.scope },
});

/** Module id → how it finds its cases by number. */
export class CaseNumbers extends Registry<{ casesOf(number: string): Promise<readonly KnownCase[]> }> {
  constructor() {
    super('case numbers');
  }

  /** Cases of this number in the modules deployed here; several modules may use one number. */
  async find(number: string): Promise<KnownCase[]> {
    return (await Promise.all(this.values().map((module) => module.casesOf(number)))).flat();
  }
}

const none = Promise.resolve([]);

/** The provider that registers a module's matters; one a module, with all of them. */
export function matterParts(matters: readonly [HousePart, ...HousePart[]]): Type {
  const { module } = matters[0];

  @Injectable()
  class MatterParts implements OnModuleInit {
    constructor(
      private readonly work: UnitOfWork,
      private readonly sources: WorkSources,
      private readonly places: Places,
    ) {}

    onModuleInit(): void {
      const { work } = this;
      const { parts, finders, access, erasers, listeners, numbers } = this.places;
      const all = async <T>(ask: (matter: HousePart) => Promise<readonly T[]>): Promise<T[]> =>
        (await Promise.all(matters.map(ask))).flat();
      this.sources.add(module, { list: (actor) => all((matter) => matter.work?.(work, actor) ?? none) });
      parts.add(module, { history: (actor, question) => all((matter) => matter.history(work, actor, question)) });
      finders.add(module, { customersOf: (number) => all((matter) => matter.owners?.(work, number) ?? none) });
      numbers.add(module, { casesOf: (number) => all((matter) => matter.cases?.(work, number) ?? none) });
      access.add(module, {
        mayRead: async (actor, subject) => (await this.readable(actor, [subject])).length > 0,
        readable: (actor, subjects) => this.readable(actor, subjects),
      });
      erasers.add(module, {
        erase: async (tx, customerId) => {
          let rows = 0;
          for (const matter of matters) rows += await matter.erase(tx, customerId);
          return rows;
        },
      });
      listeners.add(module, {
        moved: async (tx, move) => {
          const matter = matters.find(({ kind }) => kind === move.subject.kind);
          if (move.subject.module === module) await matter?.moved?.(tx, move);
        },
      });
    }

    /** Ids of those he may read. */
    private async readable(actor: UserActor, subjects: readonly Subject[]): Promise<string[]> {
      const found = matters.map(async ({ kind, seen: { table, permission, scope } }) => {
        const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
        if (ids.length === 0) return [];
        const { sql, parameters } = visible(actor, permission, scope, 2, 'few');
        const condition = `r.id = any($1::uuid[]) and ${sql}`;
        return this.work.query<{ id: string }>(`select r.id from ${table} r where ${condition}`, [ids, ...parameters]);
      });
      return (await Promise.all(found)).flat().map(({ id }) => id);
    }
  }
  Object.defineProperty(MatterParts, 'name', { value: `MatterPartsOf_${module}` });
  return MatterParts;
}

/** The registries of the house that cases are entered in. */
@Injectable()
export class Places {
  constructor(
    readonly parts: HistoryParts,
    readonly finders: NumberFinders,
    readonly access: SubjectAccess,
    readonly erasers: Erasers,
    readonly listeners: DeadlineMoved,
    readonly numbers: CaseNumbers,
  ) {}
}
