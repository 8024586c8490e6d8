/** The customer's signature as it goes onto form 16: the picture itself, inside the page (DSP-8, DSP-8a). */
import type { MediaType } from '@bihuan/attachments';
import { pictureSize } from '@bihuan/attachments';

export interface SignatureInk {
  readonly picture?: string;
  /** It is no picture for paper; the paper says that it lies among the attachments. */
  readonly beside?: boolean;
}

/** Largest picture inside a page: a drawn signature has 30 kB, a photo of a seal from a phone some 3 MB. */
const BYTES_AT_MOST = 3 * 1_048_576;

/** Unfolded a pixel takes four bytes of the browser's memory. */
const PIXELS_AT_MOST = 25_000_000;

export function inkOf(type: MediaType, bytes: Buffer): SignatureInk {
  if (type !== 'image/png' && type !== 'image/jpeg' && type !== 'image/webp') return { beside: true };
  const size = pictureSize(type, bytes);
  if (!size || size.width * size.height > PIXELS_AT_MOST || bytes.length > BYTES_AT_MOST) return { beside: true };
  return { picture: `data:${type};base64,${bytes.toString('base64')}` };
}
