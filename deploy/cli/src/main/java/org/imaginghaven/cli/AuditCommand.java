package org.imaginghaven.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.governance.audit.AuditChain;
import org.imaginghaven.governance.audit.AuditChain.Head;
import org.imaginghaven.governance.audit.AuditChain.Verdict;
import org.imaginghaven.governance.audit.JdbcAuditTrail;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.StackProblem;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an auditor can do without the workers' help. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Checks the audit ledger.", subcommands = {
        AuditCommand.Verify.class, CommandLine.HelpCommand.class})
final class AuditCommand {

    private AuditCommand() {
    }

    /** Recomputes the chain from the database, entry by entry. */
    @Command(name = "verify", mixinStandardHelpOptions = true, description = {
            "Recomputes the ledger's hash chain and says whether every entry is what was written.",
            "Needs only the database. Exit code 0 when the chain holds, 1 when it does not."})
    static final class Verify implements Callable<Integer> {

        private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

        @Mixin
        private final HomeOption home = new HomeOption();

        @Option(names = "--expect", paramLabel = "HEAD", description = {
                "A head that an earlier run printed: the chain must still pass through it.",
                "Only so a ledger that was cut short is noticed."})
        private @Nullable String expected;

        @Override
        public Integer call() {
            LocalStack stack = LocalStack.open(home.setup());
            PGSimpleDataSource governance = new PGSimpleDataSource();
            governance.setUrl(stack.ports().address(Part.POSTGRES));
            governance.setUser("haven_governance");
            governance.setPassword(stack.databasePassword("governance"));
            Verdict verdict;
            try {
                verdict = new JdbcAuditTrail(governance).verify(Optional.ofNullable(expected).map(Verify::head));
            } catch (DataAccessException | TransactionException away) {
                throw new StackProblem(
                        "The database does not answer. Start it with \"deploy/haven up\", then try again.", away);
            }
            System.out.println(sentence(verdict));
            return verdict instanceof Verdict.Intact ? 0 : 1;
        }

        static String sentence(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Intact(Head head) -> "The ledger is intact: " + head.entries()
                        + " entries, each following from the one before.\nHead: " + head.entries() + ":" + head.hash()
                        + "\nKeep the head somewhere else and give it to --expect next time.";
                case Verdict.Broken(long seq, AuditChain.Fault fault) -> "The ledger is broken at entry " + seq + ": "
                        + switch (fault) {
                            case GAP -> "the entry before it is missing.";
                            case UNLINKED -> "it does not continue the entry before it.";
                            case CHANGED -> "it is not what was written.";
                            case CUT_OFF -> "the ledger ends here or went another way, and it was longer before.";
                        };
            };
        }

        static Head head(String text) {
            Matcher form = HEAD.matcher(text);
            if (!form.matches()) {
                throw new StackProblem("--expect takes what an earlier run printed after \"Head:\", like 12:9f86d0…");
            }
            return new Head(Long.parseLong(form.group(1)), form.group(2));
        }
    }
}
