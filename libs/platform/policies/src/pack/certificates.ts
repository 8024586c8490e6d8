/** The pack's own people hold no certificate that would not be issued today (ORG-3b). */
import type { Pack } from './pack.schema';

export function certificateProblems({ employees, certificatePassMark: least }: Pack['organisation']): string[] {
  if (least === undefined) return [];
  return employees.flatMap(({ certificates = [] }, i) =>
    certificates.flatMap(({ test }, k) =>
      test.mark < least
        ? [
            `organisation.employees[${i}].certificates[${k}].test.mark: expected at least certificatePassMark ${least}, got ${test.mark}`,
          ]
        : [],
    ),
  );
}
