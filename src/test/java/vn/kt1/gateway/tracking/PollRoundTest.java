package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.logbook.TimeHelps;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Unavailable;

class PollRoundTest {

  private static final PollPage PAGE = new PollPage(UUID.randomUUID(), List.of());
  private static final PollAnswers ANSWERS = new PollAnswers(PAGE.lease(), List.of(), List.of());
  private static final PostFile.Result NEWS = new PostFile.Result(0, 0, 0, 0, List.of());

  private final TrackingApi api = mock();
  private final PollItems items = mock();
  private final PollRound round = new PollRound(api, items, new TimeHelps());

  @BeforeEach
  void all_is_well() {
    when(api.mayAsk()).thenReturn(true);
    when(items.claim()).thenReturn(PAGE);
    when(api.ask(PAGE)).thenReturn(ANSWERS);
    when(items.apply(ANSWERS)).thenReturn(NEWS);
  }

  @Test
  void applies_what_is_answered_about_the_page_that_is_due() {
    assertThat(round.ask()).isSameAs(NEWS);
    verify(items, never()).giveBack(any());
  }

  @Test
  void claims_nothing_when_nobody_may_be_asked() {
    when(api.mayAsk()).thenReturn(false);
    assertThat(round.ask()).isNull();
    verifyNoInteractions(items);
  }

  @Test
  void asks_nobody_when_nothing_is_due() {
    when(items.claim()).thenReturn(null);
    assertThat(round.ask()).isNull();
    verify(api, never()).ask(any());
  }

  @Test
  void gives_nothing_back_that_could_not_be_claimed() {
    Unavailable away = new Unavailable("the ledger", null);
    when(items.claim()).thenThrow(away);
    assertThatThrownBy(round::ask).isSameAs(away);
    verify(items).claim();
    verifyNoMoreInteractions(items);
  }

  @Test
  void gives_the_page_back_after_a_failure_that_time_mends() {
    Unavailable away = new Unavailable("the ledger", null);
    doThrow(away).when(items).apply(ANSWERS);
    assertThatThrownBy(round::ask).isSameAs(away);
    verify(items).giveBack(PAGE);
  }

  @Test
  void leaves_the_page_leased_after_any_other_failure() {
    IllegalStateException mistake = new IllegalStateException("a mistake");
    when(api.ask(PAGE)).thenThrow(mistake);
    assertThatThrownBy(round::ask).isSameAs(mistake);
    verify(items).claim();
    verifyNoMoreInteractions(items);
  }
}
