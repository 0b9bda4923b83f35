package org.imaginghaven.local;

import java.nio.file.Path;
import java.util.List;

/** OpenSearch, the store of the engine's web apps: embedded in a virtual machine of its own. */
final class OpenSearchLaunch implements Launch {

    private static final String HEAP = "400m";

    private final Home home;
    private final Distributions distributions;
    private final Ports ports;
    private final boolean train;

    OpenSearchLaunch(Home home, Distributions distributions, Ports ports, boolean train) {
        this.home = home;
        this.distributions = distributions;
        this.ports = ports;
        this.train = train;
    }

    @Override
    public Part part() {
        return Part.OPENSEARCH;
    }

    @Override
    public Command prepare() {
        Path data = home.data().resolve("opensearch");
        List<Path> libraries = distributions.programIn(home.dist().resolve("haven-opensearch"), "deploy/local");
        return new JavaProgram(part().id(), libraries, HEAP, JavaProgram.Compiling.QUICKLY).command(home.dist(), train,
                List.of(),
                OpenSearchNode.class.getName(),
                List.of(Integer.toString(ports.openSearch()),
                        Integer.toString(ports.openSearchTransport()), data.toString()),
                home.data());
    }

    @Override
    public boolean healthy() {
        return Http.answers(ports.address(Part.OPENSEARCH) + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    }
}
