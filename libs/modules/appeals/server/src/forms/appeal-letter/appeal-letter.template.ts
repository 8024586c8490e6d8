/** Body of form 13b, 申诉答复函, field by field as in forms.md. */
export const appealLetterTemplate = `
<table class="sheet">
  <colgroup><col style="width:30mm"><col><col style="width:20mm"><col style="width:56mm"></colgroup>
  <tr><th>监管部门</th><td>{{regulator}}</td><th>案号</th><td>{{caseNumber}}</td></tr>
  <tr><th>申诉人</th><td colspan="3">{{appellant}}</td></tr>
  <tr class="block{{#unless (long matter)}} whole{{/unless}}"><th>申诉事项</th><td colspan="3"><div class="text high">{{matter}}</div></td></tr>
  <tr class="block{{#unless (long opinion)}} whole{{/unless}}"><th>答复意见</th><td colspan="3"><div class="text most">{{opinion}}</div></td></tr>
  <tr class="block{{#unless (long answer.text)}} whole{{/unless}}"><th>答复客户情况</th><td colspan="3">
    <div class="text high">{{answer.text}}</div>
    <div class="sign"><span>{{#if answer.way}}方式：{{answer.way}}{{/if}}</span><span>{{ymd answer.at}}</span></div>
  </td></tr>
  <tr class="whole"><th>附件</th><td colspan="3">申诉处理报告及证据（{{#if evidence}}{{evidence}}{{/if}} 份）</td></tr>
  <tr class="whole"><th>答复单位盖章</th><td colspan="3" class="sealed">
    {{seal '盖章处'}}
    <div class="sign"><span>日期：{{ymd at}}</span></div>
  </td></tr>
</table>
`;

export const appealLetterStyle = `
.high { min-height: 30mm; }
.most { min-height: 62mm; }
.sealed { height: 36mm; vertical-align: bottom; }
.seal { float: right; margin: 0 1mm 1mm 3mm; }
`;
