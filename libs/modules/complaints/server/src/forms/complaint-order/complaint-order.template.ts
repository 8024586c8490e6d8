/** Body of form 27a, 投诉处理工单, field by field as in forms.md. */
export const complaintOrderTemplate = `
<div class="above"><span>受理渠道：<span class="line">{{channel}}</span></span><span class="right">工单号：<span class="line">{{number}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:32mm"><col><col style="width:18mm"><col style="width:26mm"><col style="width:14mm"><col style="width:38mm"></colgroup>
  <tr><th>客户</th><td>{{customerName}}</td><th>级别</th><td>{{customerLevel}}</td><th>电话</th><td>{{phone phone}}</td></tr>
  <tr><th>业务 × 问题性质</th><td colspan="5">{{business}}{{#if kind}} × {{kind}}{{/if}}</td></tr>
  <tr><th>投诉表象</th><td colspan="2">{{symptom}}</td><th>投诉级别</th><td colspan="2">{{level}}</td></tr>
  <tr class="block{{#unless (long matter)}} whole{{/unless}}"><th>投诉内容</th><td colspan="5"><div class="text high">{{matter}}</div></td></tr>
  <tr class="block whole"><th>客户要求</th><td colspan="5"><div class="text low">{{demand}}</div></td></tr>
  <tr><th>承诺答复时限</th><td colspan="5">{{datetime promisedAt}}</td></tr>
  <tr class="whole"><th>客户签字确认</th><td colspan="5"><div class="sign"><span>签字：<span class="who"></span></span><span>日期：{{ymd signedAt}}</span></div></td></tr>
</table>
<table class="sheet stages">
  <colgroup><col style="width:22mm"><col style="width:38mm"><col style="width:38mm"><col><col style="width:30mm"></colgroup>
  <thead><tr><th>环节</th><th>时限</th><th>实际</th><th>单位</th><th>人员</th></tr></thead>
  <tbody>{{#rows stages min=6}}<tr><td>{{stage}}</td><td class="number">{{datetime dueAt}}</td><td class="number">{{datetime doneAt}}</td><td>{{unit}}</td><td>{{person}}</td></tr>{{/rows}}</tbody>
</table>
<table class="sheet">
  <colgroup><col style="width:32mm"><col></colgroup>
  <tr class="block{{#unless (long result)}} whole{{/unless}}"><th>处理结果 / 解释口径</th><td><div class="text high">{{result}}</div></td></tr>
  <tr class="block whole"><th>答复结果</th><td><div class="text low">{{answer}}</div></td></tr>
</table>
`;

export const complaintOrderStyle = `
.high { min-height: 26mm; }
.low { min-height: 12mm; }
.stages { margin: 3mm 0; }
`;
