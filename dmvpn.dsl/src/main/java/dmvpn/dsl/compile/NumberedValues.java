package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.JOIN_CLAUSE__ADDRESS;
import static dmvpn.dsl.model.ModelPackage.Literals.LAN_CLAUSE__PREFIX;
import static dmvpn.dsl.model.ModelPackage.Literals.LOOPBACK_CLAUSE__ADDRESS;
import static dmvpn.dsl.model.ModelPackage.Literals.WAN_CLAUSE__ADDRESS;
import static dmvpn.dsl.routing.RoutingPackage.Literals.ROUTING_CLAUSE__PROCESS;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.RawClause;
import dmvpn.dsl.values.ComputedAddress;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.DecimalText;
import dmvpn.network.address.AddressRange;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * In what the members of a family differ, when that is in addresses alone: those of local networks, uplinks, loopbacks and
 * tunnels, each sound for each member, each member's behind those of the member before. Such members are alike: what the
 * compiler and the rules say of a few of them they say of all.
 */
final class NumberedValues {

    private final Map<CloudDeclaration, CloudPlan> clouds;
    private final int[] numbers;
    private final List<AddressRange> ranges = new ArrayList<>(2);

    private NumberedValues(Map<CloudDeclaration, CloudPlan> clouds, int[] numbers) {
        this.clouds = clouds;
        this.numbers = numbers;
    }

    /**
     * The ranges of addresses in which members differ.
     *
     * @param clauses declaration of the family and the fragments that it uses
     * @param numbers numbers of the members, ascending
     * @return empty when members differ in something else, or when some member has an address that is not sound
     */
    static Optional<List<AddressRange>> of(Clauses clauses, Map<CloudDeclaration, CloudPlan> clouds, int[] numbers) {
        NumberedValues values = new NumberedValues(clouds, numbers);
        boolean known = values.addAll(clauses.own());
        for (FragmentDeclaration fragment : clauses.fragments()) {
            known = known && values.addAll(fragment);
        }
        // A setting of a tunnel may be written in its cloud, and is computed for each member then.
        for (JoinClause join : clauses.joins()) {
            known = known && join.getCloud() != null && values.addAll(join.getCloud());
        }
        return known ? Optional.of(values.ranges) : Optional.empty();
    }

    private boolean addAll(EObject declaration) {
        boolean known = isKnown(declaration);
        for (Iterator<EObject> contents = declaration.eAllContents(); known && contents.hasNext();) {
            known = isKnown(contents.next());
        }
        return known;
    }

    private boolean isKnown(EObject element) {
        if (element instanceof RawClause) {
            return true; // goes into exports as it is
        }
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            if (!isKnown(element, attribute)) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(EObject element, EAttribute attribute) {
        Object value = element.eGet(attribute);
        if (attribute == ROUTING_CLAUSE__PROCESS && value instanceof String process) {
            return DecimalText.tryParseWhole(process).isPresent(); // the number of a system is computed without braces
        }
        if (value instanceof List<?> several) {
            return several.stream().noneMatch(each -> each instanceof String text && ComputedText.isComputed(text));
        }
        return !(value instanceof String text) || !ComputedText.isComputed(text) || add(element, attribute, text);
    }

    private boolean add(EObject element, EAttribute attribute, String text) {
        try {
            Values values = values(element, attribute, ComputedAddress.prepare(text));
            return values != null && add(values);
        } catch (ComputedTextException noValue) {
            return false;
        }
    }

    private boolean add(Values values) {
        IpAddress first = null;
        IpAddress last = null;
        for (int number : numbers) {
            IpPrefix own = values.of(number);
            if (own == null || last != null
                    && (own.network().compareTo(last) <= 0 || own.network().bitLength() != last.bitLength())) {
                return false;
            }
            first = first == null ? own.network() : first;
            last = own.lastAddress();
        }
        return first != null && ranges.add(new AddressRange(first, last));
    }

    /** What a computed text says of a member: the addresses that it takes, null when it takes none that are sound. */
    private interface Values {
        IpPrefix of(int number);
    }

    private Values values(EObject element, EAttribute attribute, ComputedAddress computed) {
        if (attribute == LAN_CLAUSE__PREFIX) {
            // An address of the router that is the same for all members is in the network of one of them at most.
            return ((LanClause) element).getAddress() == null ? new LocalNetworks(computed) : null;
        }
        if (attribute == LOOPBACK_CLAUSE__ADDRESS || attribute == WAN_CLAUSE__ADDRESS) {
            return new InOneNetwork(computed);
        }
        if (attribute == JOIN_CLAUSE__ADDRESS) {
            CloudPlan cloud = clouds.get(((JoinClause) element).getCloud());
            return cloud == null ? null : number -> tunnelAddress(computed.address(number), cloud.cloud().overlay());
        }
        return null;
    }

    /** Networks of one length, so that each has a host where the others have theirs. */
    private static final class LocalNetworks implements Values {

        private final ComputedAddress computed;
        private int length = -1;

        LocalNetworks(ComputedAddress computed) {
            this.computed = computed;
        }

        @Override
        public IpPrefix of(int number) {
            InterfaceAddress network = computed.interfaceAddress(number).orElse(null);
            if (network == null || length >= 0 && length != network.prefixLength()) {
                return null;
            }
            length = network.prefixLength();
            IpPrefix prefix = network.prefix();
            return prefix.network().equals(network.address()) ? prefix : null;
        }
    }

    private static IpPrefix tunnelAddress(Optional<IpAddress> address, IpPrefix overlay) {
        return address.filter(overlay::isUsableHost).map(IpPrefix::host).orElse(null);
    }

    /** Addresses of interfaces that are all in one network, so that the same peers are in it, or host addresses. */
    private static final class InOneNetwork implements Values {

        private final ComputedAddress computed;
        private IpPrefix network;

        InOneNetwork(ComputedAddress computed) {
            this.computed = computed;
        }

        @Override
        public IpPrefix of(int number) {
            InterfaceAddress read = computed.interfaceAddress(number)
                    .filter(address -> address.prefix().isUsableHost(address.address())).orElse(null);
            if (read == null || network != null && !network.equals(read.prefix())) {
                return null;
            }
            // A host prefix is a network of its own for each member.
            network = read.prefix().isHost() ? null : read.prefix();
            return IpPrefix.host(read.address());
        }
    }
}
