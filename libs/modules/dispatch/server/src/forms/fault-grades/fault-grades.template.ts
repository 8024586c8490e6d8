/** Body of form 11, 故障等级月报: a row an engineer, a column a grade, the weighted total and the sum. */
export const faultGradesTemplate = `
<div class="above"><span>月份：<span class="line">{{date from}}{{#if until}} 至 {{date until}}{{/if}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:30mm"><col style="width:17mm"><col style="width:17mm"><col style="width:17mm"><col style="width:17mm"><col style="width:17mm"><col style="width:21mm"><col></colgroup>
  <thead><tr><th>工程师</th><th>一级</th><th>二级</th><th>三级</th><th>四级</th><th>次数</th><th>加权合计</th><th>备注</th></tr></thead>
  <tbody>
    {{#rows rows min=12}}<tr><td class="center">{{engineer}}</td><td class="number">{{g1}}</td><td class="number">{{g2}}</td><td class="number">{{g3}}</td><td class="number">{{g4}}</td><td class="number">{{total}}</td><td class="number">{{weighted}}</td><td>{{remark}}</td></tr>{{/rows}}
    <tr class="sum"><th>合计</th><td class="number">{{sum.g1}}</td><td class="number">{{sum.g2}}</td><td class="number">{{sum.g3}}</td><td class="number">{{sum.g4}}</td><td class="number">{{sum.total}}</td><td class="number">{{sum.weighted}}</td><td></td></tr>
  </tbody>
</table>
<div class="below"><span>一级为最严重，权数依次为 {{#each weights}}<span class="weight">{{this}}</span>{{/each}}</span></div>
<div class="below"><span>技术经理：<span class="line">{{manager}}</span></span></div>
`;

export const faultGradesStyle = `
.sum td, .sum th { font-weight: 700; }
.weight { margin-left: 2mm; }
`;
