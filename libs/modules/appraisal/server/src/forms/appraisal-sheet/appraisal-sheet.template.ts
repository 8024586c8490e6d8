/** Body of form 15, 客服部绩效考核表, with the seed's columns in the seed's order (001 ch.6 §二; APR-12). */

/** A line a band; what belongs to the item stands once, beside all its bands. */
const lines = (list: string) => `{{#each ${list}}}<tr>
    {{#if part}}<th rowspan="{{part.span}}">{{part.title}}<br>（{{part.weight}}分）</th>{{/if}}
    {{#if item}}<th rowspan="{{item.span}}">{{item.title}}<br>（{{item.weight}}分）</th><td class="words" rowspan="{{item.span}}">{{item.standard}}</td>{{/if}}
    <td class="words">{{guidance}}</td><td class="center">{{label}}</td>
    {{#if item}}<td class="points" rowspan="{{item.span}}">{{item.self}}</td><td class="points" rowspan="{{item.span}}">{{item.points}}</td>{{/if}}
  </tr>{{/each}}`;

export const appraisalSheetTemplate = `
<div class="above"><span>姓名：<span class="line">{{name}}</span></span><span>工号：<span class="line">{{staffNumber}}</span></span><span class="right">考核月份：<span class="line">{{period}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:15mm"><col style="width:19mm"><col style="width:34mm"><col><col style="width:15mm"><col style="width:14mm"><col style="width:15mm"></colgroup>
  <thead>
    <tr><th>考核项目</th><th>考核权重</th><th>评估标准描述</th><th>评估说明</th><th>分值标准</th><th>自评分</th><th>部门评分</th></tr>
  </thead>
  <tbody><tr><th class="band" colspan="7">主体考核部分{{#if mainShare}}（占比{{mainShare}}%）{{/if}}</th></tr></tbody>
  {{#each parts}}<tbody class="whole">${lines('rows')}</tbody>{{/each}}
  <tbody class="whole">
    <tr><th colspan="5" class="sum">考核得分{{#if mainParts}}（{{mainParts}}）{{/if}}：</th><td class="points">{{self}}</td><td class="points">{{score}}</td></tr>
    <tr><th colspan="2">日常激励加减分</th><td colspan="4" class="words written">{{#each incentives}}<div>{{day}}　{{points}}　{{ground}}（{{by}}）</div>{{/each}}</td><td class="points">{{incentive}}</td></tr>
    <tr><th colspan="5" class="sum">部门考核部分{{#if uncapped}}（加减分后合计 {{uncapped}}，按 0-{{mainShare}} 分计）{{/if}}：</th><td></td><td class="points">{{main}}</td></tr>
  </tbody>
  {{#each others}}<tbody class="whole"><tr><th class="band" colspan="7">{{heading}}</th></tr>${lines('rows')}</tbody>{{/each}}
  <tbody class="whole">
    <tr><th colspan="6" class="sum">考核总得分{{#if sumOf}}＝{{sumOf}}{{/if}}：</th><td class="points total">{{total}}</td></tr>
  </tbody>
</table>
<div class="below signatures">
  <span>被考核人签字：<span class="line"></span><br>日期：<span class="line"></span></span>
  <span>部门领导签字：<span class="line"></span><br>日期：<span class="line"></span></span>
  <span>人力行政部签字：<span class="line"></span><br>日期：<span class="line"></span></span>
</div>
`;

export const appraisalSheetStyle = `
th, td { font-size: 8.5pt; line-height: 1.35; padding: .8mm 1mm; height: 7mm; }
.words { font-size: 8pt; text-align: left; }
.band { font-weight: 700; }
.sum { text-align: right; padding-right: 2mm; }
.points { text-align: center; font-variant-numeric: tabular-nums; }
.total { font-weight: 700; font-size: 11pt; }
.signatures { justify-content: space-between; margin-top: 7mm; line-height: 2.2; }
.signatures > span { white-space: nowrap; }
.signatures .line { min-width: 24mm; }
.written { height: 16mm; }
thead th { white-space: nowrap; }
`;
