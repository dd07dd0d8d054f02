package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All quick fixes, by their rules. */
public final class QuickFixService {

    private final Map<String, QuickFix> fixes;

    /** Created by the language's injector. */
    @Inject
    public QuickFixService(UnknownNameFix unknownName, UnknownSettingFix unknownSetting) {
        List<QuickFix> all = List.of(unknownName, unknownSetting, new FreeTunnelAddressFix(),
                new AddressInOverlayFix(), new HostBitsFix(), new PasswordLengthFix(), new HoldingTimeFix(),
                new DeadPeerDetectionFix(), new TransportModeFix("R-SEC-13"),
                new TransportModeFix("R-SEC-15"), new KeepaliveFix(), new RouteInterfaceFix(), new TunnelMtuFix());
        fixes = Stream.of(all.stream(), RemoveSuppressionFix.all(), UplinkFixes.all(), RoutingFixes.all()).flatMap(Function.identity())
                .collect(Collectors.toMap(QuickFix::ruleId, Function.identity()));
    }

    /** Identifiers of the rules whose findings a text edit mends. */
    public Set<String> mendedRules() {
        return Set.copyOf(fixes.keySet());
    }

    /** The fix of a rule's problems. */
    Optional<QuickFix> of(String ruleId) {
        return Optional.ofNullable(fixes.get(ruleId));
    }

    /** The mends of a problem, best first. */
    List<Mend> mends(String ruleId, ModelDocument document, int offset, int length) {
        return of(ruleId).map(fix -> fix.mends(new Problem(ruleId, document, offset, length))).orElse(List.of());
    }
}
