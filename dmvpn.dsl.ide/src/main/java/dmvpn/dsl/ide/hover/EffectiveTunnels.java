package dmvpn.dsl.ide.hover;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The values that the settings of tunnels have in the compiled network, and where they come from. */
final class EffectiveTunnels {

    private static final int MOST_VALUES = 6;

    /** A membership with one of the routers that it makes. */
    private record Membership(JoinClause join, Device device, TunnelInterface tunnel) {
    }

    private final CompiledNetwork network;
    private final Model model;

    EffectiveTunnels(CompiledNetwork network, Model model) {
        this.network = network;
        this.model = model;
    }

    /** The values of one setting for a membership, each with its reason; several when members of a family differ. */
    List<EffectiveValue> of(JoinClause join, TunnelSetting setting) {
        return values(memberships(join), setting, false);
    }

    /** The values of one setting in a cloud, each with its reason and who has it. */
    List<EffectiveValue> of(CloudDeclaration cloud, TunnelSetting setting) {
        List<Membership> all = new ArrayList<>();
        for (Element element : model.getElements()) {
            if (element instanceof RouterDeclaration router) {
                router.getJoins().stream().filter(join -> join.getCloud() == cloud)
                        .forEach(join -> all.addAll(memberships(join)));
            }
        }
        return values(all, setting, true);
    }

    private List<EffectiveValue> values(List<Membership> memberships, TunnelSetting setting, boolean withNames) {
        Map<EffectiveValue, List<String>> routers = new LinkedHashMap<>();
        for (Membership each : memberships) {
            EffectiveValue value = new EffectiveValue(setting.value().apply(each.tunnel), reason(each, setting));
            routers.computeIfAbsent(value, unseen -> new ArrayList<>()).add(each.device.reference());
        }
        List<EffectiveValue> values = new ArrayList<>();
        routers.forEach((value, names) -> {
            if (values.size() < MOST_VALUES) {
                values.add(withNames ? new EffectiveValue(value.value(), value.reason() + ", " + who(names)) : value);
            }
        });
        return values;
    }

    private static String who(List<String> names) {
        return names.size() == 1 ? "on " + names.getFirst()
                : "on " + names.size() + " routers, such as " + names.getFirst();
    }

    private static String reason(Membership membership, TunnelSetting setting) {
        if (isSet(membership.join, setting)) {
            return "written at the join";
        }
        CloudDeclaration cloud = membership.join.getCloud();
        return isSet(cloud, setting) ? "from cloud " + cloud.getName() : "default of " + platform(membership.device.platform());
    }

    private static boolean isSet(EObject settings, TunnelSetting setting) {
        return setting.features().stream().map(settings.eClass()::getEStructuralFeature).filter(Objects::nonNull)
                .anyMatch((EStructuralFeature feature) -> settings.eIsSet(feature));
    }

    private static String platform(Platform platform) {
        String name = platform.vendor() == Vendor.FRR ? "FRR" : "Cisco IOS-XE";
        return platform.release().isEmpty() ? name + ", a current release" : name + " " + platform.release();
    }

    private List<Membership> memberships(JoinClause join) {
        if (!(join.eContainer() instanceof RouterDeclaration router) || join.getCloud() == null || router.getName() == null) {
            return List.of();
        }
        List<Membership> memberships = new ArrayList<>();
        for (Device device : network.devices()) {
            if (isMadeBy(device, router)) {
                tunnel(device, join).ifPresent(tunnel -> memberships.add(new Membership(join, device, tunnel)));
            }
        }
        return memberships;
    }

    private static Optional<TunnelInterface> tunnel(Device device, JoinClause join) {
        return device.tunnels().stream().filter(tunnel -> tunnel.cloud().equals(join.getCloud().getName())).findFirst();
    }

    private static boolean isMadeBy(Device device, RouterDeclaration router) {
        if (router.getMembers().isEmpty()) {
            return device.reference().equals(router.getName());
        }
        return RouterFamily.ranges(router).stream().anyMatch(range -> memberOf(device, router.getName())
                .filter(range::contains).isPresent());
    }

    private static Optional<Integer> memberOf(Device device, String family) {
        String reference = device.reference();
        boolean member = reference.startsWith(family + "[") && reference.endsWith("]");
        String number = member ? reference.substring(family.length() + 1, reference.length() - 1) : "";
        return number.matches("[0-9]{1,9}") && Names.memberReference(family, Integer.parseInt(number)).equals(reference)
                ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }
}
