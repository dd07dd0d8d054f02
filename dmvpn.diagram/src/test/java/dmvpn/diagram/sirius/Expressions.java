package dmvpn.diagram.sirius;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Evaluates expressions as Sirius does without AQL: {@code var:}, {@code feature:}, {@code service:} and constants. */
final class Expressions {

    /** A method and what it is called on. */
    private record Service(Object object, Method method) {
    }

    private final Map<String, Service> services = new HashMap<>();

    Expressions(ViewpointFile file) {
        for (Class<?> type : file.services()) {
            Object object = create(type);
            serviceMethods(type).forEach(method -> services.put(method.getName(), new Service(object, method)));
        }
    }

    private static Object create(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("Sirius cannot make a " + type, impossible);
        }
    }

    /** Services that have a name and are called on a receiver. */
    static Stream<Method> serviceMethods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() > 0)
                .filter(method -> EObject.class.isAssignableFrom(method.getParameterTypes()[0]));
    }

    Object evaluate(String expression, EObject self, Map<String, Object> variables) {
        if (expression.startsWith("var:")) {
            return variable(expression.substring("var:".length()), self, variables);
        }
        if (expression.startsWith("feature:")) {
            return feature(self, expression.substring("feature:".length()));
        }
        if (expression.startsWith("service:")) {
            return call(expression.substring("service:".length()), self, variables);
        }
        return expression.matches("-?\\d+") ? Integer.valueOf(expression)
                : expression.matches("true|false") ? Boolean.valueOf(expression) : (Object) expression;
    }

    private static Object variable(String name, EObject self, Map<String, Object> variables) {
        if (name.equals("self")) {
            return self;
        }
        if (!variables.containsKey(name)) {
            throw new AssertionError("There is no variable " + name + " here, but " + variables.keySet());
        }
        return variables.get(name);
    }

    private static Object feature(EObject self, String name) {
        if (name.equals("eContainer")) {
            return self.eContainer();
        }
        EStructuralFeature feature = self.eClass().getEStructuralFeature(name);
        if (feature == null) {
            throw new AssertionError(self.eClass().getName() + " has no feature " + name);
        }
        return self.eGet(feature);
    }

    private Object call(String call, EObject self, Map<String, Object> variables) {
        Call parsed = Call.of(call);
        List<Object> arguments = new ArrayList<>();
        arguments.add(parsed.receiver() == null ? self : variable(parsed.receiver(), self, variables));
        parsed.arguments().forEach(name -> arguments.add(variable(name, self, variables)));
        Service service = services.get(parsed.name());
        if (service == null || !fits(service.method(), arguments)) {
            throw new AssertionError("No service " + call + " takes " + arguments);
        }
        return invoke(service, arguments);
    }

    private static boolean fits(Method method, List<Object> arguments) {
        if (method.getParameterCount() != arguments.size()) {
            return false;
        }
        for (int index = 0; index < arguments.size(); index++) {
            if (arguments.get(index) != null && !method.getParameterTypes()[index].isInstance(arguments.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static Object invoke(Service service, List<Object> arguments) {
        try {
            return service.method().invoke(service.object(), arguments.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    /** The elements that an expression names. */
    List<EObject> elements(String expression, EObject self, Map<String, Object> variables) {
        Object value = evaluate(expression, self, variables);
        if (value instanceof Collection<?> all) {
            return all.stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList();
        }
        return value instanceof EObject one ? List.of(one) : List.of();
    }

    /**
     * A call as it is written.
     *
     * @param receiver variable that it is called on; null for the current element
     * @param name name of the service
     * @param arguments variables that it is given
     */
    record Call(String receiver, String name, List<String> arguments) {

        static Call of(String call) {
            int open = call.indexOf('(');
            String head = open < 0 ? call : call.substring(0, open);
            String inner = open < 0 ? "" : call.substring(open + 1, call.lastIndexOf(')'));
            int dot = head.indexOf('.');
            return new Call(dot < 0 ? null : head.substring(0, dot), head.substring(dot + 1),
                    Stream.of(inner.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList());
        }
    }
}
