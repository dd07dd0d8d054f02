package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.values.DecimalText;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;

/** Keys and identifiers that no tunnel has, in this file and in those that it imports. */
final class FreeNumbers {

    private static final long FIRST = 100;

    private FreeNumbers() {
    }

    /** Tunnel keys, in their order without end. */
    static Stream<String> tunnelKeys(Problem problem) {
        return free(problem, TunnelSettings::getTunnelKey).limit(1);
    }

    /** Identifiers of NHRP domains. */
    static Stream<String> networkIds(Problem problem) {
        return free(problem, TunnelSettings::getNetworkId).limit(1);
    }

    /** Tunnel keys in their order, as many as anybody needs. */
    static Stream<String> free(Problem problem, Function<TunnelSettings, String> setting) {
        Set<Long> taken = new HashSet<>();
        problem.document().resource().withImports().stream()
                .flatMap(file -> EcoreUtil2.eAllOfType(file.model(), TunnelSettings.class).stream()).map(setting)
                .filter(Objects::nonNull).forEach(text -> DecimalText.tryParseWhole(text).ifPresent(taken::add));
        return LongStream.iterate(FIRST, number -> number + FIRST).filter(number -> !taken.contains(number)).mapToObj(Long::toString);
    }
}
