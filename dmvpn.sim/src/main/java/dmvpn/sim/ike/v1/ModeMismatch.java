package dmvpn.sim.ike.v1;

import dmvpn.network.device.IosRelease;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;

/** What a responder makes of a proposal in tunnel mode when it is set to transport mode, or the other way round. */
public enum ModeMismatch {
    /** 1: refused with NO-PROPOSAL-CHOSEN: the mode is an attribute like others (RFC 2407 section 4.5). Current IOS-XE. */
    REFUSED(1),
    /** 2: an end that is set to transport mode takes tunnel mode, and both use it (observed on IOSv 15.9; taken to hold for all before IOS-XE 16). */
    TUNNEL_MODE_TAKEN(2);

    private static final int FIRST_CURRENT_RELEASE = 16;

    private final int number;

    ModeMismatch(int number) {
        this.number = number;
    }

    /** What a platform does. */
    public static ModeMismatch of(Platform platform) {
        return platform.vendor() == Vendor.CISCO_IOS_XE && IosRelease.of(platform).isBefore(FIRST_CURRENT_RELEASE, 0)
                ? TUNNEL_MODE_TAKEN
                : REFUSED;
    }

    /** Number of the behaviour. */
    public int number() {
        return number;
    }
}
