package dmvpn.diagram.ui.selection;

import java.util.function.Function;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.views.properties.IPropertySource;

/**
 * Something that is drawn, as other views know it. It is the same one as long as its kind and name are, whatever becomes of the
 * text.
 *
 * @param id its identifier in the diagram
 * @param properties gives the properties of an element
 */
public record DiagramElement(String id, Function<String, IPropertySource> properties) implements IAdaptable {

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == IPropertySource.class ? adapter.cast(properties.apply(id)) : null;
    }
}
