package dmvpn.config.cisco

import dmvpn.network.crypto.EncapsulationMode
import dmvpn.network.crypto.EspTransform
import dmvpn.network.crypto.IkeVersion
import dmvpn.network.crypto.IpsecProfile

/** Transform sets and IPsec profiles. */
final class IpsecSection implements Section {

	override write(CiscoContext context) {
		for (profile : context.device.crypto.profiles) {
			profile.transforms.forEach[esp, index|context.writeTransform(profile, esp, CiscoText.numbered(profile.name, index))]
			context.writeProfile(profile)
		}
	}

	private def writeTransform(CiscoContext context, IpsecProfile profile, EspTransform esp, String name) {
		context.block(esp.origin, '''
			crypto ipsec transform-set «name» «CiscoText.transforms(esp, profile.options.authenticationHeader)»
			 mode «IF esp.mode == EncapsulationMode.TRANSPORT»transport«ELSE»tunnel«ENDIF»
		''')
	}

	private def writeProfile(CiscoContext context, IpsecProfile profile) {
		val options = profile.options
		context.block(profile.origin, '''
			crypto ipsec profile «profile.name»
			 set security-association lifetime seconds «profile.lifetime.toSeconds»
			«IF options.lifetimeKilobytes.present»
				«" "»set security-association lifetime kilobytes «options.lifetimeKilobytes.asLong»
			«ENDIF»
			«IF options.replayWindowPackets.present»
				«" "»set security-association replay window-size «options.replayWindowPackets.asInt»
			«ENDIF»
			 set transform-set«FOR index : 0 ..< profile.transforms.size» «CiscoText.numbered(profile.name, index)»«ENDFOR»
			«IF profile.perfectForwardSecrecyGroup.present»
				«" "»set pfs group«profile.perfectForwardSecrecyGroup.asInt»
			«ENDIF»
			«IF profile.ike.version == IkeVersion.IKEV2»
				«" "»set ikev2-profile «profile.name»
			«ELSEIF Ikev1Section.needsProfile(profile)»
				«" "»set isakmp-profile «profile.name»
			«ENDIF»
			«IF options.responderOnly»
				«" "»responder-only
			«ENDIF»
		''')
	}
}
