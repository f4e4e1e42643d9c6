package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.avro.Feedback;
import java.util.List;

/** Says something of an alert, unless it was the last that was said of it. */
final class SaidOfAlert {
  private final Session session;
  private final Operating<Feedback> operating;

  SaidOfAlert(Session session, Operating<Feedback> operating) {
    this.session = session;
    this.operating = operating;
  }

  /** What was said of it so far, oldest first. */
  List<Feedback> soFar(String alertId) {
    return operating.all().stream().filter(said -> said.getAlertId().equals(alertId)).toList();
  }

  void say(Feedback feedback, List<Feedback> soFar, boolean dryRun) {
    if (!soFar.isEmpty() && FeedbackWords.sayTheSame(soFar.get(soFar.size() - 1), feedback)) {
      session.terminal().line("alert %s: said already".formatted(feedback.getAlertId()));
    } else {
      operating.write(List.of(FeedbackWords.change(feedback)), dryRun);
    }
  }
}
