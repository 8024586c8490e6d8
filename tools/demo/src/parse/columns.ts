/** The columns of a call file: their ids are the English headings, and each may be headed in Chinese. */

interface Column {
  readonly id: string;
  readonly zh: string;
  /** Other headings under which the same column is known. */
  readonly also: readonly string[];
}

export const COLUMNS = [
  { id: 'time', zh: '时间', also: ['来电时间', '受理时间', '日期时间'] },
  { id: 'officer', zh: '责任人编号', also: ['责任人', '受理人编号', '坐席', '座席'] },
  { id: 'channel', zh: '渠道', also: ['受理渠道', '来源'] },
  { id: 'phone', zh: '电话', also: ['联系电话', '来电号码'] },
  { id: 'name', zh: '姓名', also: ['用户姓名', '来电人'] },
  { id: 'site', zh: '网点', also: ['用户网点', '用户所在网点', '地点'] },
  { id: 'summary', zh: '内容', also: ['摘要', '事由', '事件描述', '用户事件描述'] },
  { id: 'category', zh: '类别', also: ['问题类别'] },
  { id: 'kind', zh: '子类', also: ['小类'] },
  { id: 'outcome', zh: '结果', also: ['处理结果', '去向'] },
  { id: 'agreed', zh: '用户同意转出', also: ['同意', '用户同意', '是否同意'] },
] as const satisfies readonly Column[];

export type ColumnId = (typeof COLUMNS)[number]['id'];

const plain = (heading: string): string => heading.normalize('NFKC').trim().toLowerCase();

/** The column under a heading in either language; nothing for a heading that is none of ours. */
export function columnOf(heading: string): ColumnId | undefined {
  const wanted = plain(heading);
  return COLUMNS.find(({ id, zh, also }) => [id, zh, ...also].some((known) => plain(known) === wanted))?.id;
}
