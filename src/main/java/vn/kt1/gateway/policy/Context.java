package vn.kt1.gateway.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;

/**
 * What a rule may know beside the envelope. {@code on} is the date in Asia/Ho_Chi_Minh of the
 * hand-off, by which the policy decides; {@code now} only tells whether an agreed time has passed;
 * {@code vouched}: an operator has looked at the recipient and says that it will be found.
 */
public record Context(
    Unit sender,
    Province province,
    Optional<Unit> recipient,
    LocalDate on,
    Instant now,
    boolean vouched) {}
