package io.peerwatch.producers.agent;

/**
 * What became of an agent's samples; sampled = acknowledged + dropped + refused + unsent.
 *
 * @param acknowledged all replicas in sync have them
 * @param dropped gave way to later ones while Kafka took none
 * @param refused Kafka refused them, or its answer was not waited for at the end
 * @param unsent still waited at the end
 * @param skipped instants without a sample, because the reading before took too long
 * @param badLines of extra metrics' files and outputs that could not be used
 */
public record AgentSummary(
    long sampled,
    long acknowledged,
    long dropped,
    long refused,
    long unsent,
    long skipped,
    long badLines) {

  /** Samples that did not arrive, as far as anybody knows. */
  public long lost() {
    return dropped + refused + unsent;
  }
}
