import type { Judged } from "../api/types";

/** The figure to believe: of groups that the model has never met where there are groups, else of random folds. */
export function believed(judged: Judged | undefined): { value: number | null; low: number | null; high: number | null } {
  if (!judged) return { value: null, low: null, high: null };
  const grouped = judged.by_group !== null && judged.by_group !== undefined;
  const interval = grouped ? judged.by_group_interval : judged.random_interval;
  return { value: grouped ? judged.by_group : judged.random, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}
