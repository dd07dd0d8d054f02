package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.show.ShortInterfaceName;
import dmvpn.sim.show.ShowCommand;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code show ip ospf neighbor}, {@code interface} and {@code database} in the layout of IOS 15 and IOS-XE. */
final class ShowOspf {

    private static final long SECOND = 1_000_000_000L;

    private final OspfContext context;
    private final Collection<OspfPort> ports;

    ShowOspf(OspfContext context, Collection<OspfPort> ports) {
        this.context = context;
        this.ports = ports;
    }

    List<ShowCommand> commands() {
        return List.of(new ShowCommand("show ip ospf neighbor", this::neighbors),
                new ShowCommand("show ip ospf interface brief", this::interfaceBrief),
                new ShowCommand("show ip ospf interface", this::interfaces),
                new ShowCommand("show ip ospf database", this::database));
    }

    private String neighbors() {
        StringBuilder text = new StringBuilder(
                "\nNeighbor ID     Pri   State           Dead Time   Address         Interface\n");
        for (OspfPort port : ports) {
            for (OspfNeighbor neighbor : port.neighbors().values()) {
                text.append(String.format(Locale.ROOT, "%-15s %3d   %-15s %-11s %-15s %s\n", neighbor.routerId(),
                        neighbor.priority(), neighbor.state().shownName() + "/" + role(neighbor),
                        deadTime(context, neighbor), neighbor.address(),
                        port.name()));
            }
        }
        return text.toString();
    }

    /** What the neighbour is on its network; the dash has two blanks behind it on IOS. */
    static String role(OspfNeighbor neighbor) {
        OspfPort port = neighbor.port();
        if (!port.networkType().hasDesignatedRouter()) {
            return "  -";
        }
        return neighbor.identity().equals(port.designatedRouter()) ? "DR"
                : neighbor.identity().equals(port.backupDesignatedRouter()) ? "BDR" : "DROTHER";
    }

