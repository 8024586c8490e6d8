/** Body of form 13a, 申诉处理报告, field by field as in forms.md. */
const block = (label: string, name: string, look: string): string =>
  `<tr class="block{{#unless (long ${name})}} whole{{/unless}}"><th>${label}</th><td colspan="3"><div class="text ${look}">{{${name}}}</div></td></tr>`;

export const appealReportTemplate = `
<table class="sheet">
  <colgroup><col style="width:30mm"><col><col style="width:24mm"><col style="width:48mm"></colgroup>
  <tr><th>监管部门及案号</th><td colspan="3">{{regulator}} {{caseNumber}}</td></tr>
  <tr><th>申诉人</th><td colspan="3">{{appellant}}</td></tr>
  ${block('申诉事项', 'matter', 'high')}
  ${block('查明事实', 'facts', 'high')}
  ${block('先期处理情况', 'before', 'low')}
  ${block('依据', 'basis', 'low')}
  ${block('处理结果', 'result', 'high')}
  <tr class="block{{#unless (long answer.text)}} whole{{/unless}}"><th>答复客户情况</th><td colspan="3">
    <div class="text low">{{answer.text}}</div>
    <div class="sign"><span>{{#if answer.way}}方式：{{answer.way}}{{/if}}</span><span>答复人：<span class="who">{{answer.by}}</span></span><span>{{ymd answer.at}}</span></div>
  </td></tr>
  ${block('处理结论', 'conclusion', 'low')}
  ${block('整改措施', 'measures', 'low')}
  <tr class="whole"><th>盖章</th><td colspan="3" class="sealed">
    {{seal '盖章处'}}
    <div class="sign"><span>审核人：<span class="who">{{approvedBy}}</span></span><span>{{ymd at}}</span></div>
  </td></tr>
</table>
`;

export const appealReportStyle = `
.high { min-height: 24mm; }
.low { min-height: 12mm; }
.sealed { height: 34mm; vertical-align: bottom; }
.seal { float: right; margin: 0 1mm 1mm 3mm; }
`;
