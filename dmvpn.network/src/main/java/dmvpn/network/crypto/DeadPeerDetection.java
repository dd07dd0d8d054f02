package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.time.Duration;

/**
 * IKE liveness (RFC 7296 section 2.4, RFC 3706): declared dead after {@code interval + 5 x retry}.
 *
 * @param interval silence before a peer is asked
 * @param retry time between the questions
 * @param onDemand true when a peer is asked only if there is traffic to send
 * @param origin where it was written
 */
public record DeadPeerDetection(Duration interval, Duration retry, boolean onDemand, Origin origin) {

    /** Questions without an answer before IOS declares the peer dead, the first not counted. */
    public static final int FURTHER_TRIES = 5;
}
