package org.imaginghaven.local;

import java.util.ArrayList;
import java.util.List;

/** One of our own two programs: the workers with the governance pages, or the search page. */
final class SpringLaunch implements Launch {

    private final Part part;
    private final String module;
    private final String mainClass;
    private final String heap;
    private final Home home;
    private final Distributions distributions;
    private final Ports ports;
    private final boolean train;

    private SpringLaunch(Part part, String module, String mainClass, String heap, Home home,
            Distributions distributions, Ports ports,
            boolean train) {
        this.part = part;
        this.module = module;
        this.mainClass = mainClass;
        this.heap = heap;
        this.home = home;
        this.distributions = distributions;
        this.ports = ports;
        this.train = train;
    }

    static SpringLaunch app(Home home, Distributions distributions, Ports ports, boolean train) {
        return new SpringLaunch(Part.APP, "workers/app", "org.imaginghaven.app.HavenApp", "512m", home, distributions,
                ports, train);
    }

    static SpringLaunch search(Home home, Distributions distributions, Ports ports, boolean train) {
        return new SpringLaunch(Part.SEARCH, "search", "org.imaginghaven.search.HavenSearch", "256m", home,
                distributions, ports, train);
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Command prepare() {
        List<String> options = new ArrayList<>();
        options.add("-Dhaven.part=" + part.id());
        options.add("-Djava.io.tmpdir=" + home.temporary(part));
        return new JavaProgram(part.id(), distributions.programIn(home.dist().resolve("haven-" + part.id()), module),
                heap, part == Part.APP ? JavaProgram.Compiling.WELL : JavaProgram.Compiling.QUICKLY)
                .command(home.dist(), train,
                        options, mainClass,
                        List.of("--spring.config.additional-location=file:" + home.config().resolve("haven.yaml"),
                                "--server.address=127.0.0.1",
                                "--server.port=" + ports.of(part).keySet().iterator().next()),
                        home.folder());
    }

    @Override
    public boolean healthy() {
        return Http.answers(ports.address(part) + "/actuator/health");
    }
}
