package dmvpn.dsl.ide.quickfix;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules whose mend is no text edit that a tool could make: it needs a decision, or knowledge that is not in the model. Each
 * has the reason, for the pages of the rules. A rule has a quick fix or is in this list; a test holds that.
 */
public final class RulesWithoutQuickFix {

    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("R-AD-04", "which of the two overlays moves, and all addresses in it, is for you to decide"),
            Map.entry("R-AD-06", "which site gets other addresses, or a VRF of its own, is for you to decide"),
            Map.entry("R-AD-08", "which of the two networks gets other addresses is for you to decide"),
            Map.entry("R-AD-10", "a cloud for the other family is a new design"),
            Map.entry("R-BK-01", "another protocol over the cloud is a new routing design"),
            Map.entry("R-FR-12", "FRR cannot do it; the finding tells what not to expect"),
            Map.entry("R-PH-03", "which hub keeps this cloud, and the other one's cloud, is for you to decide"),
            Map.entry("R-PH-13", "a change of the phase is a new design of the cloud and its routing"),
            Map.entry("R-PH-14", "which kind of spokes gets a hub tunnel of its own is for you to decide"),
            Map.entry("R-PH-16", "a change of the phase is a new design of the cloud and its routing"),
            Map.entry("R-QO-02", "the platform cannot do it; the finding tells what not to expect"),
            Map.entry("R-HUB-01", "a second hub is a router at a place of your choice"),
            Map.entry("R-HUB-02", "where the other hub stands is for you to decide"),
            Map.entry("R-HUB-03", "one cloud for each hub is a new design"),
            Map.entry("R-HUB-05", "which of the clouds stays is for you to decide"),
            Map.entry("R-HUB-06", "over which link hubs exchange their routes is a routing design"),
            Map.entry("R-HUB-07", "which hub joins both clouds is for you to decide"),
            Map.entry("R-HUB-08", "nothing is wrong; the finding tells which way packets take"),
            Map.entry("R-HUB-09", "which of the clouds is the primary one is for you to decide"),
            Map.entry("R-HUB-13", "which of the tunnels is the primary one is for you to decide"),
            Map.entry("R-HUB-14", "a cloud over the second uplink is a new design"),
            Map.entry("R-RT-04", "which number or which K values all routers take is for you to decide"),
            Map.entry("R-RT-11", "another protocol, or several clouds, is a new design"),
            Map.entry("R-RT-12", "another protocol, or more hubs, is a new design"),
            Map.entry("R-RT-13", "another protocol is a new design"),
            Map.entry("R-RT-19", "another phase or protocol is a new design"),
            Map.entry("R-RT-25", "another autonomous system is a new design; the command is no part of the language"),
            Map.entry("R-SEC-10", "certificates need an authority, which is outside of the model"),
            Map.entry("R-SEC-23", "the provider gives out addresses; the path through the hub may be accepted"),
            Map.entry("R-UL-14", "which transport both ends are attached to is for you to decide"),
            Map.entry("R-UL-16", "which address the provider gives to which end is not in the model"),
            Map.entry("L-EMPTY", "what the model says is for you to write; completion has a skeleton for each element"),
            Map.entry("L-SYNTAX", "what was meant is not known; the message says what may stand there"),
            Map.entry("L-VERSION", "the text may need what only a newer release of the tool knows"),
            Map.entry("L-NOT-SIMULATED", "nothing is wrong with the text; the finding tells what results do not show"),
            Map.entry("L-RAW", "nothing is wrong with the text; the finding tells what results do not show"),
            Map.entry("L-SECRET", "the key has to be kept elsewhere before it may leave the model")));

    private RulesWithoutQuickFix() {
    }

    /** Why a rule has no quick fix; empty when it has one, or when no model can break it. */
    public static Optional<String> reason(String ruleId) {
        return Optional.ofNullable(REASONS.get(ruleId));
    }

    /** The rules of the list. */
    static Set<String> ids() {
        return REASONS.keySet();
    }
}
