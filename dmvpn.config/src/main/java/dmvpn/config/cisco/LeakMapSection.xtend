package dmvpn.config.cisco

import dmvpn.network.routing.EigrpSummary

/** Prefix lists and route maps behind the leak maps of EIGRP summaries. */
final class LeakMapSection implements Section {

	static val SEQUENCE_STEP = 5

	override write(CiscoContext context) {
		for (settings : context.device.routing.eigrp.flatMap[interfaces]) {
			settings.summaries.forEach [ summary, index |
				if (!summary.leaked.empty) {
					context.writeLeakMap(summary, LeakMap.name(settings, index))
				}
			]
		}
	}

	private def writeLeakMap(CiscoContext context, EigrpSummary summary, String name) {
		context.block(summary.origin, '''
			«FOR index : 0 ..< summary.leaked.size»
				ip prefix-list «name» seq «(index + 1) * SEQUENCE_STEP» permit «summary.leaked.get(index)»
			«ENDFOR»
		''')
		context.block(summary.origin, '''
			route-map «name» permit 10
			 match ip address prefix-list «name»
		''')
	}
}
