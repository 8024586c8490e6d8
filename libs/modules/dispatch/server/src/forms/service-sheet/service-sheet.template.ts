/** Body of form 16, 产品售后服务单, field by field as in forms.md. */
export const serviceSheetTemplate = `
<div class="above"><span class="right">NO：<span class="line">{{number}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:24mm"><col><col style="width:26mm"><col style="width:58mm"></colgroup>
  <tr><th>顾客</th><td>{{customerName}}</td><th>地址</th><td>{{address}}</td></tr>
  <tr><th>联系人/电话</th><td colspan="3">{{contact}} {{phone phone}}</td></tr>
  <tr><th>产品型号</th><td>{{model}}</td><th>编号</th><td>{{serial}}</td></tr>
  <tr><th>报修时间</th><td>{{datetime reportedAt}}</td><th>要求到达</th><td>{{datetime requestedAt}}</td></tr>
  <tr><th>实际到达</th><td colspan="3">{{datetime arrivedAt}}</td></tr>
  <tr class="block{{#unless (long description)}} whole{{/unless}}"><th>故障现象</th><td colspan="3"><div class="text">{{description}}</div></td></tr>
  <tr class="block{{#unless (long handling)}} whole{{/unless}}"><th>处理</th><td colspan="3"><div class="text tall">{{handling}}</div></td></tr>
  <tr class="block whole"><th>备件</th><td colspan="3">{{#rows parts min=3}}<div class="part"><span class="what">{{name}}</span><span>{{#if serial}}编号 {{serial}}{{/if}}</span><span>{{#if quantity}}数量 {{quantity}}{{/if}}</span></div>{{/rows}}</td></tr>
  <tr><th>工时</th><td>{{#if hours}}{{hours}} 小时{{/if}}</td><th>费用</th><td>{{#if charge}}{{charge}} 元{{/if}}</td></tr>
  <tr class="block"><th>遗留问题</th><td colspan="3">{{#rows leftOver min=2}}<div class="left">{{#if text}}<span class="text">{{@number}}. {{text}}</span><br><span>约定措施：{{measure}}</span>{{/if}}</div>{{/rows}}</td></tr>
  <tr class="block whole"><th>顾客对服务<br>的评价</th><td colspan="3" class="judged">{{#if rating}}<div>评分：{{rating}}（满分 {{ratings}}）</div>{{/if}}<div class="text">{{remark}}</div></td></tr>
  <tr class="block whole"><th>顾客签字<br>并盖公章</th><td colspan="3" class="signed">
    {{seal '盖公章处'}}
    <div class="ink">{{#if signature}}{{#if signature.picture}}<img src="{{signature.picture}}" alt="" decoding="sync">{{/if}}<span class="text">{{signature.name}}</span>{{#if signature.beside}}<span>签字图片见工单附件</span>{{/if}}{{/if}}</div>
    {{#if signature}}<div class="how"><span>签字时间：{{datetime signature.at}}</span>{{#if signature.place}}<span>地点：{{signature.place}}</span>{{/if}}{{#if signature.withCode}}<span>已凭短信验证码确认</span>{{/if}}{{#unless signature.withCode}}<span class="mark">未经验证码确认</span>{{/unless}}</div>{{/if}}
    <div class="sign"><span>{{ymd signature.at}}</span></div>
  </td></tr>
  <tr><th>服务人员</th><td colspan="3">{{engineer}}</td></tr>
</table>
`;

export const serviceSheetStyle = `
.block .text { min-height: 10mm; }
.block .tall { min-height: 26mm; }
.part { display: flex; gap: 8mm; min-height: 6mm; }
.part span { min-width: 42mm; }
.part .what { min-width: 62mm; }
.left { min-height: 8mm; }
.left .text { min-height: 0; }
.judged { height: 16mm; }
.judged .text { min-height: 0; }
.ink { display: flex; gap: 6mm; align-items: center; min-height: 16mm; padding-right: 34mm; }
.ink img { max-width: 62mm; max-height: 22mm; flex: none; }
.signed .text { min-height: 0; }
.signed .seal { float: right; margin: 0 1mm 1mm 3mm; }
.how { display: flex; flex-wrap: wrap; gap: 0 7mm; font-size: 9pt; }
.mark { font-weight: 700; }
`;
