package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.LinkSetting;
import dmvpn.network.scenario.TunnelChange;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Does what a scenario says at an instant, and reports what could not be done. */
final class ActionPerformer {

    private final RunningNetwork network;
    private final TraceRecorder trace;

    ActionPerformer(RunningNetwork network, TraceRecorder trace) {
        this.network = network;
        this.trace = trace;
    }

    /** Does an action of now. Pings and flows run on their own. */
    void perform(Action action) {
        switch (action) {
            case Action.FailDevice fail ->
                router(fail.device(), fail).ifPresent(node -> node.powerOff("scenario", fail.origin()));
            case Action.RestoreDevice restore ->
                router(restore.device(), restore).ifPresent(node -> node.powerOn("scenario", restore.origin()));
            case Action.FailInterface fail -> setInterface(fail.device(), fail.interfaceName(), true, fail);
            case Action.RestoreInterface restore ->
                setInterface(restore.device(), restore.interfaceName(), false, restore);
            case Action.FailTransport fail -> setTransport(fail.transport(), true, fail);
            case Action.RestoreTransport restore -> setTransport(restore.transport(), false, restore);
            case Action.FailPath fail -> setPath(new Path(fail.first(), fail.second(), fail.transport(), fail.oneWay()),
                    true, fail);
            case Action.RestorePath restore -> setPath(new Path(restore.first(), restore.second(), restore.transport(),
                    restore.oneWay()), false, restore);
            case Action.BlockProtocol block -> setFilter(block.protocol(), block.from(), block.to(), true, block);
            case Action.UnblockProtocol unblock ->
                setFilter(unblock.protocol(), unblock.from(), unblock.to(), false, unblock);
            case Action.SetTransport change -> setLink(change);
            case Action.SetPath change -> setLink(change);
            case Action.Renumber renumber -> renumber(renumber);
            case Action.Clear clear -> clear(clear);
            case Action.ChangeTunnel change -> changeTunnel(change);
            case Action.Ping ping -> throw new IllegalStateException("Pings run on their own");
            case Action.Flow flow -> throw new IllegalStateException("Flows run on their own");
        }
    }

    private Optional<RouterNode> router(String name, Action action) {
        Optional<RouterNode> found = network.routerNamed(name);
        if (found.isEmpty()) {
            notDone(0, action, "the network has no router of that name");
        }
        return found;
    }

    private void notDone(int node, Action action, String reason) {
        trace.record(node, new ScenarioEvent.NotDone(action.getClass().getSimpleName(), reason), action.origin());
    }

    private void setInterface(String device, String interfaceName, boolean failed, Action action) {
        router(device, action).ifPresent(node -> {
            trace.record(node.node(), new ScenarioEvent.InterfaceFailure(failed, interfaceName), action.origin());
            node.setInterfaceFailed(interfaceName, failed);
        });
    }

    private void setTransport(String transport, boolean failed, Action action) {
        trace.record(0, new ScenarioEvent.TransportFailure(failed, transport), action.origin());
        network.underlay().faults().setTransportFailed(transport, failed);
    }

    private record Path(String first, String second, Optional<String> transport, boolean oneWay) {
    }

    private void setPath(Path path, boolean broken, Action action) {
        Optional<RouterNode> one = router(path.first(), action);
        Optional<RouterNode> other = router(path.second(), action);
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        trace.record(one.get().node(), new ScenarioEvent.PathChanged(broken, path.oneWay(), path.first(), path.second(),
                path.transport().orElse(null)), action.origin());
        int first = one.get().node();
        int second = other.get().node();
        network.underlay().faults().setPathBroken(path.transport(), first, second, broken);
        if (!path.oneWay()) {
            network.underlay().faults().setPathBroken(path.transport(), second, first, broken);
        }
    }

