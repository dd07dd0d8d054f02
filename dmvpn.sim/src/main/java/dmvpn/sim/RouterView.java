package dmvpn.sim;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.sim.assembly.ComposedRouter;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.router.Router;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.Optional;

/** A router of a run, for reading: everything it answers is as of the current instant. */
public final class RouterView {

    private final RouterNode node;

    RouterView(RouterNode node) {
        this.node = node;
    }

    /** Host name. */
    public String name() {
        return node.device().name();
    }

    /** Index in the trace. */
    public int node() {
        return node.node();
    }

    /** True for a router of a transport's provider, which the model does not declare. */
    public boolean isProvider() {
        return node.isProvider();
    }

    /** Configuration. */
    public Device device() {
        return node.device();
    }

    /** False before the first event of the run, and after a failure. */
    public boolean isPowered() {
        return node.powered().isPresent();
    }

    /** Interfaces, physical before tunnels, in configuration order; none without power. */
    public List<InterfaceView> interfaces() {
        return router().map(router -> router.interfaces().stream().map(each -> new InterfaceView(
                each.name(), each.address(), each.vrf(), each.isUp(), each.origin())).toList()).orElse(List.of());
    }

    /** Name of the network that an address is in, by the interfaces of the router; empty without power and where none is near it. */
    public Optional<String> networkOf(IpAddress address) {
        return interfaces().stream().filter(each -> each.address().filter(own -> own.prefix().contains(address)).isPresent())
                .findFirst().flatMap(each -> node.attachment(each.name())).map(attachment -> attachment.segment().name());
    }

    /** Commands that print a table; none without power. */
    public List<ShowCommand> showCommands() {
        return router().map(Router::showCommands).orElse(List.of());
    }

    /**
     * Prints a table.
     *
     * @param command such as {@code show ip route}
     * @return empty when the router has no such command now
     */
    public Optional<String> show(String command) {
        return showCommands().stream().filter(known -> known.command().equals(command)).findFirst()
                .map(known -> known.text().get());
    }

    /** All state as data; none without power. */
    public List<StateTable> stateTables() {
        return router().map(Router::stateTables).orElse(List.of());
    }

    /** The state table of that name. */
    public Optional<StateTable> stateTable(String name) {
        return stateTables().stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private Optional<Router> router() {
        return node.powered().map(ComposedRouter::router);
    }
}
