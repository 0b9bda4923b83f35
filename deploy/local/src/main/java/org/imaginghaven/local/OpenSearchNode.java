package org.imaginghaven.local;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Main class of the OpenSearch part. Arguments: HTTP port, transport port, folder for data. */
public final class OpenSearchNode {

    private OpenSearchNode() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[0]);
            settings.put("transport.port", arguments[1]);
            settings.put("network.host", "127.0.0.1");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        });
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            try {
                runner.close();
            } catch (IOException failed) {
                System.err.println("closing failed: " + failed);
            }
            ended.countDown();
        }));
        runner.build(OpenSearchRunner.newConfigs().clusterName("opensearch").numOfNode(1).basePath(arguments[2])
                .disableESLogger());
        ended.await();
    }
}
