/** Work orders of franchise: shop visits (到店服务), whose end starts the three-day revisit (packs.md; DSP-1a, RVT-1c). */
import { orderType } from '../shared/dispatch';
import { plainDispatch } from '../shared/dispatch-plain';
import { entry, seed } from '../shared/words';

export const dispatch = plainDispatch({
  types: [
    orderType('shop-visit', '到店服务', 'Shop visit', { functions: ['user-service'], certificate: false }),
    orderType('fault-repair', '故障维修', 'Fault repair', { repair: true, functions: ['technical-support'] }),
    orderType('training', '培训', 'Training', { functions: ['user-service'], certificate: false }),
    orderType('complaint-follow-up', '投诉跟进', 'Complaint follow-up', {
      functions: ['user-service'],
      certificate: false,
    }),
  ],
  customerClasses: [entry('ordinary', '加盟商', 'Franchisee')],
  respond: { unit: 'working-hour', value: 2 },
  conclude: { unit: 'working-day', value: 3 },
  assignment: 'dispatcher',
  complaintType: 'complaint-follow-up',
  notes: [seed('modules.dispatch.types.shop-visit', '001 ch.4 §四: 到店服务, revisited within three days.')],
});
