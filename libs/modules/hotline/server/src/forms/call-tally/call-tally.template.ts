/** Body of form 6, 800电话信息统计报表: a row a category, strokes of 正, totals by officer and day. */
export const callTallyTemplate = `
<div class="above">
  <span>日期：<span class="line">{{date from}}{{#if until}} 至 {{date until}}{{/if}}</span></span>
</div>
<table class="sheet">
  <colgroup><col style="width:42mm"><col><col style="width:24mm"></colgroup>
  <thead><tr><th>类别</th><th>正字登记</th><th>次数</th></tr></thead>
  <tbody>
    {{#rows rows min=10}}<tr class="kind"><td>{{kind}}</td><td class="strokes">{{tally count}}</td><td class="number">{{count}}</td></tr>{{/rows}}
    <tr class="sum"><th>合计</th><td></td><td class="number">{{total}}</td></tr>
  </tbody>
</table>
<div class="totals">
  <table class="sheet">
    <thead><tr><th colspan="2">责任人合计</th></tr><tr><th>责任人</th><th>次数</th></tr></thead>
    <tbody>{{#rows byOfficer min=4}}<tr><td>{{officer}}</td><td class="number">{{count}}</td></tr>{{/rows}}</tbody>
  </table>
  <table class="sheet">
    <thead><tr><th colspan="2">日合计</th></tr><tr><th>日期</th><th>次数</th></tr></thead>
    <tbody>{{#rows byDay min=4}}<tr><td class="number">{{date day}}</td><td class="number">{{count}}</td></tr>{{/rows}}</tbody>
  </table>
</div>
<table class="sheet proof">
  <colgroup><col><col style="width:22mm"><col><col style="width:22mm"><col><col style="width:22mm"></colgroup>
  <tr><th>正字登记次数</th><td class="number">{{total}}</td><th>骚扰及误拨</th><td class="number">{{nuisance}}</td><th>当日电话总数</th><td class="number">{{phoneContacts}}</td></tr>
</table>
`;

export const callTallyStyle = `
.kind td { height: 9.5mm; }
.strokes { line-height: 1; }
.sum td, .sum th { font-weight: 700; }
.totals { display: flex; gap: 6mm; align-items: flex-start; margin: 5mm 0; }
.proof { break-inside: avoid; }
.proof th { font-size: 10pt; }
`;
