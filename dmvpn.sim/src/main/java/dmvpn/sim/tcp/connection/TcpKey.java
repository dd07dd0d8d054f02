package dmvpn.sim.tcp.connection;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.tcp.SegmentSigner;
import dmvpn.sim.tcp.TcpSegment;

/**
 * What the segments of a connection are signed with (RFC 2385).
 *
 * @param password what both ends know
 * @param signer computes digests
 */
public record TcpKey(String password, SegmentSigner signer) {

    TcpSegment signed(IpAddress source, IpAddress destination, TcpSegment segment) {
        return signer.signed(source, destination, segment, password);
    }
}
