package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What IP and the interfaces of a router report. */
public sealed interface IpEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "IP";
    }

    /**
     * A packet in transit left through an interface that is no tunnel.
     *
     * @param ingress where it came in
     * @param egress where it went out
     * @param source source address
     * @param destination destination address
     * @param content what it carries
     * @param nextHop neighbour that it was sent to
     * @param reason which route decided
     */
    record Forwarded(String ingress, String egress, IpAddress source, IpAddress destination, String content,
            IpAddress nextHop, String reason) implements IpEvent {

        @Override
        public String message() {
            return "packet forwarded";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("ingress", ingress);
            fields.text("egress", egress);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
            fields.address("nextHop", nextHop);
        }
    }

    /**
     * A packet went no further.
     *
     * @param source source address
     * @param destination destination address
     * @param content what it carries
     * @param reason why
     */
    record Dropped(IpAddress source, IpAddress destination, String content, String reason) implements IpEvent {

        @Override
        public String message() {
            return "packet dropped";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
        }
    }

    /**
     * The line protocol or the address of an interface changed.
     *
     * @param interfaceName interface
     * @param up true when packets can be sent
     * @param address current address, null when it has none
     * @param reason why
     */
    record InterfaceChanged(String interfaceName, boolean up, InterfaceAddress address, String reason)
            implements IpEvent {

        @Override
        public String protocol() {
            return "Interface";
        }

        @Override
        public String message() {
            return up ? "line protocol up" : "line protocol down";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("address", address == null ? null : address.address());
            fields.number("length", address == null ? 0 : address.prefixLength());
        }
    }
}
