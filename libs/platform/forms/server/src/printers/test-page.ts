/** The page by which an administrator sees that a printer prints (FRM-6); never filed. */
import { z } from 'zod';
import type { FormDefinition } from '../render/form-definition';

const schema = z.object({ printer: z.string(), at: z.iso.datetime(), id: z.string() });

export const testPage: FormDefinition<z.infer<typeof schema>> = {
  code: 'printer-test-page',
  title: { 'zh-CN': '打印机测试页', en: 'Printer test page' },
  module: 'forms',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '测试页', en: 'Test page' }, holder: { zh: '', en: '' } }],
  register: false,
  schema,
  template: `<table class="sheet"><colgroup><col style="width:36mm"><col></colgroup>
<tr><th>打印机</th><td>{{printer}}</td></tr>
<tr><th>时间</th><td>{{datetime at}}</td></tr>
<tr><th>任务</th><td>{{id}}</td></tr>
</table>
<p>汉字：永和九年，岁在癸丑。㙍 □ ✓</p>
<p>Latin: The quick brown fox jumps over the lazy dog. 0123456789</p>`,
  sample: { printer: '三楼打印机', at: '2026-09-17T09:00:00Z', id: '1' },
};
