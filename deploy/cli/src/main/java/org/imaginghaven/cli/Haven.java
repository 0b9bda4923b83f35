package org.imaginghaven.cli;

import org.imaginghaven.local.StackProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code deploy/haven}. */
@Command(name = "haven", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Governs the research use of clinical DICOM images.", subcommands = {
        DemoCommand.class,
        UpCommand.class,
        DownCommand.class,
        StatusCommand.class,
        LogsCommand.class,
        RedactText.class,
        ScanCommand.class,
        GenerateCommand.class,
        IngestCommand.class,
        AuditCommand.class,
        Annotate.class,
        DeidCommand.class,
        KeyCommand.class,
        DicomCommand.class,
        PolicyCommand.class,
        org.imaginghaven.bench.BenchCommand.class,
        CommandLine.HelpCommand.class})
public final class Haven {

    private Haven() {
    }

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Haven());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StackProblem problem) {
                command.getErr().println(problem.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(line.execute(arguments));
    }
}
