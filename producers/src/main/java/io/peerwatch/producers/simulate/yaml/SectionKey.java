package io.peerwatch.producers.simulate.yaml;

/** A key whose value is a mapping with keys of its own, or a list of such. */
record SectionKey(String name, Keys keys, boolean many, String absent, String meaning)
    implements AnyKey {
  @Override
  public String written() {
    return (many ? "list of " : "") + "[" + keys.title() + "](#" + keys.title() + ")";
  }
}
