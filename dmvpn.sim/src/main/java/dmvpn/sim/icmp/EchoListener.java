package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;

/** Told of answers to echo requests. */
@FunctionalInterface
public interface EchoListener {

    /**
     * An echo reply arrived at the node that sent the request.
     *
     * @param from who answered
     */
    void answered(IpAddress from, int identifier, int sequenceNumber);
}
