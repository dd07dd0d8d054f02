package dmvpn.network.rules.mtu;

import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.network.underlay.Transport;
import java.util.Optional;

/**
 * What a tunnel's packets go through on their way out.
 *
 * @param member router and tunnel
 * @param mtuBytes largest IP packet that leaves the router and crosses its transport
 * @param largestInnerBytes largest overlay packet that needs no fragmentation on the underlay
 */
record TunnelPath(Member member, int mtuBytes, int largestInnerBytes) {

    /** The path of a member, empty when its source interface does not exist. */
    static Optional<TunnelPath> of(Member member, RouterView router) {
        return member.derived(TunnelPath.class, () -> find(member, router));
    }

    private static Optional<TunnelPath> find(Member member, RouterView router) {
        return member.source().map(source -> {
            int transportMtu = router.transportOf(source).map(Transport::mtuBytes).orElse(source.mtuBytes());
            int mtu = Math.min(source.mtuBytes(), transportMtu);
            int room = mtu - member.protection().flatMap(profile -> profile.options().authenticationHeader())
                    .map(hash -> EncapsulationOverhead.authenticationHeaderBytes(hash, member.isOverIpv6())).orElse(0);
            return new TunnelPath(member, mtu, overhead(member, member.protection().map(IpsecProfile::esp)).largestInnerBytes(room));
        });
    }

    /** The {@code ip mtu} of the tunnel: configured, otherwise what IOS derives from GRE alone. */
    int tunnelMtuBytes() {
        return member.tunnel().ipMtuBytes().orElseGet(() -> overhead(member, Optional.empty()).largestInnerBytes(mtuBytes));
    }

    private static EncapsulationOverhead overhead(Member member, Optional<EspTransform> esp) {
        return new EncapsulationOverhead(
                member.isOverIpv6() ? EncapsulationOverhead.IPV6_HEADER_BYTES : EncapsulationOverhead.IPV4_HEADER_BYTES,
                member.tunnel().key().isPresent(), esp, member.translation().isPresent());
    }
}
