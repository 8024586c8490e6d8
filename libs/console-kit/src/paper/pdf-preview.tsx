/** The very PDF, shown beside the page: fetched, never filed (FRM-3); a fetch error is shown in words. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Query } from '../api/client';
import { ErrorNote, Waiting } from '../states/states';

export interface PdfPreviewProps {
  readonly path: string;
  readonly query?: Query;
  readonly title: string;
  /** Changes when the record changes, so that the preview follows it. */
  readonly version?: number | string | undefined;
}

export function PdfPreview({ path, query, title, version }: PdfPreviewProps) {
  const pdf = useQuery({
    queryKey: ['pdf', path, query ?? {}, version],
    queryFn: () => api.blob(path, query),
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const address = useObjectUrl(pdf.data);
  if (pdf.error) return <ErrorNote error={pdf.error} retry={() => void pdf.refetch()} />;
  if (!address) return <Waiting rows={12} />;
  return <iframe className="bh-pdf" title={title} src={`${address}#toolbar=0&navpanes=0&view=FitH`} />;
}

/** An address for a blob, given back when it is not shown any more. */
function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return setAddress(undefined);
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
