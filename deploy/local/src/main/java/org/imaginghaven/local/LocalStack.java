package org.imaginghaven.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The stack of one home folder. Its processes live on after the program that started them.
 *
 * <p>
 * {@link #start} brings up what is not up yet; {@link #stop} ends exactly what was started from this home. Every method may be called
 * from any program: what runs is recorded in the home.
 */
public final class LocalStack {

    private final Home home;
    private final Ports ports;
    private final Account account;
    private final Distributions distributions;
    private final boolean train;

    private LocalStack(Home home, Ports ports, boolean train) {
        this.home = home;
        this.ports = ports;
        this.account = Account.current();
        this.distributions = Distributions.ofThisBuild();
        this.train = train;
    }

    /**
     * How a stack is set up.
     *
     * @param home     home folder, made when it is not there
     * @param portBase first of the ports; empty takes the ports that this home used before, or 18000
     * @param dist     where distributions are unpacked; {@code null} for {@code home/dist}. Tests share one folder
     * @param train    whether to record start-up caches, which makes the first end of each part slower and every later start faster
     */
    public record Setup(Path home, OptionalInt portBase, @org.jspecify.annotations.Nullable Path dist, boolean train) {

        public static Setup of(Path home) {
            return new Setup(home, OptionalInt.empty(), null, true);
        }

        public Setup portBase(int base) {
            return new Setup(home, OptionalInt.of(base), dist, train);
        }

        public Setup sharing(Path distFolder) {
            return new Setup(home, portBase, distFolder.toAbsolutePath(), train);
        }

        public Setup untrained() {
            return new Setup(home, portBase, dist, false);
        }
    }

    /**
     * The stack of a home, whether or not it is up. Makes the home when it is not there.
     *
     * @throws StackProblem when the home cannot be used, or is up on other ports than asked for
     */
    public static LocalStack open(Setup setup) {
        Home home = setup.dist() == null
                ? Home.at(setup.home())
                : new Home(Home.at(setup.home()).folder(), setup.dist());
        home.prepare();
        OptionalInt recorded = recordedBase(home);
        int base = setup.portBase().orElse(recorded.orElse(Ports.DEFAULT_BASE));
        LocalStack stack = new LocalStack(home, new Ports(base), setup.train());
        if (recorded.isPresent() && recorded.getAsInt() != base && stack.anyAlive()) {
            throw new StackProblem("This home is already up with port base " + recorded.getAsInt()
                    + ". Run \"deploy/haven down\" first.");
        }
        return stack;
    }

    /** Opens a home and starts parts of it; those that are up already stay as they are. */
    public static LocalStack start(Setup setup, Set<Part> parts, Progress progress) {
        LocalStack stack = open(setup);
        stack.start(parts, progress);
        return stack;
    }

    /**
     * Starts parts, with what they need, as far as it is not up; returns when all are healthy.
     *
     * @throws StackProblem when one of them does not come up; the others keep running
     */
    public void start(Set<Part> parts, Progress progress) {
        try (FileChannel lock = home.lock()) {
            Set<Part> wanted = available(parts, progress);
            applyPeople(progress);
            new LocalStackStart(home, ports, this::launch, progress).run(wanted);
            if (!lock.isOpen()) {
                throw new IllegalStateException("the lock was lost");
            }
        } catch (IOException failed) {
            throw new StackProblem("The home folder cannot be unlocked: " + Sentences.reason(failed), failed);
        }
    }

    /** Programs read the people file when they start; a changed one therefore makes those that are up start again. */
    private void applyPeople(Progress progress) {
        Path applied = home.run().resolve("people.applied");
        try {
            String now = Files.readString(home.people());
            if (Files.exists(applied) && !Files.readString(applied).equals(now) && anyAlive()) {
                progress.note("people.yaml has changed: what signs people in starts again");
                LocalStackStart.stopTogether(home, EnumSet.of(Part.SEARCH, Part.APP), progress);
                if (new PartProcess(home, Part.WEBAPPS).alive()) {
                    launch(Part.WEBAPPS).complete();
                }
            }
            Secrets.writePrivately(applied, now);
        } catch (IOException failed) {
            throw new StackProblem("The people file cannot be applied: " + Sentences.reason(failed), failed);
        }
    }

    private Set<Part> available(Set<Part> parts, Progress progress) {
        HavenYaml.write(home, ports);
        People.read(home.people());
        recordBase();
        Set<Part> result = EnumSet.noneOf(Part.class);
        for (Part part : parts) {
            if (part == Part.APP && !distributions.built("workers/app", "org.imaginghaven.app.HavenApp")
                    || part == Part.SEARCH && !distributions.built("search", "org.imaginghaven.search.HavenSearch")) {
                progress.missing(part);
            } else {
                result.add(part);
            }
        }
        return result;
    }

    private Launch launch(Part part) {
        return switch (part) {
            case POSTGRES -> new PostgresLaunch(Reach.of(home, account), account, new Secrets(home.secrets()), ports);
            case ELASTICSEARCH -> new ElasticsearchLaunch(Reach.of(home, account), account, distributions, ports);
            case OPENSEARCH -> new OpenSearchLaunch(home, distributions, ports, train);
            case BROKER -> CamundaLaunch.broker(home, distributions, ports, train);
            case WEBAPPS -> CamundaLaunch.webapps(home, distributions, ports, train);
            case APP -> SpringLaunch.app(home, distributions, ports, train);
            case SEARCH -> SpringLaunch.search(home, distributions, ports, train);
        };
    }

    /** Ends everything that was started from this home, the users of a part before the part. Returns when no process is left. */
    public void stop(Progress progress) {
        try (FileChannel lock = home.lock()) {
            List<StackProblem> problems = new ArrayList<>();
            for (Set<Part> together : List.of(EnumSet.of(Part.SEARCH, Part.APP, Part.WEBAPPS, Part.BROKER),
                    EnumSet.of(Part.OPENSEARCH, Part.ELASTICSEARCH, Part.POSTGRES))) {
                problems.addAll(LocalStackStart.stopTogether(home, together, progress));
            }
            if (!problems.isEmpty() || !lock.isOpen()) {
                throw problems.getFirst();
            }
        } catch (IOException failed) {
            throw new StackProblem("The home folder cannot be unlocked: " + Sentences.reason(failed), failed);
        }
    }

    /** Ends one part as a crash would ({@code kill -9}); for tests of coming back. */
    public void kill(Part part) {
        try {
            new PartProcess(home, part).kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", interrupted);
        }
    }

    /** What runs and does its work, part by part. */
    public Map<Part, PartStatus> status() {
        Map<Part, PartStatus> result = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            result.put(part, PartStatus.of(home, launch(part)));
        }
        return result;
    }

    public boolean anyAlive() {
        return Part.all().stream()
                .anyMatch(part -> new PartProcess(home, part).record().filter(PartRecord::anyAlive).isPresent());
    }

    public Ports ports() {
        return ports;
    }

    /** Absolute path of the home folder. */
    public Path home() {
        return home.folder();
    }

    public Path log(Part part) {
        return home.log(part);
    }

    /** Where an archive may be put so that ingest accepts it. */
    public Path archive() {
        return home.archive();
    }

    public People people() {
        return People.read(home.people());
    }

    /** The random password of a database role: identifiable, gate, governance, project, search or owner. */
    public String databasePassword(String role) {
        return new Secrets(home.secrets()).password("database-" + role);
    }

    /** Signs a person of the people file in to Tasklist. */
    public Tasklist tasklist(String username) {
        Person person = people().people().stream().filter(one -> one.username().equals(username)).findFirst()
                .orElseThrow(() -> new StackProblem("There is no person " + username + " in " + home.people() + "."));
        return Tasklist.signIn(ports.address(Part.WEBAPPS), person.username(), person.password());
    }

    private void recordBase() {
        try {
            Files.writeString(home.run().resolve("stack.json"),
                    new ObjectMapper().writeValueAsString(Map.of("portBase", ports.base())));
        } catch (IOException failed) {
            throw new StackProblem("The home folder cannot be written: " + Sentences.reason(failed), failed);
        }
    }

    private static OptionalInt recordedBase(Home home) {
        Path file = home.run().resolve("stack.json");
        try {
            return Files.exists(file)
                    ? OptionalInt.of(new ObjectMapper().readTree(file.toFile()).get("portBase").asInt())
                    : OptionalInt.empty();
        } catch (IOException failed) {
            throw new StackProblem("The record " + file + " cannot be read: " + Sentences.reason(failed), failed);
        }
    }
}
