/** Users, sessions, permissions and data scope (IDN). */
export { visible, type ScopeColumns, type SqlPart } from './scope/visible';
export { Access, type Visitor } from './sessions/access';
export { PortalTries, type PortalTry } from './sessions/portal-tries';
export { DEMO_PASSWORD, IdentitySetup } from './identity-setup';
export { IdentityModule } from './identity.module';
export { identityMigrations, identityRoom } from './identity.manifest';
