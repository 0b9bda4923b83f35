package org.imaginghaven.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code deploy/haven}. */
@Command(name = "haven", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Governs the research use of clinical DICOM images.", subcommands = {
        CommandLine.HelpCommand.class})
public final class Haven {

    private Haven() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Haven()).execute(arguments));
    }
}