    private void setFilter(UnderlayProtocol protocol, String from, String to, boolean blocked, Action action) {
        Optional<RouterNode> sender = router(from, action);
        Optional<RouterNode> receiver = router(to, action);
        if (sender.isPresent() && receiver.isPresent()) {
            trace.record(sender.get().node(), new ScenarioEvent.Firewall(blocked, protocol.keyword(), from, to),
                    action.origin());
            network.underlay().faults()
                    .setProtocolBlocked(protocol, sender.get().node(), receiver.get().node(), blocked);
        }
    }

    private void setLink(Action.SetTransport change) {
        Optional<Segment> segment = network.underlay().transportNamed(change.transport());
        if (segment.isEmpty()) {
            notDone(0, change, "the network has no transport of that name");
            return;
        }
        trace.record(0, new ScenarioEvent.LinkChanged(quantity(change.setting()), change.transport(), null, null),
                change.origin());
        segment.get().set(change.setting());
    }

    private void setLink(Action.SetPath change) {
        Optional<RouterNode> from = router(change.from(), change);
        Optional<RouterNode> to = router(change.to(), change);
        if (from.isPresent() && to.isPresent()) {
            trace.record(from.get().node(),
                    new ScenarioEvent.LinkChanged(quantity(change.setting()), null, change.from(), change.to()),
                    change.origin());
            network.underlay().pathSettings().set(from.get().node(), to.get().node(), change.setting());
        }
    }

    private static String quantity(LinkSetting setting) {
        return setting.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void renumber(Action.Renumber renumber) {
        router(renumber.device(), renumber).ifPresent(node -> {
            if (!node.renumber(renumber.interfaceName(), renumber.address())) {
                notDone(node.node(), renumber, "the DHCP server has no such address to give");
            }
        });
    }

    private void changeTunnel(Action.ChangeTunnel change) {
        Optional<RouterNode> node = router(change.device(), change);
        if (node.isPresent() && node.get().device().tunnelNamed(change.tunnel()).isEmpty()) {
            notDone(node.get().node(), change, "the router has no tunnel of that name");
        } else if (node.isPresent()) {
            change.changes().forEach(each -> configure(node.get(), change.tunnel(), each));
        }
    }

    private void configure(RouterNode node, String tunnel, TunnelChange change) {
        trace.record(node.node(), new ScenarioEvent.TunnelConfigured(tunnel, change.text()), change.origin());
        node.configure(change.in(node.device().tunnelNamed(tunnel).orElseThrow()));
    }

    private void clear(Action.Clear clear) {
        Optional<RouterNode> node = router(clear.device(), clear);
        Optional<RouterNode> peer = clear.peer().flatMap(name -> router(name, clear));
        if (node.isEmpty() || clear.peer().isPresent() && peer.isEmpty()) {
            return;
        }
        List<RouterProtocol> protocols = node.get().powered().stream()
                .flatMap(router -> protocolNames(clear).stream().flatMap(name -> router.router().protocols().stream()
                        .filter(protocol -> protocol.name().equals(name))))
                .toList();
        if (protocols.isEmpty()) {
            notDone(node.get().node(), clear, "the router does not run it");
            return;
        }
        trace.record(node.get().node(), new ScenarioEvent.Cleared(clear.what().keyword(), clear.peer().orElse(null)),
                clear.origin());
        Predicate<IpAddress> isMeant = peer.<Predicate<IpAddress>>map(other -> {
            Set<IpAddress> addresses = other.knownAddresses();
            return addresses::contains;
        }).orElse(address -> true);
        protocols.forEach(protocol -> protocol.clear(isMeant));
    }

    /** Names of the protocols that a clear command is about, in the order in which they are cleared. */
    private static List<String> protocolNames(Action.Clear clear) {
        return switch (clear.what()) {
            case DMVPN -> List.of("IPsec", "NHRP");
            case NHRP -> List.of("NHRP");
            case CRYPTO -> List.of("IPsec");
            case EIGRP -> List.of("EIGRP");
            case OSPF -> List.of("OSPF");
            case BGP -> List.of("BGP");
        };
    }
}
