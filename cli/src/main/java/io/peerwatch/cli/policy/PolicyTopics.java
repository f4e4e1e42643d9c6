package io.peerwatch.cli.policy;

import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.run.Session;
import io.peerwatch.detection.policy.PolicyBook;
import io.peerwatch.producers.operate.Change;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.producers.operate.OperatedWriter;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.policy.PolicyRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The two topics of policies: what stands now, and every version. */
final class PolicyTopics {
  private static final Operated<GroupPolicy> NOW =
      new Operated<>(Topics.GROUP_POLICIES, GroupPolicy::getPattern, PolicyFields::problem);
  private static final Operated<GroupPolicy> HISTORY =
      new Operated<>(Topics.POLICY_HISTORY, GroupPolicy::getPattern, PolicyFields::problem);

  private final Session session;
  private final ConnectionSettings settings;

  PolicyTopics(Session session, ConnectionSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /** What was written last, by pattern. */
  SortedMap<String, GroupPolicy> latest() {
    return new Operating<>(session, settings, NOW).latest();
  }

  /** Every version, in the order in which they were written. */
  List<GroupPolicy> versions() {
    return new Operating<>(session, settings, HISTORY).all();
  }

  /** The versions as the topology takes them; it refuses those that this leaves out. */
  static PolicyBook book(List<GroupPolicy> versions) {
    PolicyBook book = PolicyBook.EMPTY;
    for (GroupPolicy version : versions) {
      if (PolicyFields.problem(version).isEmpty()) {
        book = book.with(PolicyRecords.of(version));
      }
    }
    return book;
  }

  /**
   * Writes versions: first what the topology reads, so that what is shown as standing does stand.
   */
  void write(List<GroupPolicy> versions) {
    List<Change<GroupPolicy>> history = new ArrayList<>();
    List<Change<GroupPolicy>> now = new ArrayList<>();
    for (GroupPolicy version : versions) {
      String pattern = version.getPattern();
      history.add(Change.put(pattern, version, pattern));
      now.add(
          PolicyFields.said(version).isEmpty()
              ? Change.end(pattern, pattern)
              : Change.put(pattern, version, pattern));
    }
    new OperatedWriter<>(settings, HISTORY).write(history, change -> {});
    new OperatedWriter<>(settings, NOW).write(now, change -> {});
  }
}
