package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.BlockClause;
import dmvpn.dsl.model.BlockTerm;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.forwarding.PacketProtocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles what stands between a router and its transport or local network. */
final class UplinkAccessCompiler {

    private static final int HIGHEST_PORT = 65_535;
    private static final String TRAFFIC = "traffic that a firewall can block: expected one of "
            + Arrays.stream(PacketProtocol.values()).map(PacketProtocol::keyword).collect(Collectors.joining(", "))
            + ", " + BlockedTraffic.FRAGMENTS + ", " + BlockedTraffic.UNSOLICITED;

    private final CompileContext context;

    UplinkAccessCompiler(CompileContext context) {
        this.context = context;
    }

    /** Empty when the uplink is attached to its transport directly. */
    Optional<UplinkAccess> compile(RouterPlan plan, WanClause clause) {
        if (!clause.isPat() && !clause.isNat() && clause.getBlocks().isEmpty()) {
            return Optional.empty();
        }
        Optional<AddressTranslation> translation =
                clause.isPat() || clause.isNat() ? translation(plan, clause) : Optional.empty();
        List<BlockedTraffic> blocked = blocked(plan, clause.getBlocks());
        return translation.isEmpty() && blocked.isEmpty() ? Optional.empty()
                : Optional.of(new UplinkAccess(translation, blocked, context.origins().of(clause, plan.label())));
    }

    private Optional<AddressTranslation> translation(RouterPlan plan, WanClause clause) {
        EStructuralFeature word = clause.isPat() ? WAN_CLAUSE__PAT : WAN_CLAUSE__NAT;
        Optional<IpAddress> outside = plan.values().address(clause, WAN_CLAUSE__OUTSIDE, clause.getOutside());
        Optional<IpPrefix> inside = plan.values().prefix(clause, WAN_CLAUSE__INSIDE, clause.getInside());
        if (clause.isNat() && clause.getOutside() == null) {
            context.report(TextRules.MISSING_SETTING, "A static translation has one outside address: write behind nat as "
                    + "203.0.113.5, or behind pat", clause, word, plan.label());
            return Optional.empty();
        }
        return Optional.of(new AddressTranslation(
                clause.isPat() ? AddressTranslation.Kind.PORT_ADDRESS : AddressTranslation.Kind.STATIC, outside,
                inside(plan, clause, inside), context.origins().of(clause, word, plan.label())));
    }

    private IpPrefix inside(RouterPlan plan, WanClause clause, Optional<IpPrefix> given) {
        Optional<InterfaceAddress> own = clause.isDhcp() || clause.getAddress() == null ? Optional.empty()
                : plan.values().text(clause, WAN_CLAUSE__ADDRESS, clause.getAddress()).flatMap(InterfaceAddress::tryParse);
        if (given.isPresent() && own.isPresent() && !given.get().contains(own.get().address())) {
            context.report(TextRules.VALUE, "The router's address " + own.get().address() + " is not in " + given.get()
                    + ", the network inside the translation", clause, WAN_CLAUSE__INSIDE, plan.label());
        }
        return given.or(() -> own.map(InterfaceAddress::prefix)).orElse(AddressTranslation.DEFAULT_INSIDE);
    }

    /** The firewall between a router and its local network; what nobody asked for has no meaning there. */
    Optional<UplinkAccess> compile(RouterPlan plan, LanClause clause) {
        List<BlockedTraffic> blocked = new ArrayList<>();
        for (BlockedTraffic traffic : blocked(plan, clause.getBlocks())) {
            if (traffic.isUnsolicited()) {
                context.report(TextRules.VALUE, "A firewall in front of a local network blocks protocols, ports and fragments: "
                        + "unsolicited stands behind wan", clause, LAN_CLAUSE__BLOCKS, plan.label());
            } else {
                blocked.add(traffic);
            }
        }
        return blocked.isEmpty() ? Optional.empty()
                : Optional.of(new UplinkAccess(Optional.empty(), blocked, context.origins().of(clause, plan.label())));
    }

    private List<BlockedTraffic> blocked(RouterPlan plan, List<BlockClause> clauses) {
        List<BlockedTraffic> blocked = new ArrayList<>();
        for (BlockClause block : clauses) {
            for (BlockTerm term : block.getTerms()) {
                blocked(plan, term).ifPresent(blocked::add);
            }
        }
        return blocked;
    }

    private Optional<BlockedTraffic> blocked(RouterPlan plan, BlockTerm term) {
        boolean fragments = BlockedTraffic.FRAGMENTS.equals(term.getProtocol());
        boolean ofNoProtocol = fragments || BlockedTraffic.UNSOLICITED.equals(term.getProtocol());
        Optional<PacketProtocol> protocol = ofNoProtocol ? Optional.empty()
                : plan.values().word(term, BLOCK_TERM__PROTOCOL, term.getProtocol(), TRAFFIC, PacketProtocol::of);
        Optional<Integer> port = plan.values().integer(term, BLOCK_TERM__PORT, term.getPort(), 1, HIGHEST_PORT);
        if (!ofNoProtocol && protocol.isEmpty()) {
            return Optional.empty();
        }
        if (term.getPort() != null && protocol.filter(PacketProtocol::hasPorts).isEmpty()) {
            context.report(TextRules.VALUE, "Only udp and tcp have ports", term, BLOCK_TERM__PORT, plan.label());
            port = Optional.empty();
        }
        return Optional.of(new BlockedTraffic(protocol, port.map(OptionalInt::of).orElse(OptionalInt.empty()), fragments,
                context.origins().of(term, BLOCK_TERM__PROTOCOL, plan.label())));
    }
}
