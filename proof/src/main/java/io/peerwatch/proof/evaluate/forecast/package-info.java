/** Forecasts held against what came: ours, last week's, and a line's. */
package io.peerwatch.proof.evaluate.forecast;
