package dev.kefu;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The engine's REST API and web applications find their engine by its name, in one list for the whole JVM. Contexts of
 * several tests live side by side, so each test puts its own engine back into the list; and what the first one that ends
 * takes away from the web applications of all.
 */
class RightEngine implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBeanProvider(ProcessEngine.class)
                    .ifAvailable(ProcessEngines::registerProcessEngine);
            if (Cockpit.getRuntimeDelegate() == null) {
                Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
                Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
                org.camunda.bpm.tasklist.Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
                Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
            }
        }
    }
}
