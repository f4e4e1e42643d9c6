package io.peerwatch.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version, from the jar's manifest. */
public final class Version implements IVersionProvider {

  /** Such as {@code 1.2.3}. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"peerwatch " + text(), "Java " + Runtime.version().feature()};
  }
}
