package org.imaginghaven.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code deploy/haven}. */
@Command(name = "haven", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Governs the research use of clinical DICOM images.", subcommands = CommandLine.HelpCommand.class)
public final class Haven {

    private static final Map<String, Class<?>> COMMANDS = commands();
    /** These leave no thread behind: System.exit would look through every library for somebody to log the exit. */
    private static final Set<String> ENDING = Set.of("deid", "dicom");

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
        all.put("deid", DeidCommand.class);
        all.put("key", KeyCommand.class);
        all.put("dicom", DicomCommand.class);
        all.put("policy", PolicyCommand.class);
        all.put("bench", BenchCommand.class);
        all.put("train", TrainCommand.class);
        return all;
    }

    public static void main(String[] arguments) {
        String name = arguments.length == 0 ? "" : arguments[0];
        int status = line(name).execute(arguments);
        if (status != 0 || !ENDING.contains(name)) {
            System.exit(status);
        }
    }

    /** Only the command that is called is made, since making all of them takes longer than many a run. */
    static CommandLine line(String name) {
        CommandLine line = new CommandLine(new Haven());
        Class<?> one = COMMANDS.get(name);
        if (one != null) {
            line.addSubcommand(name, one);
        } else {
            COMMANDS.forEach(line::addSubcommand);
        }
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            line.getErr().println(Trouble.sentence(failure).orElseThrow(() -> failure));
            return 1;
        });
        return line;
    }
}
