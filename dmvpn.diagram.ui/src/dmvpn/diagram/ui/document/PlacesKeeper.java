package dmvpn.diagram.ui.document;

import dmvpn.diagram.layout.Positions;
import java.util.function.UnaryOperator;

/** Keeps places of elements. */
interface PlacesKeeper {

    /** Changes the places that there are now. */
    void change(UnaryOperator<Positions> change);
}
