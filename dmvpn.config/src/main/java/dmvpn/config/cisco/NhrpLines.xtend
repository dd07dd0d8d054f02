package dmvpn.config.cisco

import dmvpn.network.crypto.Secret
import dmvpn.network.device.HiddenDefaults
import dmvpn.network.tunnel.NextHopServer
import dmvpn.network.tunnel.TunnelInterface
import dmvpn.network.tunnel.TunnelMode

/**
 * The NHRP lines of a tunnel. What newer releases do by themselves is written all the same, on or off: older releases do
 * not, and a configuration should mean the same on both. What the release itself does when nothing is written is switched off
 * wherever the tunnel does not do it.
 */
final class NhrpLines {

	val statics = new StaticMappingLines
	val selection = new ServerSelectionLines

	def write(CiscoContext context, TunnelInterface tunnel) {
		val nhrp = tunnel.nhrp
		val silence = HiddenDefaults.of(context.device.platform)
		val multipoint = tunnel.mode instanceof TunnelMode.Multipoint
		val ip = CiscoText.family(tunnel.address.address)
		context.lines(nhrp.origin, '''
			«" "»«ip» nhrp network-id «nhrp.networkId»
			«IF nhrp.authentication.present»
				«" "»«ip» nhrp authentication «context.password(nhrp.authentication.get)»
			«ENDIF»
			«" "»«ip» nhrp holdtime «nhrp.holdingTimeSeconds»
			«IF nhrp.dynamicMulticast»
				«" "»«ip» nhrp map multicast dynamic
			«ELSEIF nhrp.nextHopServers.empty || silence.dynamicMulticast && multipoint»
				«" "»no «ip» nhrp map multicast dynamic
			«ENDIF»
			«IF nhrp.redirect»
				«" "»«ip» nhrp redirect«IF nhrp.options.redirectIntervalSeconds.present» timeout «nhrp.options.redirectIntervalSeconds.asInt»«ENDIF»
			«ENDIF»
		''')
		statics.write(context, nhrp.options, ip)
		for (server : nhrp.nextHopServers) {
			context.lines(server.origin, ''' «ip» nhrp nhs «server.line»''')
		}
		selection.write(context, nhrp.options.servers, ip)
		context.lines(nhrp.origin, '''
			«IF nhrp.shortcut»
				«" "»«ip» nhrp shortcut
			«ELSEIF multipoint && (!nhrp.nextHopServers.empty || silence.shortcut)»
				«" "»no «ip» nhrp shortcut
			«ENDIF»
			«IF !nhrp.nextHopServers.empty && !nhrp.uniqueRegistration»
				«" "»«ip» nhrp registration no-unique
			«ENDIF»
			«IF !nhrp.nextHopServers.empty && !nhrp.hasDefaultRegistrationInterval»
				«" "»«ip» nhrp registration timeout «nhrp.registrationIntervalSeconds»
			«ENDIF»
			«IF nhrp.options.serverOnly»
				«" "»«ip» nhrp server-only
			«ENDIF»
			«IF nhrp.options.sendLimit.present»
				«" "»«ip» nhrp max-send «nhrp.options.sendLimit.get.packets» every «nhrp.options.sendLimit.get.seconds»
			«ENDIF»
		''')
	}

	private def password(CiscoContext context, Secret secret) {
		if (secret.inlineValue.present)
			context.typed("The NHRP password", secret.inlineValue.get, "<NHRP password>")
		else
			context.valueOf(secret)
	}

	private def line(NextHopServer server) {
		val multicast = if (server.multicast) " multicast" else ""
		val priority = if (server.priority == 0 && server.cluster == 0) "" else " priority " + server.priority
		val cluster = if (server.cluster == 0) "" else " cluster " + server.cluster
		server.protocolAddress + " nbma " + server.nbmaName.orElse(server.nbmaAddress.toString) + multicast + priority + cluster
	}
}