    /** Time until the neighbour is lost unless it is heard. */
    static String deadTime(OspfContext context, OspfNeighbor neighbor) {
        return clock(Math.ceilDiv(neighbor.deadAtNanos() - context.nowNanos(), SECOND));
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private String interfaceBrief() {
        StringBuilder text = new StringBuilder(
                "Interface    PID   Area            IP Address/Mask    Cost  State Nbrs F/C\n");
        for (OspfPort port : ports) {
            text.append(String.format(Locale.ROOT, "%-12s %-5d %-15d %-18s %-5d %-5s %d/%d\n", ShortInterfaceName.of(port.name()),
                    context.process().process(), port.area().number(),
                    port.state() == InterfaceState.DOWN ? port.currentAddress().map(Object::toString).orElse("")
                            : port.address().toString(),
                    port.cost(), stateOf(port),
                    port.fullNeighbors(), port.neighbors().size()));
        }
        return text.toString();
    }

    /** The state in a narrow column. */
    static String stateOf(OspfPort port) {
        return port.networkType() == OspfNetworkType.POINT_TO_MULTIPOINT && port.state() == InterfaceState.POINT_TO_POINT
                ? "P2MP" : port.state().shortName();
    }

    private String interfaces() {
        StringBuilder text = new StringBuilder();
        ports.forEach(port -> print(text, port));
        return text.toString();
    }

    private void print(StringBuilder text, OspfPort port) {
        text.append(port.name()).append(port.state() == InterfaceState.DOWN
                ? " is down, line protocol is down \n" : " is up, line protocol is up \n");
        if (port.state() == InterfaceState.DOWN) {
            return;
        }
        text.append("  Internet Address ").append(port.address()).append(", Area ").append(port.area().number())
                .append(", Attached via Interface Enable\n  Process ID ").append(context.process().process())
                .append(", Router ID ").append(context.routerId()).append(", Network Type ")
                .append(port.isLoopback() ? "LOOPBACK" : port.networkType().name()).append(", Cost: ").append(port.cost())
                .append('\n');
        if (port.isLoopback()) {
            text.append("  Loopback interface is treated as a stub Host\n");
            return;
        }
        boolean elects = port.networkType().hasDesignatedRouter();
        text.append("  Transmit Delay is ").append(OspfTimers.TRANSMIT_DELAY_SECONDS).append(" sec, State ")
                .append(elects ? stateName(port.state()) : port.networkType().name());
        if (elects) {
            text.append(", Priority ").append(port.settings().priority()).append('\n');
            printDesignated(text, port, "  Designated Router", port.designatedRouter());
            printDesignated(text, port, "  Backup Designated router", port.backupDesignatedRouter());
        } else {
            text.append('\n');
        }
        text.append("  Timer intervals configured, Hello ").append(port.settings().helloInterval().toSeconds())
                .append(", Dead ").append(port.settings().deadInterval().toSeconds()).append(", Wait ")
                .append(port.settings().deadInterval().toSeconds()).append(", Retransmit ")
                .append(OspfTimers.RETRANSMIT_NANOS / SECOND).append('\n');
        if (port.settings().passive()) {
            text.append("    No Hellos (Passive interface) \n");
        } else {
            text.append("    Hello due in ")
                    .append(clock((port.timers().nextHelloNanos - context.nowNanos()) / SECOND)).append('\n');
        }
        text.append("  Neighbor Count is ").append(port.neighbors().size()).append(", Adjacent neighbor count is ")
                .append(port.fullNeighbors()).append('\n');
        for (OspfNeighbor neighbor : port.neighbors().values()) {
            if (neighbor.isFull()) {
                String role = role(neighbor);
                text.append("    Adjacent with neighbor ").append(neighbor.routerId())
                        .append(role.equals("DR") ? "  (Designated Router)"
                                : role.equals("BDR") ? "  (Backup Designated Router)" : "").append('\n');
            }
        }
    }

    private static String stateName(InterfaceState state) {
        return state == InterfaceState.OTHER ? "DROTHER" : state == InterfaceState.WAITING ? "WAITING" : state.shortName();
    }

    private void printDesignated(StringBuilder text, OspfPort port, String title, Ipv4Address address) {
        if (address.isUnspecified()) {
            text.append("  No ").append(title.strip().toLowerCase(Locale.ROOT)).append(" on this network\n");
            return;
        }
        Optional<Ipv4Address> id = address.equals(port.ownAddress()) ? Optional.of(context.routerId())
                : Optional.ofNullable(port.neighbors().get(address)).map(OspfNeighbor::routerId);
        text.append(title).append(" (ID) ").append(id.map(Object::toString).orElse("0.0.0.0")).append(", Interface address ")
                .append(address).append('\n');
    }

    private String database() {
        StringBuilder text = new StringBuilder("\n            OSPF Router with ID (").append(context.routerId())
                .append(") (Process ID ").append(context.process().process()).append(")\n");
        for (Area area : context.areas()) {
            for (LinkStateType type : LinkStateType.values()) {
                if (type.isOfVersion2() && !type.isOfAutonomousSystem()) {
                    print(text, area.database(), type, " (Area " + area.number() + ")");
                }
            }
        }
        print(text, context.autonomousSystem().database(), LinkStateType.EXTERNAL, "");
        return text.toString();
    }

    private void print(StringBuilder text, LinkStateDatabase database, LinkStateType type, String where) {
        Collection<DatabaseEntry> entries = database.entries(type);
        if (entries.isEmpty()) {
            return;
        }
        text.append("\n                ").append(type.title()).append(" Link States")
                .append(where).append("\n\n");
        text.append("Link ID         ADV Router      Age         Seq#       Checksum").append(switch (type) {
            case ROUTER -> " Link count\n";
            case EXTERNAL, NSSA_EXTERNAL -> " Tag\n";
            default -> "\n";
        });
        for (DatabaseEntry entry : entries) {
            String last = switch (entry.advertisement().body()) {
                case LinkStateBodyV2.Router router -> " " + router.links().size();
                case LinkStateBodyV2.External external -> " " + external.tag();
                default -> "";
            };
            text.append(String.format(Locale.ROOT, "%-15s %-15s %-11d 0x%08X 0x%06X%s\n", entry.key().id(),
                    entry.key().advertisingRouter(), entry.ageSeconds(context.nowNanos()),
                    entry.advertisement().header().sequence(), entry.advertisement().header().checksum(), last));
        }
    }
}
