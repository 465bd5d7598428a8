const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as paragraphs and lines; everything in it stays text. */
export function plainHtml(text: string): string {
  const safe = text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
  return safe
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll("\n", "<br>")}</p>`)
    .join("");
}
