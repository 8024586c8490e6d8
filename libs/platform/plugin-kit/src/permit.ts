/** Route guards as data: what a route asks of the person (IDN-2). A route without one of these fails lint and start. */
import { SetMetadata } from '@nestjs/common';

export const PERMIT = 'bihuan:permit';

export type RouteGuard =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'permit'; readonly permission: string };

/** The person needs this permission, in any scope; the scope is applied where rows are read. */
export const Permit = (permission: string) => SetMetadata(PERMIT, { kind: 'permit', permission } satisfies RouteGuard);

/** Anybody who is logged in. */
export const Authenticated = () => SetMetadata(PERMIT, { kind: 'authenticated' } satisfies RouteGuard);

/** No session: health, log-in, portal. */
export const Public = () => SetMetadata(PERMIT, { kind: 'public' } satisfies RouteGuard);
