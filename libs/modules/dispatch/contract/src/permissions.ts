/** Permission ids of the dispatch module; their titles are in the manifest. */
export const DISPATCH_PERMISSIONS = {
  /** Open an order. */
  create: 'dispatch.work-order.create',
  read: 'dispatch.work-order.read',
  /** Choose, dispatch, dispatch again, reassign, add a co-operating unit: the dispatcher's desk. */
  assign: 'dispatch.work-order.assign',
  /** Work on an order: accept … feed back, sheet, signature. */
  handle: 'dispatch.work-order.handle',
  /** Grade a repair (技术经理, DSP-7). */
  grade: 'dispatch.work-order.grade',
  /** Verify and close. */
  close: 'dispatch.work-order.close',
  cancel: 'dispatch.work-order.cancel',
  printRegister: 'dispatch.register.print',
} as const;
