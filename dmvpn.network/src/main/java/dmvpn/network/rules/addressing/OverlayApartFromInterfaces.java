package dmvpn.network.rules.addressing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Cloud;
import java.util.function.Consumer;

/** The networks of a router's other interfaces must not overlap the overlay that its tunnel is in. */
public final class OverlayApartFromInterfaces implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-AD-08",
            Severity.ERROR,
            "An overlay does not overlap the router's other networks",
            "Two interfaces of one router cannot be in overlapping subnets of one VRF: IOS refuses the second address, and "
                    + "packets to members of the cloud would leave through the wrong interface. Give the network or the "
                    + "overlay other addresses, or put one of the interfaces into a VRF.",
            "RFC 1812 section 5.2.4.3 (a router forwards by the longest matching prefix); Cisco IOS IP Addressing Command "
                    + "Reference, ip address");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        router.cloudOf(member).ifPresent(cloud -> {
            for (NetworkInterface other : member.device().interfaces()) {
                if (other.vrf().equals(member.tunnel().vrf())
                        && other.assignment() instanceof AddressAssignment.Static fixed
                        && fixed.address().prefix().overlaps(cloud.overlay())) {
                    findings.accept(new Finding(RULE, message(member, other, fixed.address().prefix(), cloud), other.origin()));
                }
            }
        });
    }

    private static String message(Member member, NetworkInterface other, IpPrefix prefix, Cloud cloud) {
        return "Network " + prefix + " of " + other.name() + " on " + member.name() + " overlaps the overlay "
                + cloud.overlay() + " of cloud " + cloud.name() + ", which " + member.tunnel().name()
                + " is in: give one of the two other addresses";
    }
}
