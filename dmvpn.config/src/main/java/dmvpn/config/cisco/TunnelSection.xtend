package dmvpn.config.cisco

import dmvpn.network.tunnel.TunnelInterface
import dmvpn.network.tunnel.TunnelMode

/**
 * Tunnel interfaces. The network identifier is the first NHRP line because some releases refuse the others before it;
 * protection is the last line because changing a protected tunnel needs a restart of the interface.
 */
final class TunnelSection implements Section {

	/** The command counts in tens of microseconds. */
	static val MICROS_PER_DELAY_UNIT = 10

	val nhrp = new NhrpLines
	val options = new TunnelOptionLines
	val routing = new RoutingLines
	val forwarding = new ForwardingLines

	override write(CiscoContext context) {
		context.device.tunnels.forEach[context.writeTunnel(it)]
	}

	private def writeTunnel(CiscoContext context, TunnelInterface tunnel) {
		val ip = CiscoText.family(tunnel.address.address)
		context.block(tunnel.origin, '''
			interface «tunnel.name»
			«IF tunnel.bandwidthKbps != TunnelInterface.DEFAULT_BANDWIDTH_KBPS»
				«" "»bandwidth «tunnel.bandwidthKbps»
			«ENDIF»
			«IF tunnel.delayMicros != TunnelInterface.DEFAULT_DELAY_MICROS»
				«" "»delay «tunnel.delayMicros / MICROS_PER_DELAY_UNIT»
			«ENDIF»
			«IF tunnel.vrf.present»
				«" "»vrf forwarding «tunnel.vrf.get»
			«ENDIF»
			 «CiscoText.addressCommand(tunnel.address)»
		''')
		options.writeBefore(context, tunnel)
		context.lines(tunnel.origin, '''
			«IF tunnel.ipMtuBytes.present»
				«" "»«ip» mtu «tunnel.ipMtuBytes.asInt»
			«ENDIF»
			«IF tunnel.tcpMssBytes.present»
				«" "»«ip» tcp adjust-mss «tunnel.tcpMssBytes.asInt»
			«ENDIF»
		''')
		nhrp.write(context, tunnel)
		options.writeAfter(context, tunnel)
		forwarding.writePolicy(context, tunnel.name)
		routing.write(context, tunnel.name)
		context.lines(tunnel.origin, '''
			«" "»tunnel source «tunnel.sourceInterface»
			 «tunnel.mode.command(CiscoText.isOverIpv6(context.device, tunnel))»
			«IF tunnel.key.present»
				«" "»tunnel key «tunnel.key.asLong»
			«ENDIF»
			«IF tunnel.frontDoorVrf.present»
				«" "»tunnel vrf «tunnel.frontDoorVrf.get»
			«ENDIF»
		''')
		options.writePathMtuDiscovery(context, tunnel)
		options.writeRouteVia(context, tunnel)
		context.lines(tunnel.origin, '''
			«IF tunnel.protection.present»
				«" "»tunnel protection ipsec profile «tunnel.protection.get.ipsecProfile»«IF tunnel.protection.get.shared» shared«ENDIF»
			«ENDIF»
		''')
	}

	/** A point-to-point tunnel over IPv4 is what an interface is without a mode. */
	private def command(TunnelMode mode, boolean ipv6) {
		switch mode {
			TunnelMode.PointToPoint: (if (ipv6) "tunnel mode gre ipv6\n" else "") + "tunnel destination " + mode.destination
			default: "tunnel mode gre multipoint" + if (ipv6) " ipv6" else ""
		}
	}
}
