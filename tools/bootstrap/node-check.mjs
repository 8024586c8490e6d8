/**
 * The first thing every command does: refuse a Node that cannot `require` ES modules (20.19+, 22.12+, 23+).
 * Kept to syntax and names that old versions know, so that they reach the message.
 */
export function checkNode(version = process.versions.node) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23) return;
  process.stderr.write(
    '✗ 需要 Node.js 20.19 或更高版本(22 系列需 22.12),当前为 ' +
      version +
      '。请从 https://nodejs.org 安装后重试。\n' +
      '  Node.js 20.19 or newer is needed (of the 22 line 22.12); this is ' +
      version +
      '. Install it from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}
