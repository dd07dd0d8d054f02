package dmvpn.network.tunnel;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A GRE tunnel interface with its NHRP configuration.
 *
 * @param name name as configured, such as {@code Tunnel100}
 * @param cloud name of the {@link Cloud} that the tunnel is a member of
 * @param address overlay (protocol) address and length
 * @param vrf VRF of the payload, empty for the global table
 * @param sourceInterface name of the interface whose address is the NBMA address
 * @param frontDoorVrf {@code tunnel vrf}: VRF of the encapsulated packets, empty for the global table
 * @param mode multipoint or point-to-point
 * @param key GRE key from 0 to 4294967295 (RFC 2890); empty means no key field, which differs from key 0
 * @param ipMtuBytes {@code ip mtu}, empty for the platform's default
 * @param tcpMssBytes {@code ip tcp adjust-mss}, empty for none
 * @param bandwidthKbps interface bandwidth for metrics, in kbit/s
 * @param delayMicros interface delay for metrics, in microseconds
 * @param nhrp NHRP configuration
 * @param protection IPsec protection, empty for none
 * @param options what is said beyond that
 * @param origin where the membership was written
 */
public record TunnelInterface(
        String name,
        String cloud,
        InterfaceAddress address,
        Optional<String> vrf,
        String sourceInterface,
        Optional<String> frontDoorVrf,
        TunnelMode mode,
        OptionalLong key,
        OptionalInt ipMtuBytes,
        OptionalInt tcpMssBytes,
        int bandwidthKbps,
        int delayMicros,
        NhrpConfiguration nhrp,
        Optional<TunnelProtection> protection,
        TunnelOptions options,
        Origin origin) {

    /** Bandwidth of a tunnel on current IOS when none is configured, in kbit/s (Cisco IOS interface defaults). */
    public static final int DEFAULT_BANDWIDTH_KBPS = 100;

    /** Delay of a tunnel on current IOS when none is configured, in microseconds (Cisco IOS interface defaults). */
    public static final int DEFAULT_DELAY_MICROS = 50_000;

    /** A tunnel with nothing but what every tunnel needs. */
    public TunnelInterface(String name, String cloud, InterfaceAddress address, Optional<String> vrf, String sourceInterface,
            Optional<String> frontDoorVrf, TunnelMode mode, OptionalLong key, OptionalInt ipMtuBytes, OptionalInt tcpMssBytes,
            int bandwidthKbps, int delayMicros, NhrpConfiguration nhrp, Optional<TunnelProtection> protection, Origin origin) {
        this(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes, tcpMssBytes, bandwidthKbps,
                delayMicros, nhrp, protection, TunnelOptions.DEFAULT, origin);
    }

    /** The same with other options. */
    public TunnelInterface withOptions(TunnelOptions other) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes,
                tcpMssBytes, bandwidthKbps, delayMicros, nhrp, protection, other, origin);
    }

    /** The same with another key. */
    public TunnelInterface withKey(OptionalLong other) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, other, ipMtuBytes,
                tcpMssBytes, bandwidthKbps, delayMicros, nhrp, protection, options, origin);
    }

    /** The same with another {@code ip mtu}. */
    public TunnelInterface withIpMtu(int bytes) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key,
                OptionalInt.of(bytes), tcpMssBytes, bandwidthKbps, delayMicros, nhrp, protection, options, origin);
    }

    /** The same with another {@code ip tcp adjust-mss}. */
    public TunnelInterface withSegmentSize(int bytes) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes,
                OptionalInt.of(bytes), bandwidthKbps, delayMicros, nhrp, protection, options, origin);
    }

    /** The same with another bandwidth. */
    public TunnelInterface withBandwidth(int kbps) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes,
                tcpMssBytes, kbps, delayMicros, nhrp, protection, options, origin);
    }

    /** The same with another delay. */
    public TunnelInterface withDelay(int micros) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes,
                tcpMssBytes, bandwidthKbps, micros, nhrp, protection, options, origin);
    }

    /** The same with another NHRP configuration. */
    public TunnelInterface withNhrp(NhrpConfiguration other) {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes,
                tcpMssBytes, bandwidthKbps, delayMicros, other, protection, options, origin);
    }

    /** The same without IPsec protection. */
    public TunnelInterface withoutProtection() {
        return new TunnelInterface(name, cloud, address, vrf, sourceInterface, frontDoorVrf, mode, key, ipMtuBytes,
                tcpMssBytes, bandwidthKbps, delayMicros, nhrp, Optional.empty(), options, origin);
    }
}
