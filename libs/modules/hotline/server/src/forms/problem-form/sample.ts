/** A problem form as it comes back from the handler: drives the preview and the golden test. */
import type { ProblemFormPaper } from './problem-form.form';

export const problemFormSample: ProblemFormPaper = {
  unitName: '华南电子工程有限公司',
  number: '20260917012001',
  category: 'technical',
  kind: '硬件',
  customerName: '农业银行深圳罗湖支行 陈㙍',
  mobile: '13812345678',
  office: '0755-82001234',
  site: '国贸大厦一楼自助服务区 2 号机',
  address: '深圳市罗湖区人民南路 3002 号国贸大厦 A 座一层',
  description:
    '用户反映：今日 09:12 起取款机提示“暂停服务”，出钞口有异响，已按提示重启一次未恢复。\n机型 ATM-5000，序列号 S5000-20231187，现场温度约 31℃。用户希望当日内修复。',
  officer: '李晓燕',
  takenAt: '2026-09-17T09:20:00+08:00',
  acceptance: {
    by: '王建国',
    at: '2026-09-17T09:48:00+08:00',
    appointmentAt: '2026-09-17T14:00:00+08:00',
    place: '国贸大厦一楼大堂',
    text: '已与网点联系，确认 14:00 可进场，携带出钞模块一套。',
  },
  plan: {
    text: '1. 检查出钞模块皮带与传感器；\n2. 更换磨损皮带，清洁走钞通道；\n3. 连续出钞 200 张试机。',
    by: '王建国',
    at: '2026-09-17T10:30:00+08:00',
  },
  result: {
    text: '更换出钞皮带一条，清洁传感器，试机 200 张无卡钞，网点负责人确认机器恢复正常。',
    by: '王建国',
    at: '2026-09-17T15:25:00+08:00',
  },
  audit: { text: '处理及时，同意结案。', by: '赵志强', at: '2026-09-18T09:05:00+08:00' },
  rounds: 1,
};
