/** Body of form 9, 月/季度用户投诉率统计表 (表1.3): a row a department, the seed's columns, totals. */
export const complaintRateTemplate = `
<div class="above">
  <span>统计期间：<span class="line">{{period}}</span></span>
  <span class="right">{{box span 'month' '月'}}{{box span 'quarter' '季度'}}</span>
</div>
<table class="sheet">
  <colgroup><col><col style="width:32mm"><col style="width:44mm"><col style="width:32mm"></colgroup>
  <thead><tr><th>部门名称</th><th>投诉次数</th><th>维修次数</th><th>投诉率</th></tr></thead>
  <tbody>
    {{#rows rows min=12}}<tr><td>{{unit}}</td><td class="number">{{complaints}}</td><td class="number">{{repairs}}{{#if (eq source 'entered')}}（录入）{{/if}}{{#if (eq source 'imported')}}（导入）{{/if}}</td><td class="number">{{rate}}</td></tr>{{/rows}}
    <tr class="sum"><th>合计</th><td class="number">{{totals.complaints}}</td><td class="number">{{totals.repairs}}</td><td class="number">{{totals.rate}}</td></tr>
  </tbody>
</table>
{{#if note}}<p class="text">{{note}}</p>{{/if}}
<div class="below"><span>制表：<span class="line">{{madeBy}}</span></span><span>日期：<span class="line">{{date madeAt}}</span></span></div>
`;

export const complaintRateStyle = `
.sum td, .sum th { font-weight: 700; }
`;
