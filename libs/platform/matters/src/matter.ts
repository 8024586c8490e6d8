/** What a kind of case is to the plumbing: its table, who sees it, what its states allow, what is erased (IDN-2, CUS-5). */
import type { CaseChanged, CaseFact } from '@bihuan/events';
import type { ErrorDetails, Subject, SuiteError, Title, UserActor } from '@bihuan/plugin-kit';
import type { RowStore, StoredRow } from '@bihuan/database';
import type { ScopeColumns } from '@bihuan/identity';

/** What every case row has. */
export interface MatterRow extends StoredRow {
  readonly number: string;
  readonly state: string;
  readonly customerId: string | null;
  /** Data key under which its personal values travel (CUS-5). */
  readonly keyId: string;
  /** Nearest running clock; kept by this room, for lists. */
  readonly dueAt: Date | null;
  /** Intake. */
  readonly createdAt: Date;
}

/** Facts a module adds to the frame that the room fills from the row. */
export type OwnFacts = Pick<
  CaseFact,
  'concludedAt' | 'answeredAt' | 'intakeUnitId' | 'unitId' | 'personId' | 'dims' | 'measures'
> &
  Partial<Pick<CaseFact, 'openedAt'>>;

/** What a customer who has a case's number proves himself by, and who serves him. */
export interface OwnProof {
  readonly customerName: string;
  readonly phone: string;
  readonly site: string;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly unitId: string;
}

/** A case found by its number (RVT-8). */
export interface KnownCase extends OwnProof {
  readonly module: string;
  readonly kind: string;
  readonly id: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly keyId: string;
}

export interface MatterDefinition<Row extends MatterRow, Act extends string> {
  readonly module: string;
  readonly kind: string;
  readonly title: Title;
  readonly store: RowStore<Row>;
  /** Permission under which it is read. */
  readonly read: string;
  /** Data scope on alias `r`. */
  readonly scope: ScopeColumns;
  /** States that are over. */
  readonly closed: readonly string[];
  /** What its state allows, in the order in which it is usually done. */
  readonly actions: (row: Row) => readonly Act[];
  /** Act → permission; one of several is enough. */
  readonly permits: Readonly<Record<Act, string | readonly string[]>>;
  /** Why the state does not allow an act, where there is more to say than that it does not; a 409 all the same. */
  readonly refusal?: (row: Row, act: Act) => ((details: ErrorDetails) => SuiteError) | undefined;
  /** Whose act it is besides the permission; absent: whoever holds it. */
  readonly mayAct?: (row: Row, actor: UserActor, act: Act) => boolean;
  /** Throws the module's own error for an act that is not his; absent: 403. */
  readonly demandActor?: (row: Row, actor: UserActor, act: Act) => void;
  /** Acts whose words stand on the row: refused once the customer is erased. Absent: all. */
  readonly writesWords?: (act: Act) => boolean;
  /** Whose lists and pages are to be read again. */
  readonly people: (row: Row) => {
    readonly employees: readonly (string | null)[];
    readonly units: readonly (string | null)[];
  };
  /** Whose move it is, on alias `r`: the reader is `$1`, his units `$2`, now is `$3`. Absent: nobody's work list shows it. */
  readonly mine?: { readonly sql: string; readonly permission?: string };
  /** Column of the site, for a site's history. */
  readonly siteColumn?: string;
  /** Columns that are emptied when the customer is erased. */
  readonly erase: {
    readonly text?: readonly string[];
    readonly nullable?: readonly string[];
    /** Column → expression on alias `r` that keeps what is not personal. */
    readonly json?: Readonly<Record<string, string>>;
  };
  /** For people outside who have its number; absent: they learn nothing of it. */
  readonly proof?: (row: Row) => OwnProof;
  /** What reporting learns after each act. */
  readonly facts?: { readonly event: CaseChanged; readonly of: (row: Row) => OwnFacts };
}

export interface Matter<Row extends MatterRow, Act extends string> extends MatterDefinition<Row, Act> {
  subject(id: string): Subject;
  isOpen(row: Pick<Row, 'state'>): boolean;
  /** SQL condition on alias `r`, the same text in every query and index. */
  readonly openSql: string;
}

export function defineMatter<Row extends MatterRow, Act extends string>(
  definition: MatterDefinition<Row, Act>,
): Matter<Row, Act> {
  const { module, kind, closed } = definition;
  return {
    ...definition,
    subject: (id) => ({ module, kind, id }),
    isOpen: ({ state }) => !closed.includes(state),
    openSql: `r.state not in (${closed.map((state) => `'${state}'`).join(', ')})`,
  };
}

/** What this person may do with the row now. */
export const actsOf = <Row extends MatterRow, Act extends string>(
  matter: Matter<Row, Act>,
  row: Row,
  actor: UserActor,
): readonly Act[] => matter.actions(row).filter((act) => holds(matter, actor, act) && mine(matter, row, actor, act));

const list = (permits: string | readonly string[]): readonly string[] =>
  typeof permits === 'string' ? [permits] : permits;

/** Does the person hold a permission for the act at all? */
export const holds = <Row extends MatterRow, Act extends string>(
  { permits }: Matter<Row, Act>,
  actor: UserActor,
  act: Act,
): boolean => list(permits[act]).some((permission) => actor.permissions.has(permission));

/** Is it his to do with this very row? */
export const mine = <Row extends MatterRow, Act extends string>(
  { mayAct }: Matter<Row, Act>,
  row: Row,
  actor: UserActor,
  act: Act,
): boolean => mayAct?.(row, actor, act) ?? true;
