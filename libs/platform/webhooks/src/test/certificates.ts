/** Certificates of a receiver for tests, made when they are needed: no key is kept anywhere. */
import { generate } from 'selfsigned';

export const HOST = 'hooks.example.org';

/** What an HTTPS server takes, PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface Certificates {
  /** The authority both are signed by, PEM. */
  readonly authority: string;
  /** For `HOST`, in force. */
  readonly good: Certificate;
  /** For `HOST`, over since 2021. */
  readonly expired: Certificate;
}

const name = (value: string) => [{ name: 'commonName', value }];

export async function makeCertificates(): Promise<Certificates> {
  const authority = await generate(name('Test authority'), {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const signed = async (from: string, to: string): Promise<Certificate> => {
    const made = await generate(name(HOST), {
      keyType: 'ec',
      algorithm: 'sha256',
      ca: { key: authority.private, cert: authority.cert },
      notBeforeDate: new Date(from),
      notAfterDate: new Date(to),
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: HOST }] }],
    });
    return { key: made.private, cert: made.cert };
  };
  return {
    authority: authority.cert,
    good: await signed('2020-01-01', '2120-01-01'),
    expired: await signed('2020-01-01', '2021-01-01'),
  };
}
