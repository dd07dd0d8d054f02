package dmvpn.dsl.ui.structure;

/** {@code Go to Next Member}. */
public final class NextMemberHandler extends MemberHandler {

    /** Created by the platform. */
    public NextMemberHandler() {
        super(Direction.NEXT);
    }
}
