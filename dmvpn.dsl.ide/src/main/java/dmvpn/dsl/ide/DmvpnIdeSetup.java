package dmvpn.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dmvpn.dsl.DmvpnRuntimeModule;
import dmvpn.dsl.DmvpnStandaloneSetup;
import org.eclipse.xtext.util.Modules2;

/** Sets up the language with the services of editors. */
public class DmvpnIdeSetup extends DmvpnStandaloneSetup {

    @Override
    public Injector createInjector() {
        return Guice.createInjector(Modules2.mixin(new DmvpnRuntimeModule(), new DmvpnIdeModule()));
    }
}
