package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.NotJudgedReason;

/** Says in plain words how a group looked in its newest window. */
final class PlainWords {
  private PlainWords() {}

  static String of(GroupVerdict verdict) {
    return switch (verdict.getState()) {
      case NORMAL -> "All " + verdict.getHostsJudged() + " hosts judged are alike";
      case SUSPECTS -> suspects(verdict.getFindings().size());
      case GROUP_SHIFT -> "The whole group moved at once";
      case SUBGROUP -> "Several hosts moved apart together";
      case PAIR_DIVERGED -> "The two hosts no longer behave alike";
      case GROUP_SILENT -> "No host of the group reports any more";
      case NOT_JUDGED -> "Not judged: " + why(verdict);
      case UNKNOWN -> "In a state that this dashboard does not know: update it";
    };
  }

  private static String suspects(int hosts) {
    return switch (hosts) {
      case 0 -> "Some hosts stand out";
      case 1 -> "One host stands out";
      default -> hosts + " hosts stand out";
    };
  }

  private static String why(GroupVerdict verdict) {
    NotJudgedReason reason =
        verdict.getReason() == null ? NotJudgedReason.UNKNOWN : verdict.getReason();
    return switch (reason) {
      case NO_PEERS -> "one host alone has no peers to be compared with";
      case WARMING -> "still learning what is usual here";
      case TOO_FEW_REPORTED ->
          "only %d of %d known hosts reported"
              .formatted(verdict.getHostsReported(), verdict.getHostsKnown());
      case NO_METRICS -> "no metric is reported by at least three hosts";
      case UNKNOWN -> "for a reason that this dashboard does not know";
    };
  }
}
