package org.imaginghaven.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.imaginghaven.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Entry point of {@code deploy/haven}. */
@Command(name = "haven", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Governs the research use of clinical DICOM images.", subcommands = CommandLine.HelpCommand.class)
public final class Haven {

    private static final Map<String, Class<?>> COMMANDS = commands();
    /** These are run over and over, and leave no thread behind: System.exit would look through every library for a logger. */
    private static final Map<String, Supplier<CommandSpec>> QUICK = Map.of("deid", DeidCommand::spec, "dicom",
            DicomCommand::spec);

    private Haven() {
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("demo", DemoCommand.class);
        all.put("up", UpCommand.class);
        all.put("down", DownCommand.class);
        all.put("status", StatusCommand.class);
        all.put("logs", LogsCommand.class);
        all.put("redact-text", RedactText.class);
        all.put("scan", ScanCommand.class);
        all.put("generate", GenerateCommand.class);
        all.put("ingest", IngestCommand.class);
        all.put("audit", AuditCommand.class);
        all.put("annotate", Annotate.class);
        all.put("key", KeyCommand.class);
        all.put("policy", PolicyCommand.class);
        all.put("bench", BenchCommand.class);
        all.put("train", TrainCommand.class);
        return all;
    }

    public static void main(String[] arguments) {
        String name = arguments.length == 0 ? "" : arguments[0];
        int status = line(name).execute(arguments);
        if (status != 0 || !QUICK.containsKey(name)) {
            System.exit(status);
        }
    }

    /** Only the command that is called is made, since making all of them takes longer than many a run. */
    static CommandLine line(String name) {
        Supplier<CommandSpec> quick = QUICK.get(name);
        CommandLine line = new CommandLine(
                quick == null ? new Haven() : Declared.command("haven", new Object()).addSubcommand(name, quick.get()));
        Class<?> one = COMMANDS.get(name);
        if (one != null) {
            line.addSubcommand(name, one);
        } else if (quick == null) {
            COMMANDS.forEach(line::addSubcommand);
            QUICK.forEach((called, spec) -> line.addSubcommand(called, spec.get()));
        }
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            line.getErr().println(Trouble.sentence(failure).orElseThrow(() -> failure));
            return 1;
        });
        return line;
    }
}
