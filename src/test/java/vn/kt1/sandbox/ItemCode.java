package vn.kt1.sandbox;

/** Item codes by UPU S10, as the simulated post gives them out: {@code MK}, serial, check, VN. */
final class ItemCode {
  static final int SERIALS = 100_000_000;
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

  private ItemCode() {}

  static String of(int serial) {
    String digits = "%08d".formatted(serial);
    return "MK" + digits + checkDigit(digits) + "VN";
  }

  static int serialOf(String itemCode) {
    return Integer.parseInt(itemCode.substring(2, 10));
  }

  static int checkDigit(String serial) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (serial.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return check == 10 ? 0 : check == 11 ? 5 : check;
  }
}
