package dmvpn.dsl.ide.completion;

import dmvpn.dsl.ide.plan.AddressPlan;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.values.DecimalText;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.address.IpPrefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;

/** Values that follow from the rest of the model: what comes next and what is still free. */
final class ComputedValues {

    /**
     * A value with why it is proposed.
     *
     * @param text the value
     * @param reason why, for people
     */
    record Value(String text, String reason) {
    }

    private static final int FIRST_NUMBER = 100;

    private final DmvpnResource resource;
    private final EObject current;

    /**
     * @param resource the model
     * @param current the object whose feature is about to be written, or what contains it
     */
    ComputedValues(DmvpnResource resource, EObject current) {
        this.resource = resource;
        this.current = current;
    }

    /** The values for a feature, best first. */
    List<Value> of(EStructuralFeature feature) {
        List<Value> values = new ArrayList<>();
        if (feature == ModelPackage.Literals.JOIN_CLAUSE__ADDRESS) {
            addTunnelAddresses(values);
        } else if (feature == ModelPackage.Literals.LAN_CLAUSE__PREFIX) {
            addLocalNetworks(values);
        } else if (feature == ModelPackage.Literals.WAN_CLAUSE__ADDRESS) {
            within(WanClause.class).map(WanClause::getTransport).flatMap(plan()::freeAttachment)
                    .ifPresent(free -> values.add(new Value(free.toString(), "the next free address at this transport")));
        } else if (feature == ModelPackage.Literals.WAN_CLAUSE__GATEWAY) {
            addGateways(values);
        } else if (feature == ModelPackage.Literals.CLOUD_DECLARATION__OVERLAY) {
            plan().freeOverlay().ifPresent(free -> values.add(new Value(free.toString(), "the next free overlay")));
        } else if (feature == ModelPackage.Literals.TUNNEL_SETTINGS__TUNNEL_KEY) {
            values.add(new Value(nextNumber(TunnelSettings::getTunnelKey), "a key that no other tunnel has"));
        } else if (feature == ModelPackage.Literals.TUNNEL_SETTINGS__NETWORK_ID) {
            values.add(new Value(nextNumber(TunnelSettings::getNetworkId), "an identifier that no other cloud has"));
        } else if (feature == ModelPackage.Literals.SERVER_CLAUSE__PRIORITY) {
            values.add(new Value(nextPriority(), "the next priority"));
        } else if (feature == ModelPackage.Literals.NAMED_ELEMENT__NAME) {
            addNames(values);
        }
        return values;
    }

    private AddressPlan plan() {
        return AddressPlan.of(resource);
    }

    private <T extends EObject> Optional<T> within(Class<T> type) {
        return Optional.ofNullable(EcoreUtil2.getContainerOfType(current, type));
    }

    private List<MemberRange> members() {
        return within(RouterDeclaration.class).map(RouterFamily::ranges).orElse(List.of());
    }

    private boolean isFamily() {
        return members().stream().anyMatch(MemberRange::isSeveral) || members().size() > 1;
    }

    private void addTunnelAddresses(List<Value> values) {
        Optional<IpPrefix> overlay = within(JoinClause.class).map(JoinClause::getCloud).map(CloudDeclaration::getOverlay)
                .flatMap(IpPrefix::tryParse);
        if (overlay.isPresent() && isFamily()) {
            plan().freeTunnelAddresses(overlay.get(), members())
                    .ifPresent(free -> values.add(new Value(free, "free addresses of the overlay for all members")));
        } else if (overlay.isPresent()) {
            plan().freeTunnelAddress(overlay.get())
                    .ifPresent(free -> values.add(new Value(free.toString(), "the next free address of the overlay")));
        }
    }

    private void addLocalNetworks(List<Value> values) {
        if (isFamily()) {
            plan().freeLocalNetworks(members())
                    .ifPresent(free -> values.add(new Value(free, "free networks for all members")));
        } else {
            plan().freeLocalNetwork().ifPresent(free -> values.add(new Value(free.toString(), "the next free network")));
        }
    }

    private void addGateways(List<Value> values) {
        Optional<WanClause> wan = within(WanClause.class);
        resource.model().getElements().stream()
                .filter(RouterDeclaration.class::isInstance).map(RouterDeclaration.class::cast)
                .flatMap(router -> router.getWans().stream())
                .filter(other -> wan.isPresent() && other != wan.get() && other.getTransport() == wan.get().getTransport())
                .map(WanClause::getGateway).filter(Objects::nonNull).distinct()
                .forEach(gateway -> values.add(new Value(gateway, "the gateway of others at this transport")));
    }

    private String nextNumber(Function<TunnelSettings, String> setting) {
        Set<Long> taken = new HashSet<>();
        EcoreUtil2.eAllOfType(resource.model(), CloudDeclaration.class).stream().map(setting).filter(Objects::nonNull)
                .forEach(text -> DecimalText.tryParseWhole(text).ifPresent(taken::add));
        long number = FIRST_NUMBER;
        while (taken.contains(number)) {
            number++;
        }
        return Long.toString(number);
    }

    private String nextPriority() {
        long highest = 0;
        for (ServerClause server : within(JoinClause.class).map(join -> List.copyOf(join.getServers())).orElse(List.of())) {
            if (server.getPriority() != null) {
                highest = Math.max(highest, DecimalText.tryParseWhole(server.getPriority()).orElse(0L));
            }
        }
        return Long.toString(highest + 1);
    }

    /** The name of one more router, counted on from those of its kind. */
    private void addNames(List<Value> values) {
        if (!(current instanceof RouterDeclaration declaration)) {
            return;
        }
        Model model = resource.model();
        String stem = declaration instanceof dmvpn.dsl.model.HubDeclaration ? "Hub" : "Spoke";
        for (Element element : model.getElements()) {
            if (element instanceof RouterDeclaration router && router != declaration && router.getName() != null
                    && router.eClass() == declaration.eClass() && router.getMembers().isEmpty()) {
                stem = router.getName().replaceAll("[0-9]+$", "");
            }
        }
        int number = 1;
        while (resource.names().family(stem + number).isPresent()) {
            number++;
        }
        values.add(new Value(stem + number, "the next name"));
    }
}
