package io.peerwatch.cli.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.evaluate.Proportion;
import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.streams.score.PoissonInterval;
import java.io.IOException;

/** Figures as JSON; what can't be told is null. */
final class TallyJson {
  static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TallyJson() {}

  static String text(ObjectNode node) throws IOException {
    return MAPPER.writeValueAsString(node) + "\n";
  }

  /** Adds a detector's figures to what says which one it is. */
  static ObjectNode add(ObjectNode node, Tally tally) {
    add(node, "found", tally.found());
    node.put("falseAlarms", tally.falseAlarms());
    node.put("groupWeeks", tally.groupWeeks());
    PoissonInterval interval = tally.falseAlarmsPerWeekInterval();
    number(node, "falseAlarmsPerWeek", tally.falseAlarmsPerWeek());
    number(node, "falseAlarmsPerWeekLow", interval.low());
    number(node, "falseAlarmsPerWeekHigh", interval.high());
    number(node, "delayMinutesMedian", tally.delayMinutes(0.5));
    number(node, "delayMinutes90", tally.delayMinutes(0.9));
    add(node, "rightHost", tally.rightHost());
    add(node, "blameHits", tally.blameHits());
    return node;
  }

  /** Adds found and delay of every kind of fault. */
  static ObjectNode addKinds(ObjectNode node, Tally tally) {
    ObjectNode kinds = node.putObject("kinds");
    for (InjectionKind kind : InjectionKind.values()) {
      ObjectNode of = kinds.putObject(kind.name());
      add(of, "found", tally.found(kind.name()));
      number(of, "delayMinutesMedian", tally.delayMinutes(kind.name(), 0.5));
      number(of, "delayMinutes90", tally.delayMinutes(kind.name(), 0.9));
    }
    return node;
  }

  static void add(ObjectNode node, String name, Proportion share) {
    ObjectNode of = node.putObject(name);
    of.put("hits", share.hits());
    of.put("of", share.of());
    number(of, "share", share.value());
    number(of, "low", share.low());
    number(of, "high", share.high());
  }

  static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
