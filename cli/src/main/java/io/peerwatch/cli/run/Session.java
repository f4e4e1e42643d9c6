package io.peerwatch.cli.run;

import io.peerwatch.cli.option.OptionSources;
import io.peerwatch.cli.terminal.Terminal;

/**
 * What every command is given.
 *
 * @param terminal where its words go
 * @param stop the user's wish to end
 * @param sources option values from outside the command line
 */
public record Session(Terminal terminal, Stop stop, OptionSources sources) {}
