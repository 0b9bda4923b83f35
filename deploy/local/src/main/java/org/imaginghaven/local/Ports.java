package org.imaginghaven.local;

import java.util.Map;
import java.util.TreeMap;

/**
 * The ports of one stack: consecutive numbers from a base, so that one option shifts them all.
 *
 * @param base first port, 1024 to 65000
 */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 18000;

    public Ports {
        if (base < 1024 || base > 65000) {
            throw new StackProblem("The port base must lie between 1024 and 65000; it was " + base + ".");
        }
    }

    public int search() {
        return base;
    }

    public int app() {
        return base + 1;
    }

    public int webapps() {
        return base + 2;
    }

    public int brokerRest() {
        return base + 3;
    }

    public int brokerGrpc() {
        return base + 4;
    }

    int brokerCommand() {
        return base + 5;
    }

    int brokerInternal() {
        return base + 6;
    }

    public int brokerManagement() {
        return base + 7;
    }

    int webappsManagement() {
        return base + 8;
    }

    public int postgres() {
        return base + 9;
    }

    public int elasticsearch() {
        return base + 10;
    }

    int elasticsearchTransport() {
        return base + 11;
    }

    public int openSearch() {
        return base + 12;
    }

    int openSearchTransport() {
        return base + 13;
    }

    /** The ports that a part binds, with what each is for; the first one is the one people use. */
    Map<Integer, String> of(Part part) {
        return new TreeMap<>(switch (part) {
            case POSTGRES -> Map.of(postgres(), "SQL");
            case ELASTICSEARCH -> Map.of(elasticsearch(), "HTTP", elasticsearchTransport(), "transport");
            case OPENSEARCH -> Map.of(openSearch(), "HTTP", openSearchTransport(), "transport");
            case BROKER ->
                Map.of(brokerRest(), "REST", brokerGrpc(), "gRPC", brokerCommand(), "commands", brokerInternal(),
                        "cluster", brokerManagement(), "management");
            case WEBAPPS -> Map.of(webapps(), "pages", webappsManagement(), "management");
            case APP -> Map.of(app(), "pages");
            case SEARCH -> Map.of(search(), "pages");
        });
    }

    /** The address that people or programs use for a part. */
    public String address(Part part) {
        return switch (part) {
            case POSTGRES -> "jdbc:postgresql://127.0.0.1:" + postgres() + "/haven";
            case ELASTICSEARCH -> http(elasticsearch());
            case OPENSEARCH -> http(openSearch());
            case BROKER -> http(brokerGrpc());
            case WEBAPPS -> http(webapps());
            case APP -> http(app());
            case SEARCH -> http(search());
        };
    }

    static String http(int port) {
        return "http://127.0.0.1:" + port;
    }
}
