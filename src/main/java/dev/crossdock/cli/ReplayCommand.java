package dev.crossdock.cli;

import picocli.CommandLine.Command;

/** What the journal is good for besides going on. */
@Command(
    name = "replay",
    description = "Looks into the journal: how orders were, and whether it is whole.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReplayOrderCommand.class,
      ReplayVerifyCommand.class,
      ReplayExportCommand.class,
      ReplayImportCommand.class
    })
final class ReplayCommand {}
