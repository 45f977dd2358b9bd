package dev.kefu.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kefu.workflow.JobTries;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Retries;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PayoutReportsTests {

    @Test
    void logsNoWordsAboutACustomerWhereAReportCanNotBeDelivered(CapturedOutput log) {
        var events = mock(PayoutEventRecords.class);
        var retries = mock(Retries.class);
        when(events.findDecisionsWith(any())).thenReturn(List.of("KF-2026-000042/1"));
        when(retries.inTransaction(any())).thenThrow(new IllegalStateException("value too long: account of 王芳"));
        var reports = new PayoutReports(mock(PayoutRecords.class), events, mock(PayoutBook.class), mock(Processes.class),
                mock(JobTries.class), retries, Clock.systemUTC());

        reports.deliverWhatIsLeft();

        assertThat(log).contains("KF-2026-000042/1", "IllegalStateException").doesNotContain("王芳");
    }
}
