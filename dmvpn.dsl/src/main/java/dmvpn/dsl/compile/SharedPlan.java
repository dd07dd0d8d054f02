package dmvpn.dsl.compile;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.rules.Finding;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the routers of a model share: transports, crypto suites, clouds and fragments. It stays the same as long as no element but
 * routers, hosts and scenarios changes.
 */
final class SharedPlan {

    private final List<Element> elements;
    // Keyed by identity and used for look-ups only.
    private final Map<TransportDeclaration, Transport> transports = new IdentityHashMap<>();
    private final Map<CryptoDeclaration, CryptoPlan> cryptoPlans = new IdentityHashMap<>();
    private final Map<CloudDeclaration, CloudPlan> cloudPlans = new IdentityHashMap<>();
    private final Map<PolicyDeclaration, RoutePolicy> policies = new IdentityHashMap<>();
    private final List<Transport> transportList = new ArrayList<>();
    private final List<Cloud> cloudList = new ArrayList<>();
    private final CommonProfiles profiles = new CommonProfiles();
    private final List<Finding> findings;

    private SharedPlan(CompileContext context, List<Element> elements) {
        this.elements = elements;
        this.findings = context.findingsOf(() -> compile(context));
    }

    /**
     * The plan of a revision.
     *
     * @param elements all elements of the model but routers, hosts and scenarios
     * @param known the plan of the revision before, null for none
     */
    static SharedPlan of(CompileContext context, List<Element> elements, SharedPlan known) {
        return known != null && Identity.areSame(known.elements, elements) ? known : new SharedPlan(context, elements);
    }

    private void compile(CompileContext context) {
        TransportCompiler transportCompiler = new TransportCompiler(context);
        CryptoCompiler cryptoCompiler = new CryptoCompiler(context);
        for (var element : context.names().all(Kind.TRANSPORT)) {
            TransportDeclaration declaration = (TransportDeclaration) element;
            Transport transport = transportCompiler.compile(declaration);
            transports.put(declaration, transport);
            transportList.add(transport);
        }
        for (var element : context.names().all(Kind.CRYPTO)) {
            cryptoPlans.put((CryptoDeclaration) element, cryptoCompiler.compile((CryptoDeclaration) element));
        }
        PolicyCompiler policyCompiler = new PolicyCompiler(context);
        for (var element : context.names().all(Kind.POLICY)) {
            policies.put((PolicyDeclaration) element, policyCompiler.compile((PolicyDeclaration) element));
        }
        CloudCompiler cloudCompiler = new CloudCompiler(context, cryptoPlans, new RoutingClauseCompiler(context, policies));
        new FragmentChecks(context).check();
        int position = 0;
        for (var element : context.names().all(Kind.CLOUD)) {
            position++;
            cloudCompiler.compile((CloudDeclaration) element, position).ifPresent(plan -> {
                cloudPlans.put(plan.declaration(), plan);
                cloudList.add(plan.cloud());
            });
        }
    }

    /** Transports by their declarations. */
    Map<TransportDeclaration, Transport> transports() {
        return transports;
    }

    /** Crypto suites by their declarations. */
    Map<CryptoDeclaration, CryptoPlan> suites() {
        return cryptoPlans;
    }

    /** The profiles that routers have in common. */
    CommonProfiles profiles() {
        return profiles;
    }

    /** Clouds by their declarations. */
    Map<CloudDeclaration, CloudPlan> clouds() {
        return cloudPlans;
    }

    /** Route policies by their declarations. */
    Map<PolicyDeclaration, RoutePolicy> policies() {
        return policies;
    }

    /** Transports in the order of the model. */
    List<Transport> transportList() {
        return transportList;
    }

    /** Clouds in the order of the model. */
    List<Cloud> cloudList() {
        return cloudList;
    }

    /** Problems of their settings. */
    List<Finding> findings() {
        return findings;
    }
}
