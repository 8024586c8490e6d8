/** The matter whose form is open, so that what is attached in it is attached to it. */
import { createContext, useContext } from 'react';
import { subjectKey, type SubjectRef } from '../registry/define-pages';

export const MatterSubject = createContext<SubjectRef | undefined>(undefined);

/** `module:kind:id` of the open matter. */
export function useSubjectKey(): string | undefined {
  const subject = useContext(MatterSubject);
  return subject ? subjectKey(subject) : undefined;
}
