package dmvpn.network.device;

/**
 * What a platform does when its configuration is silent, as far as it differs between platforms and releases. The
 * defaults of current IOS-XE do not even show in its running configuration.
 *
 * @param holdingTimeSeconds validity of NHRP mappings. Classic IOS: 7200 s (Cisco IOS IP Addressing Services Command
 *     Reference, ip nhrp holdtime); FRR: 7200 s (FRRouting, nhrpd/nhrpd.h); IOS-XE from 16 on: 600 s (observed:
 *     registration each 200 s)
 * @param shortcut true when {@code ip nhrp shortcut} is on by itself: IOS-XE from 16 on and IOS 15.9 (observed); others need it
 *     written
 * @param dynamicMulticast true when {@code ip nhrp map multicast dynamic} is on by itself: the same releases (observed)
 * @param nhrpMessagesPerTenSeconds {@code ip nhrp max-send}. Classic IOS: 100; IOS-XE: 10000 (Cisco command references of both)
 */
public record HiddenDefaults(
        int holdingTimeSeconds, boolean shortcut, boolean dynamicMulticast, int nhrpMessagesPerTenSeconds) {

    private static final HiddenDefaults IOS_XE = new HiddenDefaults(600, true, true, 10_000);
    private static final HiddenDefaults IOS_15_9 = new HiddenDefaults(7200, true, true, 100);
    private static final HiddenDefaults CLASSIC_IOS = new HiddenDefaults(7200, false, false, 100);
    private static final HiddenDefaults FRR = new HiddenDefaults(7200, false, false, Integer.MAX_VALUE);

    /** Those of a platform; an IOS-XE without a release is a current one. */
    public static HiddenDefaults of(Platform platform) {
        String release = platform.release();
        if (platform.vendor() == Vendor.FRR) {
            return FRR;
        }
        if (release.startsWith("15.9")) {
            return IOS_15_9;
        }
        return release.startsWith("12.") || release.startsWith("15.") ? CLASSIC_IOS : IOS_XE;
    }
}
