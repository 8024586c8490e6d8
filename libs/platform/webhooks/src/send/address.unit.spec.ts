/** Where a webhook may go: addresses of the house are refused in production, however they are written (EVT-3, S6). */
import { webhookSettings } from '../webhooks.settings';
import { isPublicAddress } from './address.rules';
import { mayReach, targetFault } from './target.rules';

const production = webhookSettings({}, true);

it.each([
  ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.7'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::a00:1', '100::1'],
  ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '2002:7f00:1::', '2001::1', '2001:db8::1', 'fec0::1', 'not-an-address', ''],
])('EVT-3 %s is inside', (address) => {
  expect(isPublicAddress(address)).toBe(false);
  expect(mayReach(address, production)).toBe(false);
});

it.each(['8.8.8.8', '172.32.0.1', '172.15.0.1', '192.169.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2606::1'])(
  'EVT-3 %s is outside',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

it('EVT-3 a network that the settings name may be reached, its neighbour not', () => {
  const settings = webhookSettings({ SUITE_WEBHOOK_NETWORKS: '10.1.0.0/16, 192.168.7.9,fd00:7::/32' }, true);
  const reached = ['10.1.2.3', '192.168.7.9', 'fd00:7::9', '10.2.0.1', '192.168.7.8', 'fd00:8::9'];
  expect(reached.map((address) => mayReach(address, settings))).toEqual([true, true, true, false, false, false]);
});

it.each(['10.0.0.0/33', '10.0.0.0/x', 'intern', '10.0.0.0/8/8', '/8', 'fd00::/129', '10.0.0.0/'])(
  'EVT-3 "%s" among the networks stops the start',
  (networks) => {
    expect(() => webhookSettings({ SUITE_WEBHOOK_NETWORKS: networks }, true)).toThrow(/SUITE_WEBHOOK_NETWORKS/);
  },
);

it.each([
  ['http://hooks.example.org/a', 'https-only'],
  ['https://127.0.0.1/a', 'address-inside'],
  ['https://2130706433/a', 'address-inside'],
  ['https://0x7f.1/a', 'address-inside'],
  ['https://[::1]/a', 'address-inside'],
  ['https://[::ffff:10.0.0.1]/a', 'address-inside'],
  ['https://localhost/a', 'address-inside'],
  ['https://api.localhost/a', 'address-inside'],
  ['https://169.254.169.254/latest/meta-data', 'address-inside'],
  ['https://user:secret@hooks.example.org/a', 'url-credentials'],
  ['https://hooks.example.org/a#b', 'url-fragment'],
  ['ftp://hooks.example.org/a', 'bad-url'],
  ['file:///etc/passwd', 'bad-url'],
  ['hooks.example.org', 'bad-url'],
  ['https://', 'bad-url'],
])('EVT-3 in production %s is refused: %s', (url, fault) => {
  expect(targetFault(url, production)).toBe(fault);
});

it('EVT-3 in production https to the world is right; outside it http to this machine too', () => {
  expect(targetFault('https://hooks.example.org:8443/a?b=c', production)).toBeUndefined();
  expect(targetFault('http://127.0.0.1:3000/a', webhookSettings({}, false))).toBeUndefined();
});
