/** The plain table beneath a chart. */
import type { ReactNode } from 'react';

export interface NumberTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  /** First cell names the row. */
  readonly rows: readonly (readonly [name: string, ...values: ReactNode[]])[];
}

export function NumberTable({ caption, heads, rows }: NumberTableProps) {
  return (
    <table className="bh-numbers" aria-label={caption}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values], at) => (
          <tr key={`${name} ${at}`}>
            <th scope="row">{name}</th>
            {values.map((value, place) => (
              <td key={heads[place + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
