package io.peerwatch.cli;

import io.peerwatch.cli.bench.BenchCommand;
import io.peerwatch.cli.command.AgentCommand;
import io.peerwatch.cli.command.BacktestCommand;
import io.peerwatch.cli.command.DashboardCommand;
import io.peerwatch.cli.command.LocalCommand;
import io.peerwatch.cli.command.NotifyCommand;
import io.peerwatch.cli.command.PeerwatchCommand;
import io.peerwatch.cli.command.ReplayCommand;
import io.peerwatch.cli.command.SimulateCommand;
import io.peerwatch.cli.command.StreamCommand;
import io.peerwatch.cli.command.TopicsCommand;
import io.peerwatch.cli.demo.DemoCommand;
import io.peerwatch.cli.evaluate.EvaluateCommand;
import io.peerwatch.cli.faults.FaultsCommand;
import io.peerwatch.cli.feedback.FeedbackCommand;
import io.peerwatch.cli.inventory.InventoryCommand;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.option.OptionDefaults;
import io.peerwatch.cli.option.SymbolText;
import io.peerwatch.cli.policy.PolicyCommand;
import io.peerwatch.cli.report.ReportCommand;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.silence.SilenceCommand;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.schemas.topics.NamePattern;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Table of contents: every command, in the order of the help. */
final class Commands {
  private Commands() {}

  static CommandLine tree(Session session) {
    CommandLine peerwatch = new CommandLine(new PeerwatchCommand());
    peerwatch.addSubcommand(new DemoCommand(session));
    peerwatch.addSubcommand(new LocalCommand(session));
    peerwatch.addSubcommand(TopicsCommand.tree(session));
    peerwatch.addSubcommand(new StreamCommand(session));
    peerwatch.addSubcommand(new AgentCommand(session));
    peerwatch.addSubcommand(new SimulateCommand(session));
    peerwatch.addSubcommand(new ReplayCommand(session));
    peerwatch.addSubcommand(new BacktestCommand(session));
    peerwatch.addSubcommand(BenchCommand.tree(session));
    peerwatch.addSubcommand(new FaultsCommand(session));
    peerwatch.addSubcommand(new EvaluateCommand(session));
    peerwatch.addSubcommand(new NotifyCommand(session));
    peerwatch.addSubcommand(new ReportCommand(session));
    peerwatch.addSubcommand(new DashboardCommand(session));
    peerwatch.addSubcommand(PolicyCommand.tree(session));
    peerwatch.addSubcommand(SilenceCommand.tree(session));
    peerwatch.addSubcommand(InventoryCommand.tree(session));
    peerwatch.addSubcommand(FeedbackCommand.tree(session));
    registerConverters(peerwatch);
    peerwatch.setCaseInsensitiveEnumValuesAllowed(true);
    peerwatch.setDefaultValueProvider(new OptionDefaults(session.sources()));
    peerwatch.setUsageHelpAutoWidth(true);
    return peerwatch;
  }

  private static void registerConverters(CommandLine peerwatch) {
    peerwatch.registerConverter(NamePattern.class, NamePattern::new);
    peerwatch.registerConverter(Speed.class, Commands::speed);
    peerwatch.registerConverter(Duration.class, new DurationText());
    peerwatch.registerConverter(Tier.class, new SymbolText<>(Tier.class));
    peerwatch.registerConverter(Workload.class, new SymbolText<>(Workload.class));
    peerwatch.registerConverter(Contestant.class, new SymbolText<>(Contestant.class));
    peerwatch.registerConverter(FeedbackKind.class, new SymbolText<>(FeedbackKind.class));
  }

  private static Speed speed(String text) {
    try {
      return Speed.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** The long names of all options of all commands. */
  static Set<String> optionNames(CommandLine command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.add(option.longestName());
    }
    command.getSubcommands().values().forEach(sub -> names.addAll(optionNames(sub)));
    return names;
  }
}
