const HELP = {
  cartograph_touchpoints_accepted_total: 'Touchpoints stored.',
  cartograph_touchpoints_duplicate_total: 'Touchpoints skipped, being stored already.',
  cartograph_touchpoints_rejected_total: 'Touchpoints refused.',
  cartograph_touchpoints_adjusted_total: 'Fields left out of touchpoints that were stored.',
  cartograph_requests_limited_total: 'Requests turned away for being too many.',
  cartograph_store_errors_total: 'Batches turned away with the store out of reach.',
} as const;

export type MetricName = keyof typeof HELP;

/** Counters since the process started. */
export interface Metrics {
  add(name: MetricName, count: number): void;
  /** Prometheus' text format. https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): string;
}

export function createMetrics(): Metrics {
  const counts = new Map<string, number>();

  return {
    add: (name, count) => void counts.set(name, (counts.get(name) ?? 0) + count),
    text: () =>
      Object.entries(HELP)
        .map(
          ([name, help]) =>
            `# HELP ${name} ${help}\n# TYPE ${name} counter\n${name} ${counts.get(name) ?? 0}\n`,
        )
        .join(''),
  };
}
