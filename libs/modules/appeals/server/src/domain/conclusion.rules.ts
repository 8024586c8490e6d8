/** APL-6: each conclusion with the ground that its definition asks for; nothing closes half filled (APL-6d). */
import type { AppealsSection, ConcludeAppeal } from '@bihuan/appeals-contract';
import { appealsErrors, invalidField } from '../appeals.errors';
import { appealActions } from './appeal.rules';
import type { Appeal, Concluded, Proposal, Signer } from './appeal.state';
import type { KnownComplaint } from './complaint.state';
import { codeOf, codeOrWords } from './codes.rules';

type Section = Pick<AppealsSection, 'conclusions' | 'attributions' | 'causes' | 'liabilities' | 'tagGroups'>;

/** APL-6b: concluded within its limit, before the customer went to the regulator. An explanation not accepted is not 办结 (RD-45). */
export const handledBefore = (
  complaint: Pick<KnownComplaint, 'outcome' | 'inTime' | 'answeredAt'> | null,
  receivedAt: Date,
): boolean =>
  complaint !== null &&
  complaint.inTime === true &&
  (complaint.outcome === 'solved' || complaint.outcome === 'explained') &&
  complaint.answeredAt !== null &&
  complaint.answeredAt <= receivedAt;

/** What the case is concluded with, complete; 409 where the facts are against it, 422 where something is missing. */
export function conclusionOf(
  section: Section,
  appeal: Appeal,
  input: ConcludeAppeal,
  known: {
    readonly complaint: KnownComplaint | null;
    readonly persons: readonly Signer[];
    readonly by: Signer;
    readonly now: Date;
  },
): Concluded {
  if (input.conclusion === 'handled-before' && !handledBefore(known.complaint, appeal.receivedAt)) {
    throw appealsErrors['no-earlier-handling']({ state: appeal.state, allowedActions: appealActions(appeal) });
  }
  const definition = definitionOf(section, input.conclusion);
  const ground = codeOrWords(definition.grounds, input.ground, '/ground', definition.ownWords);
  demandBody(definition, ground.code, input.body);
  const cause = codeOrWords(section.causes, input.cause, '/cause', false);
  const liability = codeOrWords(section.liabilities, input.liability, '/liability', false);
  const tags = tagsOf(section, input.tags ?? []);
  return {
    conclusion: input.conclusion,
    ground: ground.code,
    groundText: ground.text,
    body: input.body ?? '',
    cause: cause.code,
    causeText: cause.text,
    attribution: input.attribution
      ? codeOf(section.attributions, input.attribution, '/attribution')
      : definition.attribution,
    liability: liability.code,
    liabilityText: liability.text,
    unitId: input.unitId ?? appeal.unitId,
    persons: known.persons,
    tags,
    by: { id: known.by.id, name: known.by.name },
    at: known.now.toISOString(),
  };
}

type Definition = AppealsSection['conclusions'][number];

function definitionOf(section: Section, conclusion: ConcludeAppeal['conclusion']): Definition {
  const found = section.conclusions.find(({ code }) => code === conclusion);
  if (!found) throw new Error(`The pack does not define the conclusion "${conclusion}".`);
  return found;
}

/** APL-6c: which court or body has dealt with it. */
function demandBody(definition: Definition, ground: string | null, body: string | undefined): void {
  if (body || !definition.grounds.some(({ code, needsBody }) => code === ground && needsBody)) return;
  throw invalidField(
    '/body',
    'body-required',
    '请写明受理并作出处理的法院或机构名称。 / Name the court or body that has dealt with it.',
  );
}

/** APL-6d: from each group that the pack requires, a tag; a group without a list takes what no other group knows. */
function tagsOf({ tagGroups }: Section, given: readonly string[]): readonly string[] {
  if (tagGroups.length === 0) return given;
  const listed = tagGroups.flatMap(({ tags }) => tags);
  const open = tagGroups.some(({ tags }) => tags.length === 0);
  const tags = given.map((tag) => codeOrWords(listed, tag, '/tags', open)).map(({ code, text }) => code ?? text);
  for (const group of tagGroups.filter(({ required }) => required)) {
    const codes = group.tags.map(({ code }) => code);
    const filled = tags.some((tag) =>
      codes.length > 0 ? codes.includes(tag) : !listed.some(({ code }) => code === tag),
    );
    if (filled) continue;
    throw invalidField(
      '/tags',
      'tag-required',
      `结案前须填写统计标识“${group.title.zh}”${codes.length > 0 ? `，可选 ${codes.join(', ')}` : ''}。 / ` +
        `Closing asks for the tag "${group.title.en}".`,
    );
  }
  return [...new Set(tags)];
}

/** APL-6a: no report at the regulator's date proposes 'report late, untrue or incomplete'. */
export function missingReportProposal(section: Section, appeal: Pick<Appeal, 'state' | 'rounds'>): Proposal | null {
  const before = ['received', 'dispatched', 'accepted', 'verified', 'planned', 'answered'].includes(appeal.state);
  if (!before) return null;
  for (const { code, grounds } of section.conclusions) {
    const ground = grounds.find(({ missingReport }) => missingReport);
    if (ground) return { conclusion: code, ground: ground.code };
  }
  return null;
}
