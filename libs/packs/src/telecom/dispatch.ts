/** Work orders of telecom: repair and installation; the suite chooses the engineer by itself (packs.md; DSP-2). */
import { orderType } from '../shared/dispatch';
import { plainDispatch } from '../shared/dispatch-plain';
import { entry } from '../shared/words';

const field = { functions: ['user-service'] };

export const dispatch = plainDispatch({
  types: [
    orderType('fault-repair', '故障修复', 'Fault repair', { ...field, repair: true }),
    orderType('installation', '装机', 'Installation', field),
    orderType('service-opening', '业务开通', 'Service opening', field),
    orderType('complaint-follow-up', '投诉跟进', 'Complaint follow-up', { ...field, certificate: false }),
  ],
  customerClasses: [
    entry('ordinary', '普通客户', 'Ordinary'),
    entry('vip', 'VIP客户', 'VIP'),
    entry('corporate', '集团客户', 'Corporate'),
  ],
  respond: { unit: 'hour', value: 2 },
  conclude: { unit: 'hour', value: 48 },
  assignment: 'automatic',
  complaintType: 'complaint-follow-up',
});
