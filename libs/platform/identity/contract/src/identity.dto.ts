/** Requests and answers of log-in and user administration (IDN-1, api.md). */
import { z } from 'zod';

export const loginSchema = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

export const changePasswordSchema = z.strictObject({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});

export const newUserSchema = z.strictObject({
  username: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/i),
  employeeId: z.uuid(),
  /** First password; made by the suite and given in the answer where absent. It must be changed at the first log-in. */
  password: z.string().min(1).max(256).optional(),
  /** Roles beside those his position brings. */
  roles: z.array(z.string().min(1)).max(20).optional(),
});

export const resetPasswordSchema = z.strictObject({ password: z.string().min(1).max(256).optional() });

export const setRolesSchema = z.strictObject({ roles: z.array(z.string().min(1)).max(20) });

export type Login = z.infer<typeof loginSchema>;
export type ChangePassword = z.infer<typeof changePasswordSchema>;
export type NewUser = z.infer<typeof newUserSchema>;
export type ResetPassword = z.infer<typeof resetPasswordSchema>;
export type SetRoles = z.infer<typeof setRolesSchema>;

/** How far a permission reaches (IDN-2). */
export type PermissionScope = 'own' | 'unit' | 'unit-and-below' | 'all';

/** Who is logged in, as `login` and `me` answer it. */
export interface Me {
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly employeeId: string;
    readonly name: string;
    readonly position: string;
    readonly unitId: string;
    readonly officerNumber?: string;
    /** Nothing but changing the password is allowed before it is done. */
    readonly mustChangePassword: boolean;
  };
  /** Permission id → scope. */
  readonly permissions: Readonly<Record<string, PermissionScope>>;
}

export interface LoggedIn extends Me {
  /** For `Authorization: Bearer …`; the console uses the cookie instead. */
  readonly accessToken: string;
  /** When the session ends at the latest. */
  readonly expiresAt: string;
}

export interface UserView {
  readonly id: string;
  readonly username: string;
  readonly employeeId: string;
  readonly name: string;
  readonly unitId: string;
  readonly position: string;
  readonly roles: readonly string[];
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
}
