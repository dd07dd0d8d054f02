package dmvpn.network.rules.mtu;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.network.underlay.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a tunnel's packets go through on their way out.
 *
 * @param member router and tunnel
 * @param mtuBytes largest IP packet that leaves the router and crosses its transport
 */
record TunnelPath(Member member, int mtuBytes) {

    /** Finds the path of a member, empty when its source interface does not exist. */
    static Function<Member, Optional<TunnelPath>> of(Memberships memberships) {
        Map<String, Transport> transports = new HashMap<>();
        memberships.network().transports().forEach(transport -> transports.putIfAbsent(transport.name(), transport));
        return member -> member.source().map(source -> {
            int transportMtu = source.transport().map(transports::get).map(Transport::mtuBytes)
                    .orElse(source.mtuBytes());
            return new TunnelPath(member, Math.min(source.mtuBytes(), transportMtu));
        });
    }

    /** Largest overlay packet that needs no fragmentation on the underlay. */
    int largestInnerBytes() {
        return overhead(member.protection().map(IpsecProfile::esp)).largestInnerBytes(mtuBytes);
    }

    /** The {@code ip mtu} of the tunnel: configured, otherwise what IOS derives from GRE alone. */
    int tunnelMtuBytes() {
        return member.tunnel().ipMtuBytes().orElseGet(() -> overhead(Optional.empty()).largestInnerBytes(mtuBytes));
    }

    private EncapsulationOverhead overhead(Optional<EspTransform> esp) {
        boolean ipv6 = member.fixedNbmaAddress().filter(Ipv6Address.class::isInstance).isPresent();
        return new EncapsulationOverhead(
                ipv6 ? EncapsulationOverhead.IPV6_HEADER_BYTES : EncapsulationOverhead.IPV4_HEADER_BYTES,
                member.tunnel().key().isPresent(), esp, false);
    }
}
