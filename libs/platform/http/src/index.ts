/** The HTTP edge: bodies, lists, problems, idempotency, health, metrics, guards checked at start (api.md). */
export type { HttpReply, HttpRequest } from './request/request';
export { InputRefused, fieldErrors, isStorableText, parseInput, pointer, type Language } from './request/input';
export { Upload, type UploadedFile } from './request/upload';
export { Payload } from './request/payload';
export { Actor, IfMatch, withVersion } from './request/request-values';
export { ListParams, type ListQuery } from './request/list-params';
export { decodeCursor, encodeCursor, pageOf, type Page } from './request/cursor';
export { httpErrors } from './problem/http.errors';
export { ReadyChecks, type ReadyCheck, type ReadyFinding } from './health/ready-checks';
export { SubjectAccess, type SubjectReader } from './routes/subject-access';
export { Metrics } from './metrics/metrics';
export { isSafeMethod, originOf } from './server/same-origin';
export { Housekeeping } from './server/housekeeping';
export { createHttpAdapter } from './server/http-adapter';
export { configureHttp } from './server/configure-http';
export { serveConsole } from './server/serve-console';
export { HttpModule } from './http.module';
export { httpMigrations, httpRoom } from './http.manifest';
