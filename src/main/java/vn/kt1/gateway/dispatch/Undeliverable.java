package vn.kt1.gateway.dispatch;

import org.jspecify.annotations.Nullable;

/** A parcel that would be refused again as it is: somebody must mend an address or a file. */
public class Undeliverable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String nextStep;

  /**
   * @param nextStep what a person does about it, a code
   */
  public Undeliverable(String message, String nextStep, @Nullable Throwable cause) {
    super(message, cause);
    this.nextStep = nextStep;
  }

  public String nextStep() {
    return nextStep;
  }
}
