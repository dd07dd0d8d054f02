package dmvpn.config.cisco

import dmvpn.network.address.IpPrefix
import dmvpn.network.address.Ipv6Address
import dmvpn.network.device.AddressAssignment
import dmvpn.network.device.InterfaceKind
import dmvpn.network.device.NetworkInterface
import dmvpn.network.underlay.Transport

/** Uplinks with their default routes, then loopbacks and local networks. */
final class InterfaceSection implements Section {

	val routing = new RoutingLines
	val forwarding = new ForwardingLines

	override write(CiscoContext context) {
		val (NetworkInterface)=>boolean isUplink = [kind == InterfaceKind.WAN]
		val uplinks = context.device.interfaces.filter(isUplink)
		uplinks.forEach[context.writeInterface(it)]
		uplinks.forEach[context.writeDefaultRoute(it)]
		context.device.interfaces.filter[!isUplink.apply(it)].forEach[context.writeInterface(it)]
	}

	private def writeInterface(CiscoContext context, NetworkInterface port) {
		context.block(port.origin, '''
			interface «port.name»
			«IF port.transport.present»
				«" "»description «port.transport.get»
			«ENDIF»
			«IF port.vrf.present»
				«" "»vrf forwarding «port.vrf.get»
			«ENDIF»
			 «port.assignment.command»
			«IF port.mtuBytes != Transport.DEFAULT_MTU_BYTES»
				«" "»«CiscoText.family(port)» mtu «port.mtuBytes»
			«ENDIF»
		''')
		forwarding.write(context, port)
		routing.write(context, port.name)
		context.lines(port.origin, '''
			«IF port.kind != InterfaceKind.LOOPBACK || !port.enabled»
				«" "»«IF port.enabled»no «ENDIF»shutdown
			«ENDIF»
		''')
	}

	/** A lease of IPv4 brings a default route of distance 254 without a further command, one of IPv6 brings none. */
	private def command(AddressAssignment assignment) {
		switch assignment {
			AddressAssignment.Static: CiscoText.addressCommand(assignment.address)
			AddressAssignment.Dhcp case assignment.ipv6: "ipv6 address dhcp\nipv6 nd autoconfig default-route"
			default: "ip address dhcp"
		}
	}

	private def writeDefaultRoute(CiscoContext context, NetworkInterface port) {
		val assignment = port.assignment
		if (assignment instanceof AddressAssignment.Static && (assignment as AddressAssignment.Static).gateway.present) {
			val gateway = (assignment as AddressAssignment.Static).gateway.get
			val vrf = port.vrf.map["vrf " + it + " "].orElse("")
			context.block(port.origin, '''
				«IF gateway instanceof Ipv6Address»
					ipv6 route «vrf»::/0 «gateway»
				«ELSE»
					ip route «vrf»«CiscoText.withNetmask(IpPrefix.IPV4_DEFAULT)» «gateway»
				«ENDIF»
			''')
		}
	}
}
