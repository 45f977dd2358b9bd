package dev.kefu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.kefu.shared.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LanguageChoicesTests {

    private final LanguageChoiceRecords records = mock(LanguageChoiceRecords.class);
    private final LanguageChoices choices = new LanguageChoices(records, () -> 0);

    @Test
    void areAsTheyWereWhenTheyCantBeRead() {
        doReturn(Optional.of(LanguageChoice.made("agent", Language.ZH))).when(records).findByPerson("agent");
        assertThat(choices.ofIfReadable("agent")).contains(Language.ZH);
        doThrow(new DataAccessResourceFailureException("away")).when(records).findByPerson("agent");

        assertThat(choices.ofIfReadable("agent")).contains(Language.ZH);
    }

    @Test
    void areLeftToTheBrowserWhenTheyWereNeverRead() {
        doThrow(new DataAccessResourceFailureException("away")).when(records).findByPerson("agent");

        assertThat(choices.ofIfReadable("agent")).isEmpty();
    }
}
