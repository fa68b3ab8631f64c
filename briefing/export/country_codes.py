"""Codes of states in two letters, which FollowTheMoney goes by, for the three letters that we go by (ISO 3166-1)."""

from __future__ import annotations

from briefing.knowledge.iso import ISO_CODES

_NOT_THE_FIRST_TWO = dict(
    pair.split(":")
    for pair in """
        abw:aw ago:ao ala:ax and:ad are:ae arm:am ata:aq atf:tf atg:ag aut:at bdi:bi ben:bj bes:bq bgd:bd bhs:bs
        bih:ba blr:by blz:bz brb:bb brn:bn caf:cf chl:cl chn:cn cod:cd cog:cg cok:ck com:km cpv:cv cuw:cw cym:ky
        dnk:dk esh:eh est:ee flk:fk fro:fo fsm:fm gin:gn glp:gp gnb:gw gnq:gq grd:gd grl:gl guf:gf guy:gy irl:ie
        irq:iq isr:il jam:jm kaz:kz kor:kr lbr:lr lby:ly mac:mo maf:mf mdg:mg mdv:mv mex:mx mlt:mt mne:me mnp:mp
        moz:mz mtq:mq myt:yt niu:nu pak:pk pcn:pn plw:pw png:pg pol:pl prk:kp prt:pt pry:py pyf:pf sen:sn sgs:gs
        slb:sb slv:sv spm:pm srb:rs sur:sr svk:sk svn:si swe:se swz:sz syc:sc tcd:td tkm:tm tun:tn tur:tr tuv:tv
        ukr:ua ury:uy wlf:wf xkx:xk
    """.split()  # noqa: SIM905 - quoted one by one nobody could read them
)


def two_letters(code: str) -> str | None:
    """Return the code in two lower-case letters for one of three in either case, or null where ISO has none."""
    folded = code.lower()
    if folded in _NOT_THE_FIRST_TWO:
        return _NOT_THE_FIRST_TWO[folded]
    return folded[:2] if folded in ISO_CODES else None
