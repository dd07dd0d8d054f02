package dmvpn.dsl.compile;

import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ClearAction;
import dmvpn.dsl.scenario.RenumberAction;
import dmvpn.dsl.scenario.SetAction;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.ClearedState;
import dmvpn.network.scenario.LinkSetting;
import dmvpn.network.underlay.Transport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiles what a scenario changes without breaking it: links, addresses, and what routers have learned. */
final class ChangeCompiler {

    private static final String CLEARED = "what can be cleared: expected "
            + Arrays.stream(ClearedState.values()).map(ClearedState::keyword).collect(Collectors.joining(", "));

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;
    private final List<Transport> transports;

    ChangeCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values, List<Transport> transports) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
        this.transports = transports;
    }

    Optional<Action> compile(SetAction set, Duration at, Origin origin) {
        Optional<LinkSetting> setting = setting(set);
        if (set.getFirst() == null && set.getSecond() == null) {
            return setting.filter(change -> set.getTransport() != null)
                    .map(change -> new Action.SetTransport(at, set.getTransport().getName(), change, origin));
        }
        Optional<String> from = endpoints.router(set.getFirst(), values.label());
        Optional<String> to = endpoints.router(set.getSecond(), values.label());
        if (from.isPresent() && from.equals(to)) {
            context.report(TextRules.SCENARIO, "A path has two ends, but both are " + from.get(), set, values.label());
            return Optional.empty();
        }
        return from.isEmpty() || to.isEmpty() ? Optional.empty()
                : setting.map(change -> new Action.SetPath(at, from.get(), to.get(), change, origin));
    }

    private Optional<LinkSetting> setting(SetAction set) {
        Origin origin = context.origins().of(set, SET_ACTION__VALUE, values.label());
        return switch (set.getQuantity()) {
            case "latency" -> values.duration(set, SET_ACTION__VALUE, set.getValue())
                    .map(latency -> new LinkSetting.Latency(latency, origin));
            case "jitter" -> values.duration(set, SET_ACTION__VALUE, set.getValue())
                    .map(largest -> new LinkSetting.Jitter(largest, origin));
            case "loss" -> values.percent(set, SET_ACTION__VALUE, set.getValue())
                    .map(probability -> new LinkSetting.Loss(probability, origin));
            case "bandwidth" -> values.rate(set, SET_ACTION__VALUE, set.getValue()).flatMap(rate -> bandwidth(set, rate, origin));
            case null, default -> Optional.empty();
        };
    }

    private Optional<LinkSetting> bandwidth(SetAction set, long bitsPerSecond, Origin origin) {
        if (bitsPerSecond < 1) {
            context.report(TextRules.VALUE, "A link without bandwidth carries nothing: write fail path or fail transport", set,
                    SET_ACTION__VALUE, values.label());
            return Optional.empty();
        }
        return Optional.of(new LinkSetting.Bandwidth(bitsPerSecond, origin));
    }

    Optional<Action> compile(RenumberAction renumber, Duration at, Origin origin) {
        Optional<Device> device = endpoints.device(renumber.getRouter(), values.label());
        Optional<NetworkInterface> wan = device.flatMap(router -> endpoints.interfaceOf(router,
                        renumber.getPart() == null ? "wan" : renumber.getPart(), renumber, RENUMBER_ACTION__PART, values.label())
                .flatMap(router::interfaceNamed));
        Optional<IpAddress> address = values.address(renumber, RENUMBER_ACTION__ADDRESS, renumber.getAddress());
        if (wan.isEmpty() || renumber.getAddress() != null && address.isEmpty()) {
            return Optional.empty();
        }
        if (!(wan.get().assignment() instanceof AddressAssignment.Dhcp)) {
            context.report(TextRules.SCENARIO, wan.get().name() + " of " + device.get().reference()
                    + " has a configured address: only one that it has by dhcp changes", renumber, values.label());
            return Optional.empty();
        }
        Optional<Transport> transport = transports.stream()
                .filter(candidate -> wan.get().transport().filter(candidate.name()::equals).isPresent()).findFirst();
        boolean outside = transport.flatMap(Transport::dhcpPool)
                .filter(pool -> address.filter(wanted -> !pool.contains(wanted) || !pool.isUsableHost(wanted)).isPresent()).isPresent();
        if (outside) {
            context.report(TextRules.SCENARIO, address.get() + " is no address of the pool " + transport.get().dhcpPool().get()
                    + " of " + transport.get().name(), renumber, RENUMBER_ACTION__ADDRESS, values.label());
            return Optional.empty();
        }
        return Optional.of(new Action.Renumber(at, device.get().name(), wan.get().name(), address, origin));
    }

    Optional<Action> compile(ClearAction clear, Duration at, Origin origin) {
        Optional<ClearedState> what =
                values.word(clear, CLEAR_ACTION__WHAT, clear.getWhat(), CLEARED, ClearedState::ofKeyword);
        Optional<String> router = endpoints.router(clear.getRouter(), values.label());
        Optional<String> peer = endpoints.router(clear.getPeer(), values.label());
        if (what.isEmpty() || router.isEmpty() || clear.getPeer() != null && peer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Action.Clear(at, what.get(), router.get(), peer, origin));
    }
}
