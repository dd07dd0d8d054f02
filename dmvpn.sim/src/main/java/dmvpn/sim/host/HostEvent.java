package dmvpn.sim.host;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What IP on a host reports. */
public sealed interface HostEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "IP";
    }

    /**
     * A host could not send a packet: nobody takes it.
     *
     * @param destination where it was meant to go
     * @param nextHop neighbour that did not answer
     * @param content what it carried
     */
    record Dropped(IpAddress destination, IpAddress nextHop, String content) implements HostEvent {

        @Override
        public String message() {
            return "packet dropped";
        }

        @Override
        public String reason() {
            return destination.equals(nextHop) ? "nobody on the network has the address" : "the gateway does not answer";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("destination", destination);
            fields.address("nextHop", nextHop);
            fields.text("content", content);
        }
    }

    /**
     * A host did not send a packet, since it knows that it would not arrive.
     *
     * @param destination where it was meant to go
     * @param content what it carried
     * @param lengthBytes its length
     * @param pathMtuBytes largest packet that the host knows the path to take
     */
    record TooLarge(IpAddress destination, String content, int lengthBytes, int pathMtuBytes) implements HostEvent {

        @Override
        public String message() {
            return "packet not sent";
        }

        @Override
        public String reason() {
            return "larger than the path MTU that the host knows, and DF is set";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("destination", destination);
            fields.text("content", content);
            fields.number("length", lengthBytes);
            fields.number("pathMtu", pathMtuBytes);
        }
    }

    /**
     * A router told a host how large packets may be (RFC 1191 section 3).
     *
     * @param destination where they go
     * @param pathMtuBytes largest packet
     * @param from the router
     */
    record PathMtuLearned(IpAddress destination, int pathMtuBytes, IpAddress from) implements HostEvent {

        @Override
        public String message() {
            return "path MTU learned";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("destination", destination);
            fields.number("pathMtu", pathMtuBytes);
            fields.address("from", from);
        }
    }
}
