/** Body of form 10, 回访周报: the figures first, then what needs a manager's eye (forms.md 10, ours). */
export const revisitWeeklyTemplate = `
<table class="sheet"><colgroup><col style="width:22mm"><col><col style="width:22mm"><col style="width:24mm"><col style="width:22mm"><col style="width:24mm"></colgroup>
  <tr><th>周次</th><td colspan="5">{{week}}{{#if from}}（{{date from}} 至 {{date to}}）{{/if}}</td></tr>
  <tr><th>应回访</th><td class="center">{{due}}</td><th>回访数</th><td class="center">{{made}}</td><th>到达数</th><td class="center">{{reached}}</td></tr>
  <tr><th>满意数</th><td class="center">{{satisfied}}</td><th>满意率</th><td class="center" colspan="3">{{rate}}</td></tr>
</table>
<table class="sheet"><colgroup><col style="width:36mm"><col style="width:42mm"><col><col style="width:24mm"></colgroup>
  <thead><tr><th class="part" colspan="4">未解决事项</th></tr><tr><th>对应号</th><th>网点</th><th>事项</th><th>状态</th></tr></thead>
  <tbody>{{#rows unsolved min=2}}<tr><td class="number">{{code}}</td><td>{{site}}</td><td class="text">{{text}}</td><td class="center">{{state}}</td></tr>{{/rows}}</tbody>
</table>
<table class="sheet"><colgroup><col style="width:36mm"><col style="width:42mm"><col></colgroup>
  <thead><tr><th class="part" colspan="3">用户意见</th></tr><tr><th>对应号</th><th>网点</th><th>意见和建议</th></tr></thead>
  <tbody>{{#rows opinions min=2}}<tr><td class="number">{{code}}</td><td>{{site}}</td><td class="text">{{text}}</td></tr>{{/rows}}</tbody>
</table>
<table class="sheet"><colgroup><col><col style="width:24mm"><col style="width:24mm"><col style="width:24mm"></colgroup>
  <thead><tr><th class="part" colspan="4">工程师评价</th></tr><tr><th>工程师</th><th>好</th><th>中</th><th>差</th></tr></thead>
  <tbody>{{#rows engineers min=2}}<tr><td class="center">{{name}}</td><td class="center">{{good}}</td><td class="center">{{fair}}</td><td class="center">{{poor}}</td></tr>{{/rows}}</tbody>
</table>
<table class="sheet"><colgroup><col style="width:36mm"><col style="width:42mm"><col><col style="width:24mm"></colgroup>
  <thead><tr><th class="part" colspan="4">次日运行不正常</th></tr><tr><th>对应号</th><th>网点</th><th>回访结果</th><th>维修人</th></tr></thead>
  <tbody>{{#rows notWorking min=2}}<tr><td class="number">{{code}}</td><td>{{site}}</td><td class="text">{{text}}</td><td class="center">{{engineer}}</td></tr>{{/rows}}</tbody>
</table>
<table class="sheet"><colgroup><col style="width:36mm"><col style="width:42mm"><col><col style="width:24mm"></colgroup>
  <thead><tr><th class="part" colspan="4">转责任人处理</th></tr><tr><th>对应号</th><th>网点</th><th>转往</th><th>状态</th></tr></thead>
  <tbody>{{#rows passedOn min=2}}<tr><td class="number">{{code}}</td><td>{{site}}</td><td>{{to}}</td><td class="center">{{state}}</td></tr>{{/rows}}</tbody>
</table>
`;

export const revisitWeeklyStyle = `
th, td { padding: .8mm 1.2mm; font-size: 9.5pt; line-height: 1.35; }
th, td { height: 7mm; }
.part { font-weight: 700; }
table { margin-bottom: 3mm; }
`;
