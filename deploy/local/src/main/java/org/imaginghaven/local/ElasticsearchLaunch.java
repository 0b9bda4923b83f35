package org.imaginghaven.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Elasticsearch for the metadata index, from the distribution that its own integration tests use. */
final class ElasticsearchLaunch implements Launch {

    private static final String HEAP = "320m";

    private final Account account;
    private final Distributions distributions;
    private final Reach reach;
    private final Ports ports;
    private final String javaHome;

    ElasticsearchLaunch(Reach reach, Account account, Distributions distributions, Ports ports) {
        this.account = account;
        this.distributions = distributions;
        this.reach = reach;
        this.ports = ports;
        this.javaHome = System.getProperty("java.home");
    }

    @Override
    public Part part() {
        return Part.ELASTICSEARCH;
    }

    @Override
    public Command prepare() {
        if (account.root() && !Account.openToAll(Path.of(javaHome))) {
            throw new StackProblem("The JDK in " + javaHome
                    + " lies in a folder that only root can reach, but Elasticsearch does not run as root."
                    + " Install a JDK 25 for all users, for example under /usr/lib/jvm, or start the stack as a plain user.");
        }
        Path archive = distributions.elasticsearch();
        Path unpacked = reach.dist().resolve(archive.getFileName().toString().replace(".zip", ""));
        Unpacking.zip(archive, unpacked);
        Path program = unpacked.resolve(unpacked.getFileName());
        Path folder = reach.data().resolve("elasticsearch");
        try {
            configure(program, folder);
        } catch (IOException failed) {
            throw new StackProblem("The configuration of Elasticsearch in " + folder + " cannot be written: "
                    + Sentences.reason(failed), failed);
        }
        account.own(folder);
        return Command
                .of(account.unprivileged(List.of(program.resolve("bin/elasticsearch").toString())), folder.getParent())
                .with(Map.of("ES_JAVA_HOME", javaHome, "ES_PATH_CONF", folder.resolve("config").toString(), "ES_TMPDIR",
                        folder.resolve("tmp").toString(), "ES_JAVA_OPTS",
                        "-Xms" + HEAP + " -Xmx" + HEAP + " " + JavaProgram.Compiling.QUICKLY.option(),
                        // the small program that starts the node and stays beside it
                        "CLI_JAVA_OPTS", "-Xmx32m -XX:+UseSerialGC"));
    }

    private void configure(Path program, Path folder) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        for (String name : List.of("data", "logs", "tmp", "config/jvm.options.d")) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String name : List.of("jvm.options", "log4j2.properties")) {
            Files.copy(program.resolve("config").resolve(name), config.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(config.resolve("elasticsearch.yml"), """
                cluster.name: haven
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: %s
                path.logs: %s
                xpack.security.enabled: false
                # a full disk is reported by the stack itself; a nearly full one must not make the index read-only
                cluster.routing.allocation.disk.threshold_enabled: false
                action.destructive_requires_name: false
                """.formatted(ports.elasticsearch(), ports.elasticsearchTransport(), folder.resolve("data"),
                folder.resolve("logs")));
    }

    @Override
    public boolean healthy() {
        return Http.answers(ports.address(Part.ELASTICSEARCH) + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    }
}
