/** Body of form 26c, 绩效评定表, with the seed's fields in the seed's order (forms.md 26c). */
export const evaluationSheetTemplate = `
<table class="sheet"><colgroup><col style="width:32mm"><col><col style="width:28mm"><col></colgroup>
  <tr><th>所在地</th><td colspan="3">{{#if province}}{{province}}{{else}}<span class="gap"></span>{{/if}} 省　{{#if city}}{{city}}{{else}}<span class="gap"></span>{{/if}} 市/县</td></tr>
  <tr><th>单位名称</th><td colspan="3">{{company}}</td></tr>
  <tr><th>评定人</th><td>{{evaluator}}</td><th>日期</th><td>{{date day}}</td></tr>
  <tr><th>评定项目</th><td colspan="3">
    <div>1 {{box item 'pre-sales' '售前支持'}}（项目名称：{{#if (eq item 'pre-sales')}}{{project}}{{else}}<span class="gap"></span>{{/if}}）</div>
    <div>2 {{box item 'engineering' '工程实施'}}（项目名称：{{#if (eq item 'engineering')}}{{project}}{{else}}<span class="gap"></span>{{/if}}）</div>
    <div>3 {{box item 'after-sales' '售后服务'}}（项目名称：{{#if (eq item 'after-sales')}}{{project}}{{else}}<span class="gap"></span>{{/if}}）</div>
  </td></tr>
  <tr><th>评定绩效</th><td colspan="3">
    <div>1 技术水平 <span class="score">{{technicalLevel}}</span> 分（−50…200）</div>
    <div>2 服务态度 <span class="score">{{attitude}}</span> 分（−50…200）</div>
  </td></tr>
  <tr><th>对本月服务的意见或建议</th><td class="text remark" colspan="3">{{remark}}</td></tr>
  <tr><td class="center" colspan="4">{{box decision 'kept' '确定'}}　　　{{box decision 'replaced' '取消'}}</td></tr>
</table>
`;

export const evaluationSheetStyle = `
th, td { padding: 2mm 2.5mm; font-size: 10.5pt; line-height: 1.8; }
.gap { display: inline-block; min-width: 32mm; border-bottom: .2mm solid #000; }
.score { display: inline-block; min-width: 20mm; text-align: center; border-bottom: .2mm solid #000; }
.remark { height: 55mm; vertical-align: top; }
`;
