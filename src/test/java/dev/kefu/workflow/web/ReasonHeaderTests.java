package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonHeaderTests {

    @ParameterizedTest
    @ValueSource(strings = {"The parcel was lost", "客户来电：包裹丢失", "100% sure", "one + one", "Größe 50 %", "a%20b 包"})
    void readsWhatWasEncodedByPercentSigns(String reason) {
        var encoded = URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(ReasonHeader.decoded(encoded)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The parcel was lost", "客户来电：包裹丢失", "100% sure", "one + one", "Größe 50 %"})
    void readsWhatWasSentAsItIs(String reason) {
        var received = new String(reason.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(ReasonHeader.decoded(received)).isEqualTo(reason);
    }

    @Test
    void leavesWhatIsNoUtf8() {
        assertThat(ReasonHeader.decoded("caf\u00e9 closed")).isEqualTo("caf\u00e9 closed");
    }
}
