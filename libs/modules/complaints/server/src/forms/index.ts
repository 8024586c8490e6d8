/** The forms the complaints module prints: 7, 8, 26a, 27a, 27b, 27c of forms.md; 9 and 28 are shared. */
export { complaintOrder, type ComplaintOrderPaper } from './complaint-order/complaint-order.form';
export { complaintRegister, type ComplaintRegisterPaper } from './complaint-register/complaint-register.form';
export { complaintReport, type ComplaintReportPaper } from './complaint-report/complaint-report.form';
export { rehandlingOrder, type RehandlingOrderPaper } from './rehandling-order/rehandling-order.form';
export { servicePledge, type ServicePledgePaper } from './service-pledge/service-pledge.form';
export { supervisionOrder, type SupervisionOrderPaper } from './supervision-order/supervision-order.form';
