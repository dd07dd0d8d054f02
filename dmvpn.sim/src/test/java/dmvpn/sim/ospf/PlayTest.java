package dmvpn.sim.ospf;
import org.junit.jupiter.api.Test;
class PlayTest {
    @Test
    void play() {
        OspfLab lab = new OspfLab();
        OspfLab.Segment cloud = lab.cloud();
        OspfLab.Node hub = lab.node("H").loopback("1.1.1.1").tunnel(cloud, "10.0.0.1/24", OspfLab.Port.multipoint()).lan("192.168.1.1/24").start();
        OspfLab.Node s1 = lab.node("S1").loopback("1.1.1.11").tunnel(cloud, "10.0.0.11/24", OspfLab.Port.multipoint()).lan("192.168.11.1/24").start();
        OspfLab.Node s2 = lab.node("S2").loopback("1.1.1.12").tunnel(cloud, "10.0.0.12/24", OspfLab.Port.multipoint()).lan("192.168.12.1/24").start();
        lab.runTo(60);
        s1.events().forEach(System.out::println);
        System.out.println(s1.routes()); System.out.println(hub.routes()); System.out.println(hub.neighbors());
        for (String c : new String[]{"neighbor","interface brief","interface","database"}) System.out.println(hub.show("show ip ospf "+c));
        lab = new OspfLab();
        cloud = lab.cloud();
        hub = lab.node("H").loopback("1.1.1.1").tunnel(cloud, "10.0.0.1/24", OspfLab.Port.broadcast().withPriority(255)).lan("192.168.1.1/24").start();
        s1 = lab.node("S1").loopback("1.1.1.11").tunnel(cloud, "10.0.0.11/24", OspfLab.Port.broadcast().withPriority(0)).lan("192.168.11.1/24").start();
        s2 = lab.node("S2").loopback("1.1.1.12").tunnel(cloud, "10.0.0.12/24", OspfLab.Port.broadcast().withPriority(0)).lan("192.168.12.1/24").start();
        lab.runTo(60);
        s1.events().forEach(System.out::println);
        System.out.println(s1.routes()); System.out.println(hub.routes()); System.out.println(hub.neighbors());
        for (String c : new String[]{"neighbor","interface brief","interface","database"}) System.out.println(s1.show("show ip ospf "+c));
    }
}
