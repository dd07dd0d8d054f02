package dmvpn.config.cisco

import dmvpn.network.address.Ipv4Address
import dmvpn.network.routing.EigrpProcess
import dmvpn.network.routing.EigrpStub

/**
 * EIGRP in classic mode (RFC 7868 section 5.6.1). What a process says about an interface is written there: see
 * {@link EigrpLines}. For named mode see {@link NamedEigrpSection}.
 */
final class EigrpSection implements Section {

	override write(CiscoContext context) {
		EigrpProcesses.classic(context.device).forEach[context.writeProcess(it)]
		EigrpProcesses.leftOut(context.device).forEach [
			context.note("EIGRP for IPv6 in a VRF takes named mode: process " + autonomousSystem
				+ " is missing in the configuration of " + context.device.reference)
		]
	}

	private def writeProcess(CiscoContext context, EigrpProcess process) {
		val indent = if (process.vrf.present) "  " else " "
		context.block(process.origin, '''
			router eigrp «process.autonomousSystem»
			«IF process.vrf.present»
				«" "»address-family ipv4 vrf «process.vrf.get» autonomous-system «process.autonomousSystem»
			«ENDIF»
			«FOR network : process.networks.filter[network instanceof Ipv4Address]»
				«indent»network «network.network» «network.wildcardMask»
			«ENDFOR»
			«IF process.stub.present»
				«indent»eigrp stub «process.stub.get.words»
			«ENDIF»
			«FOR line : EigrpOptionText.lines(context.device, process)»
				«indent»«line»
			«ENDFOR»
			«FOR settings : process.interfaces.filter[passive]»
				«indent»passive-interface «settings.interfaceName»
			«ENDFOR»
			«IF process.vrf.present»
				«" "»exit-address-family
			«ENDIF»
		''')
	}

	private def words(EigrpStub stub) {
		val words = #[if (stub.connected) "connected", if (stub.summary) "summary"].filterNull.join(" ")
		if (words.empty) "receive-only" else words
	}
}
