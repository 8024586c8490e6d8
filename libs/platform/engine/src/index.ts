/** The state of the engines: queues, events, deadlines, paper, processes. */
export { EngineModule } from './engine.module';
export { engineMigrations } from './engine.migrations';
export { engineRoom } from './engine.manifest';
