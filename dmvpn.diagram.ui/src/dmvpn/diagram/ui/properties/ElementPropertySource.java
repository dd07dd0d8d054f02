package dmvpn.diagram.ui.properties;

import dmvpn.app.diagram.DrawnText;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.glsp.ShownProblem;
import dmvpn.diagram.properties.ElementProperties;
import dmvpn.diagram.properties.ElementProperty;
import dmvpn.diagram.properties.PropertyChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

/** The properties of an element of the diagram, each time as the model has them then. Another value is an edit of the model. */
public final class ElementPropertySource implements IPropertySource {

    private final String element;
    private final DrawnText drawn;
    private final Consumer<ModelEdit> edits;

    /**
     * Shows an element.
     *
     * @param element its identifier in the diagram
     * @param edits who makes edits, and says why one cannot be made
     */
    public ElementPropertySource(String element, DrawnText drawn, Consumer<ModelEdit> edits) {
        this.element = element;
        this.drawn = drawn;
        this.edits = edits;
    }

    /** What there is to say about the element now. */
    static List<ElementProperty> properties(DrawnText drawn, String element) {
        DrawnText.Shown shown = drawn.shown();
        List<String> problems = shown.problems().stream().filter(problem -> element.equals(problem.elementId()))
                .map(ShownProblem::message).toList();
        return shown.drawn().map(model -> ElementProperties.of(model, problems, element)).orElse(List.of());
    }

    private Optional<ElementProperty> property(Object id) {
        return properties(drawn, element).stream().filter(property -> property.id().equals(id)).findFirst();
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return properties(drawn, element).stream().map(ElementPropertySource::descriptor).toArray(IPropertyDescriptor[]::new);
    }

    private static PropertyDescriptor descriptor(ElementProperty property) {
        List<String> choices = choices(property);
        PropertyDescriptor descriptor = property.change().isEmpty() ? new PropertyDescriptor(property.id(), property.name())
                : choices.isEmpty() ? new TextPropertyDescriptor(property.id(), property.name())
                : new ComboBoxPropertyDescriptor(property.id(), property.name(), choices.toArray(String[]::new));
        descriptor.setCategory(property.category().label());
        descriptor.setDescription(property.name() + ": " + property.value());
        return descriptor;
    }

    private static List<String> choices(ElementProperty property) {
        return property.change().map(PropertyChange::choices).orElse(List.of());
    }

    /** What is chosen is counted from 0, as the platform's cell editors do. */
    @Override
    public Object getPropertyValue(Object id) {
        return property(id).<Object>map(property -> choices(property).isEmpty()
                ? property.value() : (Object) choices(property).indexOf(property.value())).orElse("");
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        property(id).ifPresent(property -> {
            String wanted = value instanceof Integer choice
                    ? choice < 0 ? property.value() : choices(property).get(choice) : String.valueOf(value);
            if (!wanted.equals(property.value())) {
                property.change().ifPresent(change -> edits.accept(change.edit().apply(wanted)));
            }
        });
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false; // Nothing here has a value that it could be set back to.
    }

    @Override
    public void resetPropertyValue(Object id) {
        // as above
    }

    @Override
    public Object getEditableValue() {
        return null;
    }
}
