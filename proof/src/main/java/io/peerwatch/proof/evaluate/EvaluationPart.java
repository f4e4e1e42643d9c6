package io.peerwatch.proof.evaluate;

/** What can be evaluated on its own. */
public enum EvaluationPart {
  /** Faults of all kinds and strengths, for every detector. */
  FAULTS,
  /** Ours by strength and kind. */
  STRENGTHS,
  /** Ours on steps in groups of four. */
  STEPS,
  /** Ours where a balancer shifts work from host to host. */
  WORK,
  /** Ours while nothing is wrong. */
  HARMLESS,
  /** What is possible at all, by tests that know the truth but for whether there is a fault. */
  BOUND,
  /** Forecasts of daily peaks and hours, beside last week's and a line's. */
  FORECAST
}
