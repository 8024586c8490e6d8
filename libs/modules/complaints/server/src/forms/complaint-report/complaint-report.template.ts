/** Body of form 8, 投诉处理汇报单, field by field as in forms.md. */
export const complaintReportTemplate = `
<div class="above"><span class="right">NO：<span class="line">{{number}}</span></span></div>
<table class="sheet">
  <colgroup><col style="width:28mm"><col><col style="width:24mm"><col style="width:58mm"></colgroup>
  <tr><th>用户名称</th><td colspan="3">{{customerName}}</td></tr>
  <tr><th>用户地址</th><td colspan="3">{{address}}</td></tr>
  <tr><th>联系电话</th><td>{{phone phone}}</td><th>联系人</th><td>{{contact}}</td></tr>
  <tr><th>处理时间</th><td colspan="3">{{datetime handledAt}}</td></tr>
  <tr class="block{{#unless (long matter.text)}} whole{{/unless}}"><th>投诉内容描述</th><td colspan="3">
    <div class="text high">{{matter.text}}</div>
    <div class="sign"><span>统计人：<span class="who">{{matter.by}}</span></span><span>日期：{{ymd matter.at}}</span></div>
  </td></tr>
  <tr class="block{{#unless (long handling.text)}} whole{{/unless}}"><th>处理方法</th><td colspan="3">
    <div class="text high">{{handling.text}}</div>
    <div class="sign"><span>处理人：<span class="who">{{handling.by}}</span></span><span>处理时间：{{ymd handling.at}}</span></div>
  </td></tr>
  <tr><th>部门主管</th><td colspan="3">{{head}}</td></tr>
  <tr class="block"><th>处理结果</th><td colspan="3">
    <div>1、事故发生原因：</div><div class="text low">{{cause}}</div>
    <div>2、对相关人员处罚意见：</div><div class="text low">{{sanctions}}</div>
  </td></tr>
  <tr class="block whole"><th>回访结果</th><td colspan="3"><div class="text low">{{revisit}}</div></td></tr>
  <tr class="block whole"><th>备注</th><td colspan="3"><div class="text low">{{remark}}</div>
    <div>附：各事业部原维修汇报单 {{box attached true '已附'}}{{box attached false '未附'}}{{#if missingReason}}　原因：{{missingReason}}{{/if}}</div>
  </td></tr>
</table>
`;

export const complaintReportStyle = `
.high { min-height: 36mm; }
.low { min-height: 14mm; }
`;
