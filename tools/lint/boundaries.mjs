/** Who may import whom (style.md §4), made from the list of projects, so that a new room is fenced at birth. */
import { MAY_USE, MODULES } from '../projects/projects.mjs';

/** A module sees itself and what is shared; only the host sees all. */
const scopes = [
  ...MODULES.map((scope) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags: [`scope:${scope}`, 'scope:shared'],
  })),
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
];

const types = Object.entries(MAY_USE).map(([type, used]) => ({
  sourceTag: `type:${type}`,
  onlyDependOnLibsWithTags: used.map((name) => `type:${name}`),
}));

export const DEP_CONSTRAINTS = [...scopes, ...types];
