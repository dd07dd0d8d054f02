package dmvpn.dsl.ide.quickfix;

import dmvpn.network.address.InterfaceAddress;
import java.util.List;

/** Replaces a prefix with host bits by the network that it is in. */
final class HostBitsFix implements QuickFix {

    @Override
    public String ruleId() {
        return "L-VALUE-HOST-BITS";
    }

    @Override
    public List<Mend> mends(Problem problem) {
        return InterfaceAddress.tryParse(problem.text())
                .map(InterfaceAddress::prefix)
                .map(network -> new Mend("Use the network " + network, problem.offset(), problem.length(),
                        network.toString()))
                .stream()
                .toList();
    }
}
