/** "Tokyo" of "Asia/Tokyo", "Knox, Indiana" of "America/Indiana/Knox". */
export function cityOf(zone: string): string {
  const [, ...rest] = zone.split("/");
  const parts = rest.length > 0 ? rest : [zone];
  return parts.reverse().join(", ").replaceAll("_", " ");
}

/** "UTC+9", "UTC−3:30", as it is in the zone at that moment. */
export function offsetOf(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "UTC").replace("-", "−").replace(/\+0$/, "");
}

/** All that the browser knows, those of `first` in front and the others by city. */
export function zonesWith(first: string[]): string[] {
  const others = Intl.supportedValuesOf("timeZone").sort((a, b) => (cityOf(a) < cityOf(b) ? -1 : 1));
  return [...new Set([...first, ...others, "UTC"])];
}
