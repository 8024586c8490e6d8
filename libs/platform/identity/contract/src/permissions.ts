/** Permissions of the identity room. */
export const identityPermissions = { userManage: 'identity.user.manage' } as const;
