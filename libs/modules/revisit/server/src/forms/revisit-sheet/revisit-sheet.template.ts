/** Body of form 5, 用户回访统计表, with the seed's columns in the seed's order. */
export const revisitSheetTemplate = `
<table class="sheet">
  <colgroup><col style="width:34mm"><col style="width:43mm"><col style="width:38mm"><col><col style="width:20mm"><col style="width:20mm"><col style="width:32mm"></colgroup>
  <thead><tr><th>对应号</th><th>网点名称</th><th>受理人电话及姓名</th><th>回访结果及对工程师评价</th><th>维修人</th><th>故障等级</th><th>备注</th></tr></thead>
  <tbody>{{#rows rows min=11}}<tr>
    <td class="number">{{code}}</td><td>{{site}}</td><td>{{phone phone}}{{#if name}}<br>{{name}}{{/if}}</td>
    <td class="text">{{result}}</td><td class="center">{{handler}}</td><td class="center">{{grade}}</td><td class="text">{{remark}}</td>
  </tr>{{/rows}}</tbody>
</table>
<div class="below"><span>回访人：<span class="line">{{caller}}</span></span><span>回访日期：<span class="line">{{date day}}{{#if to}} 至 {{date to}}{{/if}}</span></span><span>技术经理：<span class="line">{{techManager}}</span></span></div>
`;

export const revisitSheetStyle = `
th, td { padding: .8mm 1.2mm; font-size: 9.5pt; line-height: 1.35; height: 11mm; }
thead th { height: 10mm; }
`;
