package dmvpn.network.underlay;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A network that carries the encapsulated packets: any two WAN interfaces attached to it reach each other, unless something
 * stands between one of them and the transport.
 *
 * @param name name in the model
 * @param kind what it is
 * @param latency one-way delay between any two attachments
 * @param jitter largest random addition to the latency
 * @param lossProbability 0 to 1, for each packet
 * @param bandwidthBitsPerSecond rate of each attachment, empty for unlimited
 * @param mtuBytes largest IP packet that crosses it
 * @param dhcpPool prefix that DHCP leases come from, empty when the transport leases none
 * @param queuePackets packets that wait at each attachment before further ones are dropped, from 1 to 65535; empty for
 *     the simulation's own
 * @param reaches names of further transports that packets get to from this one, in both directions
 * @param provider the provider's routing, empty when the model says nothing of it
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
        OptionalInt queuePackets,
        List<String> reaches,
        Optional<ProviderRouting> provider,
        Origin origin) {

    /** One-way delay when a model says nothing. */
    public static final Duration DEFAULT_LATENCY = Duration.ofMillis(10);

    /** Ethernet's MTU, in bytes. */
    public static final int DEFAULT_MTU_BYTES = 1500;

    /** Keeps an immutable copy of the list. */
    public Transport {
        reaches = List.copyOf(reaches);
    }

    /** A transport by itself, whose provider's routing nobody knows. */
    public Transport(String name, TransportKind kind, Duration latency, Duration jitter, double lossProbability,
            OptionalLong bandwidthBitsPerSecond, int mtuBytes, Optional<IpPrefix> dhcpPool, Origin origin) {
        this(name, kind, latency, jitter, lossProbability, bandwidthBitsPerSecond, mtuBytes, dhcpPool, OptionalInt.empty(),
                List.of(), Optional.empty(), origin);
    }

    /** True when packets get from one of the two to the other: they are one, or one says that it reaches the other. */
    public boolean isConnectedWith(Transport other) {
        return name.equals(other.name()) || reaches.contains(other.name()) || other.reaches().contains(name);
    }
}
