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

/** The instant of a zone's clock: `2026-11-27`, `15:00`. */
export function instantAt(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  // The offset at the guess may differ from that at the result when a clock change lies between: ask again there.
  const once = wall - offsetAt(new Date(wall), zone);
  return new Date(wall - offsetAt(new Date(once), zone));
}

function offsetAt(at: Date, zone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    })
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  ) as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}
