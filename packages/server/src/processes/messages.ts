import type { MetricObjectWithValues, MetricValue } from 'prom-client';

/** The figures of one process, as prom-client gives them. */
export type Figures = MetricObjectWithValues<MetricValue<string>>[];

/** What a member says to the process that keeps the group. */
export type FromMember =
  | { readonly kind: 'ready'; readonly port: number }
  /** Somebody reads `/metrics` here. */
  | { readonly kind: 'all-figures-wanted'; readonly question: number }
  | { readonly kind: 'figures'; readonly question: number; readonly figures: Figures };

/** What it says to a member. */
export type ToMember =
  | { readonly kind: 'stop' }
  | { readonly kind: 'figures-wanted'; readonly question: number }
  | { readonly kind: 'all-figures'; readonly question: number; readonly text: string };
