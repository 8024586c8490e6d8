/** Body of form 7, 投诉统计表, column by column as in forms.md. */
export const complaintRegisterTemplate = `
<div class="above"><span>日期：<span class="line">{{date from}}{{#if until}} 至 {{date until}}{{/if}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:33mm"><col style="width:36mm"><col><col style="width:24mm"><col style="width:37mm"><col style="width:18mm"><col style="width:24mm"><col style="width:21mm"><col style="width:33mm"></colgroup>
  <thead><tr><th>NO</th><th>投诉单位</th><th>投诉事项</th><th>投诉时间</th><th>联系方法及联系人</th><th>受理人</th><th>转述时间</th><th>转述人姓名</th><th>投诉处理汇报单编号</th></tr></thead>
  <tbody>{{#rows rows min=12}}<tr>
    <td>{{number}}{{#if follows}}<div class="small">续 {{follows}}</div>{{/if}}</td><td>{{complainant}}</td><td class="text">{{matter}}</td><td class="number">{{datetime at}}</td>
    <td>{{phone phone}}{{#if contact}} {{contact}}{{/if}}</td><td>{{officer}}</td><td class="number">{{datetime relayedAt}}</td><td>{{relayedBy}}</td><td>{{report}}</td>
  </tr>{{/rows}}</tbody>
</table>
`;

export const complaintRegisterStyle = `
th, td { padding: .8mm 1mm; font-size: 9pt; line-height: 1.35; height: 10mm; }
.phone { font-size: 8.5pt; }
.small { font-size: 7.5pt; }
`;
