package dev.kefu.demo;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.StartUpStep;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;

/** The demo's people for a test that imports this; the password is the name. */
@TestComponent
@Order(200)
public class TestPeople implements StartUpStep {

    private final DemoPeople people;

    TestPeople(Accounts accounts) {
        this.people = new DemoPeople(accounts);
    }

    @Override
    public void run() {
        people.run();
    }
}
