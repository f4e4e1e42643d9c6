package io.peerwatch.schemas.serde;

import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that it may make objects of our generated classes. Avro makes none that it was not
 * told to trust, and that includes the defaults in a builder. So this has to happen before any
 * generated class is used, by whomever: Avro looks for services of this kind whenever one is
 * loaded. It converts nothing.
 */
public final class TrustedClasses extends Conversion<TrustedClasses> {
  private static final String PACKAGE = "io.peerwatch.schemas.avro";

  static {
    ClassSecurityPredicate ours = type -> type.getPackageName().equals(PACKAGE);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ours));
  }

  @Override
  public Class<TrustedClasses> getConvertedType() {
    return TrustedClasses.class;
  }

  @Override
  public String getLogicalTypeName() {
    return "peerwatch-trusted-classes";
  }
}
