const most = 140;

/** The beginning of a rendered text on one line. */
export function excerptOf(html: string): string {
  const text = new DOMParser().parseFromString(html.replace(/<\/(p|li|pre|blockquote)>|<br>/g, " $&"), "text/html").body
    .textContent;
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
