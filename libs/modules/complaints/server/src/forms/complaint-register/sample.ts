/** Three lines of a register, the third following the first. */
import type { ComplaintRegisterPaper } from './complaint-register.form';

export const complaintRegisterSample: ComplaintRegisterPaper = {
  unitName: '人力公关部',
  from: '2026-09-01',
  until: '2026-09-30',
  rows: [
    {
      number: 'TS202609170001',
      complainant: '建设银行福田支行',
      matter: '报修后三天无人上门，备件未到也未告知',
      at: '2026-09-17T09:10:00+08:00',
      contact: '陈㙍',
      phone: '13812345678',
      officer: '赵敏',
      relayedAt: '2026-09-17T09:25:00+08:00',
      relayedBy: '赵敏',
      report: 'HB20260918001',
    },
    {
      number: 'TS202609180002',
      complainant: '工商银行南山支行',
      matter: '服务人员态度生硬',
      at: '2026-09-18T14:00:00+08:00',
      phone: '0755-83561122',
      officer: '赵敏',
    },
    {
      number: 'TS202609210001',
      complainant: '建设银行福田支行',
      matter: '机器又坏了；希望先发备件',
      at: '2026-09-21T10:00:00+08:00',
      contact: '陈㙍',
      phone: '13812345678',
      officer: '赵敏',
      follows: 'TS202609170001',
    },
  ],
};
