package dmvpn.sim.ike;

import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.show.IosAddress;

/** Identities as the tables of IOS print them. */
public final class IosIdentity {

    private IosIdentity() {
    }

    /** An address, a host name or the subject of a certificate. */
    public static String of(Identity identity) {
        return identity instanceof Identity.Address named ? IosAddress.of(named.address()) : identity.toString();
    }
}
