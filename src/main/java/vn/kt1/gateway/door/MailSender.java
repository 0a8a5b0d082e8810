package vn.kt1.gateway.door;

import jakarta.mail.Part;
import vn.kt1.gateway.directory.Partner;

/** Who has proven to have sent a mail, and the part of it that is proven: all of it, or less. */
record MailSender(Partner partner, Part proven) {}
