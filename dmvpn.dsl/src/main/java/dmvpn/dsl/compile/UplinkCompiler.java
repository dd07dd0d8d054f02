package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.ReversePathCheck;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.underlay.Transport;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Compiles the uplinks of routers. */
final class UplinkCompiler {

    private final CompileContext context;
    private final Map<TransportDeclaration, Transport> transports;
    private final UplinkAccessCompiler access;

    UplinkCompiler(CompileContext context, Map<TransportDeclaration, Transport> transports) {
        this.context = context;
        this.transports = transports;
        this.access = new UplinkAccessCompiler(context);
    }

    /**
     * The interface of a clause.
     *
     * @param name name of the interface
     * @return empty when its transport or address is not known
     */
    Optional<Uplink> compile(RouterPlan plan, WanClause clause, String name) {
        Optional<UplinkAccess> between = access.compile(plan, clause);
        Optional<AddressAssignment> assignment = assignment(plan, clause, between);
        Optional<ReversePathCheck> check = reversePathCheck(plan, clause);
        Optional<Integer> mtu = plan.values().integer(clause, WAN_CLAUSE__MTU, clause.getMtu(), 576, 9216);
        Transport transport = transportOf(clause);
        if (transport == null || assignment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Uplink(
                new NetworkInterface(name, InterfaceKind.WAN, Optional.ofNullable(clause.getVrf()), assignment.get(),
                        Optional.of(transport.name()), mtu.orElse(transport.mtuBytes()), !clause.isShutdown(), check, between,
                        context.origins().of(clause, plan.label() + " wan " + transport.name())),
                clause.getTransport()));
    }

    private Transport transportOf(WanClause clause) {
        return clause.getTransport() == null ? null : transports.get(clause.getTransport());
    }

    private Optional<AddressAssignment> assignment(RouterPlan plan, WanClause clause, Optional<UplinkAccess> between) {
        Optional<IpAddress> gateway = plan.values().address(clause, WAN_CLAUSE__GATEWAY, clause.getGateway());
        if (clause.isDhcp()) {
            return lease(plan, clause, between);
        }
        Optional<InterfaceAddress> address =
                plan.values().interfaceAddress(clause, WAN_CLAUSE__ADDRESS, clause.getAddress());
        if (address.isPresent() && gateway.isPresent() && !address.get().prefix().contains(gateway.get())) {
            context.report(TextRules.VALUE, "The gateway " + gateway.get() + " is not in " + address.get().prefix()
                    + ", the network of the interface", clause, WAN_CLAUSE__GATEWAY, plan.label());
        }
        return address.map(found -> new AddressAssignment.Static(
                found, gateway, context.origins().of(clause, WAN_CLAUSE__ADDRESS, plan.label())));
    }

    /** A lease comes from the transport, or from the device that translates addresses, which may have one itself. */
    private Optional<AddressAssignment> lease(RouterPlan plan, WanClause clause, Optional<UplinkAccess> between) {
        Transport transport = transportOf(clause);
        boolean needsPool = between.flatMap(UplinkAccess::translation)
                .map(translation -> translation.outside().isEmpty()).orElse(true);
        if (transport != null && transport.dhcpPool().isEmpty() && needsPool) {
            context.report(TextRules.NO_LEASES, "transport " + transport.name() + " leases no addresses: give it a prefix, "
                    + "such as dhcp 198.18.0.0/16", clause, WAN_CLAUSE__DHCP, plan.label());
            return Optional.empty();
        }
        boolean ipv6 = between.flatMap(UplinkAccess::translation).map(translation -> translation.inside().network())
                .or(() -> Optional.ofNullable(transport).flatMap(Transport::dhcpPool).map(pool -> pool.network()))
                .filter(Ipv6Address.class::isInstance).isPresent();
        return Optional.of(new AddressAssignment.Dhcp(ipv6, context.origins().of(clause, WAN_CLAUSE__DHCP, plan.label())));
    }

    private Optional<ReversePathCheck> reversePathCheck(RouterPlan plan, WanClause clause) {
        Optional<ReversePathCheck.Mode> mode = plan.values().word(clause, WAN_CLAUSE__REVERSE_PATH, clause.getReversePath(),
                "a check of the reverse path: expected strict or loose", word -> Arrays.stream(ReversePathCheck.Mode.values())
                        .filter(candidate -> candidate.keyword().equals(word)).findFirst());
        if (mode.isPresent()) {
            context.report(TextRules.NOT_SIMULATED, "reverse-path is exported, not simulated yet: no packet is dropped for "
                    + "its source address", clause, WAN_CLAUSE__REVERSE_PATH, plan.label());
        }
        return mode.map(found -> new ReversePathCheck(found,
                context.origins().of(clause, WAN_CLAUSE__REVERSE_PATH, plan.label())));
    }
}
