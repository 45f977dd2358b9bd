package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeoplesNamesTests {

    @ParameterizedTest
    @CsvSource({"娜, 李, 李娜", "建国, 胡, 胡建国", "' 娜 ', '李 ', 李娜", ", 李, 李", "娜, , 娜", "Ann, Lee, Ann Lee", "娜, Lee, 娜 Lee",
        "Ann, , Ann", ", , agent", "' ', '', agent"})
    void putsTheFamilysNameFirstInChineseOnly(String first, String last, String name) {
        assertThat(Accounts.nameOf("agent", first, last)).isEqualTo(name);
    }
}
