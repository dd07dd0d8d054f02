package dmvpn.sim.show;

/** Names of interfaces as IOS abbreviates them in narrow columns: {@code Tu100}, {@code Gi0/1}. */
public final class ShortInterfaceName {

    private static final int LETTERS = 2;

    private ShortInterfaceName() {
    }

    /** Two letters and the number. */
    public static String of(String interfaceName) {
        int digits = 0;
        while (digits < interfaceName.length() && !Character.isDigit(interfaceName.charAt(digits))) {
            digits++;
        }
        return interfaceName.substring(0, Math.min(LETTERS, digits)) + interfaceName.substring(digits);
    }
}
