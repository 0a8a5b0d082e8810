package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeRoundTest {

  private static final ChangesQuestion QUESTION =
      new ChangesQuestion(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2), 0, 100);

  private final ChangeList list = mock();
  private final ChangeScan scan = mock();
  private final ChangesAnswer answer = mock();
  private final ChangeRound round = new ChangeRound(list, scan);

  @BeforeEach
  void all_is_well() {
    when(list.mayAsk()).thenReturn(true);
    when(scan.claim()).thenReturn(QUESTION);
    when(list.ask(QUESTION)).thenReturn(answer);
  }

  @Test
  void applies_the_page_that_is_due() {
    round.ask();
    verify(scan).apply(answer);
  }

  @Test
  void claims_nothing_when_nobody_may_be_asked() {
    when(list.mayAsk()).thenReturn(false);
    round.ask();
    verifyNoInteractions(scan);
  }

  @Test
  void asks_nobody_when_nothing_is_due() {
    when(scan.claim()).thenReturn(null);
    round.ask();
    verify(list, never()).ask(any());
  }

  @Test
  void a_page_without_an_answer_stays_due() {
    when(list.ask(QUESTION)).thenReturn(null);
    round.ask();
    verify(scan, never()).apply(any());
  }

  @Test
  void nothing_is_applied_of_a_page_that_fails() {
    when(list.ask(QUESTION)).thenThrow(new IllegalStateException("a mistake"));
    assertThatThrownBy(round::ask).hasMessage("a mistake");
    verify(scan, never()).apply(any());
  }
}
