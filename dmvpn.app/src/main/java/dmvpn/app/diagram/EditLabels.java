package dmvpn.app.diagram;

import dmvpn.diagram.edit.ModelEdit;

/** What edits are called when somebody may take them back. */
public final class EditLabels {

    /** Other places of nodes. */
    public static final String MOVE = "move";
    /** All nodes where the layout puts them. */
    public static final String ARRANGEMENT = "arrangement";

    private EditLabels() {
    }

    /** What an edit of the model is called. */
    public static String of(ModelEdit edit) {
        return switch (edit) {
            case ModelEdit.CreateTransport create -> "new transport";
            case ModelEdit.CreateCloud create -> "new cloud";
            case ModelEdit.CreateHub create -> "new hub";
            case ModelEdit.CreateSpoke create -> "new spoke";
            case ModelEdit.CreatePlainRouter create -> "new router";
            case ModelEdit.CreateHost create -> "new host";
            case ModelEdit.Delete delete -> "deletion";
            case ModelEdit.Rename rename -> "new name " + rename.name();
            case ModelEdit.Attach attach -> "attachment";
            case ModelEdit.MoveAttachment move -> "move to another transport";
            case ModelEdit.Join join -> "membership";
            case ModelEdit.Connect connect -> "tunnel";
            case ModelEdit.Reconnect reconnect -> "other server";
            case ModelEdit.SetHub hub -> "hub instead of spoke";
            case ModelEdit.SetSpoke spoke -> "spoke instead of hub";
            case ModelEdit.SetPhase phase -> "phase " + phase.phase();
            case ModelEdit.SetWanAddress address -> "WAN address";
            case ModelEdit.SetTunnelAddress address -> "tunnel address";
            case ModelEdit.SetLocalNetwork network -> "local network";
            case ModelEdit.SetOverlay overlay -> "overlay subnet";
        };
    }
}
