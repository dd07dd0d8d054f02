package dmvpn.sim.ospf;

import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV3;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.show.ShortInterfaceName;
import dmvpn.sim.show.ShowCommand;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** {@code show ospfv3 neighbor}, {@code interface brief} and {@code database} in the layout of IOS-XE. */
final class ShowOspfV3 {

    private final OspfContext context;
    private final Collection<OspfPort> ports;

    ShowOspfV3(OspfContext context, Collection<OspfPort> ports) {
        this.context = context;
        this.ports = ports;
    }

    List<ShowCommand> commands() {
        return List.of(new ShowCommand("show ospfv3 neighbor", this::neighbors),
                new ShowCommand("show ospfv3 interface brief", this::interfaceBrief),
                new ShowCommand("show ospfv3 database", this::database));
    }

    private String title() {
        return "\n          OSPFv3 " + context.process().process() + " address-family ipv6 (router-id " + context.routerId() + ")\n";
    }

    private String neighbors() {
        StringBuilder text = new StringBuilder(title())
                .append("\nNeighbor ID     Pri   State           Dead Time   Interface ID    Interface\n");
        for (OspfPort port : ports) {
            for (OspfNeighbor neighbor : port.neighbors().values()) {
                text.append(String.format(Locale.ROOT, "%-15s %3d   %-15s %-11s %-15d %s\n", neighbor.routerId(),
                        neighbor.priority(), neighbor.state().shownName() + "/" + ShowOspf.role(neighbor),
                        ShowOspf.deadTime(context, neighbor), neighbor.interfaceId(), port.name()));
            }
        }
        return text.toString();
    }

    private String interfaceBrief() {
        StringBuilder text = new StringBuilder(
                "Interface    PID   Area            AF         Cost  State Nbrs F/C\n");
        for (OspfPort port : ports) {
            text.append(String.format(Locale.ROOT, "%-12s %-5d %-15d %-10s %-5d %-5s %d/%d\n", ShortInterfaceName.of(port.name()),
                    context.process().process(), port.area().number(), "ipv6", port.cost(), ShowOspf.stateOf(port),
                    port.fullNeighbors(), port.neighbors().size()));
        }
        return text.toString();
    }

    private String database() {
        StringBuilder text = new StringBuilder(title());
        for (Area area : context.areas()) {
            String where = " (Area " + area.number() + ")";
            for (LinkStateType type : LinkStateType.values()) {
                if (type.isOfLink()) {
                    printLinks(text, area, where);
                } else if (!type.isOfAutonomousSystem()) {
                    print(text, area.database(), type, where);
                }
            }
        }
        print(text, context.autonomousSystem().database(), LinkStateType.EXTERNAL, "");
        return text.toString();
    }

    private void printLinks(StringBuilder text, Area area, String where) {
        StringBuilder lines = new StringBuilder();
        for (OspfPort port : area.ports()) {
            for (DatabaseEntry entry : port.database().entries()) {
                lines.append(line(entry, String.format(Locale.ROOT, "%-10d %s", number(entry), ShortInterfaceName.of(port.name()))));
            }
        }
        print(text, LinkStateType.LINK, where, lines);
    }

    private void print(StringBuilder text, LinkStateDatabase database, LinkStateType type, String where) {
        StringBuilder lines = new StringBuilder();
        database.entries(type).forEach(entry -> lines.append(line(entry, details(entry))));
        print(text, type, where, lines);
    }

    private static void print(StringBuilder text, LinkStateType type, String where, StringBuilder lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("\n                ").append(type.titleV3()).append(" Link States").append(where)
                .append("\n\nADV Router       Age         Seq#        ").append(columns(type)).append('\n').append(lines);
    }

    private static String columns(LinkStateType type) {
        return switch (type) {
            case ROUTER -> "Fragment ID  Link count  Bits";
            case NETWORK -> "Link ID    Rtr count";
            case SUMMARY_NETWORK, EXTERNAL, NSSA_EXTERNAL -> "Prefix";
            case SUMMARY_BOUNDARY_ROUTER -> "Link ID    Dest RtrID";
            case LINK -> "Link ID    Interface";
            case INTRA_AREA_PREFIX -> "Link ID    Ref-lstype  Ref-LSID";
        };
    }

    private String line(DatabaseEntry entry, String details) {
        return String.format(Locale.ROOT, " %-15s %-11d 0x%08X  %s\n", entry.key().advertisingRouter(),
                entry.ageSeconds(context.nowNanos()), entry.advertisement().header().sequence(), details);
    }

    private static long number(DatabaseEntry entry) {
        return entry.key().id().toUnsignedLong();
    }

    private static String details(DatabaseEntry entry) {
        LinkStateBody body = entry.advertisement().body();
        return switch ((LinkStateBodyV3) body) {
            case LinkStateBodyV3.Router router -> String.format(Locale.ROOT, "%-12d %-11d %s", number(entry),
                    router.links().size(), bits(router));
            case LinkStateBodyV3.Network network -> String.format(Locale.ROOT, "%-10d %d", number(entry), network.routers().size());
            case LinkStateBodyV3.InterAreaPrefix network -> IosAddress.of(network.prefix().prefix());
            case LinkStateBodyV3.InterAreaRouter router -> String.format(Locale.ROOT, "%-10d %s", number(entry), router.router());
            case LinkStateBodyV3.External external -> IosAddress.of(external.prefix().prefix());
            case LinkStateBodyV3.Link link -> throw new IllegalStateException("Printed with its interface");
            case LinkStateBodyV3.IntraAreaPrefix prefixes -> String.format(Locale.ROOT, "%-10d 0x%04X      %d", number(entry),
                    prefixes.referenced().type().codeV3(), prefixes.referenced().id().toUnsignedLong());
        };
    }

    private static String bits(LinkStateBodyV3.Router router) {
        return router.border() ? router.boundary() ? "EB" : "B" : router.boundary() ? "E" : "None";
    }
}
