package dmvpn.network.rules.addressing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Two routers on one transport must not share an NBMA address. */
public final class UniqueNbmaAddress implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-AD-02",
            Severity.ERROR,
            "NBMA addresses are unique on a transport",
            "Encapsulated packets and security associations find a router by its NBMA address. When two "
                    + "routers on one transport have the same, each gets a part of what is meant for the other. "
                    + "Change one of the addresses.",
            "RFC 2332 section 2.1 (the NBMA address identifies a station of the NBMA network); RFC 4301 "
                    + "section 4.1 (security associations are selected by address)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Map<Attachment, Device> owners = new HashMap<>();
        for (Device device : memberships.devices()) {
            for (NetworkInterface wan : device.interfaces()) {
                Optional<IpAddress> address = wan.kind() == InterfaceKind.WAN ? addressOf(wan) : Optional.empty();
                if (address.isPresent()) {
                    Attachment attachment = new Attachment(wan.transport().orElse(""), address.get());
                    Device owner = owners.putIfAbsent(attachment, device);
                    if (owner != null) {
                        findings.accept(new Finding(RULE, message(owner, device, attachment), wan.origin()));
                    }
                }
            }
        }
    }

    /** The address on the transport that is the router's alone: not the one that ports are told apart by. */
    private static Optional<IpAddress> addressOf(NetworkInterface wan) {
        return wan.translation().filter(found -> found.kind() == AddressTranslation.Kind.PORT_ADDRESS).isPresent()
                ? Optional.empty()
                : wan.fixedOutsideAddress();
    }

    private static String message(Device owner, Device device, Attachment attachment) {
        boolean twoHubs = owner.role() == DeviceRole.HUB && device.role() == DeviceRole.HUB && owner != device;
        String who = owner == device
                ? "Two interfaces of " + device.reference()
                : (twoHubs ? "Hubs " : "Routers ") + owner.reference() + " and " + device.reference();
        String where = attachment.transport().isEmpty() ? "" : " on transport " + attachment.transport();
        return who + " have the same NBMA address " + attachment.address() + where
                + ": change the WAN address of " + (owner == device ? "one of them" : device.reference());
    }

    private record Attachment(String transport, IpAddress address) {
    }
}
