/** The secret of a link stands behind the `#`, so that it reaches no server log and no referrer. */
export function codeInAddress(): string {
  return decodeURIComponent(location.hash.slice(1));
}

export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
