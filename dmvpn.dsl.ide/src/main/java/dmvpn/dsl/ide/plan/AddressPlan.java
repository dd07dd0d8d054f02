package dmvpn.dsl.ide.plan;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The addresses that the text of a model gives away, families written out. It reads what can be read and passes over the
 * rest, so that it answers while somebody is typing.
 */
public final class AddressPlan {

    /** A family larger than this is not written out to look for room beside it. */
    private static final int MOST_MEMBERS = 20_000;
    private static final int LAST_OCTET = 256;
    private static final int FIRST_OF_OVERLAYS = 240;

    private final Set<IpAddress> tunnelAddresses = new HashSet<>();
    private final List<IpPrefix> localNetworks = new ArrayList<>();
    private final List<IpPrefix> overlays = new ArrayList<>();
    private final Map<TransportDeclaration, List<InterfaceAddress>> attachments = new HashMap<>();

    private AddressPlan(List<Model> models) {
        models.forEach(this::read);
    }

    private void read(Model model) {
        for (Element element : model.getElements()) {
            if (element instanceof CloudDeclaration cloud) {
                Optional.ofNullable(cloud.getOverlay()).flatMap(IpPrefix::tryParse).ifPresent(overlays::add);
            } else if (element instanceof RouterDeclaration router) {
                read(router);
            }
        }
    }

    /** The plan of a resource's current revision. */
    public static AddressPlan of(DmvpnResource resource) {
        return resource.perRevision(AddressPlan.class, model -> new AddressPlan(List.of(model)));
    }

    /** The plan of models as they are now, for who is changing them. */
    public static AddressPlan now(List<Model> models) {
        return new AddressPlan(models);
    }

    private void read(RouterDeclaration router) {
        List<MemberRange> members = RouterFamily.ranges(router);
        for (JoinClause join : router.getJoins()) {
            expand(join.getAddress(), members, text -> InterfaceAddress.tryParse(text).map(InterfaceAddress::address)
                    .or(() -> IpPrefix.tryParse(text + "/32").map(IpPrefix::network))
                    .or(() -> IpPrefix.tryParse(text + "/128").map(IpPrefix::network))
                    .ifPresent(tunnelAddresses::add));
        }
        for (LanClause lan : router.getLans()) {
            expand(lan.getPrefix(), members, text -> IpPrefix.tryParse(text)
                    .or(() -> InterfaceAddress.tryParse(text).map(InterfaceAddress::prefix)).ifPresent(localNetworks::add));
        }
        for (WanClause wan : router.getWans()) {
            if (wan.getTransport() != null) {
                expand(wan.getAddress(), members, text -> InterfaceAddress.tryParse(text).ifPresent(address ->
                        attachments.computeIfAbsent(wan.getTransport(), each -> new ArrayList<>()).add(address)));
            }
        }
    }

    private static void expand(String text, List<MemberRange> members, Consumer<String> values) {
        if (text == null) {
            return;
        }
        if (!ComputedText.isComputed(text)) {
            values.accept(text);
            return;
        }
        int written = 0;
        try {
            for (MemberRange range : members) {
                for (int member = range.first(); member <= range.last() && written++ < MOST_MEMBERS; member++) {
                    values.accept(ComputedText.expand(text, member));
                }
            }
        } catch (ComputedTextException unreadable) {
            return; // an expression that is not finished says nothing yet
        }
    }

    /** The lowest address of an overlay that no router has. */
    public Optional<IpAddress> freeTunnelAddress(IpPrefix overlay) {
        return free(overlay, tunnelAddresses);
    }

    private static Optional<IpAddress> free(IpPrefix prefix, Set<IpAddress> taken) {
        IpAddress candidate = prefix.network();
        for (int tried = 0; tried <= taken.size() + 2 && prefix.contains(candidate); tried++) {
            if (prefix.isUsableHost(candidate) && !taken.contains(candidate)) {
                return Optional.of(candidate);
            }
            candidate = candidate.plus(1);
        }
        return Optional.empty();
    }

