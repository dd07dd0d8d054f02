package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.VpnClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Vrf;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The VRFs of a router: those that its interfaces and tunnels are in, and those that it says more about. */
final class VrfCompiler {

    /** Autonomous system or IPv4 address, and a number of one's own (RFC 4364 section 4.2). */
    private static final Pattern COMMUNITY = Pattern.compile("(\\d{1,10}|\\d{1,3}(\\.\\d{1,3}){3}):\\d{1,10}");
    private static final String EXPECTED = " such as 65000:10 or 10.0.0.1:10";

    private final CompileContext context;

    VrfCompiler(CompileContext context) {
        this.context = context;
    }

    List<Vrf> compile(RouterPlan plan, List<NetworkInterface> interfaces, List<TunnelInterface> tunnels) {
        Map<String, Vrf> vrfs = new LinkedHashMap<>();
        for (VpnClause clause : plan.vpns()) {
            if (clause.getVrf() != null) {
                vrfs.put(clause.getVrf(), vpn(plan, clause));
            }
        }
        for (NetworkInterface networkInterface : interfaces) {
            networkInterface.vrf().ifPresent(name -> vrfs.putIfAbsent(name, new Vrf(name, networkInterface.origin())));
        }
        for (TunnelInterface tunnel : tunnels) {
            tunnel.vrf().ifPresent(name -> vrfs.putIfAbsent(name, new Vrf(name, tunnel.origin())));
        }
        return new ArrayList<>(vrfs.values());
    }

    private Vrf vpn(RouterPlan plan, VpnClause clause) {
        ValueReader values = plan.values();
        Optional<String> distinguisher = values.word(clause, VPN_CLAUSE__DISTINGUISHER, clause.getDistinguisher(),
                "a route distinguisher" + EXPECTED, VrfCompiler::community);
        Optional<String> target = values.word(clause, VPN_CLAUSE__ROUTE_TARGET, clause.getRouteTarget(),
                "a route target" + EXPECTED, VrfCompiler::community);
        if (distinguisher.isPresent() || target.isPresent()) {
            context.report(TextRules.NOT_SIMULATED, "rd and route-target are exported, not simulated yet", clause, plan.label());
        }
        return new Vrf(clause.getVrf(), distinguisher, target, context.origins().of(clause, plan.label() + " vpn"));
    }

    private static Optional<String> community(String text) {
        return COMMUNITY.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
