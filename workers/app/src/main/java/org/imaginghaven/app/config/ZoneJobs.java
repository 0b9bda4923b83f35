package org.imaginghaven.app.config;

import java.util.List;
import org.imaginghaven.kernel.Job;

/** The jobs of one zone that this program runs. */
public record ZoneJobs(List<Job<?, ?>> jobs) {

    public ZoneJobs {
        jobs = List.copyOf(jobs);
    }
}
