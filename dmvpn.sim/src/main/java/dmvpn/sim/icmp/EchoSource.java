package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;

/** A node that can send echo requests: a host, or a powered router. */
public interface EchoSource {

    /** Sends an echo request (RFC 792) of the usual size. */
    void sendEchoRequest(IpAddress source, IpAddress destination, int identifier, int sequenceNumber);
}
