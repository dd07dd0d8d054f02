package dmvpn.config.cisco

import dmvpn.network.address.Ipv6Address
import dmvpn.network.device.Device

/** Host name and what is switched on for the whole router. */
final class SystemSection implements Section {

	override write(CiscoContext context) {
		context.lines(context.device.origin, '''
			hostname «context.device.name»
			«IF context.device.usesIpv6»
				ipv6 unicast-routing
			«ENDIF»
		''')
	}

	private def usesIpv6(Device device) {
		device.tunnels.exists[address.address instanceof Ipv6Address] || device.interfaces.exists[CiscoText.family(it) == "ipv6"]
	}
}
