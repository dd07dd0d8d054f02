package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.NhrpTransaction;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.packet.codec.EncodedPacket;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.tunnel.GrePacket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What must hold for the explanation of any packet. */
record ExplainedPacket(IpPacket packet, EncodedPacket explained, byte[] wire) {

    void check() {
        assertThat(explained.sources().getFirst().bytes().toBytes()).as("bytes on the wire of %s", packet).isEqualTo(wire);
        explained.layers().forEach(this::checkPartsLieWithin);
        for (int source = 0; source < explained.sources().size(); source++) {
            checkFieldsCoverEachByteOnce(source);
        }
        assertThat(explained.layers().stream().map(EncodedField::name).toList()).startsWith(packet.protocol());
        checkValues();
    }

    private void checkPartsLieWithin(EncodedField field) {
        assertThat(field.name()).as("field of %s", packet).isNotBlank().isNotEqualTo("Unnamed");
        for (EncodedField part : field.parts()) {
            if (part.source() == field.source()) {
                assertThat(part.offsetBytes()).as("%s in %s", part, field).isGreaterThanOrEqualTo(field.offsetBytes());
                assertThat(part.endBytes()).as("%s in %s", part, field).isLessThanOrEqualTo(field.endBytes());
            }
            checkPartsLieWithin(part);
        }
    }

    private void checkFieldsCoverEachByteOnce(int source) {
        int covered = 0;
        for (EncodedField leaf : leaves().filter(leaf -> leaf.source() == source)
                .sorted(Comparator.comparingInt(EncodedField::offsetBytes)).toList()) {
            assertThat(leaf.offsetBytes()).as("%s of %s", leaf, packet).isEqualTo(covered);
            covered = leaf.endBytes();
        }
        assertThat(covered).as("bytes of %s with a name: %s", packet, explained.sources().get(source).name())
                .isEqualTo(explained.sources().get(source).bytes().length());
    }

    private Stream<EncodedField> leaves() {
        return explained.layers().stream().flatMap(ExplainedPacket::leaves);
    }

    private static Stream<EncodedField> leaves(EncodedField field) {
        return field.parts().isEmpty() && !field.value().isEmpty() && field.lengthBytes() > 0 ? Stream.of(field)
                : field.parts().stream().flatMap(ExplainedPacket::leaves);
    }

    /** The bytes at the range of a field are what the packet says. */
    private void checkValues() {
        List<Packet> layers = new ArrayList<>();
        for (Packet layer = packet; layer != null && !(layer instanceof IpFragment); layer = layer.payload().orElse(null)) {
            layers.add(layer);
        }
        for (int index = 0; index < Math.min(layers.size(), explained.layers().size()); index++) {
            EncodedField shown = explained.layers().get(index);
            switch (layers.get(index)) {
                case IpPacket ip -> {
                    checkAddress(shown, "Source", ip.source());
                    checkAddress(shown, "Destination", ip.destination());
                }
                case UdpDatagram datagram -> {
                    checkNumber(shown, "Source port", datagram.sourcePort());
                    checkNumber(shown, "Length", datagram.lengthBytes());
                }
                case TcpSegment segment -> checkNumber(shown, "Sequence number", segment.sequenceNumber());
                case GrePacket gre -> {
                    checkNumber(shown, "Protocol type", gre.protocolType());
                    gre.key().ifPresent(key -> checkNumber(shown, "Key", key));
                }
                case EspPacket esp -> {
                    checkNumber(shown, "SPI", esp.securityParametersIndex());
                    checkNumber(shown, "Next header", esp.nextHeader());
                }
                case NhrpPacket nhrp -> {
                    checkAddress(shown, "Source NBMA address", nhrp.header().sourceNbmaAddress());
                    checkAddress(shown, "Destination protocol address", nhrp.header().destinationProtocolAddress());
                    checkNumber(shown, "Packet size", nhrp.lengthBytes());
                    if (nhrp instanceof NhrpTransaction transaction) {
                        checkNumber(shown, "Request ID", transaction.requestId());
                    }
                }
                case EigrpPacket eigrp -> checkNumber(shown, "Sequence number", eigrp.sequence());
                case IkePacket ike -> checkNumber(shown, "Responder SPI", ike.responderSpi());
                case IsakmpPacket isakmp -> checkNumber(shown, "Responder cookie", isakmp.responderCookie());
                default -> { } // of those nothing is compared
            }
        }
    }

    private void checkNumber(EncodedField layer, String name, long expected) {
        EncodedField field = field(layer, name);
        ByteReader in = at(field);
        long number = switch (field.lengthBytes()) {
            case 1 -> in.u8();
            case 2 -> in.u16();
            case 4 -> in.u32();
            default -> in.u64();
        };
        assertThat(number).as("%s of %s", name, packet).isEqualTo(expected);
    }

    private void checkAddress(EncodedField layer, String name, IpAddress expected) {
        EncodedField field = field(layer, name);
        assertThat(at(field).address(field.lengthBytes())).as("%s of %s", name, packet).isEqualTo(expected);
        assertThat(field.value()).isEqualTo(expected.toString());
    }

    private static EncodedField field(EncodedField layer, String name) {
        return leaves(layer).filter(field -> field.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(layer.name() + " has no field " + name));
    }

    private ByteReader at(EncodedField field) {
        ByteReader in = ByteReader.of(explained.sources().get(field.source()).bytes().toBytes(), field.name());
        in.skip(field.offsetBytes());
        return in.slice(field.lengthBytes());
    }
}
