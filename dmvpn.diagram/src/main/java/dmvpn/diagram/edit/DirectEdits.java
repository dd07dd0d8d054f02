package dmvpn.diagram.edit;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;

/** Names and addresses that people type into the diagram. */
final class DirectEdits {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final String DHCP = "DHCP";
    private static final Set<String> PHASES = Set.of("1", "2", "3");

    private final EditContext context;

    DirectEdits(EditContext context) {
        this.context = context;
    }

    void rename(NamedElement element, String name) {
        context.own(element);
        if (!NAME.matcher(name).matches()) {
            throw new EditRefusedException("'" + name
                    + "' is no name: use letters, digits, '-' and '_', starting with a letter");
        }
        if (name.equals(element.getName())) {
            return;
        }
        Kind kind = Kind.of(element);
        if (context.names().find(kind, name).isPresent()) {
            throw new EditRefusedException("Another " + kind.label() + " is called " + name);
        }
        List<? extends NamedElement> declarations = element instanceof RouterDeclaration router
                ? context.declarationsOf(router) : List.of(element);
        declarations.forEach(context::own);
        declarations.forEach(declaration -> declaration.setName(name));
    }

    void phase(CloudDeclaration cloud, String phase) {
        context.own(cloud);
        String number = phase.strip().replaceFirst("(?i)^phase\\s*", "");
        if (!PHASES.contains(number)) {
            throw new EditRefusedException("'" + phase + "' is no phase of DMVPN: use 1, 2 or 3");
        }
        cloud.setPhase(number);
    }

    void wanAddress(WanClause wan, String text) {
        context.own(wan);
        String address = text.strip();
        if (address.equalsIgnoreCase(DHCP)) {
            wan.setAddress(null);
            wan.setGateway(null);
            wan.setDhcp(true);
            return;
        }
        check(wan, address, value -> InterfaceAddress.tryParse(value).isPresent(),
                "an address with its prefix length, as in 203.0.113.7/24, or DHCP");
        wan.setDhcp(false);
        wan.setAddress(address);
    }

    void tunnelAddress(JoinClause join, String text) {
        context.own(join);
        String address = text.strip();
        check(join, address, value -> InterfaceAddress.tryParse(value).isPresent()
                || IpPrefix.tryParse(value + "/32").isPresent() || IpPrefix.tryParse(value + "/128").isPresent(),
                "an address, as in 10.255.0.7");
        join.setAddress(address);
    }

    void localNetwork(LanClause lan, String text) {
        context.own(lan);
        String prefix = text.strip();
        check(lan, prefix, value -> IpPrefix.tryParse(value).isPresent() || InterfaceAddress.tryParse(value).isPresent(),
                "a prefix, as in 10.1.0.0/24");
        lan.setPrefix(prefix);
    }

    void overlay(CloudDeclaration cloud, String text) {
        context.own(cloud);
        String prefix = text.strip();
        check(cloud, prefix, value -> IpPrefix.tryParse(value).isPresent(), "a prefix, as in 10.255.0.0/24");
        cloud.setOverlay(prefix);
    }

    /** What is computed has to be right for the first member and for the last. */
    private static void check(EObject element, String text, Predicate<String> isRight, String wanted) {
        Optional<String> problem = problem(element, text, isRight);
        if (problem.isPresent()) {
            throw new EditRefusedException("'" + text + "' is not " + wanted + problem.get());
        }
    }

    private static Optional<String> problem(EObject element, String text, Predicate<String> isRight) {
        if (!ComputedText.isComputed(text)) {
            return isRight.test(text) ? Optional.empty() : Optional.of("");
        }
        List<MemberRange> members = element.eContainer() instanceof RouterDeclaration router
                ? RouterFamily.ranges(router) : List.of();
        if (element.eContainer() instanceof FragmentDeclaration) {
            return Optional.empty(); // Who uses it decides what the numbers are.
        }
        if (members.isEmpty()) {
            return Optional.of(": only the members of a family have numbers");
        }
        for (MemberRange range : List.of(members.getFirst(), members.getLast())) {
            for (int member : List.of(range.first(), range.last())) {
                try {
                    if (!isRight.test(ComputedText.expand(text, member))) {
                        return Optional.of(" for member " + member + " of "
                                + Names.withMembers((NamedElement) element.eContainer()));
                    }
                } catch (ComputedTextException unreadable) {
                    return Optional.of(": " + unreadable.getMessage());
                }
            }
        }
        return Optional.empty();
    }
}
