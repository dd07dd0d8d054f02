package dmvpn.network.device;

import dmvpn.network.origin.Origin;

/**
 * The operating system of a device. Vendor and release decide defaults and behaviour.
 *
 * @param vendor whose system
 * @param release release as the vendor writes it, such as {@code 17.12}; empty for the newest known
 * @param origin where it was written, or the device that says nothing of it
 */
public record Platform(Vendor vendor, String release, Origin origin) {

    /** IOS-XE of a current release: holding time 600 s, implicit {@code ip nhrp shortcut}. */
    public static final Platform DEFAULT = new Platform(Vendor.CISCO_IOS_XE, "", Origin.NONE);
}
