package vn.kt1.gateway.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Zone;

/**
 * What a rule may know beside the envelope. {@code on}: the date of the hand-off in
 * Asia/Ho_Chi_Minh; the policy decides by it. {@code zone}: how far it goes, empty where no file of
 * zones holds on that day. {@code now}: used only to tell whether an agreed time has passed. {@code
 * vouched}: an operator has checked the recipient and says that the post will find it.
 */
public record Context(
    Unit sender,
    Province province,
    Optional<Unit> recipient,
    LocalDate on,
    Optional<Zone> zone,
    Instant now,
    boolean vouched) {}
