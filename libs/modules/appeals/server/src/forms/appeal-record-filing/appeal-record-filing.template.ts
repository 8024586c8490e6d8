/** Body of form 14, 重点申诉报备表, field by field as in forms.md. */
const block = (label: string, name: string, look: string): string =>
  `<tr class="block{{#unless (long ${name})}} whole{{/unless}}"><th>${label}</th><td colspan="3"><div class="text ${look}">{{${name}}}</div></td></tr>`;

export const appealRecordFilingTemplate = `
<table class="sheet">
  <colgroup><col style="width:42mm"><col><col style="width:20mm"><col style="width:44mm"></colgroup>
  <tr><th>编号</th><td colspan="3">{{number}}</td></tr>
  <tr><th>申诉人及级别</th><td colspan="3">{{appellant}}{{#if level}}（{{level}}）{{/if}}</td></tr>
  <tr><th>监管机构及案号</th><td colspan="3">{{regulator}} {{caseNumber}}</td></tr>
  ${block('案情', 'matter', 'most')}
  <tr class="whole"><th>影响<br>（媒体、司法、群体）</th><td colspan="3">
    <div>{{box gravity 'media' '媒体'}}{{box gravity 'court' '司法'}}{{box gravity 'mass' '群体'}}</div>
    <div class="text low">{{impact}}</div>
  </td></tr>
  ${block('已采取措施', 'measures', 'high')}
  ${block('拟处理意见', 'opinion', 'high')}
  <tr class="whole"><th>报送对象<br>（上级主管部门 /<br>监管部门）</th><td colspan="3">{{receiver}}</td></tr>
  <tr class="whole"><th>报送人</th><td>{{filedBy}}</td><th>审批</th><td>{{approvedBy}}</td></tr>
  <tr class="whole"><th>日期</th><td colspan="3">{{ymd at}}</td></tr>
  <tr class="whole"><th>回执</th><td colspan="3">
    <div class="text low">{{receipt.text}}</div>
    <div class="sign"><span>{{ymd receipt.at}}</span></div>
  </td></tr>
</table>
`;

export const appealRecordFilingStyle = `
.most { min-height: 44mm; }
.high { min-height: 28mm; }
.low { min-height: 12mm; }
`;
