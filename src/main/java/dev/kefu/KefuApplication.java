package dev.kefu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** Starts the whole department: the engine, its web applications and the modules beside it. */
@Modulithic(sharedModules = "shared", systemName = "Kefu")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class KefuApplication {

    public static void main(String[] args) {
        SpringApplication.run(KefuApplication.class, args);
    }
}
