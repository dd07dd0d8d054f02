package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.routing.AreaClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingPackage;
import dmvpn.dsl.routing.SummaryClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.CloudBackup;
import dmvpn.network.tunnel.CloudPreference;
import dmvpn.network.tunnel.LabelDistribution;
import dmvpn.network.tunnel.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles clouds. */
final class CloudCompiler {

    private static final int HIGHEST_BACKUP_DELAY_SECONDS = 86_400;

    private final CompileContext context;
    private final Map<CryptoDeclaration, CryptoPlan> cryptoPlans;
    private final RoutingClauseCompiler routing;

    CloudCompiler(CompileContext context, Map<CryptoDeclaration, CryptoPlan> cryptoPlans, RoutingClauseCompiler routing) {
        this.context = context;
        this.cryptoPlans = cryptoPlans;
        this.routing = routing;
    }

    /**
     * @param position position of the cloud in the model, from 1: its network-id when nothing else gives one
     * @return empty without a readable overlay, since no tunnel could have an address
     */
    Optional<CloudPlan> compile(CloudDeclaration declaration, int position) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        Phase phase = phase(declaration, values);
        List<RoutingPlan> routingPlans = routing.compile(declaration.getRouting(), values);
        if (declaration.getOverlay() == null) {
            context.report(TextRules.MISSING_SETTING, "cloud " + declaration.getName()
                    + " needs the subnet of its tunnels: write overlay 10.255.0.0/24", declaration, NAMED_ELEMENT__NAME, label);
            return Optional.empty();
        }
        Optional<IpPrefix> overlay = values.prefix(declaration, CLOUD_DECLARATION__OVERLAY, declaration.getOverlay());
        overlay.ifPresent(prefix -> {
            checkRanges(declaration, prefix, label);
            checkSummaries(declaration, prefix, label);
        });
        Origin header = context.origins().ofHeader(declaration, label);
        return overlay.map(prefix -> new CloudPlan(
                declaration,
                new Cloud(declaration.getName(), prefix, phase, backup(declaration, values), preference(declaration, values),
                        labels(declaration, values), header),
                position,
                declaration.getPhase() == null ? header
                        : context.origins().of(declaration, CLOUD_DECLARATION__PHASE, label),
                protection(declaration, label),
                routingPlans));
    }

    /** One OSPF process has the routes of one address family (RFC 5340 section 1): a range of the other covers nothing. */
    private void checkRanges(CloudDeclaration declaration, IpPrefix overlay, String label) {
        boolean ipv6 = overlay.network() instanceof Ipv6Address;
        for (RoutingClause clause : declaration.getRouting()) {
            for (AreaClause area : clause.getAreas()) {
                for (int index = 0; index < area.getRanges().size(); index++) {
                    Optional<IpPrefix> range = IpPrefix.tryParse(area.getRanges().get(index));
                    if (range.filter(prefix -> prefix.network() instanceof Ipv6Address != ipv6).isPresent()) {
                        context.report(TextRules.VALUE, "Range " + range.get() + " covers no network of area " + area.getArea()
                                + ": OSPF over overlay " + overlay + " has " + (ipv6 ? "IPv6" : "IPv4") + " routes only; write "
                                + (ipv6 ? "an IPv6" : "an IPv4") + " prefix", context.origins().of(area,
                                RoutingPackage.Literals.AREA_CLAUSE__RANGES, index, label));
                    }
                }
            }
        }
    }

    /** What is announced into an overlay is of its family. */
    private void checkSummaries(CloudDeclaration declaration, IpPrefix overlay, String label) {
        for (RoutingClause clause : declaration.getRouting()) {
            for (SummaryClause summary : clause.getSummaries()) {
                Optional<IpPrefix> prefix = summary.getPrefix() == null ? Optional.empty() : IpPrefix.tryParse(summary.getPrefix());
                if (prefix.filter(found -> found.network().bitLength() != overlay.network().bitLength()).isPresent()) {
                    context.report(TextRules.VALUE, "Summary " + prefix.get() + " covers no network of the sites of cloud "
                            + declaration.getName() + ", whose overlay is " + overlay + ": write "
                            + (overlay.network() instanceof Ipv6Address ? "an IPv6" : "an IPv4") + " prefix", summary,
                            RoutingPackage.Literals.SUMMARY_CLAUSE__PREFIX, label);
                }
            }
        }
    }

    private Optional<CloudBackup> backup(CloudDeclaration declaration, ValueReader values) {
        CloudDeclaration backedUp = declaration.getBackupFor();
        int delay = values.seconds(declaration, CLOUD_DECLARATION__BACKUP_DELAY, declaration.getBackupDelay(), 0,
                HIGHEST_BACKUP_DELAY_SECONDS).orElse(0);
        if (backedUp == declaration) {
            context.report(TextRules.WRONG_TARGET, "cloud " + declaration.getName() + " cannot stand in for itself",
                    declaration, CLOUD_DECLARATION__BACKUP_FOR, values.label());
            return Optional.empty();
        }
        return backedUp == null || backedUp.eIsProxy() ? Optional.empty()
                : Optional.of(new CloudBackup(backedUp.getName(), delay,
                        context.origins().of(declaration, CLOUD_DECLARATION__BACKUP_FOR, values.label())));
    }

    private Optional<CloudPreference> preference(CloudDeclaration declaration, ValueReader values) {
        CloudDeclaration other = declaration.getPreferredOver();
        if (other == declaration) {
            context.report(TextRules.WRONG_TARGET, "cloud " + declaration.getName() + " cannot be preferred over itself",
                    declaration, CLOUD_DECLARATION__PREFERRED_OVER, values.label());
            return Optional.empty();
        }
        if (other != null && PreferenceChain.from(declaration).contradicts()) {
            context.report(TextRules.WRONG_TARGET, "cloud " + other.getName() + " is preferred over cloud " + declaration.getName()
                    + " already: take one of the preferences back", declaration, CLOUD_DECLARATION__PREFERRED_OVER, values.label());
            return Optional.empty();
        }
        return other == null || other.eIsProxy() ? Optional.empty()
                : Optional.of(new CloudPreference(other.getName(),
                        context.origins().of(declaration, CLOUD_DECLARATION__PREFERRED_OVER, values.label())));
    }

    private static Optional<LabelDistribution> labels(CloudDeclaration declaration, ValueReader values) {
        return values.word(declaration, CLOUD_DECLARATION__LABELS, declaration.getLabels(),
                "a way to agree on labels: expected bgp or ldp", LabelDistribution::ofKeyword);
    }

    private Optional<CloudPlan.Protection> protection(CloudDeclaration declaration, String label) {
        if (declaration.isUnprotected()) {
            if (declaration.getCrypto() != null) {
                context.report(TextRules.SETTING_TWICE, "The tunnels are unprotected, so this suite has no effect",
                        declaration, CLOUD_DECLARATION__CRYPTO, label);
            }
            return Optional.empty();
        }
        return Optional.ofNullable(declaration.getCrypto()).map(cryptoPlans::get)
                .map(suite -> new CloudPlan.Protection(
                        suite, context.origins().of(declaration, CLOUD_DECLARATION__CRYPTO, label)));
    }

    private Phase phase(CloudDeclaration declaration, ValueReader values) {
        return values.word(declaration, CLOUD_DECLARATION__PHASE, declaration.getPhase(), "a phase: expected 1, 2 or 3",
                text -> Arrays.stream(Phase.values())
                        .filter(phase -> text.equals(Integer.toString(phase.number()))).findFirst())
                .orElse(Phase.PHASE_3);
    }
}
