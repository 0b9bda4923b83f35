package org.imaginghaven.search;

import org.imaginghaven.search.web.SearchSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.PropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The search page and its JSON API, in the de-identified zone. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(SearchSettings.class)
// not application.properties: the workers have this module on their class path too
@PropertySource("classpath:/org/imaginghaven/search/search.properties")
public class HavenSearch {

    public static void main(String[] arguments) {
        SpringApplication.run(HavenSearch.class, arguments);
    }
}
