package dmvpn.sim.nhrp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no NHRP packet may look like (RFC 2332 section 5): it is refused with the field that is wrong. */
class NhrpFormatTest {

    private static final PayloadKind NHRP = new PayloadKind.GreProtocol(0x2001);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(NhrpPacket.class, "NHRP", new NhrpCodec(), NHRP).build();
    private static final IpAddress CLIENT_NBMA = IpAddress.parse("198.51.100.11");
    private static final IpAddress CLIENT = IpAddress.parse("10.0.0.11");
    private static final IpAddress SERVER = IpAddress.parse("10.0.0.1");
    private static final int CODE_OFFSET = 40;

    private static RegistrationRequest request(NhrpExtension... extensions) {
        return new RegistrationRequest(new NhrpHeader(3, CLIENT_NBMA, CLIENT, SERVER), 7, new RegistrationFlags(true, true),
                List.of(ClientInformationEntry.ofSource(32, 1400, 600)), List.of(extensions));
    }

    /** Another byte at a place, and the checksum good again. */
    private static byte[] with(byte[] bytes, int offset, int value) {
        byte[] changed = bytes.clone();
        changed[offset] = (byte) value;
        Arrays.fill(changed, 12, 14, (byte) 0);
        int checksum = InternetChecksum.of(changed);
        changed[12] = (byte) (checksum >>> 8);
        changed[13] = (byte) checksum;
        return changed;
    }

    private static void assertRefused(byte[] bytes, String why) {
        assertThatThrownBy(() -> CODECS.decode(NHRP, bytes)).isInstanceOf(DecodeException.class).hasMessageContaining(why);
    }

    @Test
    @Shows("RFC2332/5.1-version")
    void anotherVersionIsRefused() {
        assertRefused(with(CODECS.encode(request()), 16, 2), "version 2 is not supported");
    }

    @Test
    @Shows("RFC2332/5.1-type")
    void anUnknownMessageTypeIsRefused() {
        assertRefused(with(CODECS.encode(request()), 17, 9), "unknown message type 9");
    }

    @Test
    @Shows({"RFC2332/5.1-afn", "RFC2332/5.1-source-length"})
    void anAddressFamilyThatIsNeitherVersionOfIpOrDoesNotFitItsLengthIsRefused() {
        assertRefused(with(CODECS.encode(request()), 1, 3), "NBMA addresses of family 3 with 4 bytes are not supported");
        assertRefused(with(CODECS.encode(request()), 18, 16), "NBMA addresses of family 1 with 16 bytes are not supported");
    }

    @Test
    @Shows({"RFC2332/5.1-protocol", "RFC2332/5.2.0.1-lengths"})
    void aProtocolThatIsNeitherVersionOfIpOrDoesNotFitItsLengthsIsRefused() {
        assertRefused(with(CODECS.encode(request()), 2, 0x09), "is neither IPv4 nor IPv6");
        assertRefused(with(CODECS.encode(request()), 20, 16), "protocol addresses must have 4 bytes");
    }

    @Test
    @Shows("RFC2332/5.2.0.1-code")
    void anUnknownCodeOfAnEntryIsRefused() {
        assertRefused(with(CODECS.encode(request()), CODE_OFFSET, 99), "unknown code 99 of a client information entry");
    }

    @Test
    @Shows("RFC2332/5.1-extensions")
    void withoutExtensionsTheirOffsetIsZeroAndNothingFollowsTheEntries() {
        byte[] bytes = CODECS.encode(request());

        assertThat(bytes).hasSize(CODE_OFFSET + ClientInformationEntry.FIXED_BYTES);
        assertThat(List.of(bytes[14], bytes[15])).containsOnly((byte) 0);
        assertThat(((NhrpPacket) CODECS.decode(NHRP, bytes)).extensions()).isEmpty();
    }

    @Test
    @Shows("RFC2332/5.1-extensions")
    void anOffsetOfExtensionsThatIsOutsideThePacketIsRefused() {
        assertRefused(with(CODECS.encode(request()), 15, 200), "extensions offset 200 is not from 40 to 52");
    }

    @Test
    @Shows("RFC2332/5.3.0-end")
    void theEndOfTheExtensionsIsEmptyAndTheLastThing() {
        byte[] bytes = CODECS.encode(request(NhrpExtension.ResponderAddress.EMPTY));

        assertThat(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length)).containsExactly((byte) 0x80, 0, 0, 0);
        assertRefused(with(bytes, bytes.length - 1, 1), "the end of the extensions has a value of 1 bytes");
    }

    @Test
    @Shows("RFC2332/5.1-hopcount-reply")
    void aReplyBeginsWithAHopCountOfItsOwn() {
        assertThat(request().reply(request().entries()).header().hopCount()).isEqualTo(255);
    }
}
