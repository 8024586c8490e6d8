/** A multipart body as a browser sends it, for tests of uploads. */

export type Part =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly filename: string; readonly bytes: Uint8Array };

const BOUNDARY = '----bihuan-test-boundary';

export function multipart(parts: readonly Part[]): {
  readonly headers: { 'content-type': string };
  readonly body: Buffer;
} {
  const chunks = parts.flatMap((part) => {
    const file = 'bytes' in part ? `; filename="${part.filename}"\r\ncontent-type: application/octet-stream` : '';
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${part.name}"${file}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from('bytes' in part ? part.bytes : part.value), Buffer.from('\r\n')];
  });
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}
