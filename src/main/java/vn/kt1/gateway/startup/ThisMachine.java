package vn.kt1.gateway.startup;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether a host is this very machine, so that nobody is on the line in between. */
public final class ThisMachine {

  private ThisMachine() {}

  /** A name of the DNS may mean another machine tomorrow. */
  public static boolean is(String host) {
    if (!host.equals("localhost") && !host.matches("[0-9.]+|\\[?[0-9a-fA-F:]+]?")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
