/** Body of form 2, 800用户问题受理记录表, field by field as in forms.md. */
export const acceptanceRecordTemplate = `
<table class="sheet">
  <colgroup><col style="width:30mm"><col><col style="width:30mm"><col></colgroup>
  <tr><th>表单号</th><td colspan="3">{{number}}</td></tr>
  <tr><th>受理人</th><td>{{by}}</td><th>受理时间</th><td>{{datetime acceptedAt}}</td></tr>
  <tr><th>用户要求时间</th><td>{{datetime requestedAt}}</td><th>约定时间</th><td>{{datetime appointmentAt}}</td></tr>
  <tr><th>约定地点</th><td colspan="3">{{place}}</td></tr>
  <tr><th>联系人电话</th><td colspan="3"><span class="name">{{contact}}</span> {{phone contactPhone}}</td></tr>
  <tr class="block{{#unless (long judgement)}} whole{{/unless}}"><th>初步判断</th><td colspan="3"><div class="text">{{judgement}}</div></td></tr>
  <tr class="block{{#unless (long spareParts)}} whole{{/unless}}"><th>备件</th><td colspan="3"><div class="text">{{spareParts}}</div></td></tr>
  <tr class="block{{#unless (long remark)}} whole{{/unless}}"><th>备注</th><td colspan="3"><div class="text">{{remark}}</div></td></tr>
</table>
`;

export const acceptanceRecordStyle = `
th, td { height: 10mm; }
.name { margin-right: 4mm; }
.block .text { min-height: 54mm; }
`;
