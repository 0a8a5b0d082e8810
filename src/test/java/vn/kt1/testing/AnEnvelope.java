package vn.kt1.testing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;

/** An ordinary envelope of 45 g, but for what a test says of it. */
public final class AnEnvelope {

  private final String id;
  private Recipient recipient = new Recipient("H24.31", null, null, null);
  private Secrecy secrecy = Secrecy.NONE;
  private Urgency urgency = Urgency.NORMAL;
  private @Nullable Instant deliverAt;
  private @Nullable Boolean entered;
  private @Nullable Network wish;

  private AnEnvelope(String id) {
    this.id = id;
  }

  public static AnEnvelope named(String id) {
    return new AnEnvelope(id);
  }

  public AnEnvelope to(@Nullable String code) {
    return to(new Recipient(code, null, null, null));
  }

  public AnEnvelope to(Recipient whom) {
    recipient = whom;
    return this;
  }

  public AnEnvelope secrecy(Secrecy degree) {
    secrecy = degree;
    return this;
  }

  public AnEnvelope classified() {
    return secrecy(Secrecy.SECRET).entered(true);
  }

  public AnEnvelope urgency(Urgency how) {
    urgency = how;
    return this;
  }

  public AnEnvelope deliverAt(@Nullable Instant when) {
    deliverAt = when;
    return this;
  }

  public AnEnvelope entered(@Nullable Boolean inTheRegister) {
    entered = inTheRegister;
    return this;
  }

  public AnEnvelope wish(@Nullable Network network) {
    wish = network;
    return this;
  }

  public Envelope sealed() {
    return new Envelope(id, recipient, secrecy, urgency, deliverAt, 45, 1, entered, false, wish);
  }
}
