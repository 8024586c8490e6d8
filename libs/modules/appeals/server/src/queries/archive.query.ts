/** The sealed archive of a case, and whether its bytes still give the hash (APL-7). */
import { Injectable } from '@nestjs/common';
import type { ArchiveView } from '@bihuan/appeals-contract';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { DataKeys } from '@bihuan/privacy';
import { commonErrors } from '../appeals.errors';
import { archiveOf, hashOf } from '../data/archive.store';
import type { Appeal } from '../domain/appeal.state';

@Injectable()
export class Archives {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly org: Org,
  ) {}

  /** @throws 404 before the case was archived */
  async of({ id, number, archiveHash, archivedById }: Appeal): Promise<ArchiveView> {
    const archive = await archiveOf(this.work, id);
    if (!archive) throw commonErrors['not-found']();
    const keys = await this.keys.load([archive.keyId]);
    const archivist = archivedById ? await this.org.employee(archivedById) : undefined;
    return {
      number,
      sha256: archive.sha256,
      at: archive.archivedAt.toISOString(),
      by: { id: archivedById ?? '', name: archivist?.name ?? '' },
      intact: hashOf(archive.sealed) === archive.sha256 && archive.sha256 === archiveHash,
      content: this.keys.open(keys, archive.keyId, archive.sealed) ?? null,
    };
  }
}
