package dmvpn.config.cisco;

import dmvpn.network.crypto.DeadPeerDetection;

/** How IOS spells dead peer detection, with times in seconds. */
final class DeadPeerDetectionText {

    private DeadPeerDetectionText() {
    }

    /** {@code 30 5 on-demand}. */
    static String ikev2(DeadPeerDetection detection) {
        return detection.interval().toSeconds() + " " + detection.retry().toSeconds()
                + (detection.onDemand() ? " on-demand" : " periodic");
    }

    /** {@code 30 5}; on demand is the default of IKEv1. */
    static String global(DeadPeerDetection detection) {
        return detection.interval().toSeconds() + " " + detection.retry().toSeconds()
                + (detection.onDemand() ? "" : " periodic");
    }

    /** {@code 30 retry 5}, inside a profile. */
    static String inProfile(DeadPeerDetection detection) {
        return detection.interval().toSeconds() + " retry " + detection.retry().toSeconds();
    }
}
