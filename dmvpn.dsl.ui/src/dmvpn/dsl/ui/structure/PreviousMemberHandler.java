package dmvpn.dsl.ui.structure;

/** {@code Go to Previous Member}. */
public final class PreviousMemberHandler extends MemberHandler {

    /** Created by the platform. */
    public PreviousMemberHandler() {
        super(Direction.PREVIOUS);
    }
}
