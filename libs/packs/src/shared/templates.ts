/** Notices of the platform, the same in every company (NTF-1, NUM-1). */
import { template } from './words';

export const platformTemplates = [
  template(
    'deadline-warned',
    ['时限即将到期', 'A deadline is nearly due'],
    ['{number} 将于 {dueAt} 到期，请尽快处理。', '{number} is due at {dueAt}; please act soon.'],
  ),
  template(
    'deadline-breached',
    ['时限已超时', 'A deadline is overdue'],
    ['{number} 应于 {dueAt} 完成，现已超时。', '{number} was due at {dueAt} and is overdue.'],
  ),
  template(
    'serial-overflow',
    ['表单流水号超出位数', 'A form serial outgrew its width'],
    [
      '当日流水号已超出设定位数，新编号 {number} 已加宽一位。请核对编号规则。',
      'A serial of the day outgrew its width; number {number} has one digit more. Please look at the numbering pattern.',
    ],
  ),
  template(
    'webhook-failing',
    ['Webhook 订阅一直发送失败', 'A webhook takes nothing'],
    [
      'Webhook 订阅“{name}”已连续一天发送失败，请检查对方系统，恢复后可从指定时间起重发。',
      'The webhook "{name}" has taken nothing for a day. Look at the other system; events can be sent again from an instant on.',
    ],
  ),
  template(
    'printing-failed',
    ['打印未成功', 'A paper was not printed'],
    [
      '发送到打印机“{printer}”的文件没有打印出来，请检查打印机后重新发送，或换一台打印机。',
      'What was sent to the printer "{printer}" was not printed. Look at the printer and send it again, or choose another.',
    ],
  ),
];
