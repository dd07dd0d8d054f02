package dmvpn.dsl.compile;

import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.FailureTargets;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.UnderlayProtocol;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** Compiles what fails and is restored in a scenario. */
final class FailureCompiler {

    private static final String PROTOCOLS = "a protocol that a firewall can tell apart: expected "
            + Arrays.stream(UnderlayProtocol.values()).map(UnderlayProtocol::keyword).collect(Collectors.joining(", "));

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;

    FailureCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
    }

    /** @param fails false when it is restored */
    Optional<Action> compile(FailureTargets written, boolean fails, Duration at, Origin origin) {
        if (written.isPath()) {
            return path(written, fails, at, origin);
        }
        if (written.eIsSet(FAILURE_TARGETS__PROTOCOL)) {
            return protocol(written, fails, at, origin);
        }
        if (written.getRouter() == null) {
            return Optional.ofNullable(written.getTransport()).map(transport -> fails
                    ? new Action.FailTransport(at, transport.getName(), origin)
                    : new Action.RestoreTransport(at, transport.getName(), origin));
        }
        Optional<Device> device = endpoints.device(written.getRouter(), values.label());
        return written.getPart() == null
                ? device.map(router -> fails ? new Action.FailDevice(at, router.name(), origin)
                        : new Action.RestoreDevice(at, router.name(), origin))
                : device.flatMap(router -> line(router, written, fails, at, origin));
    }

    private Optional<Action> line(Device router, FailureTargets written, boolean fails, Duration at, Origin origin) {
        return endpoints.interfaceOf(router, written.getPart(), written, FAILURE_TARGETS__PART, values.label())
                .map(name -> fails ? new Action.FailInterface(at, router.name(), name, origin)
                        : new Action.RestoreInterface(at, router.name(), name, origin));
    }

    private Optional<Action> path(FailureTargets written, boolean fails, Duration at, Origin origin) {
        Optional<String> first = endpoints.router(written.getFirst(), values.label());
        Optional<String> second = endpoints.router(written.getSecond(), values.label());
        Optional<String> transport = Optional.ofNullable(written.getTransport()).map(meant -> meant.getName());
        if (!areTwo(first, second, "A path has two ends", written)) {
            return Optional.empty();
        }
        return Optional.of(fails
                ? new Action.FailPath(at, first.get(), second.get(), transport, written.isOneWay(), origin)
                : new Action.RestorePath(at, first.get(), second.get(), transport, written.isOneWay(), origin));
    }

    private Optional<Action> protocol(FailureTargets written, boolean fails, Duration at, Origin origin) {
        Optional<UnderlayProtocol> protocol = values.word(written, FAILURE_TARGETS__PROTOCOL, written.getProtocol(), PROTOCOLS,
                UnderlayProtocol::ofKeyword);
        Optional<String> from = endpoints.router(written.getFirst(), values.label());
        Optional<String> to = endpoints.router(written.getSecond(), values.label());
        if (protocol.isEmpty() || !areTwo(from, to, "A firewall stands between two routers", written)) {
            return Optional.empty();
        }
        return Optional.of(fails ? new Action.BlockProtocol(at, protocol.get(), from.get(), to.get(), origin)
                : new Action.UnblockProtocol(at, protocol.get(), from.get(), to.get(), origin));
    }

    private boolean areTwo(Optional<String> first, Optional<String> second, String rule, EObject written) {
        if (first.isPresent() && first.equals(second)) {
            context.report(TextRules.SCENARIO, rule + ", but both are " + first.get(), written, values.label());
            return false;
        }
        return first.isPresent() && second.isPresent();
    }
}
