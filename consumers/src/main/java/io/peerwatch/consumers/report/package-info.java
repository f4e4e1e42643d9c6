/** A day's report: who was odd most, who runs out first, who wastes most, and what to do. */
package io.peerwatch.consumers.report;
