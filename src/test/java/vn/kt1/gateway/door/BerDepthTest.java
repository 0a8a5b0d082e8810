package vn.kt1.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.testing.Signer;

/** How deep a structure goes, without descending into it. */
class BerDepthTest {

  @Test
  void tells_the_depth_of_both_kinds_of_lengths() throws IOException {
    ASN1Encodable definite = new ASN1Integer(1);
    ASN1Encodable indefinite = new ASN1Integer(1);
    ASN1Encodable tagged = new ASN1Integer(1);
    for (int depth = 1; depth <= 20; depth++) {
      definite = new DERSequence(new ASN1Encodable[] {definite, new ASN1Integer(7)});
      indefinite = new BERSequence(new ASN1Encodable[] {indefinite, new ASN1Integer(7)});
      tagged = new DERTaggedObject(true, 1000, tagged);
      for (ASN1Encodable one : new ASN1Encodable[] {definite, indefinite, tagged}) {
        byte[] ber = one.toASN1Primitive().getEncoded(ASN1Encoding.BER);
        assertThat(BerDepth.within(ber, depth)).isTrue();
        assertThat(BerDepth.within(ber, depth - 1)).isFalse();
      }
    }
  }

  @Test
  void a_signature_is_not_deep() {
    byte[] content = new byte[70_000];
    assertThat(BerDepth.within(Signer.of("RSA", 2048).sign(content, false), 20)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3001",
        "3080",
        "300302",
        "3003020201",
        "3004308000",
        "0480",
        "30847fffffff",
        "3084ffffffff",
        "3089010000000000000000",
        "3fffff",
      })
  void what_is_cut_or_lies_about_its_length_is_not_within(String hex) {
    assertThat(BerDepth.within(HexFormat.of().parseHex(hex), 64)).isFalse();
  }
}
