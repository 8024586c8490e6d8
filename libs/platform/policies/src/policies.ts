/** What the company has decided: the active pack, its versions and the policies of each (PCK-1, DLN-5). */
import type { DeadlinePolicy } from '@bihuan/domain';
import type { Pack } from './pack/pack.schema';
import type { PackStep } from './pack/time.schema';

/** A pack as it was in force from an instant on. */
export interface PackVersion {
  readonly version: number;
  readonly effectiveFrom: Date;
  readonly pack: Pack;
}

/** A deadline policy with the version of the pack it comes from; a running deadline keeps that version (DLN-5). */
export interface VersionedPolicy extends DeadlinePolicy {
  readonly title: { readonly zh: string; readonly en: string };
  readonly steps: readonly PackStep[];
}

export class Policies {
  private versions: readonly PackVersion[] = [];
  private policies: ReadonlyMap<string, VersionedPolicy> = new Map();

  /** @param versions checked, the oldest first, at least one */
  constructor(versions: readonly PackVersion[]) {
    this.replace(versions);
  }

  /** Puts newer versions in force in this process. */
  replace(versions: readonly PackVersion[]): void {
    if (versions.length === 0) throw new Error('There is no pack version: an empty database is set up first.');
    this.versions = versions;
    this.policies = new Map(
      versions.flatMap(({ version, pack }) =>
        pack.deadlinePolicies.map((policy) => [`${version}/${policy.code}`, { ...policy, version }] as const),
      ),
    );
  }

  /** The active pack. */
  pack(): Pack {
    return this.active().pack;
  }

  /** The active version with its number and date. */
  active(): PackVersion {
    return this.versions.at(-1) as PackVersion;
  }

  /** A module's section, as its manifest's schema read it at start. */
  section<T>(moduleId: string): T {
    const section = this.pack().modules[moduleId];
    if (section === undefined) throw new Error(`The pack "${this.pack().id}" has no section "modules.${moduleId}".`);
    return section as T;
  }

  /** The policy of that code in force at an instant; a code the pack has not is a defect. */
  deadlinePolicy(code: string, at: Date): VersionedPolicy {
    const begun = this.versions.filter(({ effectiveFrom }) => effectiveFrom <= at);
    const { version } = begun.at(-1) ?? (this.versions[0] as PackVersion);
    return this.policyOfVersion(code, version);
  }

  /** The policy a running deadline was armed with (DLN-5). */
  policyOfVersion(code: string, version: number): VersionedPolicy {
    const policy = this.policies.get(`${version}/${code}`);
    if (!policy) throw new Error(`Version ${version} of the pack has no deadline policy "${code}".`);
    return policy;
  }
}
