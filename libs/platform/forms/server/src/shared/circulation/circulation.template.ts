/** Body of form 28, 服务质量通报, field by field as in forms.md. */
export const circulationTemplate = `
<div class="above">
  <span>期号：<span class="line">{{number}}</span></span>
  <span class="right">日期：<span class="line">{{date at}}</span></span>
</div>
<table class="sheet">
  <colgroup><col style="width:34mm"><col></colgroup>
  <tr><th>被通报单位/个人</th><td class="text">{{accused}}</td></tr>
  <tr class="block{{#unless (long matter)}} whole{{/unless}}"><th>事由</th><td>
    <div class="case">案件号：{{caseNumber}}</div>
    <div class="text cause">{{matter}}</div>
  </td></tr>
  <tr class="block{{#unless (long basis)}} whole{{/unless}}"><th>依据</th><td><div class="text low">{{basis}}</div></td></tr>
  <tr class="block{{#unless (long decision)}} whole{{/unless}}"><th>处理</th><td><div class="text high">{{decision}}</div></td></tr>
  <tr class="block{{#unless (long demand)}} whole{{/unless}}"><th>要求</th><td><div class="text high">{{demand}}</div></td></tr>
  <tr class="whole"><th>签发人</th><td class="sealed">
    {{seal '盖章处'}}
    <div class="sign"><span class="who">{{issuedBy}}</span><span>{{ymd issuedAt}}</span></div>
  </td></tr>
  <tr class="whole"><th>分发名单</th><td class="list">{{#each distribution}}<span>{{@number}} {{this}}</span>{{/each}}</td></tr>
</table>
`;

export const circulationStyle = `
.case { margin-bottom: 1.5mm; }
.cause { min-height: 40mm; }
.low { min-height: 18mm; }
.high { min-height: 30mm; }
.sealed { height: 34mm; vertical-align: bottom; }
.seal { float: right; margin: 0 1mm 1mm 3mm; }
.list { height: 18mm; }
.list span { display: inline-block; min-width: 44mm; margin-right: 4mm; }
`;