    /** An expression that gives each member of a family a free address of an overlay, as in {@code 10.255.0.{10+n}}. */
    public Optional<String> freeTunnelAddresses(IpPrefix overlay, List<MemberRange> members) {
        String network = overlay.network().toString();
        if (members.isEmpty() || network.indexOf(':') >= 0) {
            return Optional.empty();
        }
        String stem = network.substring(0, network.lastIndexOf('.') + 1);
        int highest = members.stream().mapToInt(MemberRange::last).max().orElse(0);
        for (int shift = 0; shift + highest < LAST_OCTET; shift++) {
            if (allFree(overlay, stem, members, shift)) {
                return Optional.of(stem + (shift == 0 ? "{n}" : "{" + shift + "+n}"));
            }
        }
        return Optional.empty();
    }

    private boolean allFree(IpPrefix overlay, String stem, List<MemberRange> members, int shift) {
        for (MemberRange range : members) {
            for (int member = range.first(); member <= range.last(); member++) {
                Optional<IpAddress> address =
                        IpPrefix.tryParse(stem + (shift + member) + "/32").map(IpPrefix::network)
                                .filter(overlay::isUsableHost).filter(candidate -> overlay.contains(candidate))
                                .filter(candidate -> !tunnelAddresses.contains(candidate));
                if (address.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The next network behind the highest local one of an ordinary site that overlaps nothing. */
    public Optional<IpPrefix> freeLocalNetwork() {
        if (localNetworks.isEmpty()) {
            return IpPrefix.tryParse("10.1.0.0/24").filter(this::isFree);
        }
        IpPrefix last = localNetworks.getLast();
        IpPrefix candidate = last;
        for (int tried = 0; tried < LAST_OCTET * LAST_OCTET; tried++) {
            if (isFree(candidate)) {
                return Optional.of(candidate);
            }
            IpAddress next = candidate.lastAddress().plus(1);
            if (next.compareTo(candidate.network()) <= 0) {
                return Optional.empty(); // the end of all addresses
            }
            candidate = IpPrefix.containing(next, last.length());
        }
        return Optional.empty();
    }

    /** An expression that gives each member of a family a free network, as in {@code 10.100.{n}.0/24}. */
    public Optional<String> freeLocalNetworks(List<MemberRange> members) {
        int highest = members.stream().mapToInt(MemberRange::last).max().orElse(LAST_OCTET);
        if (highest >= LAST_OCTET) {
            return Optional.empty();
        }
        for (int second = 100; second < LAST_OCTET; second++) {
            if (IpPrefix.tryParse("10." + second + ".0.0/16").filter(this::isFree).isPresent()) {
                return Optional.of("10." + second + ".{n}.0/24");
            }
        }
        return Optional.empty();
    }

    private boolean isFree(IpPrefix candidate) {
        return localNetworks.stream().noneMatch(candidate::overlaps) && overlays.stream().noneMatch(candidate::overlaps);
    }

    /** A subnet for one more overlay: below 10.255.0.0/16, or where that is taken in the next ones under it. */
    public Optional<IpPrefix> freeOverlay() {
        for (int second = LAST_OCTET - 1; second >= FIRST_OF_OVERLAYS; second--) {
            for (int third = 0; third < LAST_OCTET; third++) {
                Optional<IpPrefix> candidate =
                        IpPrefix.tryParse("10." + second + "." + third + ".0/24").filter(this::isFree);
                if (candidate.isPresent()) {
                    return candidate;
                }
            }
        }
        return Optional.empty();
    }

    /** The next free address of the subnet that others have at a transport, with its length. */
    public Optional<InterfaceAddress> freeAttachment(TransportDeclaration transport) {
        List<InterfaceAddress> taken = attachments.getOrDefault(transport, List.of());
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Set<IpAddress> addresses = new HashSet<>();
        taken.forEach(address -> addresses.add(address.address()));
        return free(taken.getFirst().prefix(), addresses)
                .map(address -> new InterfaceAddress(address, taken.getFirst().prefixLength()));
    }
}
