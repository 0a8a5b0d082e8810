package vn.kt1.gateway.mail;

import jakarta.mail.Part;
import vn.kt1.gateway.directory.Partner;

/**
 * The proven sender of a mail.
 *
 * @param proven the proven part of the mail: all of it or less
 * @param automatic a machine wrote it, so that nothing is answered
 * @param answersUs it is an answer to one of our mails
 */
record MailSender(Partner partner, Part proven, boolean automatic, boolean answersUs) {}
