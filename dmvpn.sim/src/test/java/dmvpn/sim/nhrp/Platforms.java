package dmvpn.sim.nhrp;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;

/** Platforms that tests compare. */
final class Platforms {

    static final Platform FRR = new Platform(Vendor.FRR, "10.5", Origin.NONE);

    private Platforms() {
    }
}
