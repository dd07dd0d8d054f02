package dmvpn.sim.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.keys.SeededKeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bytes of a certificate mean. */
class CertificateNotesTest {

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void aCertificateHasItsPartsByNameAndTheyAreAllOfIt(SignatureAlgorithm algorithm) {
        Certificate certificate = Certificate.of("Branch1", "Acme CA", algorithm);
        byte[] encoded = certificate.encode(new SeededKeys(7));
        ByteWriter out = ByteWriter.withNotes();

        out.layer("IKEv2", () -> certificate.write(encoded, out));

        EncodedPacket explained = FieldNotes.of(out);
        assertThat(explained.sources().getFirst().bytes().toBytes()).isEqualTo(encoded);
        EncodedField whole = explained.layers().getFirst().parts().getFirst();
        assertThat(whole.name()).isEqualTo("Certificate");
        assertThat(whole.value()).isEqualTo("of cn=Branch1, issued by cn=Acme CA");
        assertThat(whole.parts()).extracting(EncodedField::name)
                .containsExactly("Begin of the certificate", "Signed part", "Signature algorithm", "Signature");
        EncodedField signed = whole.parts().get(1);
        assertThat(signed.parts()).extracting(EncodedField::name).containsExactly("Begin of the signed part", "Version", "Serial number",
                "Signature algorithm", "Issuer", "Validity", "Subject", "Public key", "Extensions");
        assertThat(signed.parts().get(6).value()).startsWith("cn=Branch1 (");
        int place = 0;
        for (EncodedField part : whole.parts()) {
            assertThat(part.offsetBytes()).isEqualTo(place);
            place = part.endBytes();
        }
        assertThat(place).isEqualTo(encoded.length);
    }
}
