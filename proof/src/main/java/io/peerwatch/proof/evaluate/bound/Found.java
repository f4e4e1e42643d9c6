package io.peerwatch.proof.evaluate.bound;

/**
 * How likely a fault is found, 0..1 each.
 *
 * @param told by the best test that is told all but whether it is there
 * @param toldSoon within half an hour
 * @param searched by the test that has to look everywhere
 * @param searchedSoon within half an hour
 */
public record Found(double told, double toldSoon, double searched, double searchedSoon) {
  Found plus(Found other) {
    return new Found(
        told + other.told,
        toldSoon + other.toldSoon,
        searched + other.searched,
        searchedSoon + other.searchedSoon);
  }

  Found dividedBy(double count) {
    return new Found(told / count, toldSoon / count, searched / count, searchedSoon / count);
  }
}
