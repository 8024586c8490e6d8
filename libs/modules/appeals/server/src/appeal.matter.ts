/** An appeal to the plumbing of cases: who sees it, whose move it is, what is erased, what reporting learns. */
import { appealChanged } from '@bihuan/events';
import type { AppealAct } from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY } from '@bihuan/appeals-contract';
import { reachesUnit } from '@bihuan/plugin-kit';
import { defineMatter } from '@bihuan/matters';
import { appeals } from './data/appeal.store';
import { appealActions } from './domain/appeal.rules';
import type { Appeal } from './domain/appeal.state';

/** The branch's own acts: of whoever has the case, or of his unit's people. */
const OF_BRANCH: readonly AppealAct[] = ['accept', 'verify', 'plan', 'answer', 'report'];

/** Nothing is written of the appellant: possible also after he was erased (CUS-5). */
const WORDLESS: readonly AppealAct[] = [
  'dispatch',
  'link',
  're-promise',
  'enter-receipt',
  'approve',
  'conclude',
  'archive',
];

/** A flag by its name; nothing while it is not known. */
const flag = (name: string, value: boolean | null | undefined): Record<string, number> =>
  typeof value === 'boolean' ? { [name]: value ? 1 : 0 } : {};

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

const measuresOf = (row: Appeal): Record<string, number> => ({
  'sent-back': row.sentBack,
  'key-case': row.keyCase ? 1 : 0,
  shortened: row.shortened.length > 0 ? 1 : 0,
  ...flag('on-time', not(row.late)),
  ...flag('regulator-on-time', not(row.lateForRegulator)),
  ...flag('satisfied', row.revisit?.satisfied),
});

export const appeal = defineMatter<Appeal, AppealAct>({
  module: 'appeals',
  kind: 'appeal',
  title: { zh: '申诉', en: 'Appeal' },
  store: appeals,
  read: MAY.readAppeal,
  scope: { ownerColumn: 'r.handler_id', unitColumns: ['r.desk_unit_id', 'r.unit_id'], subjectColumn: 'r.id' },
  closed: ['archived'],
  actions: appealActions,
  permits: {
    dispatch: MAY.dispatchAppeal,
    accept: MAY.handleAppeal,
    verify: MAY.handleAppeal,
    plan: MAY.handleAppeal,
    answer: MAY.handleAppeal,
    report: MAY.handleAppeal,
    approve: MAY.reviewAppeal,
    'send-back': MAY.reviewAppeal,
    reply: MAY.replyAppeal,
    revisit: MAY.concludeAppeal,
    conclude: MAY.concludeAppeal,
    archive: MAY.concludeAppeal,
    link: MAY.dispatchAppeal,
    'report-for-record': MAY.fileAppeal,
    'enter-receipt': MAY.fileAppeal,
    're-promise': MAY.dispatchAppeal,
    note: MAY.noteAppeal,
  },
  mayAct: (row, actor, act) =>
    !OF_BRANCH.includes(act) ||
    row.handlerId === actor.employeeId ||
    (row.unitId !== null && reachesUnit(actor, MAY.handleAppeal, row.unitId)),
  writesWords: (act) => !WORDLESS.includes(act),
  people: ({ deskId, handlerId, deskUnitId, unitId }) => ({
    employees: [deskId, handlerId],
    units: [deskUnitId, unitId],
  }),
  mine: {
    sql: `case when r.state in ('dispatched', 'accepted', 'verified', 'planned', 'answered')
            then r.handler_id = $1 else r.desk_id = $1 end`,
  },
  erase: {
    text: ['appellant', 'phone', 'matter', 'mediation'],
    json: {
      rounds: 'appeals.without_words(r.rounds)',
      reply: 'appeals.without_words(r.reply)',
      revisit: 'appeals.without_words(r.revisit)',
      concluded: 'appeals.without_words(r.concluded)',
    },
  },
  facts: {
    event: appealChanged,
    of: (row) => ({
      openedAt: row.receivedAt.toISOString(),
      concludedAt: row.concludedAt?.toISOString() ?? null,
      answeredAt: row.repliedAt?.toISOString() ?? null,
      intakeUnitId: row.deskUnitId,
      unitId: row.concluded?.unitId ?? row.unitId,
      personId: row.handlerId,
      dims: {
        regulator: row.regulator,
        business: row.business,
        nature: row.nature,
        filed: row.filed ? 'filed' : 'not-filed',
        channel: row.channel,
        level: row.level,
        conclusion: row.concluded?.conclusion ?? null,
        ground: row.concluded?.ground ?? null,
        cause: row.concluded?.cause ?? null,
        attribution: row.concluded?.attribution ?? null,
        liability: row.concluded?.liability ?? null,
      },
      measures: measuresOf(row),
    }),
  },
});
