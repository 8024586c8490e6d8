import { freshRig, shanghai, subject } from '../test/rig';
jest.setTimeout(300_000);
it('bench', async () => {
  const NINE = shanghai('2026-09-17 09:00');
  const { rig, close } = await freshRig(NINE);
  let t = performance.now();
  for (let b = 0; b < 20; b++)
    await rig.in(async (tx) => {
      for (let i = 0; i < 500; i++) await rig.armIn(tx, 'referral', subject(), NINE, 'r');
    });
  console.log('arm 10000 (not first)', performance.now() - t);
  t = performance.now();
  await rig.in(async (tx) => {
    for (let i = 0; i < 5000; i++)
      await rig.deadlines.arm(tx, {
        subject: subject(),
        stage: 'r',
        policy: 'referral',
        startedAt: NINE,
        owner: { unitId: '11111111-1111-4111-8111-111111111111', employeeId: null },
        first: true,
      });
  });
  console.log('arm 5000 first', performance.now() - t);
  await rig.db.query('update clock.manual_clock set now = $1', [shanghai('2026-09-17 10:50')]);
  t = performance.now();
  console.log('warned', await rig.firing.fireDue(), performance.now() - t);
  await rig.db.query('update clock.manual_clock set now = $1', [shanghai('2026-09-17 11:50')]);
  t = performance.now();
  console.log('breached+notified', await rig.firing.fireDue(), performance.now() - t);
  await rig.in(async (tx) => {
    for (let i = 0; i < 2000; i++)
      await rig.deadlines.arm(tx, {
        subject: subject(),
        stage: 'r',
        policy: 'plain',
        startedAt: NINE,
        owner: { unitId: '11111111-1111-4111-8111-111111111111', employeeId: null },
        first: true,
      });
  });
  t = performance.now();
  console.log('2000 with handlers', await rig.firing.fireDue(), performance.now() - t);
  await close();
});
