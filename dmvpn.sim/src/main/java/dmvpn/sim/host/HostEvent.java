package dmvpn.sim.host;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/**
 * A host could not send a packet.
 *
 * @param destination where it was meant to go
 * @param nextHop neighbour that did not answer
 * @param content what it carried
 */
public record HostEvent(IpAddress destination, IpAddress nextHop, String content) implements TraceEvent {

    @Override
    public String protocol() {
        return "IP";
    }

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
