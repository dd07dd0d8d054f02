package dmvpn.sim.nhrp;

import dmvpn.network.device.IosRelease;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a platform does NHRP.
 *
 * @param switches what is on
 * @param shortcutDistance administrative distance of a shortcut route
 * @param shortcutMetric metric of a shortcut route
 * @param fallbackSeconds how long a better server of a cluster must answer before a worse one is released, unless configured
 * @param timing times that no configuration changes
 */
record NhrpBehaviour(Set<NhrpSwitch> switches, int shortcutDistance, int shortcutMetric, int fallbackSeconds,
        NhrpTiming timing) {

    /** Cisco IOS-XE; distance and metric as {@code show ip route} prints it: {@code H ... [250/1]}. */
    static final NhrpBehaviour CISCO_IOS_XE = new NhrpBehaviour(Set.of(
            NhrpSwitch.RESOLVES_NEXT_HOPS,
            NhrpSwitch.REPLIES_DIRECTLY,
            NhrpSwitch.ENFORCES_UNIQUE_REGISTRATION,
            NhrpSwitch.SENDS_PURGES,
            NhrpSwitch.TAKES_PURGES,
            NhrpSwitch.OVERRIDES_NEXT_HOP,
            NhrpSwitch.BINDS_TEMPORARY_ENTRIES,
            NhrpSwitch.REFRESHES_DIRECTLY,
            NhrpSwitch.LIMITS_MESSAGES,
            NhrpSwitch.REGISTERS_LINK_LOCAL_ADDRESS,
            NhrpSwitch.LISTENS_TO_BFD), 250, 1, 0, NhrpTiming.IOS);

    /** FRRouting's nhrpd; distance as its topology test tests/topotests/nhrp_topo expects it, metric as {@code show ip route} prints it. */
    static final NhrpBehaviour FRR = new NhrpBehaviour(Set.of(
            NhrpSwitch.ANSWERS_AUTHENTICATION_FAILURE,
            NhrpSwitch.ANSWER_NEEDS_SHORTCUT,
            NhrpSwitch.ANSWERS_UNREACHABLE_WITH_ERROR,
            NhrpSwitch.REJECTS_UNREACHABLE,
            NhrpSwitch.REFRESHES_DIRECTLY,
            NhrpSwitch.LEARNS_SERVERS,
            NhrpSwitch.ROUTES_TO_PEERS,
            NhrpSwitch.ASKS_BEST_PRIORITY_ONLY,
            NhrpSwitch.LIMITS_REDIRECTS_PER_NETWORK,
            NhrpSwitch.DROPS_REQUESTS_FOR_SHORT_PREFIXES,
            NhrpSwitch.LIMITS_HOPS_BY_MESSAGE,
            NhrpSwitch.PUTS_PASSWORD_LAST,
            NhrpSwitch.DELAYS_SOCKETS), 10, 0, 0, NhrpTiming.FRR);

    /** IOS 15.2 to 15.9, and IOS-XE before 16.3: 3.x is built from IOS 15. */
    private static final NhrpBehaviour IOS_15 = CISCO_IOS_XE.without(NhrpSwitch.LISTENS_TO_BFD);

    /** IOS 15.0 and 15.1, of the time when a refresh went by the server. */
    private static final NhrpBehaviour EARLY_IOS_15 = IOS_15.without(NhrpSwitch.REFRESHES_DIRECTLY);

    /** IOS 12: the server answers, and nothing ties a next hop to one server while it is resolved. */
    private static final NhrpBehaviour IOS_12 = EARLY_IOS_15.without(NhrpSwitch.BINDS_TEMPORARY_ENTRIES)
            .with(NhrpSwitch.ANSWERS_FOR_CLIENTS);

    /** Keeps an immutable copy. */
    NhrpBehaviour {
        switches = Set.copyOf(switches);
    }

    static NhrpBehaviour of(Platform platform) {
        if (platform.vendor() == Vendor.FRR) {
            return FRR;
        }
        IosRelease release = IosRelease.of(platform);
        if (release.isBefore(15, 0)) {
            return release.isTechnologyTrain() ? IOS_12.with(NhrpSwitch.BINDS_TEMPORARY_ENTRIES) : IOS_12;
        }
        if (release.isBefore(15, 2)) {
            return EARLY_IOS_15;
        }
        return release.isBefore(16, 3) ? IOS_15 : CISCO_IOS_XE;
    }

    boolean has(NhrpSwitch asked) {
        return switches.contains(asked);
    }

    private NhrpBehaviour with(NhrpSwitch added) {
        EnumSet<NhrpSwitch> other = EnumSet.copyOf(switches);
        other.add(added);
        return new NhrpBehaviour(other, shortcutDistance, shortcutMetric, fallbackSeconds, timing);
    }

    private NhrpBehaviour without(NhrpSwitch removed) {
        EnumSet<NhrpSwitch> other = EnumSet.copyOf(switches);
        other.remove(removed);
        return new NhrpBehaviour(other, shortcutDistance, shortcutMetric, fallbackSeconds, timing);
    }
}
