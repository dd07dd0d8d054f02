package dmvpn.dsl;

/** Sets the language up outside of Eclipse. */
public class DmvpnStandaloneSetup extends DmvpnStandaloneSetupGenerated {

    /** Registers the language with EMF's global registries. */
    public static void doSetup() {
        new DmvpnStandaloneSetup().createInjectorAndDoEMFRegistration();
    }
}
