package dmvpn.sim.fidelity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a test shows: clauses of the catalogue, such as {@code RFC2332/5.2.3-unique}, or one side of a switch of the
 * platforms, such as {@code NHRP/5-on}. On a class it stands for all its tests.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Shows {

    /** Identifiers of the catalogue. */
    String[] value();
}
