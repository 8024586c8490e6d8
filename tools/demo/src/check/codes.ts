/** Lists of codes with titles: a cell may hold the code or a title in either language. */

export interface Coded {
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Full and half width are the same, and so are 其他 and 其它. */
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll('其他', '其它');

/** `电话(800)` is also known as `电话`. */
const short = (text: string): string => plain(text).replace(/\s*\([^)]*\)$/, '');

export class Codes {
  constructor(private readonly entries: readonly Coded[]) {}

  /** The code of a cell; the code itself wins over titles, whole titles over shortened ones. */
  find(cell: string): string | undefined {
    const wanted = plain(cell);
    const fits: ((entry: Coded) => boolean)[] = [
      ({ code }) => code === wanted,
      ({ title }) => plain(title.zh) === wanted || plain(title.en) === wanted,
      ({ title }) => short(title.zh) === wanted || short(title.en) === wanted,
    ];
    for (const fit of fits) {
      const found = this.entries.find(fit);
      if (found) return found.code;
    }
    return undefined;
  }

  has(code: string): boolean {
    return this.entries.some((entry) => entry.code === code);
  }

  title(code: string): Coded['title'] {
    return this.entries.find((entry) => entry.code === code)?.title ?? { zh: code, en: code };
  }

  /** What may stand there, for a message: `电话（800）(phone)、传真 (fax)`. */
  get listZh(): string {
    return this.entries.map(({ code, title }) => `${title.zh} (${code})`).join('、');
  }

  get listEn(): string {
    return this.entries.map(({ code }) => code).join(', ');
  }
}
