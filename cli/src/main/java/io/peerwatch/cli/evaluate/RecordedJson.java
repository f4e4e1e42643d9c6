package io.peerwatch.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.evaluate.recorded.RecordedResult;
import io.peerwatch.proof.evaluate.recorded.RecordedRow;
import java.io.IOException;

/** Figures on recorded samples as JSON. */
final class RecordedJson {
  private RecordedJson() {}

  static String of(RecordedResult result) throws IOException {
    ObjectNode root = TallyJson.MAPPER.createObjectNode();
    root.put("groupWeeks", result.groupWeeks());
    root.put("labelledShare", result.labelledShare());
    TallyJson.number(root, "shownShare", result.shownShare());
    root.put("foundByNone", result.foundByNone());
    for (RecordedRow row : result.rows()) {
      ObjectNode node = root.withArray("rows").addObject();
      node.put("detector", row.detector());
      node.put("budget", row.falseAlarmsPerWeek());
      TallyJson.add(node, row.tally());
      TallyJson.number(node, "foundLowOverHosts", row.recallInterval().low());
      TallyJson.number(node, "foundHighOverHosts", row.recallInterval().high());
      TallyJson.number(node, "averagePrecision", row.averagePrecision());
      if (row.best() != null) {
        node.put("bestFound", row.best().found());
        node.put("bestFalseAlarmsPerWeek", row.best().falseAlarmsPerWeek());
      }
    }
    return TallyJson.text(root);
  }
}
