package dmvpn.sim.underlay;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What transports and local networks report. */
public sealed interface UnderlayEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "Underlay";
    }

    /**
     * A packet did not reach its receiver; reported by the sender.
     *
     * @param network transport or local network
     * @param source source address
     * @param destination destination address
     * @param content what the packet carried
     * @param cause why
     */
    record PacketLost(String network, IpAddress source, IpAddress destination, String content, LossCause cause)
            implements UnderlayEvent {

        @Override
        public String message() {
            return "packet lost";
        }

        @Override
        public String reason() {
            return cause.text();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("network", network);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
        }
    }

    /**
     * A packet crossed a network in fragments (RFC 791 section 3.2).
     *
     * @param network transport or local network
     * @param destination destination address
     * @param lengthBytes length of the whole packet
     * @param mtuBytes largest packet that the network carries
     * @param fragments number of pieces
     */
    record PacketFragmented(String network, IpAddress destination, int lengthBytes, int mtuBytes, int fragments)
            implements UnderlayEvent {

        @Override
        public String message() {
            return "packet fragmented";
        }

        @Override
        public String reason() {
            return "it is larger than the MTU of the network and may be fragmented";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("network", network);
            fields.address("destination", destination);
            fields.number("length", lengthBytes);
            fields.number("mtu", mtuBytes);
            fields.number("fragments", fragments);
        }
    }

    /**
     * The DHCP server of a transport leased an address (RFC 2131), or had none left.
     *
     * @param interfaceName interface of the client
     * @param address leased address, null when the pool is exhausted
     * @param gateway router option of the lease, null when the pool is exhausted
     */
    record Lease(String interfaceName, InterfaceAddress address, IpAddress gateway) implements UnderlayEvent {

        @Override
        public String protocol() {
            return "DHCP";
        }

        @Override
        public String message() {
            return address == null ? "no lease" : "lease";
        }

        @Override
        public String reason() {
            return address == null ? "the pool of the transport is exhausted" : "";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            if (address != null) {
                fields.address("address", address.address());
                fields.number("length", address.prefixLength());
                fields.address("gateway", gateway);
            }
        }
    }

    /**
     * Two interfaces of one network have one address: packets go to the one that was there first.
     *
     * @param network transport or local network
     * @param address the address
     * @param interfaceName interface that gets no packets
     * @param holder name of the device that gets them
     */
    record DuplicateAddress(String network, IpAddress address, String interfaceName, String holder)
            implements UnderlayEvent {

        @Override
        public String message() {
            return "duplicate address";
        }

        @Override
        public String reason() {
            return "another interface of the network has it already and gets the packets";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("network", network);
            fields.address("address", address);
            fields.text("interface", interfaceName);
            fields.text("holder", holder);
        }
    }

    /** What happens to a mapping. */
    enum Translation {
        /** It is there. */
        MADE("address mapping made"),
        /** It is gone. */
        EXPIRED("address mapping gone");

        private final String text;

        Translation(String text) {
            this.text = text;
        }
    }

    /**
     * A device that translates ports made or forgot a mapping; reported by the router inside.
     *
     * @param step what happened
     * @param protocolNumber IP protocol
     * @param inside address of the router
     * @param insidePort its port or query identifier, 0 for protocols that have neither
     * @param outside address that the transport sees
     * @param outsidePort port or query identifier that the transport sees
     * @param reason why
     */
    record PortMapping(Translation step, int protocolNumber, IpAddress inside, int insidePort, IpAddress outside,
            int outsidePort, String reason) implements UnderlayEvent {

        @Override
        public String protocol() {
            return "NAT";
        }

        @Override
        public String message() {
            return step.text;
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("ipProtocol", protocolNumber);
            fields.address("inside", inside);
            fields.number("insidePort", insidePort);
            fields.address("outside", outside);
            fields.number("outsidePort", outsidePort);
        }
    }

    /**
     * A translating device got its address from the DHCP server of the transport, or another one; reported by the router
     * behind it.
     *
     * @param address the outside address
     */
    record OutsideLease(IpAddress address) implements UnderlayEvent {

        @Override
        public String protocol() {
            return "NAT";
        }

        @Override
        public String message() {
            return "outside address";
        }

        @Override
        public String reason() {
            return "lease of the translating device";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("address", address);
        }
    }

    /** Why a packet was lost. */
    enum LossCause {
        /** Nobody powered has the address. */
        NO_RECEIVER("no powered interface of the network has the address"),
        /** A scenario made the transport fail. */
        TRANSPORT_FAILED("the transport has failed"),
        /** A firewall between the two routers drops the protocol. */
        FILTERED("a firewall between the two routers drops the protocol"),
        /** A scenario broke the path. */
        PATH_BROKEN("the path between the two routers is broken"),
        /** The transport loses packets at random. */
        RANDOM_LOSS("lost at random, as the transport's loss says"),
        /** A firewall in front of one of the two uplinks drops the protocol or port. */
        BLOCKED("a firewall in front of the uplink blocks the protocol or port"),
        /** A firewall lets in what was asked for from inside. */
        UNSOLICITED("a firewall in front of the receiver drops what was not asked for from inside"),
        /** Nothing from inside made a mapping for the port, or it has expired. */
        NO_MAPPING("the translating device has no mapping: nobody behind it asked for the packet"),
        /** RFC 4787 section 5, REQ-8. */
        MAPPING_FOR_ANOTHER("the translating device's mapping is for another sender: nobody behind it sent to this one"),
        /** A protocol without ports is in use by another station, or all ports are. */
        NO_FREE_MAPPING("the translating device has no free port, or the protocol has no ports and another router behind "
                + "the device talks to that address"),
        /** A packet from inside to the device's own outside address. */
        NO_WAY_BACK("sender and receiver are behind one translating device, which sends nothing back inside"),
        /** The translating device did not get a lease. */
        NO_OUTSIDE_ADDRESS("the translating device has no outside address"),
        /** The output queue of the sender's interface has no room. */
        QUEUE_FULL("the output queue of the interface is full"),
        /** More comes for an attachment than its line takes. */
        QUEUE_TOWARD_RECEIVER_FULL("the provider's queue toward the receiver is full"),
        /** A device that looks at ports puts fragments together first (RFC 4787 section 11, REQ-14). */
        FRAGMENTS_MISSING("a fragment did not come in time to the device that puts fragments together"),
        /** RFC 1191 section 4. */
        TOO_LARGE("larger than the MTU of the network and must not be fragmented");

        private final String text;

        LossCause(String text) {
            this.text = text;
        }

        /** The cause for people. */
        public String text() {
            return text;
        }
    }
}
