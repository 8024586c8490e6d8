/** The seed's four promises. */
import type { ServicePledgePaper } from './service-pledge.form';

export const servicePledgeSample: ServicePledgePaper = {
  unitName: '华南电子工程有限公司',
  intro: '为了提供用户最好品质的服务，我方承诺将尽全力满足贵方需求。我方承诺的服务内容包含：',
  section: '保修服务',
  promises: [
    { text: '您想了解相关产品、销售、服务最新资讯时，请随时登陆网站或访问BBS。' },
    { text: '假如您无法上网，您能够即时拨打我们用户咨询热线（800）。' },
    { text: '当您确定产品已故障、需要维修时，请将故障告知我们客服人员。' },
    { text: '您对服务感到不满意时，请拨打服务投诉热线，我们将在2个工作日内为用户提供处理方案。' },
  ],
  centre: '用户服务中心',
  address: '深圳市福田区深南大道1号',
  reservation: '在不限制您依法享受权利的前提下，保留随时修改和撤销本服务政策部分或全部的权利。',
  date: '2026-09-17',
};
