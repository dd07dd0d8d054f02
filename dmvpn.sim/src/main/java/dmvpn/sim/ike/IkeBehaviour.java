package dmvpn.sim.ike;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a platform does IKE, of either version.
 *
 * @param switches what is on
 */
public record IkeBehaviour(Set<IkeSwitch> switches) {

    /** strongswan.conf, {@code charon.keep_alive}. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    /** FRRouting has no IKE of its own: strongSwan does it. */
    public static IkeBehaviour of(Platform platform) {
        return new IkeBehaviour(platform.vendor() == Vendor.FRR ? EnumSet.allOf(IkeSwitch.class) : EnumSet.noneOf(IkeSwitch.class));
    }

    boolean has(IkeSwitch asked) {
        return switches.contains(asked);
    }

    /** When requests are sent again. */
    public Retransmission retransmission() {
        return has(IkeSwitch.WAITS_AS_STRONGSWAN) ? Retransmission.STRONGSWAN : Retransmission.SIMULATOR;
    }

    /** The longest silence towards a peer behind whose NAT this end is, in seconds; empty for any. */
    public OptionalInt natKeepaliveSeconds(IpsecProfile profile) {
        OptionalInt configured = profile.options().natKeepaliveSeconds();
        return configured.isEmpty() && has(IkeSwitch.KEEPS_MAPPINGS_ALIVE) ? OptionalInt.of(KEEP_ALIVE_SECONDS) : configured;
    }
}
