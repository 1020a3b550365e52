/** Counts and times, and nothing that says whose: in Prometheus' text format 0.0.4. */

const bounds = [0.005, 0.02, 0.1, 0.5, 2, 10];

type Times = { count: number; sum: number; readonly below: number[] };

export function createMetrics() {
  const counts = new Map<string, number>();
  const times = new Map<string, Times>();
  const gauges = new Map<string, () => number>();

  return {
    add(name: string, labels: string, by = 1): void {
      const key = `${name}{${labels}}`;
      counts.set(key, (counts.get(key) ?? 0) + by);
    },
    /** `seconds` that a call of this route took. */
    took(route: string, seconds: number): void {
      const found = times.get(route) ?? { count: 0, sum: 0, below: bounds.map(() => 0) };
      found.count += 1;
      found.sum += seconds;
      for (const [i, bound] of bounds.entries())
        if (seconds <= bound) found.below[i] = (found.below[i] ?? 0) + 1;
      times.set(route, found);
    },
    gauge(name: string, read: () => number): void {
      gauges.set(name, read);
    },
    text(): string {
      const lines: string[] = [];
      for (const [key, value] of counts) lines.push(`keukentafel_${key} ${value}`);
      for (const [route, { count, sum, below }] of times) {
        const name = "keukentafel_call_seconds";
        for (const [i, bound] of bounds.entries())
          lines.push(`${name}_bucket{route="${route}",le="${bound}"} ${below[i]}`);
        lines.push(`${name}_bucket{route="${route}",le="+Inf"} ${count}`);
        lines.push(`${name}_sum{route="${route}"} ${sum}`, `${name}_count{route="${route}"} ${count}`);
      }
      for (const [name, read] of gauges) lines.push(`keukentafel_${name} ${read()}`);
      return `${lines.join("\n")}\n`;
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
