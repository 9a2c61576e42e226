package dev.crossdock.cli;

import picocli.CommandLine.Command;

/** What the journal is good for besides going on. */
@Command(
    name = "replay",
    description = "Looks into the journal: how orders were, whether it is whole, what if.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReplayOrderCommand.class,
      ReplayVerifyCommand.class,
      ReplayExportCommand.class,
      ReplayImportCommand.class,
      ReplaySimulateCommand.class
    })
final class ReplayCommand {}
