package vn.kt1.gateway.shipment;

/** Capitals of other alphabets that a reader takes for Latin ones. */
public final class LookAlike {

  /** Greek, Cyrillic, Coptic, Cherokee and Lisu, each over the letter it looks like. */
  private static final String OTHERS =
      "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "АВЕЅІЈКМНОРСТУХҮӀ" + "ⲀⲈⲒⲘⲞⲦⲨⲤ" + "ᎪᎬᎷᎢ" + "ꓮꓰꓲꓟꓳꓔꓴꓬꓢꓚꓡ";

  private static final String LATIN =
      "ABEZHIKMNOPTYX" + "ABESIJKMHOPCTYXYI" + "AEIMOTYC" + "AEMT" + "AEIMOTUYSCL";

  private LookAlike() {}

  /** The Latin capital, or the letter itself where it looks like none. */
  public static char latin(char capital) {
    int at = capital < 0x80 ? -1 : OTHERS.indexOf(capital);
    return at < 0 ? capital : LATIN.charAt(at);
  }
}
