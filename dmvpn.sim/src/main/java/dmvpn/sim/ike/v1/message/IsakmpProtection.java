package dmvpn.sim.ike.v1.message;

import java.util.Optional;

/**
 * How the payloads of a message travel encrypted.
 *
 * @param suite algorithms of the ISAKMP SA
 * @param secretName the shared secret that went into the keys (RFC 2409 section 5: SKEYID = prf(pre-shared-key, nonces)): a
 *     peer with another one reads nothing. Empty with signatures, and when the message came from bytes
 */
public record IsakmpProtection(IsakmpSuite suite, Optional<String> secretName) {
}
