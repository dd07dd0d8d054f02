package dmvpn.sim.ike.v1.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;
import java.util.OptionalLong;

/**
 * A transform of a proposal (RFC 2408 section 3.6).
 *
 * @param number 1 for the first of a proposal
 * @param id which algorithm: KEY_IKE in phase 1, a cipher or hash in phase 2 (RFC 2407 section 4.4)
 * @param attributes its attributes in their order
 */
public record IsakmpTransform(int number, int id, List<IsakmpAttribute> attributes) {

    /** Length before the attributes. */
    public static final int HEADER_BYTES = 8;

    /** Keeps an immutable copy of the list. */
    public IsakmpTransform {
        UnsignedField.require("Transform number", number, 8);
        UnsignedField.require("Transform id", id, 8);
        attributes = List.copyOf(attributes);
    }

    /** Length on the wire in bytes. */
    public int lengthBytes() {
        return HEADER_BYTES + attributes.stream().mapToInt(IsakmpAttribute::lengthBytes).sum();
    }

    /** The value of an attribute, empty when it is not there. */
    public OptionalLong value(int type) {
        return attributes.stream().filter(attribute -> attribute.type() == type).mapToLong(IsakmpAttribute::value).findFirst();
    }
}
