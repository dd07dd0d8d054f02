package dmvpn.sim.ike;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.Secret;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.ike.message.AuthenticationMethod;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkePayload.Authentication;
import dmvpn.sim.ike.message.IkePayload.CertificatePayload;
import dmvpn.sim.ike.message.IkePayload.CertificateRequest;
import dmvpn.sim.ike.message.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proofs of identity: what this router sends, and what it makes of the peer's (RFC 7296 section 2.15). Secrets given in place
 * are compared by value, the others by name; a certificate is of its issuer, and a signature is of its certificate.
 */
final class Credentials {

    private final String routerName;

    Credentials(String routerName) {
        this.routerName = routerName;
    }

    /** What a responder asks for in IKE_SA_INIT (RFC 7296 section 1.2). */
    static List<IkePayload> request(IpsecProfile profile) {
        return profile.authentication() instanceof Certificates certificates
                ? List.of(CertificateRequest.of(certificates.trustpoint()))
                : List.of();
    }

    /** Identity, certificate and proof of this router in the order of RFC 7296 section 1.2. */
    List<IkePayload> payloads(IkeSa sa) {
        List<IkePayload> payloads = new ArrayList<>();
        switch (sa.profile().authentication()) {
            case PreSharedKeys keys -> {
                payloads.add(identification(sa));
                // Without a key for the peer the exchange goes on to its end all the same and is refused there.
                payloads.add(Authentication.bySharedKey(keys.keyFor(sa.peer().remote()).map(Credentials::nameOf)
                        .orElse("no key for " + sa.peer().remote()), sa.suite().pseudoRandomFunction()));
            }
            case Certificates certificates -> {
                Certificate own = Certificate.of(routerName, certificates.trustpoint(), certificates.signature());
                payloads.add(identification(sa));
                payloads.add(new CertificatePayload(own));
                if (sa.isInitiator()) {
                    payloads.addAll(request(sa.profile()));
                }
                payloads.add(Authentication.bySignature(own, sa.suite().pseudoRandomFunction()));
            }
        }
        return payloads;
    }

    /** What this router calls itself: its address with a key, the subject of its certificate with one. */
    Identity identity(IkeSa sa) {
        return switch (sa.profile().authentication()) {
            case PreSharedKeys keys -> new Identity.Address(sa.peer().local());
            case Certificates certificates -> new Identity.Subject(
                    Certificate.of(routerName, certificates.trustpoint(), certificates.signature()).subject());
        };
    }

    private IkePayload identification(IkeSa sa) {
        Identity identity = identity(sa);
        return sa.isInitiator() ? new IkePayload.IdInitiator(identity) : new IkePayload.IdResponder(identity);
    }

    private static String nameOf(Secret secret) {
        return secret.inlineValue().orElse(secret.name());
    }

    /**
     * Says why a profile does not take the peer's proof, empty when it does.
     *
     * @param role what the peer is in the exchange, for people
     */
    static Optional<String> refusal(IkePacket message, PeerAddresses peer, IpsecProfile profile, String role) {
        Optional<Authentication> proof = message.payload(Authentication.class);
        if (proof.isEmpty()) {
            return Optional.of("the " + role + " gives no proof of its identity");
        }
        boolean byKey = proof.get().method() == AuthenticationMethod.SHARED_KEY;
        return switch (profile.authentication()) {
            case PreSharedKeys keys -> byKey
                    ? refusalOfKey(proof.get(), keys, peer, role)
                    : Optional.of("the " + role + " has a certificate, but a pre-shared key is expected");
            case Certificates certificates -> byKey
                    ? Optional.of("the " + role + " has a pre-shared key, but a certificate is expected")
                    : refusalOfCertificate(message, proof.get(), certificates, role);
        };
    }

    private static Optional<String> refusalOfKey(Authentication proof, PreSharedKeys keys, PeerAddresses peer, String role) {
        Optional<String> expected = keys.keyFor(peer.remote()).map(Credentials::nameOf);
        if (expected.isEmpty()) {
            return Optional.of("there is no pre-shared key for " + peer.remote());
        }
        return proof.secretName().equals(expected)
                ? Optional.empty()
                : Optional.of("the pre-shared key differs from the " + role + "'s");
    }

    private static Optional<String> refusalOfCertificate(IkePacket message, Authentication proof, Certificates own,
            String role) {
        Optional<Certificate> certificate = message.payload(CertificatePayload.class).map(CertificatePayload::certificate);
        if (certificate.isEmpty()) {
            return Optional.of("the " + role + " sends no certificate");
        }
        String issuer = certificate.get().issuer().commonName();
        if (!issuer.equals(own.trustpoint())) {
            return Optional.of("the " + role + "'s certificate is of the authority " + issuer + ", but "
                    + own.trustpoint() + " is trusted");
        }
        Optional<Identity> identity = identityIn(message);
        if (identity.filter(claimed -> claimed.isIn(certificate.get())).isEmpty()) {
            return Optional.of("the " + role + " says that it is " + identity.map(Object::toString).orElse("nobody")
                    + ", but its certificate is of " + certificate.get().subject());
        }
        return proof.secretName().equals(Optional.of(Authentication.keyOf(certificate.get())))
                ? Optional.empty()
                : Optional.of("the " + role + "'s signature is not of its certificate");
    }

    private static Optional<Identity> identityIn(IkePacket message) {
        return message.payload(IkePayload.IdInitiator.class).map(IkePayload.IdInitiator::identity)
                .or(() -> message.payload(IkePayload.IdResponder.class).map(IkePayload.IdResponder::identity));
    }

    /** How a profile proves identities, as Cisco IOS-XE names it in tables. */
    static String name(PeerAuthentication authentication) {
        return switch (authentication) {
            case PreSharedKeys keys -> "PSK";
            case Certificates certificates -> switch (certificates.signature()) {
                case RSA -> "RSA";
                case ECDSA -> "ECDSA";
            };
        };
    }
}
