/** Parts that several events share: the subject a matter stands for, and what a caller must know of it. */
import { z } from 'zod';

export const instant = z.iso.datetime({ offset: true });

export const subject = z.object({ module: z.string(), kind: z.string(), id: z.uuid() });

/** Whose words and phones travel with a matter. */
export const customerValues = z.object({ customerName: z.string(), phone: z.string(), description: z.string() });
