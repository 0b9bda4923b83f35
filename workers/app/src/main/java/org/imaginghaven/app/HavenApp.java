package org.imaginghaven.app;

import org.imaginghaven.app.config.HavenSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The workers of the zones with the governance and evidence pages.
 *
 * <p>Each zone is a profile: {@code identifiable}, {@code gate}, {@code governance}, {@code project}. The local default runs
 * all of them in one program; production runs one program for each, with that zone's password only.
 */
@SpringBootApplication
@EnableConfigurationProperties(HavenSettings.class)
@ComponentScan(basePackages = "org.imaginghaven.app")
@ComponentScan(basePackages = "org.imaginghaven", useDefaultFilters = false, includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.imaginghaven\\.(identifiable|gate|project)\\.web\\..*Controller"))
public class HavenApp {

    public static void main(String[] arguments) {
        SpringApplication.run(HavenApp.class, arguments);
    }
}
