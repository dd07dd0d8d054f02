package dmvpn.diagram.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

/** The services can be called from expressions of Sirius, which knows neither overloads nor primitive types. */
class ModelEditsTest {

    private static List<Method> services() {
        return Arrays.stream(ModelEdits.class.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers())).toList();
    }

    @Test
    void everyServiceHasANameOfItsOwn() {
        assertThat(services()).isNotEmpty().extracting(Method::getName).doesNotHaveDuplicates();
    }

    @Test
    void everyServiceTakesAnElementOfTheModelFirstAndReferencesAlone() throws NoSuchMethodException {
        assertThat(Modifier.isPublic(ModelEdits.class.getConstructor().getModifiers())).isTrue();
        for (Method service : services()) {
            assertThat(EObject.class).as(service.getName()).isAssignableFrom(service.getParameterTypes()[0]);
            assertThat(service.getParameterTypes()).as(service.getName()).noneMatch(Class::isPrimitive);
        }
    }
}
