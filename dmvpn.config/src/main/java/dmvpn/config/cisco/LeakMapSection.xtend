package dmvpn.config.cisco

import dmvpn.config.cisco.EigrpProcesses.NamedSummary
import dmvpn.network.routing.EigrpProcess

/** Prefix lists and route maps behind the leak maps of EIGRP summaries. */
final class LeakMapSection implements Section {

	static val SEQUENCE_STEP = 5

	override write(CiscoContext context) {
		for (EigrpProcess process : EigrpProcesses.written(context.device)) {
			for (settings : process.interfaces) {
				new EigrpProcesses.OnInterface(process, settings).summaries.filter[leaks].forEach[context.writeLeakMap(it)]
			}
		}
	}

	private def writeLeakMap(CiscoContext context, NamedSummary named) {
		val name = named.leakMap
		val leaked = named.summary.leaked
		context.block(named.summary.origin, '''
			«FOR index : 0 ..< leaked.size»
				ip prefix-list «name» seq «(index + 1) * SEQUENCE_STEP» permit «leaked.get(index)»
			«ENDFOR»
		''')
		context.block(named.summary.origin, '''
			route-map «name» permit 10
			 match ip address prefix-list «name»
		''')
	}
}
