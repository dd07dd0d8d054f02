package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Compiles clouds. */
final class CloudCompiler {

    private final CompileContext context;
    private final Map<CryptoDeclaration, CryptoPlan> cryptoPlans;
    private final RoutingClauseCompiler routing;

    CloudCompiler(CompileContext context, Map<CryptoDeclaration, CryptoPlan> cryptoPlans) {
        this.context = context;
        this.cryptoPlans = cryptoPlans;
        this.routing = new RoutingClauseCompiler(context);
    }

    /**
     * @param position position of the cloud in the model, from 1: its network-id when nothing else gives one
     * @return empty without a readable overlay, since no tunnel could have an address
     */
    Optional<CloudPlan> compile(CloudDeclaration declaration, int position) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        Phase phase = phase(declaration, values);
        Optional<RoutingPlan> routingPlan = routing.compile(declaration, phase, values);
        if (declaration.getOverlay() == null) {
            context.report(TextRules.MISSING_SETTING, "cloud " + declaration.getName()
                    + " needs the subnet of its tunnels: write overlay 10.255.0.0/24", declaration, NAMED_ELEMENT__NAME, label);
            return Optional.empty();
        }
        Optional<IpPrefix> overlay = values.prefix(declaration, CLOUD_DECLARATION__OVERLAY, declaration.getOverlay());
        overlay.filter(prefix -> prefix.network() instanceof Ipv6Address).ifPresent(prefix ->
                context.report(TextRules.NOT_SIMULATED, "An IPv6 overlay is not simulated yet: in a run the tunnels of cloud "
                        + declaration.getName() + " do not come up", declaration, CLOUD_DECLARATION__OVERLAY, label));
        Origin header = context.origins().ofHeader(declaration, label);
        return overlay.map(prefix -> new CloudPlan(
                declaration,
                new Cloud(declaration.getName(), prefix, phase, header),
                position,
                declaration.getPhase() == null ? header
                        : context.origins().of(declaration, CLOUD_DECLARATION__PHASE, label),
                protection(declaration, label),
                routingPlan));
    }

    private Optional<CloudPlan.Protection> protection(CloudDeclaration declaration, String label) {
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
