package dmvpn.network.underlay;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A network that carries the encapsulated packets: any two WAN interfaces attached to it reach each other.
 *
 * @param name name in the model
 * @param kind what it is
 * @param latency one-way delay between any two attachments
 * @param jitter largest random addition to the latency
 * @param lossProbability 0 to 1, for each packet
 * @param bandwidthBitsPerSecond rate of each attachment, empty for unlimited
 * @param mtuBytes largest IP packet that crosses it
 * @param dhcpPool prefix that DHCP leases come from, empty when the transport leases none
 * @param origin where it was written
 */
public record Transport(
        String name,
        TransportKind kind,
        Duration latency,
        Duration jitter,
        double lossProbability,
        OptionalLong bandwidthBitsPerSecond,
        int mtuBytes,
        Optional<IpPrefix> dhcpPool,
        Origin origin) {

    /** One-way delay when a model says nothing. */
    public static final Duration DEFAULT_LATENCY = Duration.ofMillis(10);

    /** Ethernet's MTU, in bytes. */
    public static final int DEFAULT_MTU_BYTES = 1500;
}
