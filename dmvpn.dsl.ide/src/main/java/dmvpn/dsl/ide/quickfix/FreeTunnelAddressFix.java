package dmvpn.dsl.ide.quickfix;

import java.util.List;

/** Gives a router whose tunnel address is taken the next free address of the overlay. */
final class FreeTunnelAddressFix implements QuickFix {

    @Override
    public String ruleId() {
        return "R-AD-01";
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    public List<Mend> mends(Problem problem) {
        return FreeAddresses.replaceTunnelAddress(problem);
    }
}
