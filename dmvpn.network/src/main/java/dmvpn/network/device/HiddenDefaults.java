package dmvpn.network.device;

/**
 * What a platform does when its configuration is silent, as far as it differs between platforms and releases. The
 * defaults of current IOS-XE do not even show in its running configuration.
 *
 * @param holdingTimeSeconds validity of NHRP mappings. Classic IOS: 7200 s (Cisco IOS IP Addressing Services Command
 *     Reference, ip nhrp holdtime); FRR: 7200 s (FRRouting, nhrpd/nhrpd.h); IOS-XE 16.x and 17.x and IOS from 15.7 on: 600 s
 *     (observed: registration each 200 s, mappings that expire within ten minutes)
 * @param shortcut true when {@code ip nhrp shortcut} is on by itself: the same releases (observed: their
 *     running configurations do not have the line, and direct tunnels come up); others need it written
 * @param dynamicMulticast true when {@code ip nhrp map multicast dynamic} is on by itself: the same releases (observed)
 * @param nhrpMessagesPerTenSeconds {@code ip nhrp max-send}. Classic IOS: 100; IOS-XE, 3.x too: 10000 (Cisco command
 *     references of both)
 */
public record HiddenDefaults(
        int holdingTimeSeconds, boolean shortcut, boolean dynamicMulticast, int nhrpMessagesPerTenSeconds) {

    private static final HiddenDefaults IOS_XE = new HiddenDefaults(600, true, true, 10_000);
    private static final HiddenDefaults EARLY_IOS_XE = new HiddenDefaults(7200, false, false, 10_000);
    private static final HiddenDefaults LATE_IOS_15 = new HiddenDefaults(600, true, true, 100);
    private static final HiddenDefaults CLASSIC_IOS = new HiddenDefaults(7200, false, false, 100);
    private static final HiddenDefaults FRR = new HiddenDefaults(7200, false, false, Integer.MAX_VALUE);

    /** Those of a platform; an IOS-XE without a release is a current one. */
    public static HiddenDefaults of(Platform platform) {
        if (platform.vendor() == Vendor.FRR) {
            return FRR;
        }
        IosRelease release = IosRelease.of(platform);
        if (release.isBefore(15, 7)) {
            return release.isIosXe() ? EARLY_IOS_XE : CLASSIC_IOS;
        }
        return release.isIosXe() ? IOS_XE : LATE_IOS_15;
    }
}
