package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.util.Locale;

/** What IPsec reports. Packets that go their way are counted, not reported: the protocols inside report theirs. */
sealed interface IpsecTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "IPsec";
    }

    /** Security associations came or went. */
    record SecurityAssociations(boolean installed, EspSa sa, String reason) implements IpsecTraceEvent {

        @Override
        public String message() {
            return installed ? "security associations installed" : "security associations deleted";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("local", sa.child().peer().local());
            fields.address("peer", sa.child().peer().remote());
            fields.hex("inboundSpi", sa.child().inboundSpi());
            fields.hex("outboundSpi", sa.child().outboundSpi());
            fields.text("mode", sa.transform().mode().name().toLowerCase(Locale.ROOT));
            fields.text("transform", IosTransformName.of(sa));
        }
    }

    /** A socket of a tunnel went up or down ({@code %DMVPN-5-CRYPTO_SS} on Cisco IOS). */
    record Socket(boolean up, String tunnel, IpAddress local, IpAddress peer, String reason)
            implements IpsecTraceEvent {

        @Override
        public String message() {
            return up ? "socket is UP" : "socket is DOWN";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("local", local);
            fields.address("peer", peer);
        }
    }

    /** A socket that is up leads to one more station behind the same translating device. */
    record FurtherStation(String tunnel, IpAddress local, IpAddress peer) implements IpsecTraceEvent {

        @Override
        public String message() {
            return "socket leads to a further station";
        }

        @Override
        public String reason() {
            return "it has security associations of its own behind the same translation";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("local", local);
            fields.address("peer", peer);
        }
    }

    /** NHRP asked for a socket, and no key exchange can start. */
    record NotOpened(String tunnel, IpAddress peer, String reason) implements IpsecTraceEvent {

        /** The profile does not take part in the VRF of the tunnel's packets. */
        static final String OTHER_VRF = "the IPsec profile is for another front-door VRF than the tunnel's";
        /** A packet has addresses of one family. */
        static final String OTHER_FAMILY = "one of the tunnel source and the peer has an IPv4 address and one an IPv6 address";

        @Override
        public String message() {
            return "socket not opened";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("peer", peer);
        }
    }

    /** A packet went no further. */
    record PacketDropped(DropReason cause, IpAddress source, IpAddress destination, long spi, long sequence)
            implements IpsecTraceEvent {

        @Override
        public String protocol() {
            return "ESP";
        }

        @Override
        public String message() {
            return "packet dropped";
        }

        @Override
        public String reason() {
            return cause.text();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
            fields.hex("spi", spi);
            fields.number("sequence", sequence);
        }
    }

    /** A packet came in clear for a tunnel that is protected ({@code %CRYPTO-4-RECVD_PKT_NOT_IPSEC} on Cisco IOS). */
    record ReceivedInClear(String tunnel, IpAddress source, IpAddress destination) implements IpsecTraceEvent {

        @Override
        public String message() {
            return "%CRYPTO-4-RECVD_PKT_NOT_IPSEC";
        }

        @Override
        public String reason() {
            return "the tunnel is protected and the packet is not";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.number("protocol", IpPacket.GRE);
        }
    }

    /** Why a packet went no further. */
    enum DropReason {
        /** RFC 4301 section 5.2: no security association has the SPI, as after a restart of this router. */
        UNKNOWN_SPI("invalid SPI: no security association has it"),
        /** RFC 4301 section 5.2: what the security association asks for has to be there. */
        NO_HEADER("the Authentication Header is missing, or not agreed on"),
        /** RFC 4302 section 3.4.4: the value covers the addresses, so that a translation on the way spoils it. */
        INTEGRITY("the check value of the Authentication Header is wrong: the addresses were changed on the way"),
        /** RFC 4303 section 3.4.3. */
        REPLAY("anti-replay: seen before or too old"),
        /** RFC 4301 section 5.2 step 4. */
        SELECTORS("the content does not match the traffic selectors"),
        /** RFC 4303 section 3.3.3: a sequence number must not cycle. */
        SEQUENCE_EXHAUSTED("the sequence numbers of the security association are used up");

        private final String text;

        DropReason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
