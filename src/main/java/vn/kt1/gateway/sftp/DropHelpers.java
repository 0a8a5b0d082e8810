package vn.kt1.gateway.sftp;

import org.springframework.stereotype.Component;

/** What the drops of all peers share. */
@Component
record DropHelpers(LargeFiles large, DropAlarms alarms, TakenFiles taken, Unreadable unreadable) {}
