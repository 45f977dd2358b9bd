package dev.kefu.attacks;

import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/** A test that looks at Kefu and at the stock engine, and leaves the machine to Kefu. */
@WholeTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class TwoEngines {

    @Autowired
    Kefu kefu;

    @Autowired
    ProcessEngine engine;

    @AfterEach
    void goHome() {
        ours();
    }

    Target ours() {
        return entered(new KefuTarget(kefu, engine));
    }

    Target stock() {
        return entered(StockTarget.like(engine));
    }

    private static Target entered(Target target) {
        target.enter();
        return target;
    }
}
