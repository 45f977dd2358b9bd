package dev.kefu;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the modules: each uses only what its package-info allows, and no two use each other. */
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(KefuApplication.class).verify();
    }
}
