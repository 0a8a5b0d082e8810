package vn.kt1.gateway.shipment;

/** A KT1 service class (TT 15/2022/TT-BTTTT): base, secrecy and urgency combined. */
public record Kt1Service(String name) {

  public static Kt1Service of(Secrecy secrecy, Urgency urgency) {
    String mark = secrecy.mark();
    return new Kt1Service("KT1" + (mark == null ? "" : "_" + mark) + urgency.serviceSuffix());
  }
}
