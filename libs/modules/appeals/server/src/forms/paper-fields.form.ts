/** Kinds of values that the papers of an appeal share, and the two copies of those that leave the house. */
import type { FormCopy } from '@bihuan/forms';
import { z } from 'zod';

/** Longest text of one field, characters: some six pages. */
const TEXT_AT_MOST = 10_000;

export const paperText = z.string().max(TEXT_AT_MOST);

/** An ISO date or instant. */
export const paperTime = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** One goes to whoever asked for it, one stays. */
export const twoCopies = (zh: string, en: string): readonly [FormCopy, FormCopy] => [
  { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh, en } },
  { label: { zh: '第二联', en: 'Copy 2' }, holder: { zh: '存档', en: 'Archive' } },
];

/** Who appeals about what, at which regulator. */
export const caseHead = {
  unitName: paperText,
  number: z.string().min(1),
  regulator: paperText,
  caseNumber: paperText,
  appellant: paperText,
  matter: paperText,
};

/** How the customer was answered. */
export const customerAnswer = z.object({
  text: paperText.optional(),
  way: paperText.optional(),
  by: paperText.optional(),
  at: paperTime.optional(),
});
