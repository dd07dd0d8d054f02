package dmvpn.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

@AnalyzeClasses(packages = "dmvpn.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("dmvpn.sim.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NOTHING_ELSE = noClasses().that().resideInAPackage("dmvpn.sim.kernel..")
            .should().dependOnClassesThat().resideOutsideOfPackages("dmvpn.sim.kernel..", "dmvpn.sim.snapshot..", "java..");

    @ArchTest
    static final ArchRule SNAPSHOTS_KNOW_NOTHING_OF_WHAT_THEY_KEEP = noClasses().that().resideInAPackage("dmvpn.sim.snapshot..")
            .should().dependOnClassesThat().resideOutsideOfPackages("dmvpn.sim.snapshot..", "dmvpn.sim.bytes..", "java..");

    @ArchTest
    static final ArchRule THE_SIMULATOR_KNOWS_ONLY_THE_NETWORK = noClasses()
            .should().dependOnClassesThat().resideOutsideOfPackages("dmvpn.sim..", "dmvpn.network..", "java..", "javax.crypto..");

    @ArchTest
    static final ArchRule PROTOCOLS_DO_NOT_KNOW_EACH_OTHER = noClasses().that().resideInAPackage("dmvpn.sim.nhrp..")
            .should().dependOnClassesThat().resideInAnyPackage("dmvpn.sim.eigrp..", "dmvpn.sim.ike..", "dmvpn.sim.ipsec..");

    @ArchTest
    static final ArchRule EIGRP_KNOWS_NO_OTHER_PROTOCOL = noClasses().that().resideInAPackage("dmvpn.sim.eigrp..")
            .should().dependOnClassesThat().resideInAnyPackage("dmvpn.sim.nhrp..", "dmvpn.sim.ike..", "dmvpn.sim.ipsec..",
                    "dmvpn.sim.tunnel..");

    @ArchTest
    static final ArchRule OSPF_KNOWS_NO_OTHER_PROTOCOL = noClasses().that().resideInAPackage("dmvpn.sim.ospf..")
            .should().dependOnClassesThat().resideInAnyPackage("dmvpn.sim.nhrp..", "dmvpn.sim.ike..", "dmvpn.sim.ipsec..",
                    "dmvpn.sim.tunnel..", "dmvpn.sim.eigrp..");

    @ArchTest
    static final ArchRule CRYPTO_KNOWS_NO_ROUTING_PROTOCOL = noClasses().that()
            .resideInAnyPackage("dmvpn.sim.ike..", "dmvpn.sim.ipsec..")
            .should().dependOnClassesThat().resideInAnyPackage("dmvpn.sim.nhrp..", "dmvpn.sim.eigrp..", "dmvpn.sim.ospf..");

    @ArchTest
    static final ArchRule THERE_IS_NO_WALL_CLOCK = noClasses()
            .should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule THERE_IS_NO_UNSEEDED_RANDOMNESS = noClasses()
            .should().callConstructor(Random.class)
            .orShould().callConstructor(SplittableRandom.class)
            .orShould().callMethod(Math.class, "random")
            .orShould().callMethod(UUID.class, "randomUUID")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.security.SecureRandom")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    /** Snapshots look objects up by identity and number them in the order in which they meet them. */
    @ArchTest
    static final ArchRule NOTHING_GOES_BY_IDENTITY_HASHES = noClasses().that().resideOutsideOfPackage("dmvpn.sim.snapshot")
            .should().callMethod(System.class, "identityHashCode", Object.class);

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            noFields().that().areStatic().and().doNotHaveName("$VALUES").should().notBeFinal();
}
