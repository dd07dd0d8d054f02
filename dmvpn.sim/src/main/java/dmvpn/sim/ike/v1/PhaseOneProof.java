package dmvpn.sim.ike.v1;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.ike.certificate.DistinguishedName;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import java.util.List;
import java.util.Optional;

/** Proofs of identity of phase 1: what this router sends, and what it makes of the peer's (RFC 2409 sections 5.1 and 5.4). */
final class PhaseOneProof {

    private final String routerName;

    PhaseOneProof(String routerName) {
        this.routerName = routerName;
    }

    /** The pre-shared key for a peer, found by its address (RFC 2409 section 5.4); empty without one and with certificates. */
    static Optional<String> secret(IpsecProfile profile, PeerAddresses peer) {
        return profile.authentication() instanceof PreSharedKeys keys
                ? keys.keyFor(peer.remote()).map(secret -> secret.inlineValue().orElse(secret.name()))
                : Optional.empty();
    }

    /** Asks for a certificate when the own profile has one (RFC 2409 section 5.1 allows it in any message). */
    static List<IsakmpPayload> request(IpsecProfile profile) {
        return profile.authentication() instanceof Certificates certificates
                ? List.of(new IsakmpPayload.CertificateRequest(new DistinguishedName(certificates.trustpoint())))
                : List.of();
    }

    /** An address with keys, the host name with certificates. */
    IsakmpPayload identification(IsakmpSa sa) {
        return new IsakmpPayload.Identification(sa.profile().authentication() instanceof Certificates
                ? new Identity.HostName(routerName)
                : new Identity.Address(sa.peer().local()), 0);
    }

    /** The hash, or certificate and signature. */
    List<IsakmpPayload> proof(IsakmpSa sa) {
        return switch (sa.profile().authentication()) {
            case PreSharedKeys keys -> List.of(new IsakmpPayload.Hash(sa.suite.hash(), secret(sa.profile(), sa.peer())));
            case Certificates certificates -> {
                Certificate own = Certificate.of(routerName, certificates.trustpoint(), certificates.signature());
                yield List.of(new IsakmpPayload.Certificate(own), new IsakmpPayload.Signature(own.algorithm(),
                        Optional.of(IkePayload.Authentication.keyOf(own))));
            }
        };
    }

    /**
     * Says why the peer's proof is not taken, empty when it is.
     *
     * @param identified the message with the peer's identity, which in aggressive mode is the one before
     */
    static Optional<String> refusal(IsakmpSa sa, IsakmpPacket message, IsakmpPacket identified) {
        return switch (sa.profile().authentication()) {
            case PreSharedKeys keys -> {
                Optional<String> proof = message.payload(IsakmpPayload.Hash.class).flatMap(IsakmpPayload.Hash::secretName);
                yield proof.isPresent() && proof.equals(secret(sa.profile(), sa.peer()))
                        ? Optional.empty()
                        : Optional.of("the pre-shared keys differ");
            }
            case Certificates certificates -> refusalOfCertificate(certificates, message, identified);
        };
    }

    private static Optional<String> refusalOfCertificate(Certificates own, IsakmpPacket message, IsakmpPacket identified) {
        Optional<Certificate> certificate =
                message.payload(IsakmpPayload.Certificate.class).map(IsakmpPayload.Certificate::certificate);
        if (certificate.isEmpty()) {
            return Optional.of("the peer sends no certificate");
        }
        String issuer = certificate.get().issuer().commonName();
        if (!issuer.equals(own.trustpoint())) {
            return Optional.of("the peer's certificate is of the authority " + issuer + ", but " + own.trustpoint()
                    + " is trusted");
        }
        Optional<Identity> identity = identified.payload(IsakmpPayload.Identification.class)
                .map(IsakmpPayload.Identification::identity);
        if (identity.filter(claimed -> claimed.isIn(certificate.get())).isEmpty()) {
            return Optional.of("the peer says that it is " + identity.map(Object::toString).orElse("nobody")
                    + ", but its certificate is of " + certificate.get().subject());
        }
        Optional<String> key = message.payload(IsakmpPayload.Signature.class).flatMap(IsakmpPayload.Signature::keyName);
        return key.equals(Optional.of(IkePayload.Authentication.keyOf(certificate.get())))
                ? Optional.empty()
                : Optional.of("the peer's signature is not of its certificate");
    }
}
