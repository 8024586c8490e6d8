/** Does a request come from our own pages? A cookie alone proves nothing, so cookie sessions write only from there (S10). */
import type { HttpRequest } from '../request/request';

/** `unknown`: neither header is there, as with programs. */
export function originOf(request: Pick<HttpRequest, 'headers'>): 'same' | 'foreign' | 'unknown' {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
  if (origin !== undefined) return hostOf(origin) === host ? 'same' : 'foreign';
  return site === 'same-origin' ? 'same' : 'unknown';
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Methods that change nothing. */
export const isSafeMethod = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
