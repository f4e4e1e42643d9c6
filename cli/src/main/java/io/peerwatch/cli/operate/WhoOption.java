package io.peerwatch.cli.operate;

import picocli.CommandLine.Option;

/** Who says it. */
public final class WhoOption {
  @Option(names = "--who", paramLabel = "NAME", description = "Who says it. Default: the OS user")
  private String who;

  public String who() {
    return who == null ? System.getProperty("user.name", "") : who;
  }
}
