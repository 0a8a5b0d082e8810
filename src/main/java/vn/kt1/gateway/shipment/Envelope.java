package vn.kt1.gateway.shipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sealed envelope, as far as it can be seen from outside. Weight in grams; {@code wish} is the
 * network the sender asked for.
 */
public record Envelope(
    String envelopeId,
    Recipient recipient,
    Secrecy secrecy,
    Urgency urgency,
    @Nullable Instant deliverAt,
    @Nullable Integer weightGrams,
    int pieces,
    @Nullable Boolean enteredInRegister,
    boolean personalOnly,
    @Nullable Network wish) {}
