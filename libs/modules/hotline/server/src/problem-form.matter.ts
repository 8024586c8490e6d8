/** The problem form as a case: who sees it, whose move it is, what is emptied when the customer is erased (HOT-6 … HOT-9). */
import { problemFormChanged } from '@bihuan/events';
import { HOTLINE_PERMISSIONS as MAY } from '@bihuan/hotline-contract';
import { defineMatter } from '@bihuan/matters';
import { problemForms } from './data/problem-form.store';
import { actionsFor, demandActor, PERMISSION } from './domain/form-actors.rules';
import type { FormAction } from './domain/problem-form.rules';
import { formActions } from './domain/problem-form.rules';
import type { ProblemForm } from './domain/problem-form.state';
import { presentRound } from './domain/problem-form.state';

/** Acts whose words stand on the form itself. */
const WRITES_WORDS: readonly FormAction[] = [
  'accept',
  'plan',
  'handle',
  'audit',
  'answer',
  'dissatisfied',
  'await-customer',
  'order-repair',
];

/** What was said and written goes; who, when and whether satisfied stay. */
const ROUNDS_WITHOUT_TEXT = `(select coalesce(jsonb_agg(jsonb_build_object(
  'round', e->'round', 'satisfied', e->'satisfied', 'dissatisfaction', null,
  'plan', hotline.without_text(e->'plan'), 'result', hotline.without_text(e->'result'),
  'audit', hotline.without_text(e->'audit'), 'answer', hotline.without_text(e->'answer')) order by o), '[]'::jsonb)
  from jsonb_array_elements(r.rounds) with ordinality as x(e, o))`;

export const problemForm = defineMatter<ProblemForm, FormAction>({
  module: 'hotline',
  kind: 'problem-form',
  title: { zh: '用户问题处理表', en: 'Problem form' },
  store: problemForms,
  read: MAY.readForm,
  // Seen by the hotline unit that made it and by the unit that handles it.
  scope: {
    ownerColumn: 'r.officer_id',
    unitColumns: ['r.origin_unit_id', 'r.unit_id'],
    subjectColumn: 'r.id',
  },
  closed: ['concluded', 'withdrawn'],
  actions: formActions,
  permits: PERMISSION,
  mayAct: (form, actor, act) => actionsFor(form, actor).includes(act),
  demandActor,
  writesWords: (act) => WRITES_WORDS.includes(act),
  people: ({ officerId, handlerId, assigneeId, originUnitId, unitId }) => ({
    employees: [officerId, handlerId, assigneeId],
    units: [originUnitId, unitId],
  }),
  // Of the officer, of the handler, of who owns the contact, and what a unit of his has not taken yet.
  mine: {
    sql: `r.officer_id = $1 or r.handler_id = $1 or r.assignee_id = $1
      or exists (select 1 from hotline.contact c where c.id = r.contact_id and c.owner_id = $1)
      or (r.unit_id = any($2) and r.state = 'referred' and r.assignee_id is null)`,
  },
  siteColumn: 'site_id',
  erase: {
    text: ['description', 'customer_name', 'site', 'address', 'mobile', 'office'],
    json: {
      waiting_for: 'null',
      acceptance: `case when r.acceptance is null then null else
        r.acceptance || '{"place": "", "text": "", "judgement": "", "parts": ""}'::jsonb end`,
      rounds: ROUNDS_WITHOUT_TEXT,
    },
  },
  proof: ({ customerName, mobile, office, site, handlerId, handlerName, originUnitId }) => ({
    customerName,
    phone: mobile || office,
    site,
    handlerId,
    handlerName,
    unitId: originUnitId,
  }),
  facts: {
    event: problemFormChanged,
    of: (form) => ({
      openedAt: form.takenAt.toISOString(),
      concludedAt: form.concludedAt?.toISOString() ?? null,
      answeredAt: presentRound(form).answer?.at ?? null,
      intakeUnitId: form.originUnitId,
      unitId: form.unitId,
      personId: form.handlerId ?? form.assigneeId,
      dims: { category: form.category, kind: form.kind, channel: form.channel },
      measures: {
        returns: form.returns,
        rounds: form.round,
        ...(presentRound(form).satisfied === null ? {} : { satisfied: presentRound(form).satisfied ? 1 : 0 }),
      },
    }),
  },
});
