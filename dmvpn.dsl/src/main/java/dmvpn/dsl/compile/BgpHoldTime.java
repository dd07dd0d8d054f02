package dmvpn.dsl.compile;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.routing.BgpPeering;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Reads hold times of BGP: none at all, or at least three seconds (RFC 4271 section 4.2). */
final class BgpHoldTime {

    private BgpHoldTime() {
    }

    /** The hold time, 0 for none; empty when none is written or it is reported as wrong. */
    static Optional<Duration> read(CompileContext context, ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        Optional<Duration> read = values.seconds(owner, feature, text, 0, RoutingInterfaceReader.HIGHEST_SECONDS).map(Duration::ofSeconds);
        boolean wrong = read.filter(hold -> !BgpPeering.isHoldTime(hold)).isPresent();
        if (wrong) {
            context.report(TextRules.VALUE, "BGP knows no hold time of " + read.get().toSeconds() + "s: write at least "
                    + BgpPeering.SHORTEST_HOLD_TIME.toSeconds() + "s, or 0s for sessions that no silence ends", owner, feature,
                    values.label());
        }
        return wrong ? Optional.empty() : read;
    }
}
