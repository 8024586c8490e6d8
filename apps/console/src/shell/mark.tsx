/** The product's mark: a loop that closes. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg className="bh-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" />
      <path d="M24 16a8 8 0 1 1-3.2-6.4" />
      <circle cx="23.2" cy="11.6" r="2.2" />
    </svg>
  );
}
