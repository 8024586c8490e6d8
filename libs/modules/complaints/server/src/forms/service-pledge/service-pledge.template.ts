/** Body of form 26a, 服务承诺. */
export const servicePledgeTemplate = `
<p class="to">尊敬的<span class="line">{{customer}}</span>：</p>
<p class="text">{{intro}}</p>
<h3>1、{{section}}：</h3>
<ol>{{#each promises}}<li>{{text}}</li>{{/each}}</ol>
<p>{{centre}}　地址：<span class="line">{{address}}</span></p>
<p class="text">{{reservation}}</p>
<div class="below"><span class="right">日期：{{ymd date}}</span></div>
`;

export const servicePledgeStyle = `
p, li { font-size: 12pt; line-height: 1.9; margin: 3mm 0; }
h3 { font-size: 13pt; margin: 5mm 0 2mm; }
ol { padding-left: 8mm; }
.to .line { min-width: 60mm; }
`;
