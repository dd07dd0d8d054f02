package dmvpn.network.device;

import java.util.List;

/**
 * What a platform does when its configuration is silent, as far as it differs between platforms and releases. The
 * defaults of current IOS-XE do not even show in its running configuration.
 *
 * @param holdingTimeSeconds validity of NHRP mappings. Classic IOS: 7200 s (Cisco IOS IP Addressing Services Command
 *     Reference, ip nhrp holdtime); FRR: 7200 s (FRRouting, nhrpd/nhrpd.h); IOS-XE from 16 on and IOS from 15.7 on: 600 s
 *     (observed: registration each 200 s, mappings that expire within ten minutes)
 * @param shortcut true when {@code ip nhrp shortcut} is on by itself: IOS-XE from 16 on and IOS from 15.7 on (observed: their
 *     running configurations do not have the line, and direct tunnels come up); others need it written
 * @param dynamicMulticast true when {@code ip nhrp map multicast dynamic} is on by itself: the same releases (observed)
 * @param nhrpMessagesPerTenSeconds {@code ip nhrp max-send}. Classic IOS: 100; IOS-XE: 10000 (Cisco command references of both)
 */
public record HiddenDefaults(
        int holdingTimeSeconds, boolean shortcut, boolean dynamicMulticast, int nhrpMessagesPerTenSeconds) {

    private static final HiddenDefaults IOS_XE = new HiddenDefaults(600, true, true, 10_000);
    private static final HiddenDefaults LATE_IOS_15 = new HiddenDefaults(600, true, true, 100);
    private static final HiddenDefaults CLASSIC_IOS = new HiddenDefaults(7200, false, false, 100);
    private static final HiddenDefaults FRR = new HiddenDefaults(7200, false, false, Integer.MAX_VALUE);

    private static final List<String> LATE_RELEASES_OF_15 = List.of("15.7", "15.8", "15.9");

    /** Those of a platform; an IOS-XE without a release is a current one. */
    public static HiddenDefaults of(Platform platform) {
        String release = platform.release();
        if (platform.vendor() == Vendor.FRR) {
            return FRR;
        }
        if (LATE_RELEASES_OF_15.stream().anyMatch(release::startsWith)) {
            return LATE_IOS_15;
        }
        return release.startsWith("12.") || release.startsWith("15.") ? CLASSIC_IOS : IOS_XE;
    }
}
