package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CertificateClause;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.PreSharedKeyClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles how the routers of a crypto suite know each other. */
final class AuthenticationCompiler {

    private final CompileContext context;

    AuthenticationCompiler(CompileContext context) {
        this.context = context;
    }

    /** The certificates of a suite. */
    Optional<Certificates> certificates(CryptoDeclaration declaration, ValueReader values) {
        if (declaration.getCertificates().isEmpty()) {
            return Optional.empty();
        }
        CertificateClause clause = declaration.getCertificates().getLast();
        Optional<SignatureAlgorithm> signature = values.word(clause, CERTIFICATE_CLAUSE__SIGNATURE, clause.getSignature(),
                "a kind of signature: expected rsa or ecdsa", SignatureAlgorithm::ofKeyword);
        String trustpoint = clause.getTrustpoint() == null ? "" : clause.getTrustpoint();
        Optional<String> problem = trustpoint.isEmpty() ? Optional.of("is empty: write the name that routers have for their "
                + "authority, such as \"CA\"") : CommandLineText.problem(trustpoint);
        problem.ifPresent(text -> context.report(TextRules.VALUE, "The name of a trustpoint " + text, clause,
                CERTIFICATE_CLAUSE__TRUSTPOINT, values.label()));
        return Optional.of(new Certificates(trustpoint, signature.orElse(SignatureAlgorithm.RSA),
                context.origins().of(clause, values.label())));
    }

    /** The keys of a suite in the order of the text. */
    List<CryptoPlan.Key> keys(CryptoDeclaration declaration, boolean hasCertificates, ValueReader values) {
        if (declaration.getPreSharedKeys().isEmpty() && !hasCertificates) {
            context.report(TextRules.MISSING_SETTING, "crypto " + declaration.getName()
                    + " has no key that routers know each other by: write psk secret \"name\"", declaration,
                    NAMED_ELEMENT__NAME, values.label());
            return List.of();
        }
        List<CryptoPlan.Key> keys = new ArrayList<>();
        for (PreSharedKeyClause clause : declaration.getPreSharedKeys()) {
            if (hasCertificates) {
                context.report(TextRules.SETTING_TWICE, "The routers of a suite know each other by certificates or by keys: with "
                        + "certificates this key has no effect", clause, values.label());
                continue;
            }
            CryptoPlan.Key key = new CryptoPlan.Key(secret(declaration, clause, values.label()), clause);
            if (key.isForEverybody() && keys.removeIf(CryptoPlan.Key::isForEverybody)) {
                context.report(TextRules.SETTING_TWICE, "This is said twice here: the last one counts", clause, values.label());
            }
            keys.add(key);
        }
        return keys;
    }

    private Secret secret(CryptoDeclaration declaration, PreSharedKeyClause clause, String label) {
        Origin origin = context.origins().of(clause, label);
        if (clause.getValue() != null) {
            context.report(TextRules.INLINE_SECRET, "The key of crypto " + declaration.getName()
                    + " is written in the model: name it with psk secret \"name\" and keep its value elsewhere",
                    clause, PRE_SHARED_KEY_CLAUSE__VALUE, label);
            CommandLineText.problem(clause.getValue()).ifPresent(problem -> context.report(TextRules.VALUE,
                    "A pre-shared key " + problem, clause, PRE_SHARED_KEY_CLAUSE__VALUE, label));
            return new Secret(declaration.getName(), Optional.of(clause.getValue()), origin);
        }
        String name = clause.getSecret();
        return new Secret(name == null ? declaration.getName() : name, Optional.empty(), origin);
    }
}
