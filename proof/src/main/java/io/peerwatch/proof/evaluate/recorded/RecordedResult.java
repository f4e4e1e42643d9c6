package io.peerwatch.proof.evaluate.recorded;

import java.util.List;

/**
 * What came out on recorded windows.
 *
 * @param groupWeeks time scored, summed over groups
 * @param labelledShare share of hosts' windows that are labelled, 0..1: the average precision of
 *     chance
 * @param rows by detector, ours first, and budget
 */
public record RecordedResult(double groupWeeks, double labelledShare, List<RecordedRow> rows) {
  public RecordedResult {
    rows = List.copyOf(rows);
  }
}
