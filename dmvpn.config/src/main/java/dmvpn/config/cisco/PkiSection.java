package dmvpn.config.cisco;

import dmvpn.network.crypto.IpsecProfile;
import java.util.HashSet;
import java.util.Set;

/** Trustpoints: where routers get certificates is not part of a model, so that line is left to the person. */
final class PkiSection implements Section {

    @Override
    public void write(CiscoContext context) {
        Set<String> written = new HashSet<>();
        for (IpsecProfile profile : context.device().crypto().profiles()) {
            PeerKeys.certificates(profile).filter(certificates -> written.add(certificates.trustpoint()))
                    .ifPresent(certificates -> {
                        String vrf = profile.frontDoorVrf().map(name -> " vrf " + name + "\n").orElse("");
                        context.block(certificates.origin(), "crypto pki trustpoint " + certificates.trustpoint() + "\n"
                                + " revocation-check crl\n" + vrf);
                        context.note("The model does not say where certificates of trustpoint " + certificates.trustpoint()
                                + " come from: add its enrollment to " + context.device().reference());
                    });
        }
    }
}
