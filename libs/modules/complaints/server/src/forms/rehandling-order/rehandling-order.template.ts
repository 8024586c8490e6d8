/** Body of form 27c, 回访再处理工单, field by field as in forms.md. */
export const rehandlingOrderTemplate = `
<div class="above"><span>编号：<span class="line">{{number}}</span></span><span class="right">原工单号：<span class="line">{{caseNumber}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:36mm"><col></colgroup>
  <tr class="block{{#unless (long revisit)}} whole{{/unless}}"><th>回访结果及客户意见</th><td><div class="text high">{{revisit}}</div></td></tr>
  <tr class="block{{#unless (long opinion)}} whole{{/unless}}"><th>甄别意见</th><td>
    <div class="text high">{{opinion}}</div>
    <div class="sign"><span>甄别人：<span class="who">{{screenedBy}}</span></span><span>{{ymd screenedAt}}</span></div>
  </td></tr>
  <tr><th>责任部门</th><td>{{responsibleUnit}}</td></tr>
  <tr class="block{{#unless (long requirement)}} whole{{/unless}}"><th>再处理要求</th><td><div class="text high">{{requirement}}</div></td></tr>
  <tr><th>时限</th><td>{{datetime dueAt}}</td></tr>
  <tr class="block{{#unless (long result)}} whole{{/unless}}"><th>再处理结果</th><td>
    <div class="text high">{{result}}</div>
    <div class="sign"><span>处理人：<span class="who">{{handler}}</span></span><span>{{ymd doneAt}}</span></div>
  </td></tr>
</table>
`;

export const rehandlingOrderStyle = `
.high { min-height: 38mm; }
`;
