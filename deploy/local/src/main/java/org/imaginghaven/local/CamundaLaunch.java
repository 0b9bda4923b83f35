package org.imaginghaven.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of the two processes of the Camunda distribution. Broker and web apps run apart because, in one process with sign-in switched
 * on, Tasklist calls the engine without a session and cannot assign tasks.
 */
final class CamundaLaunch implements Launch {

    private static final String HEAP = "256m";

    private final Part part;
    private final String profiles;
    private final String health;
    private final Home home;
    private final Distributions distributions;
    private final Ports ports;
    private final boolean train;

    private CamundaLaunch(Part part, String profiles, String health, Home home, Distributions distributions,
            Ports ports, boolean train) {
        this.part = part;
        this.profiles = profiles;
        this.health = health;
        this.home = home;
        this.distributions = distributions;
        this.ports = ports;
        this.train = train;
    }

    static CamundaLaunch broker(Home home, Distributions distributions, Ports ports, boolean train) {
        return new CamundaLaunch(Part.BROKER, "broker",
                Ports.http(ports.brokerManagement()) + "/actuator/health/status", home,
                distributions, ports, train);
    }

    static CamundaLaunch webapps(Home home, Distributions distributions, Ports ports, boolean train) {
        return new CamundaLaunch(Part.WEBAPPS, "operate,tasklist,auth",
                Ports.http(ports.webappsManagement()) + "/actuator/health/readiness",
                home, distributions, ports, train);
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Command prepare() {
        Path unpacked = unpacked(home, distributions);
        Path program = unpacked.resolve(unpacked.getFileName());
        Path settings = home.config().resolve(part.id() + ".yaml");
        Path logging = home.config().resolve("camunda-log4j2.xml");
        try {
            Files.writeString(settings, settings());
            Files.writeString(logging, resource("camunda-log4j2.xml"));
        } catch (IOException failed) {
            throw new StackProblem("The configuration " + settings + " cannot be written: " + Sentences.reason(failed),
                    failed);
        }
        List<String> options = List.of("-Djava.io.tmpdir=" + home.temporary(part),
                "-Dlog4j2.configurationFile=" + logging, "-Dapp.name=camunda",
                "-Dapp.repo=" + program.resolve("lib"),
                "-Dapp.home=" + program, "-Dbasedir=" + program);
        List<Path> libraries = new ArrayList<>(JavaProgram.librariesIn(program.resolve("lib")));
        libraries.addFirst(TasklistDates.library(program.resolve("lib"), home.dist()));
        return new JavaProgram(part.id(), libraries, HEAP, JavaProgram.Compiling.QUICKLY)
                .command(home.dist(), train, options, "io.camunda.application.StandaloneCamunda", List.of(), program)
                .with(Map.of("SPRING_PROFILES_ACTIVE", profiles, "SPRING_CONFIG_ADDITIONAL_LOCATION",
                        "file:" + program.resolve("config/application.yaml") + ",file:" + settings));
    }

    private static synchronized Path unpacked(Home home, Distributions distributions) {
        Path archive = distributions.camunda();
        Path target = home.dist().resolve(archive.getFileName().toString().replace(".tar.gz", ""));
        Unpacking.tarGz(archive, target);
        return target;
    }

    private String settings() {
        return resource(part.id() + ".yaml")
                .replace("${SERVER_PORT}", Integer.toString(part == Part.BROKER ? ports.brokerRest() : ports.webapps()))
                .replace("${MANAGEMENT_PORT}",
                        Integer.toString(part == Part.BROKER ? ports.brokerManagement() : ports.webappsManagement()))
                .replace("${GRPC_PORT}", Integer.toString(ports.brokerGrpc()))
                .replace("${BROKER_REST}", Ports.http(ports.brokerRest()))
                .replace("${COMMAND_PORT}", Integer.toString(ports.brokerCommand()))
                .replace("${INTERNAL_PORT}", Integer.toString(ports.brokerInternal()))
                .replace("${OPENSEARCH}", ports.address(Part.OPENSEARCH))
                .replace("${DATA}", home.data().resolve("zeebe").toString())
                .replace("${PASSWORD}", new Secrets(home.secrets()).password("camunda-default-user"));
    }

    static String resource(String name) {
        try (InputStream stream = CamundaLaunch.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public boolean healthy() {
        return Http.answers(health);
    }

    @Override
    public void complete() {
        if (part == Part.WEBAPPS) {
            new TasklistPeople(ports.address(Part.OPENSEARCH)).write(People.read(home.people()).people());
        }
    }
}
