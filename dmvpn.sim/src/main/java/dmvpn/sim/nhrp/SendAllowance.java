package dmvpn.sim.nhrp;

import dmvpn.network.device.HiddenDefaults;
import dmvpn.network.device.Platform;
import dmvpn.network.tunnel.SendLimit;
import java.util.Optional;

/**
 * {@code ip nhrp max-send}: how many NHRP packets an interface may send in a time, those included that it passes on (Cisco IOS IP
 * Addressing Services Command Reference). A platform that limits anything has a default.
 */
final class SendAllowance {

    private static final long SECOND = 1_000_000_000L;

    private final NhrpTunnel tunnel;
    private final Optional<SendLimit> platformLimit;
    private long intervalStartNanos;
    private int sentInInterval;

    SendAllowance(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
        platformLimit = tunnel.behaviour().has(NhrpSwitch.LIMITS_MESSAGES)
                ? Optional.of(limitOf(tunnel.router().device().platform()))
                : Optional.empty();
    }

    private static SendLimit limitOf(Platform platform) {
        return new SendLimit(HiddenDefaults.of(platform).nhrpMessagesPerTenSeconds(), SendLimit.DEFAULT_SECONDS, platform.origin());
    }

    /** The limit that holds: the configured one or that of the platform; empty when nothing is limited. */
    Optional<SendLimit> limit() {
        return platformLimit.map(ofPlatform -> tunnel.configuration().options().sendLimit().orElse(ofPlatform));
    }

    /** Counts one more packet; false when it is over the limit. */
    boolean takeOne() {
        Optional<SendLimit> limit = limit();
        if (limit.isEmpty()) {
            return true;
        }
        if (isOver(limit.get())) {
            intervalStartNanos = tunnel.nowNanos();
            sentInInterval = 0;
        }
        if (sentInInterval >= limit.get().packets()) {
            return false;
        }
        sentInInterval++;
        return true;
    }

    /** Share of the limit that the interval has used so far, in percent from 0 to 100. */
    int usedPercent() {
        return limit().filter(limit -> !isOver(limit)).map(limit -> (int) (100L * sentInInterval / limit.packets())).orElse(0);
    }

    private boolean isOver(SendLimit limit) {
        return tunnel.nowNanos() - intervalStartNanos >= limit.seconds() * SECOND;
    }
}
