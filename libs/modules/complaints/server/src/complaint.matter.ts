/** What a complaint is to the plumbing of cases: who sees it, whose act is whose, what is erased, what is counted. */
import type { ComplaintAct } from '@bihuan/complaints-contract';
import { CLOSED_STATES, COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { complaintChanged } from '@bihuan/events';
import { defineMatter } from '@bihuan/matters';
import { complaintActions } from './domain/actions.rules';
import { complaintFacts } from './domain/facts.rules';
import { isActOf } from './domain/actors.rules';
import type { Complaint } from './domain/complaint.state';
import { complaints } from './data/complaint.store';
import { withoutProposals, withoutText, withoutTexts } from './data/erased.part';

const PERMITS: Readonly<Record<ComplaintAct, string>> = {
  sign: MAY.register,
  complete: MAY.register,
  relay: MAY.register,
  acknowledge: MAY.handle,
  check: MAY.check,
  'return-to-channel': MAY.check,
  judge: MAY.check,
  dispatch: MAY.check,
  forward: MAY.handle,
  raise: MAY.handle,
  'name-co-operators': MAY.handle,
  investigate: MAY.handle,
  propose: MAY.handle,
  decide: MAY.decide,
  'carry-out': MAY.handle,
  'feed-back': MAY.handle,
  'note-contact': MAY.handle,
  'request-order': MAY.handle,
  answer: MAY.answer,
  'progress-reply': MAY.answer,
  're-promise': MAY.answer,
  report: MAY.report,
  'take-feedback': MAY.answer,
  revisit: MAY.revisit,
  screen: MAY.screen,
  summarise: MAY.summarise,
  file: MAY.file,
  supervise: MAY.supervise,
  look: MAY.supervise,
  'mark-major': MAY.supervise,
  join: MAY.check,
  withdraw: MAY.withdraw,
};

/** Acts that leave no words of or about the customer on the row. */
const WITHOUT_WORDS: readonly ComplaintAct[] = [
  'file',
  'look',
  'mark-major',
  'join',
  'supervise',
  'withdraw',
  'screen',
];

export const complaint = defineMatter<Complaint, ComplaintAct>({
  module: 'complaints',
  kind: 'complaint',
  title: { zh: '投诉', en: 'Complaint' },
  store: complaints,
  read: MAY.read,
  scope: {
    ownerColumn: 'r.officer_id',
    unitColumns: ['r.intake_unit_id', 'r.unit_id', 'r.centre_unit_id', 'r.answer_unit_id', 'r.screening_unit_id'],
    subjectColumn: 'r.id',
  },
  closed: CLOSED_STATES,
  actions: complaintActions,
  permits: PERMITS,
  mayAct: isActOf,
  writesWords: (act) => !WITHOUT_WORDS.includes(act),
  people: ({ officerId, handlerId, intakeUnitId, unitId, centreUnitId, answerUnitId }) => ({
    employees: [officerId, handlerId],
    units: [...new Set([intakeUnitId, unitId, centreUnitId, answerUnitId])],
  }),
  // With the centre before the dispatch and after the return, with the unit in between; with its officer until answered.
  mine: {
    permission: MAY.read,
    sql: `(r.unit_id = any($2) and r.returned_at is null and r.state in ('dispatched', 'investigating', 'proposal', 'decided')
             and (r.handler_id is null or r.handler_id = $1))
          or (r.centre_unit_id = any($2) and r.state in ('registered', 'checked', 'proposal', 'carried-out', 'answered',
             'feedback-taken', 'revisited', 'summarised'))
          or (r.answer_unit_id = any($2) and r.returned_at is not null and r.answered_at is null)
          or (r.screening_unit_id = any($2) and r.state = 'revisited')
          or (r.officer_id = $1 and r.answered_at is null)`,
  },
  siteColumn: 'site_id',
  erase: {
    text: ['customer_name', 'phone', 'contact', 'address', 'matter', 'demand', 'recording', 'customers_choice'],
    json: {
      road: withoutTexts('road', ['reason', 'feedback']),
      relay: withoutText('relay', ['text']),
      acknowledged: withoutText('acknowledged', ['text']),
      checked: withoutText('checked', ['text']),
      validity: `case when r.validity is null then null else r.validity
        || '{"groundsReason": "", "demandReason": "", "consent": null}'::jsonb end`,
      investigation: withoutText('investigation', ['facts', 'causeText']),
      proposals: withoutProposals,
      decision: withoutText('decision', ['text']),
      carried_out: withoutText('carried_out', ['text', 'consent']),
      answer: withoutText('answer', ['text']),
      report: `case when r.report is null then null else r.report
        || jsonb_build_object('missingReason', '',
             'paper', case when jsonb_typeof(r.report -> 'paper') = 'object' then r.report -> 'paper' || '{"text": ""}' end,
             'phoneNote', case when jsonb_typeof(r.report -> 'phoneNote') = 'object'
               then r.report -> 'phoneNote' || '{"text": "", "opinion": ""}' end) end`,
      feedback: withoutText('feedback', ['text']),
      revisit: withoutText('revisit', ['text', 'proposal']),
      summary: withoutText('summary', ['evaluation', 'class', 'countermeasure']),
      screening: withoutText('screening', ['text']),
      rehandlings: withoutTexts('rehandlings', ['opinion', 'revisitText', 'requirement', 'result']),
    },
  },
  proof: ({ customerName, phone, handlerId, handlerName, unitId, centreUnitId }) => ({
    customerName,
    phone,
    site: '',
    handlerId,
    handlerName,
    unitId: unitId ?? centreUnitId,
  }),
  facts: { event: complaintChanged, of: complaintFacts },
});
