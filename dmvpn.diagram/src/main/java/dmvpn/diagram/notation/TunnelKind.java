package dmvpn.diagram.notation;

/** What a tunnel is drawn as. */
public enum TunnelKind {
    /** To one peer. */
    POINT_TO_POINT(NotationElement.POINT_TO_POINT_TUNNEL),
    /** To any peer of the cloud. */
    MULTIPOINT(NotationElement.MULTIPOINT_TUNNEL),
    /** In a cloud that stands in for another. */
    BACKUP(NotationElement.BACKUP_TUNNEL);

    private final NotationElement element;

    TunnelKind(NotationElement element) {
        this.element = element;
    }

    /** What it is in the notation. */
    public NotationElement element() {
        return element;
    }
}
