package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Place.around;
import static dmvpn.dsl.ide.quickfix.Remedy.change;
import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.removeElement;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.StaticMapClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.network.tunnel.NhrpConfiguration;
import java.util.stream.Stream;

/** Mends of rules on registration, mappings and authentication. */
final class NhrpFixes {

    private NhrpFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.certain("R-NH-02", remove(Place.JOIN, "network-id")),
                RuleFix.free("R-NH-03", write(Place.CLOUD, "network-id", FreeNumbers::networkIds)),
                RuleFix.choice("R-NH-04", remove(Place.JOIN, "authentication")),
                RuleFix.choice("R-NH-05", shortened(NhrpConfiguration.LONGEST_PASSWORD)),
                RuleFix.choice("R-NH-06", shortened(1)),
                RuleFix.choice("R-NH-07", write(Place.JOIN, "via", Servers::names)),
                RuleFix.choice("R-NH-08", NhrpFixes::hubInPlace),
                RuleFix.certain("R-NH-09", write(around(ServerClause.class), "nbma", Servers::nbmaAddresses),
                        write(around(StaticMapClause.class), "to", Servers::nbmaAddresses)),
                RuleFix.choice("R-NH-10", write(around(ServerClause.class), "nbma", Servers::nbmaAddresses)),
                RuleFix.certain("R-NH-11", remove(around(ServerClause.class), "no-multicast")),
                RuleFix.certain("R-NH-12", write(around(StaticMapClause.class), "map multicast", Servers::nbmaAddresses)),
                RuleFix.certain("R-NH-13", remove(Place.JOIN, "multicast").or(write(Place.TUNNEL, "multicast", "on"))),
                RuleFix.certain("R-NH-14", removeElement(around(StaticMapClause.class))),
                RuleFix.certain("R-NH-15", change(Place.TUNNEL, "registration unique", "registration no-unique")
                        .or(write(Place.JOIN, "registration no-unique", ""))),
                RuleFix.choice("R-NH-16", remove(Place.TUNNEL, "registration no-unique")
                        .or(write(Place.JOIN, "registration unique", ""))),
                RuleFix.certain("R-NH-17", write(Place.TUNNEL, "registration every", NhrpFixes::thirdOfHoldingTime)),
                RuleFix.certain("R-NH-18", write(Place.TUNNEL, "registration every", NhrpFixes::thirdOfHoldingTime)),
                RuleFix.certain("R-NH-19", write(Place.TUNNEL, "holdtime", "10min")),
                RuleFix.choice("R-NH-20", write(Place.TUNNEL, "max-send", SendLimits::enough)),
                RuleFix.certain("R-NH-21", write(Place.TUNNEL, "registration every", "10s")
                        .or(write(Place.TUNNEL, "holdtime", "10min"))),
                RuleFix.choice("R-NH-22", remove(around(ServerClause.class), "nbma")));
    }

    private static Stream<Mend> hubInPlace(Problem problem) {
        return problem.element(ServerClause.class).stream().flatMap(server -> Servers.addresses(problem).flatMap(hub ->
                Problem.replace("Change to " + hub, server, ModelPackage.Literals.SERVER_CLAUSE__ADDRESS, hub).stream()));
    }

    /** Passwords are shortened rather than made up. */
    private static Remedy shortened(int divisor) {
        return problem -> Place.TUNNEL.in(problem).map(TunnelSettings.class::cast)
                .filter(settings -> settings.getAuthentication() != null).limit(1)
                .flatMap(settings -> shortened(settings, divisor == 1
                        ? Math.min(NhrpConfiguration.LONGEST_PASSWORD, settings.getAuthentication().length() - 1) : divisor));
    }

    private static Stream<Mend> shortened(TunnelSettings settings, int length) {
        String password = settings.getAuthentication();
        if (length < 1 || password.length() <= length) {
            return Stream.empty();
        }
        String shorter = password.substring(0, length);
        return Problem.replace("Shorten the password to '" + shorter + "'", settings,
                ModelPackage.Literals.TUNNEL_SETTINGS__AUTHENTICATION, "\"" + shorter + "\"").stream();
    }

    /** Clients register three times while a mapping lives (RFC 2332 section 5.2.3). */
    private static Stream<String> thirdOfHoldingTime(Problem problem) {
        return Tunnels.at(problem).map(tunnel -> tunnel.nhrp().holdingTimeSeconds()).min(Integer::compare).stream()
                .map(holding -> Math.max(1, holding / NhrpConfiguration.REGISTRATIONS_PER_HOLDING_TIME) + "s");
    }
}
