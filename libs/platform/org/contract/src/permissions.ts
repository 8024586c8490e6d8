/** Permissions of the organisation room. */
export const orgPermissions = {
  employeeManage: 'org.employee.manage',
  certificateIssue: 'org.certificate.issue',
  dutyPlan: 'org.duty.plan',
  dutyRecordMissed: 'org.duty.record-missed',
} as const;
