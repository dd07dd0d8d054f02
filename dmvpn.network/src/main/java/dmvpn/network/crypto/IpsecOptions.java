package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an IPsec profile says beyond algorithms and keys.
 *
 * @param aggressiveMode true when IKEv1 starts in aggressive mode and not in main mode (RFC 2409 section 5)
 * @param authenticationHeader hash of an Authentication Header around ESP (RFC 4302), empty for none
 * @param lifetimeKilobytes traffic after which an IPsec security association is replaced, in kilobytes; empty for the
 *     platform's default
 * @param replayWindowPackets size of the anti-replay window (RFC 4303 section 3.4.3), empty for the platform's default
 * @param natKeepaliveSeconds time between keepalives through a NAT (RFC 3948 section 4), empty for none
 * @param responderOnly true when the router answers key exchanges and starts none
 * @param origin where the profile was written
 */
public record IpsecOptions(
        boolean aggressiveMode,
        Optional<HashAlgorithm> authenticationHeader,
        OptionalLong lifetimeKilobytes,
        OptionalInt replayWindowPackets,
        OptionalInt natKeepaliveSeconds,
        boolean responderOnly,
        Origin origin) {

    /** Size of the anti-replay window of IOS when none is configured, in packets (Cisco IOS Security Command Reference). */
    public static final int DEFAULT_REPLAY_WINDOW_PACKETS = 64;

    /** Size of the anti-replay window of strongSwan when none is configured, in packets (strongSwan, swanctl.conf, replay_window). */
    public static final int STRONGSWAN_REPLAY_WINDOW_PACKETS = 32;

    /** Nothing of it. */
    public static final IpsecOptions DEFAULT = new IpsecOptions(false, Optional.empty(), OptionalLong.empty(),
            OptionalInt.empty(), OptionalInt.empty(), false, Origin.NONE);
}
