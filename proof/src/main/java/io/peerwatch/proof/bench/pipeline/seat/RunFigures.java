package io.peerwatch.proof.bench.pipeline.seat;

/**
 * What a run says of itself so far.
 *
 * @param samples that its work has come across
 * @param lateSamples of them, lost because their window was already closed
 * @param read samples that its consumers have handed out
 * @param firstAtMillis when the first of them was, in epoch milliseconds; 0 when none was
 * @param cpuNanos processor time of its process since then
 * @param compileMillis processor time of its compilers since then, where the system tells; 0 where
 *     Java does not say either for how long they were at work
 * @param heapBytes live objects, after a garbage collection
 */
public record RunFigures(
    long samples,
    double lateSamples,
    long read,
    long firstAtMillis,
    long cpuNanos,
    long compileMillis,
    long heapBytes) {

  String line() {
    return "%d %s %d %d %d %d %d"
        .formatted(samples, lateSamples, read, firstAtMillis, cpuNanos, compileMillis, heapBytes);
  }

  static RunFigures parse(String line) {
    String[] words = line.split(" ");
    return new RunFigures(
        Long.parseLong(words[0]),
        Double.parseDouble(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]),
        Long.parseLong(words[6]));
  }
}
