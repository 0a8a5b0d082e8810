/** The KT1 gateway: sealed envelopes from e-offices to the postal network of Party and State. */
@org.jspecify.annotations.NullMarked
package vn.kt1.gateway;
