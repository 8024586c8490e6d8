/** Live updates to open consoles over server-sent events (DLN-6). */
export { Live, LIVE_CHANNEL } from './live';
export { LiveSources, type LiveSource } from './sources';
export { LiveHub, type LiveEvent } from './hub';
export { LiveModule } from './live.module';
export { liveRoom } from './live.manifest';
