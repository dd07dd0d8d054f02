package dmvpn.network.rules.security;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Ciphers and hashes should be AES and SHA-2, Diffie-Hellman groups 14 or above. */
public final class StrongAlgorithms implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-21",
            Severity.WARNING,
            "Ciphers, hashes and Diffie-Hellman groups are strong",
            "DES, triple DES and MD5 are broken or too weak for today, groups 1, 2 and 5 too small, and an Authentication Header "
                    + "alone lets everybody read. Use AES, a hash of SHA-2, "
                    + "and group 14 or, better, 19 and above. Every router that uses the suite must know what it has instead.",
            "RFC 8221 sections 5 and 6, RFC 8247 sections 2.1 to 2.4 (what must not or should not be used)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    private static final Set<Integer> WEAK_GROUPS = Set.of(1, 2, 5);

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.protection().ifPresent(profile -> {
            Set<String> weak = weakOnesOf(profile);
            if (!weak.isEmpty()) {
                findings.accept(new Finding(RULE, "Crypto " + profile.name() + " of " + member.name() + " uses the weak "
                        + String.join(", the weak ", weak) + ": use AES, SHA-2 and group 14, 19 or above", profile.origin()));
            }
            if (profile.transforms().stream().anyMatch(transform -> !transform.isEsp())) {
                findings.accept(new Finding(RULE, "Crypto " + profile.name() + " of " + member.name()
                        + " does not encrypt: write a cipher, such as esp aes-gcm-256, instead of esp none", profile.origin()));
            }
        });
    }

    private static Set<String> weakOnesOf(IpsecProfile profile) {
        Set<String> weak = new LinkedHashSet<>();
        for (IkeProposal ike : profile.ikeProposals()) {
            weakCipher(ike.encryption(), weak);
            weakHash(ike.integrity(), weak);
            weakHash(Optional.of(ike.pseudoRandomFunction()), weak);
            weakGroup(OptionalInt.of(ike.diffieHellmanGroup()), weak);
        }
        for (EspTransform esp : profile.transforms()) {
            weakCipher(esp.encryption(), weak);
            weakHash(esp.integrity(), weak);
        }
        weakHash(profile.options().authenticationHeader(), weak);
        weakGroup(profile.perfectForwardSecrecyGroup(), weak);
        return weak;
    }

    private static void weakCipher(EncryptionAlgorithm cipher, Set<String> weak) {
        if (cipher.isWeak()) {
            weak.add("cipher " + cipher.keyword());
        }
    }

    private static void weakHash(Optional<HashAlgorithm> hash, Set<String> weak) {
        if (hash.isPresent() && hash.get().isWeak()) {
            weak.add("hash " + hash.get().keyword());
        }
    }

    private static void weakGroup(OptionalInt group, Set<String> weak) {
        if (group.isPresent() && WEAK_GROUPS.contains(group.getAsInt())) {
            weak.add("Diffie-Hellman group " + group.getAsInt());
        }
    }
}
