import { useEffect, useState } from "react";

const minuteMs = 60_000;

/** Now, to the minute: makes a component look again as time goes by. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
