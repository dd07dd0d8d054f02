package dmvpn.config.cisco

import dmvpn.network.address.Ipv4Address
import dmvpn.network.routing.EigrpInterface
import dmvpn.network.routing.EigrpProcess
import dmvpn.network.routing.EigrpStub

/** EIGRP in named mode. */
final class EigrpSection implements Section {

	override write(CiscoContext context) {
		context.device.routing.eigrp.forEach [ process, index |
			context.writeProcess(process, if (index == 0) "DMVPN" else "DMVPN-" + process.autonomousSystem)
		]
	}

	private def writeProcess(CiscoContext context, EigrpProcess process, String name) {
		val vrf = process.vrf.map[" vrf " + it].orElse("")
		context.block(process.origin, '''
			router eigrp «name»
			 address-family ipv4 unicast«vrf» autonomous-system «process.autonomousSystem»
			«FOR network : process.networks.filter[network instanceof Ipv4Address]»
				«"  "»network «network.network» «network.wildcardMask»
			«ENDFOR»
			«IF process.stub.present»
				«"  "»eigrp stub «process.stub.get.words»
			«ENDIF»
		''')
		process.interfaces.forEach[context.writeInterface(process, it)]
		context.lines(process.origin, ''' exit-address-family''')
	}

	private def writeInterface(CiscoContext context, EigrpProcess process, EigrpInterface settings) {
		context.lines(process.origin, '''
			«"  "»af-interface «settings.interfaceName»
			«IF settings.helloInterval != EigrpInterface.DEFAULT_HELLO_INTERVAL»
				«"   "»hello-interval «settings.helloInterval.toSeconds»
			«ENDIF»
			«IF settings.holdTime != EigrpInterface.DEFAULT_HOLD_TIME»
				«"   "»hold-time «settings.holdTime.toSeconds»
			«ENDIF»
			«IF !settings.splitHorizon»
				«"   "»no split-horizon
			«ENDIF»
			«IF !settings.nextHopSelf»
				«"   "»no next-hop-self
			«ENDIF»
			«IF settings.passive»
				«"   "»passive-interface
			«ENDIF»
		''')
		settings.summaries.forEach [ summary, index |
			val leak = if (summary.leaked.empty) "" else " leak-map " + LeakMap.name(settings, index)
			context.lines(summary.origin, '''«"   "»summary-address «CiscoText.withNetmask(summary.prefix)»«leak»''')
		]
		context.lines(process.origin, '''  exit-af-interface''')
	}

	private def words(EigrpStub stub) {
		val words = #[if (stub.connected) "connected", if (stub.summary) "summary"].filterNull.join(" ")
		if (words.empty) "receive-only" else words
	}
}
