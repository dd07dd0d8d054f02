package dmvpn.dsl.ide.effective;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.network.device.Device;
import java.util.List;
import java.util.Optional;

/**
 * Which routers a declaration makes: one, the members of a family, or the members that an exception is for. Of alike members
 * the examples.
 */
final class RoutersOfDeclaration {

    private RoutersOfDeclaration() {
    }

    static List<Device> of(CompiledModel model, RouterDeclaration declaration) {
        if (declaration.getName() == null) {
            return List.of();
        }
        return model.devices().stream().filter(device -> isMadeBy(device, declaration)).toList();
    }

    private static boolean isMadeBy(Device device, RouterDeclaration router) {
        if (router.getMembers().isEmpty()) {
            return device.reference().equals(router.getName());
        }
        return memberOf(device, router.getName()).filter(number -> RouterFamily.hasMember(router, number)).isPresent();
    }

    private static Optional<Integer> memberOf(Device device, String family) {
        String reference = device.reference();
        boolean member = reference.startsWith(family + "[") && reference.endsWith("]");
        String number = member ? reference.substring(family.length() + 1, reference.length() - 1) : "";
        return number.matches("[0-9]{1,9}") && Names.memberReference(family, Integer.parseInt(number)).equals(reference)
                ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }
}
