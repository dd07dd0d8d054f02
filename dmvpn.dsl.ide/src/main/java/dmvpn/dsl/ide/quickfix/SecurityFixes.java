package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Place.around;
import static dmvpn.dsl.ide.quickfix.Remedy.add;
import static dmvpn.dsl.ide.quickfix.Remedy.change;
import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.removeElement;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.ide.document.ElementText.Span;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.DeadPeerDetectionClause;
import dmvpn.dsl.model.PreSharedKeyClause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Mends of rules on IKE and IPsec. */
final class SecurityFixes {

    /** Groups 1, 2 and 5 must not or should not be used (RFC 8247 section 2.4). */
    private static final List<String> WEAK_GROUPS = List.of("1", "2", "5");
    private static final String STRONG_GROUP = "19";
    private static final Place DETECTION = of(CryptoDeclaration::getDpd);
    private static final Place AUTHENTICATION_HEADER = of(CryptoDeclaration::getAh);
    private static final Place KEY = around(PreSharedKeyClause.class);
    private static final Remedy TRANSPORT_MODE = everywhere("Use transport mode", Place.ESP, "mode", mode -> "mode transport");

    private SecurityFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.choice("R-SEC-01", remove(Place.JOIN, "unprotected"), write(Place.CLOUD, "crypto", SecurityFixes::suites),
                        write(Place.JOIN, "protected by", SecurityFixes::suites)),
                RuleFix.certain("R-SEC-02", remove(Place.TUNNEL, "shared").or(write(Place.JOIN, "shared", "on"))),
                RuleFix.choice("R-SEC-03", change(Place.JOIN, "protected by", SecurityFixes::suites)
                        .or(change(Place.CLOUD, "crypto", SecurityFixes::suites))),
                RuleFix.choice("R-SEC-04", likeAnother("ike", CryptoDeclaration::getIke)),
                RuleFix.choice("R-SEC-05", likeAnother("esp", CryptoDeclaration::getEsp)),
                RuleFix.choice("R-SEC-06", likeAnother("esp", CryptoDeclaration::getEsp)),
                RuleFix.choice("R-SEC-07", likeAnother("psk", CryptoDeclaration::getPreSharedKeys)),
                RuleFix.choice("R-SEC-08", remove(KEY, "for")),
                RuleFix.choice("R-SEC-09", remove(KEY, "for")),
                RuleFix.certain("R-SEC-11", removeElement(AUTHENTICATION_HEADER)),
                RuleFix.certain("R-SEC-12", removeElement(AUTHENTICATION_HEADER)),
                RuleFix.certain("R-SEC-13", TRANSPORT_MODE),
                RuleFix.certain("R-SEC-14", TRANSPORT_MODE),
                RuleFix.certain("R-SEC-15", TRANSPORT_MODE),
                RuleFix.certain("R-FR-09", TRANSPORT_MODE),
                RuleFix.certain("R-SEC-16", add(Place.SUITE, "dpd 30s retry 5s on-demand")),
                RuleFix.certain("R-SEC-17", SecurityFixes::fasterDetection),
                RuleFix.certain("R-SEC-18", change(around(DeadPeerDetectionClause.class).or(DETECTION), "periodic", "on-demand")),
                RuleFix.certain("R-SEC-19", write(Place.SUITE, "replay-window", "1024")),
                RuleFix.choice("R-SEC-20", remove(Place.TUNNEL, "unprotected").or(write(Place.CLOUD, "crypto", SecurityFixes::suites))),
                RuleFix.choice("R-SEC-21", SecurityFixes::strongAlgorithms),
                RuleFix.choice("R-SEC-22", everywhere("Use the lifetime of 1h", Place.ESP, "lifetime", lifetime -> "lifetime 1h")
                        .or(everywhere("Use the lifetime of 24h", Place.IKE, "lifetime", lifetime -> "lifetime 24h"))
                        .or(likeAnother("esp", CryptoDeclaration::getEsp)).or(likeAnother("ike", CryptoDeclaration::getIke))));
    }

    private static Place of(Function<CryptoDeclaration, Collection<? extends EObject>> clauses) {
        return problem -> Place.SUITE.in(problem).map(CryptoDeclaration.class::cast).flatMap(suite -> clauses.apply(suite).stream());
    }

    /** The names of the model's suites. */
    private static Stream<String> suites(Problem problem) {
        return declared(problem).map(CryptoDeclaration::getName);
    }

    private static Stream<CryptoDeclaration> declared(Problem problem) {
        return problem.document().resource().withImports().stream().flatMap(file -> file.model().getElements().stream())
                .filter(CryptoDeclaration.class::isInstance).map(CryptoDeclaration.class::cast)
                .filter(suite -> suite.getName() != null).limit(4);
    }

    /** A setting of all proposals, changed where it is written. */
    private static Remedy everywhere(String title, Place place, String words, UnaryOperator<String> changed) {
        return problem -> {
            List<Change> changes = changes(place, problem, words, changed);
            return changes.isEmpty() ? Stream.empty() : Stream.of(new Mend(title, changes));
        };
    }

    private static List<Change> changes(Place place, Problem problem, String words, UnaryOperator<String> changed) {
        List<Change> changes = new ArrayList<>();
        place.in(problem).flatMap(element -> ElementText.of(element).stream()).flatMap(text -> text.settings(words).stream())
                .filter(span -> !changed.apply(span.text()).equals(span.text()))
                .forEach(span -> changes.add(new Change(span.start(), span.end() - span.start(), changed.apply(span.text()))));
        return changes;
    }

    /** What is weak of a suite, all of it at once: with one weak algorithm left the finding stays. */
    private static Stream<Mend> strongAlgorithms(Problem problem) {
        List<Change> changes = changes(Place.IKE, problem, "ike", SecurityFixes::strong);
        changes.addAll(changes(Place.ESP, problem, "esp", SecurityFixes::strong));
        changes.addAll(changes(AUTHENTICATION_HEADER, problem, "ah", SecurityFixes::strong));
        return changes.isEmpty() ? Stream.empty() : Stream.of(new Mend("Use AES, SHA-2 and group " + STRONG_GROUP, changes));
    }

    /** A clause with strong algorithms in the place of weak ones; blanks stay as they are. */
    private static String strong(String clause) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String part : clause.split("(?<=\\s)|(?=\\s)")) {
            text.append(before.equals("group") && WEAK_GROUPS.contains(part) ? STRONG_GROUP : strongWord(part));
            before = part.isBlank() ? before : part;
        }
        return text.toString();
    }

    private static String strongWord(String word) {
        if (EncryptionAlgorithm.ofKeyword(word).filter(cipher -> cipher.isWeak() || cipher == EncryptionAlgorithm.NONE).isPresent()) {
            return EncryptionAlgorithm.AES_CBC_256.keyword();
        }
        return HashAlgorithm.ofKeyword(word).filter(HashAlgorithm::isWeak).isPresent() ? HashAlgorithm.SHA256.keyword() : word;
    }

    /** A dead peer is noticed within a minute, by asking as before. */
    private static Stream<Mend> fasterDetection(Problem problem) {
        return DETECTION.in(problem).map(DeadPeerDetectionClause.class::cast).flatMap(clause -> ElementText.of(clause).stream()
                .map(text -> replaced(text.whole(), "dpd 30s retry 5s" + (clause.isPeriodic() ? " periodic" : clause.isOnDemand() ? " on-demand" : ""))));
    }

    private static Mend replaced(Span span, String text) {
        return new Mend("Change '" + Remedy.shown(span) + "' to '" + text + "'", span.start(), span.end() - span.start(), text);
    }

    /** Gives the suite that the problem is at the clauses of another one: of whichever the others use. */
    private static Remedy likeAnother(String words, Function<CryptoDeclaration, List<? extends EObject>> clauses) {
        return problem -> Place.SUITE.in(problem).map(CryptoDeclaration.class::cast).flatMap(own -> declared(problem)
                .filter(other -> other != own).flatMap(other -> copied(words, texts(clauses.apply(own)), texts(clauses.apply(other)), other)));
    }

    private static List<ElementText> texts(List<? extends EObject> clauses) {
        return clauses.stream().flatMap(clause -> ElementText.of(clause).stream()).toList();
    }

    private static Stream<Mend> copied(String words, List<ElementText> own, List<ElementText> other, CryptoDeclaration suite) {
        if (own.isEmpty() || other.isEmpty()) {
            return Stream.empty();
        }
        Span first = own.getFirst().whole();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(first.start(), first.end() - first.start(),
                String.join("\n  ", other.stream().map(text -> text.whole().text()).toList())));
        own.subList(1, own.size()).forEach(text -> changes.add(text.removing(text.whole())));
        return Stream.of(new Mend("Use the " + words + " of crypto " + suite.getName(), changes));
    }
}
