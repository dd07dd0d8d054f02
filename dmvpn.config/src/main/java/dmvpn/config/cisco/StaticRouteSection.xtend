package dmvpn.config.cisco

import dmvpn.network.routing.StaticRoute

/** Static routes, discard routes included. */
final class StaticRouteSection implements Section {

	static val DEFAULT_DISTANCE = 1

	override write(CiscoContext context) {
		val routes = context.device.routing.staticRoutes
		routes.forEach [ route, index |
			if (index == 0) {
				context.block(route.origin, route.command)
			} else {
				context.lines(route.origin, route.command)
			}
		]
	}

	private def command(StaticRoute route) {
		val vrf = route.vrf.map["vrf " + it + " "].orElse("")
		val port = route.interfaceName.map[" " + it].orElse("")
		val nextHop = route.nextHop.map[" " + it].orElse("")
		val target = if (port.empty && nextHop.empty) " Null0" else port + nextHop
		val distance = if (route.distance == DEFAULT_DISTANCE) "" else " " + route.distance
		val tag = if (route.tag.present) " tag " + route.tag.asLong else ""
		CiscoText.family(route.destination.network) + " route " + vrf + CiscoText.withNetmask(route.destination) + target
			+ distance + tag
	}
}
