package dmvpn.config.cisco

import dmvpn.config.cisco.EigrpProcesses.OnInterface
import dmvpn.network.routing.EigrpInterface

/** What EIGRP processes in classic mode say about an interface: it is written there, with the number of the process. */
final class EigrpLines {

	def write(CiscoContext context, String interfaceName) {
		EigrpProcesses.on(context.device, interfaceName).forEach[context.writeSettings(it)]
	}

	private def writeSettings(CiscoContext context, OnInterface found) {
		val settings = found.settings
		val process = "eigrp " + found.process.autonomousSystem
		context.lines(found.process.origin, '''
			«IF settings.helloInterval != EigrpInterface.DEFAULT_HELLO_INTERVAL»
				«" "»ip hello-interval «process» «settings.helloInterval.toSeconds»
			«ENDIF»
			«IF settings.holdTime != EigrpInterface.DEFAULT_HOLD_TIME»
				«" "»ip hold-time «process» «settings.holdTime.toSeconds»
			«ENDIF»
			«IF !settings.splitHorizon»
				«" "»no ip split-horizon «process»
			«ENDIF»
			«IF !settings.nextHopSelf»
				«" "»no ip next-hop-self «process»
			«ENDIF»
		''')
		for (named : found.summaries) {
			val leak = if (named.leaks) " leak-map " + named.leakMap else ""
			val prefix = CiscoText.withNetmask(named.summary.prefix)
			context.lines(named.summary.origin, ''' ip summary-address «process» «prefix»«leak»''')
		}
	}
}
