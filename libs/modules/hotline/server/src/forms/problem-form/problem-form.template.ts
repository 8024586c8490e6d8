/** Body of form 1, 800用户问题处理表, field by field as in forms.md. */
export const problemFormTemplate = `
<div class="above">
  <span>用户问题类别：{{box category 'technical' '技术质量'}}{{box category 'service' '服务'}}{{box category 'sales' '销售'}}{{box category 'other' '其它'}}</span>
  <span class="right">表单号：<span class="line">{{number}}</span></span>
</div>
<table class="sheet">
  <colgroup><col style="width:26mm"><col><col style="width:19mm"><col style="width:85mm"></colgroup>
  <tr><th>用户姓名</th><td>{{customerName}}</td><th>联系电话</th><td><span class="way">(MP)：{{phone mobile}}</span><span class="way">(O)：{{phone office}}</span></td></tr>
  <tr><th>用户所在网点</th><td colspan="3">{{site}}</td></tr>
  <tr><th>通讯地址</th><td colspan="3">{{address}}</td></tr>
  <tr class="block{{#unless (long description)}} whole{{/unless}}"><th>用户事件描述</th><td colspan="3">
    <div class="text">{{description}}</div>
    <div class="sign"><span>咨询工程师或其它人员：<span class="who">{{officer}}</span></span><span>{{ymd takenAt}}</span></div>
  </td></tr>
  <tr class="block{{#unless (long acceptance.text)}} whole{{/unless}}"><th>受理记录</th><td colspan="3">
    {{#if acceptance}}<div class="facts">{{#if acceptance.by}}<span>受理人：{{acceptance.by}}</span>{{/if}}{{#if acceptance.at}}<span>受理时间：{{datetime acceptance.at}}</span>{{/if}}{{#if acceptance.appointmentAt}}<span>约定时间：{{datetime acceptance.appointmentAt}}</span>{{/if}}{{#if acceptance.place}}<span>约定地点：{{acceptance.place}}</span>{{/if}}</div>{{/if}}
    <div class="text low">{{acceptance.text}}</div>
  </td></tr>
  <tr class="block{{#unless (long plan.text)}} whole{{/unless}}"><th>处理方案</th><td colspan="3">
    <div class="text">{{plan.text}}</div>
    <div class="sign"><span>拟案人：<span class="who">{{plan.by}}</span></span><span>{{ymd plan.at}}</span></div>
  </td></tr>
  <tr class="block{{#unless (long result.text)}} whole{{/unless}}"><th>处理结果{{#if rounds}}{{#unless (eq rounds 1)}}<br>（第 {{rounds}} 轮）{{/unless}}{{/if}}</th><td colspan="3">
    <div class="text">{{result.text}}</div>
    <div class="sign"><span>处理人：<span class="who">{{result.by}}</span></span><span>{{ymd result.at}}</span></div>
  </td></tr>
  <tr class="block whole"><th>审核栏</th><td colspan="3" class="sealed">
    {{seal '盖章处'}}
    <div class="text">{{audit.text}}</div>
    <div class="sign"><span>审核人：<span class="who">{{audit.by}}</span></span><span>{{ymd audit.at}}</span></div>
  </td></tr>
</table>
`;

export const problemFormStyle = `
.way { display: inline-block; min-width: 40mm; white-space: nowrap; }
.block .text { min-height: 29mm; }
.block .low { min-height: 26mm; }
.facts { display: flex; flex-wrap: wrap; column-gap: 7mm; }
.sealed .text { min-height: 24mm; padding-right: 34mm; }
.seal { float: right; margin: 0 1mm 1mm 3mm; }
`;
