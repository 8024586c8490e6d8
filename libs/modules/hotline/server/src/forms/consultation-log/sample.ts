/** A short day of one officer. */
import type { ConsultationLogPaper } from './consultation-log.form';

export const consultationLogSample: ConsultationLogPaper = {
  unitName: '华南电子工程有限公司',
  day: '2026-09-17',
  officer: '李晓燕',
  rows: [
    {
      at: '2026-09-17T08:35:00+08:00',
      customer: '建设银行福田支行 刘敏',
      phone: '0755-83561122',
      site: '福田口岸自助银行',
      question: '凭条打印机缺纸提示不消失',
      solution: '指导重装纸卷并执行走纸自检，提示消失',
      solved: true,
      understood: true,
    },
    {
      at: '2026-09-17T10:02:00+08:00',
      customer: '工商银行南山支行 何伟',
      phone: '13612349876',
      site: '科技园营业部',
      question: '存款模块识别率下降，是否需要升级固件',
      solution: '请用户按步骤清洁传感器后试机，等待用户回复',
      solved: false,
      unfinished: '用户测试后回电，已移交次日班次',
      attachments: 1,
    },
    {
      at: '2026-09-17T16:40:00+08:00',
      customer: '农业银行罗湖支行 陈㙍',
      phone: '13812345678',
      site: '国贸大厦',
      question: '询问保修期内更换皮带是否收费',
      solution: '依保修政策答复：保修期内免费',
      solved: true,
      understood: false,
    },
  ],
  handedOverBy: '李晓燕',
  takenOverBy: '周敏',
};
