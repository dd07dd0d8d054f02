package dmvpn.network.rules.addressing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Cloud;
import java.util.function.Consumer;

/** A tunnel address must be a host address of the cloud's overlay. */
public final class TunnelAddressInOverlay implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-AD-03",
            Severity.ERROR,
            "Tunnel addresses are hosts of the overlay",
            "Members reach each other as neighbours of one subnet. An address outside the overlay of the "
                    + "cloud, or its network or broadcast address, cannot be a next hop for the others. Choose a host "
                    + "address of the overlay.",
            "RFC 1122 section 3.2.1.3 (special addresses); RFC 2332 section 5.2.1 (a requester resolves "
                    + "next hops of its own subnet)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        router.cloudOf(member).filter(cloud -> !cloud.overlay().isUsableHost(member.protocolAddress())).ifPresent(cloud ->
                findings.accept(new Finding(RULE, message(member.device(), member.protocolAddress(), cloud),
                        member.tunnel().origin())));
    }

    private static String message(Device device, IpAddress address, Cloud cloud) {
        IpPrefix overlay = cloud.overlay();
        String fault = !overlay.contains(address)
                ? " is not in the overlay " + overlay + " of cloud " + cloud.name()
                : (address.equals(overlay.network()) ? " is the network address" : " is the broadcast address")
                        + " of the overlay " + overlay;
        return "Tunnel address " + address + " of " + device.reference() + fault + ": choose a host address of " + overlay;
    }
}
