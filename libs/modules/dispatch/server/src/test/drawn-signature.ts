/** A signature as the pad on the screen gives it: strokes on a clear ground, 640 × 240, PNG. */
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 640;
const HEIGHT = 240;
const PIXEL = 4;

export function drawnSignature(width = WIDTH, height = HEIGHT): Buffer {
  const rows = Buffer.alloc(height * (1 + width * PIXEL));
  for (let step = 0; step < width * 8; step++) {
    const across = step / (width * 8);
    const x = Math.round(width * (0.1 + 0.8 * across));
    const y = Math.round(height * (0.5 + 0.35 * Math.sin(across * 25) * (1 - across)));
    for (let dot = -2; dot <= 2; dot++) {
      const at = Math.min(Math.max(y + dot, 0), height - 1) * (1 + width * PIXEL) + 1 + x * PIXEL;
      rows.set([0x1d, 0x2a, 0x30, 0xff], at);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green, blue and clearness.
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
