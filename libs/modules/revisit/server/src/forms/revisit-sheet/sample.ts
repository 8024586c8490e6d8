/** The call-backs of one day. */
import type { RevisitSheetPaper } from './revisit-sheet.form';

export const revisitSheetSample: RevisitSheetPaper = {
  unitName: '华南电子工程有限公司',
  day: '2026-09-18',
  caller: '周敏',
  techManager: '赵志强',
  rows: [
    {
      code: '20260917012001',
      site: '国贸大厦一楼自助服务区 2 号机',
      phone: '13812345678',
      name: '陈㙍',
      result: '机器运行正常，满意；王工到场准时，态度好。',
      handler: '王建国',
    },
    {
      code: '20260917012002',
      site: '福田口岸自助银行',
      phone: '0755-83561122',
      name: '刘敏',
      result: '机器仍偶发卡钞，不满意；已转回处理人。',
      handler: '孙涛',
      remark: '第 2 轮',
    },
  ],
};
