package dev.kefu.whole;

import dev.kefu.CourierDesk;
import dev.kefu.shipping.Cancellations;
import dev.kefu.workflow.JobTries;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The whole house with a courier's service connected; all these tests share one of each. */
@WholeTest
abstract class WithCourierService {

    static final CourierDesk DESK = new CourierDesk();

    @Autowired
    Kefu kefu;

    @Autowired
    Cancellations cancellations;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @MockitoSpyBean
    JobTries tries;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        properties.add("kefu.couriers.url", DESK::url);
        properties.add("kefu.couriers.secret", () -> CourierDesk.SECRET);
        properties.add("kefu.couriers.connect-timeout", () -> "2s");
        properties.add("kefu.couriers.read-timeout", () -> "700ms");
    }

    @BeforeEach
    void serveAsUsual() {
        DESK.forget();
    }

    /** The steps of the case's process that the engine would do by itself now. */
    List<Job> jobsOf(Kefu.Case file) {
        var process = processOf(file);
        return process == null ? List.of() : jobs.createJobQuery().processInstanceId(process).messages().list();
    }

    void runJobs(Kefu.Case file) {
        for (var left = jobsOf(file); !left.isEmpty(); left = jobsOf(file)) {
            left.forEach(each -> jobs.executeJob(each.getId()));
        }
    }

    void stop(Kefu.Case file) {
        var stopped = kefu.as("admin").with("Reason", "Asked").delete("/engine-rest/process-instance/" + processOf(file));
        if (stopped.status() != 204) {
            throw new AssertionError(stopped.status() + " " + stopped.body());
        }
    }

    private String processOf(Kefu.Case file) {
        var process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(file.number()).singleResult();
        return process == null ? null : process.getId();
    }
}
