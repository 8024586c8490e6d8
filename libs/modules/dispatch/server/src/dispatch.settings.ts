/** Dispatch's section of a policy pack (PCK-1); its schema stands in the contract, since the console reads it too. */
import { dispatchSectionSchema } from '@bihuan/dispatch-contract';

export const dispatchPackSection = dispatchSectionSchema;
