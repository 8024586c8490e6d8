/** What an order names must be in the pack; what is not is refused with the list (DSP-1a, bad input). */
import type { DispatchSection, OpenOrder, OrderType } from '@bihuan/dispatch-contract';
import { invalidField } from '../dispatch.errors';

type Listed = readonly { readonly code: string }[];

const listOf = (codes: Listed): string => codes.map(({ code }) => code).join(', ');

/** @throws 422 at `pointer` with the codes to choose from; a list that is empty takes nothing */
export function demandCode(list: Listed, code: string, pointer: string): void {
  if (list.some((entry) => entry.code === code)) return;
  const detail = list.length === 0 ? '本公司没有此项，请勿填写。 / The pack has no such list; leave it out.' : '';
  throw invalidField(
    pointer,
    'unknown-code',
    detail || `政策包中没有，可选 / not in the pack; one of: ${listOf(list)}`,
  );
}

export function typeOf(section: DispatchSection, code: string): OrderType {
  demandCode(section.types, code, '/type');
  return section.types.find((type) => type.code === code) as OrderType;
}

type Named = Pick<OpenOrder, 'type' | 'customerClass' | 'faultLayer' | 'priority' | 'productLine' | 'gravity'>;

interface Lists {
  readonly productLines: Listed;
  readonly grades: readonly number[];
}

/** Type, class, layer, priority, product line and gravity of a new order. */
export function demandCodes(section: DispatchSection, order: Named, { productLines, grades }: Lists): void {
  const type = typeOf(section, order.type);
  demandCode(section.customerClasses, order.customerClass, '/customerClass');
  if (order.faultLayer !== undefined)
    demandCode(type.layered ? section.faultLayers : [], order.faultLayer, '/faultLayer');
  if (order.priority !== undefined) demandCode(section.priorities, order.priority, '/priority');
  if (order.productLine !== undefined) demandCode(productLines, order.productLine, '/productLine');
  if (order.gravity !== undefined) demandGrade(grades, order.gravity, '/gravity');
}

/** DSP-7, RD-7: a grade of the pack. */
export function demandGrade(grades: readonly number[], grade: number, pointer: string): void {
  if (grades.includes(grade)) return;
  const list = grades.length === 0 ? '无 / none' : grades.join(', ');
  throw invalidField(pointer, 'unknown-grade', `政策包中没有此等级，可选 / not a grade of the pack; one of: ${list}`);
}

/** DSP-6: a cause of the pack's list, where it has one. */
export function demandCause(section: DispatchSection, cause: string): void {
  if (section.causes.length > 0) demandCode(section.causes, cause, '/cause');
}

/** DSP-1b: an order of a hall says which one. */
export function demandHall(order: Pick<OpenOrder, 'source' | 'hallId' | 'clerkId'>): void {
  const { source = 'direct', hallId, clerkId } = order;
  if (source === 'hall' && !hallId) {
    throw invalidField('/hallId', 'hall-required', '营业厅受理的业务须注明营业厅。 / Name the hall that accepted it.');
  }
  if (source !== 'hall' && (hallId ?? clerkId)) {
    const pointer = hallId ? '/hallId' : '/clerkId';
    throw invalidField(pointer, 'no-hall', '只有营业厅受理的业务才填写营业厅与经办人。 / Only for an order of a hall.');
  }
}
