package dmvpn.config.cisco

import dmvpn.network.address.IpAddress
import dmvpn.network.address.Ipv6Address
import dmvpn.network.device.AddressAssignment
import dmvpn.network.device.Device
import dmvpn.network.device.Vrf

/** VRFs with the address families that are used in them. */
final class VrfSection implements Section {

	override write(CiscoContext context) {
		for (vrf : context.device.vrfs) {
			val addresses = context.device.addressesIn(vrf)
			val ipv6 = addresses.exists[it instanceof Ipv6Address] || context.device.leasesIpv6In(vrf)
			context.block(vrf.origin, '''
				vrf definition «vrf.name»
				«IF vrf.routeDistinguisher.present»
					«" "»rd «vrf.routeDistinguisher.get»
				«ENDIF»
				«IF vrf.routeTarget.present»
					«" "»route-target export «vrf.routeTarget.get»
					«" "»route-target import «vrf.routeTarget.get»
				«ENDIF»
				«IF !ipv6 || addresses.exists[!(it instanceof Ipv6Address)]»
					«" "»address-family ipv4
					«" "»exit-address-family
				«ENDIF»
				«IF ipv6»
					«" "»address-family ipv6
					«" "»exit-address-family
				«ENDIF»
			''')
		}
	}

	private def leasesIpv6In(Device device, Vrf vrf) {
		device.interfaces.filter[it.vrf.filter[vrf.name == it].present].map[assignment].filter(AddressAssignment.Dhcp).exists[ipv6]
	}

	private def Iterable<IpAddress> addressesIn(Device device, Vrf vrf) {
		val interfaces = device.interfaces.filter[it.vrf.filter[vrf.name == it].present].map[assignment]
			.filter(AddressAssignment.Static).map[address.address]
		val tunnels = device.tunnels.filter[it.vrf.filter[vrf.name == it].present].map[address.address]
		interfaces + tunnels
	}
}
