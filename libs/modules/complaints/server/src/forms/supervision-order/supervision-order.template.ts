/** Body of form 27b, 督办单, field by field as in forms.md; a page an order. */
export const supervisionOrderTemplate = `
{{#rows orders min=1}}<section class="order">
<div class="above"><span>编号：<span class="line">{{number}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:34mm"><col></colgroup>
  <tr><th>案件号</th><td>{{../caseNumber}}</td></tr>
  <tr><th>督办单位</th><td>{{issuingUnit}}</td></tr>
  <tr><th>被督办单位/人</th><td>{{supervised}}</td></tr>
  <tr><th>事由</th><td>{{box ground 'automatic' '自动预警'}}{{box ground 'key' '关键'}}{{box ground 'difficult' '疑难'}}{{box ground 'not-as-prescribed' '未按规定处理'}}</td></tr>
  <tr class="block{{#unless (long instruction)}} whole{{/unless}}"><th>指示</th><td><div class="text high">{{instruction}}</div></td></tr>
  <tr><th>完成时限</th><td>{{datetime dueAt}}</td></tr>
  <tr class="block whole"><th>要求回复</th><td><div class="text low">{{requiredReply}}</div></td></tr>
  <tr class="whole"><th>签发人</th><td><div class="sign"><span>签发人：<span class="who">{{issued.by}}</span></span><span>{{ymd issued.at}}</span></div></td></tr>
  <tr class="block{{#unless (long reply.text)}} whole{{/unless}}"><th>回复</th><td>
    <div class="text high">{{reply.text}}</div>
    <div class="sign"><span>回复人：<span class="who">{{reply.by}}</span></span><span>{{ymd reply.at}}</span></div>
  </td></tr>
</table>
</section>{{/rows}}
`;

export const supervisionOrderStyle = `
.order + .order { break-before: page; }
.high { min-height: 48mm; }
.low { min-height: 18mm; }
`;
