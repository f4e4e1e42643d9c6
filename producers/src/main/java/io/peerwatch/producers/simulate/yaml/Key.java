package io.peerwatch.producers.simulate.yaml;

/**
 * A key of a mapping: what it is called, how its value is written and what it means.
 *
 * @param form form of its value, or of each of its values
 * @param many whether it may be a list of values
 * @param absent what holds where it is missing, for people; {@code required} if it must not be
 */
record Key<T>(String name, Form<T> form, boolean many, String absent, String meaning)
    implements AnyKey {
  static final String REQUIRED = "required";

  static <T> Key<T> required(String name, Form<T> form, String meaning) {
    return new Key<>(name, form, false, REQUIRED, meaning);
  }

  static <T> Key<T> optional(String name, Form<T> form, String absent, String meaning) {
    return new Key<>(name, form, false, absent, meaning);
  }

  static <T> Key<T> list(String name, Form<T> form, String absent, String meaning) {
    return new Key<>(name, form, true, absent, meaning);
  }

  @Override
  public String written() {
    return many ? "list of " + form.written() : form.written();
  }
}
