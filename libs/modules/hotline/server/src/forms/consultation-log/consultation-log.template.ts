/** Body of form 3, 用户咨询统计表, column by column as in forms.md. */
export const consultationLogTemplate = `
<div class="above">
  <span>日期：<span class="line">{{date day}}</span></span>
  <span>责任人：<span class="line">{{officer}}</span></span>
</div>
<table class="sheet">
  <colgroup><col style="width:9mm"><col style="width:13mm"><col style="width:25mm"><col style="width:27mm"><col style="width:28mm"><col><col><col style="width:19mm"><col style="width:22mm"><col style="width:30mm"><col style="width:11mm"></colgroup>
  <thead><tr><th>序号</th><th>时间</th><th>用户</th><th>电话</th><th>网点</th><th>咨询内容</th><th>解决方案</th><th>是否解决</th><th>用户是否明白并满意</th><th>未完成说明</th><th>附页</th></tr></thead>
  <tbody>{{#rows rows min=11}}<tr>
    <td class="number">{{@number}}</td><td class="number">{{time at}}</td><td>{{customer}}</td><td>{{phone phone}}</td><td>{{site}}</td>
    <td class="text">{{question}}</td><td class="text">{{solution}}</td>
    <td class="pair">{{box solved true '是'}}{{box solved false '否'}}</td>
    <td class="pair">{{box understood true '是'}}{{box understood false '否'}}</td>
    <td class="text">{{unfinished}}</td><td class="number">{{#if attachments}}{{attachments}}{{/if}}</td>
  </tr>{{/rows}}</tbody>
</table>
<div class="below"><span>交接人：<span class="line">{{handedOverBy}}</span></span><span>接班人：<span class="line">{{takenOverBy}}</span></span></div>
`;

export const consultationLogStyle = `
th, td { padding: .8mm 1mm; font-size: 9pt; line-height: 1.35; height: 9.5mm; }
.phone { font-size: 8.5pt; }
.pair { text-align: center; white-space: nowrap; }
.box { margin-right: 1mm; }
`;
