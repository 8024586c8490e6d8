/** Every route says who may call it, or the process does not start (IDN-2). */
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { RouteGuard } from '@bihuan/plugin-kit';
import { Deployment, PERMIT } from '@bihuan/plugin-kit';

@Injectable()
export class RouteGuards implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly deployment: Deployment,
  ) {}

  onApplicationBootstrap(): void {
    const known = new Set(this.deployment.rooms.flatMap(({ permissions }) => permissions.map(({ id }) => id)));
    const faults: string[] = [];
    for (const { metatype, instance } of this.discovery.getControllers()) {
      const prototype: unknown = instance ? Object.getPrototypeOf(instance) : undefined;
      if (!metatype || typeof prototype !== 'object' || prototype === null) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = (prototype as Record<string, unknown>)[name];
        if (typeof method !== 'function' || Reflect.getMetadata(PATH_METADATA, method) === undefined) continue;
        const guard = this.reflector.getAllAndOverride<RouteGuard | undefined>(PERMIT, [
          method as () => unknown,
          metatype as () => unknown,
        ]);
        const route = `${metatype.name}.${name}`;
        if (!guard) faults.push(`${route} has no guard: put @Permit, @Authenticated or @Public on it.`);
        else if (guard.kind === 'permit' && !known.has(guard.permission)) {
          faults.push(`${route} asks for "${guard.permission}", which no manifest declares.`);
        }
      }
    }
    if (faults.length > 0) throw new Error(`Routes without a good guard:\n  ${faults.join('\n  ')}`);
  }
}
